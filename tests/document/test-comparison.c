/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "souls-presets.h"
#include "souls-session.h"

typedef struct
{
  SoulsSession *session;
  SoulsComparison *comparison;   /* borrowed */
  SoulsPresets *presets;
  int n_changed;                 /* of the comparison */
  int n_session_changed;
} Fixture;

static void
changed_cb (gpointer  object,
            int      *n)
{
  (*n)++;
}

static void
set_up (Fixture       *self,
        gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsDataSet) data = souls_data_set_load_default (&error);

  g_assert_no_error (error);
  self->session = souls_session_new (data);
  self->comparison = souls_session_get_comparison (self->session);
  self->presets = souls_presets_load (data, &error);
  g_assert_no_error (error);
  g_signal_connect (self->comparison, "changed", G_CALLBACK (changed_cb), &self->n_changed);
  g_signal_connect (self->session, "changed", G_CALLBACK (changed_cb), &self->n_session_changed);
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  souls_presets_free (self->presets);
  g_assert_finalize_object (self->session);
}

static const SoulsScenario *
get_preset (Fixture    *self,
            const char *id)
{
  return souls_presets_find (self->presets, id)->scenario;
}

static void
add (Fixture             *self,
     const SoulsScenario *scenario,
     const char          *title)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (souls_comparison_add (self->comparison, scenario, title, &error));
  g_assert_no_error (error);
}

/* What was added stays as it was while sliders move, and is no change of the scenario. */
static void
test_snapshot (Fixture       *self,
               gconstpointer  unused)
{
  const SoulsMetric metric = SOULS_METRIC_INCOME_TOTAL;
  const double before = souls_session_get_results (self->session)->value[metric][5];
  const SoulsSnapshot *snapshot;

  add (self, souls_session_get_scenario (self->session), "Before");
  g_assert_cmpint (self->n_changed, ==, 1);
  g_assert_cmpint (self->n_session_changed, ==, 1);
  g_assert_false (souls_session_is_modified (self->session));
  g_assert_cmpint (souls_session_get_n_steps (self->session), ==, 1);

  g_assert_true (souls_session_set_driver (self->session, SOULS_DRIVER_AWS_GROWTH, 0.02, NULL));
  snapshot = souls_comparison_get (self->comparison, 0);
  g_assert_cmpfloat (souls_session_get_results (self->session)->value[metric][5], !=, before);
  g_assert_cmpfloat (snapshot->results.value[metric][5], ==, before);
  g_assert_cmpstr (snapshot->title, ==, "Before");
  g_assert_true (souls_session_undo (self->session));
  g_assert_cmpuint (souls_comparison_get_n (self->comparison), ==, 1);
}

/* The same numbers are refused under any title; so is a fifth. Nothing is said to have changed then. */
static void
test_refused (Fixture       *self,
              gconstpointer  unused)
{
  static const char *const ids[] = { "cloud-winter", "all-marketplace", "back-in-2014", "spin-off" };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_false (souls_comparison_contains (self->comparison, get_preset (self, ids[i])));
      add (self, get_preset (self, ids[i]), ids[i]);
      g_assert_true (souls_comparison_contains (self->comparison, get_preset (self, ids[i])));
      g_assert_false (souls_comparison_add (self->comparison, get_preset (self, ids[i]), "Again", &error));
      g_assert_error (error, SOULS_COMPARISON_ERROR, SOULS_COMPARISON_ERROR_DUPLICATE);
      g_assert_nonnull (strstr (error->message, ids[i]));
      g_clear_error (&error);
    }
  g_assert_true (souls_comparison_is_full (self->comparison));
  g_assert_false (souls_comparison_add (self->comparison, get_preset (self, "ads-off"), "Fifth", &error));
  g_assert_error (error, SOULS_COMPARISON_ERROR, SOULS_COMPARISON_ERROR_FULL);
  g_assert_cmpint (self->n_changed, ==, G_N_ELEMENTS (ids));
}

/* A title is there once; a rename to what it is says nothing. */
static void
test_titles (Fixture       *self,
             gconstpointer  unused)
{
  add (self, get_preset (self, "cloud-winter"), "A");
  add (self, get_preset (self, "spin-off"), "A");
  add (self, get_preset (self, "ads-off"), "B");
  g_assert_cmpstr (souls_comparison_get (self->comparison, 1)->title, ==, "A (2)");
  souls_comparison_rename (self->comparison, 2, "A");
  g_assert_cmpstr (souls_comparison_get (self->comparison, 2)->title, ==, "A (3)");
  g_assert_cmpint (self->n_changed, ==, 4);
  souls_comparison_rename (self->comparison, 0, "A");
  g_assert_cmpint (self->n_changed, ==, 4);
  souls_comparison_remove (self->comparison, 0);
  g_assert_cmpstr (souls_comparison_get (self->comparison, 0)->title, ==, "A (2)");
  souls_comparison_clear (self->comparison);
  souls_comparison_clear (self->comparison);
  g_assert_cmpuint (souls_comparison_get_n (self->comparison), ==, 0);
  g_assert_cmpint (self->n_changed, ==, 6);
  g_assert_cmpint (self->n_session_changed, ==, 6);
}

static SoulsSide
make_side (const SoulsSnapshot *snapshot)
{
  return (SoulsSide) { snapshot->calibration, &snapshot->scenario->settings, &snapshot->drivers, &snapshot->results };
}

static const SoulsDifference *
find_row (const GArray        *rows,
          SoulsDifferenceKind  kind,
          int                  which)
{
  for (guint k = 0; k < rows->len; k++)
    {
      const SoulsDifference *row = &g_array_index (rows, SoulsDifference, k);

      if (row->kind == kind && row->which == which)
        return row;
    }
  return NULL;
}

/* Every pair of presets: a driver is listed if it stands elsewhere in the files, and only then; a metric if its value
 * differs. */
static void
test_differences (Fixture       *self,
                  gconstpointer  unused)
{
  SoulsDataSet *data = souls_session_get_data (self->session);
  const int n = souls_presets_get_n (self->presets);

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        const SoulsScenario *scenario[2] = { souls_presets_get (self->presets, i)->scenario,
                                             souls_presets_get (self->presets, j)->scenario };
        SoulsSide sides[2];
        g_autoptr (GArray) rows = NULL;
        int year;

        souls_comparison_clear (self->comparison);
        add (self, scenario[0], "first");
        if (i != j)
          add (self, scenario[1], "second");
        sides[0] = make_side (souls_comparison_get (self->comparison, 0));
        sides[1] = make_side (souls_comparison_get (self->comparison, i != j));
        year = MIN (sides[0].results->base_year + sides[0].results->horizon,
                    sides[1].results->base_year + sides[1].results->horizon);
        rows = souls_differences (data, sides, 2, year);
        g_assert_true (i == j ? rows->len == 0 : rows->len > 0);
        for (int k = 0; k < SOULS_N_DRIVERS; k++)
          {
            const SoulsDifference *row = find_row (rows, SOULS_DIFFERENCE_DRIVER, k);
            double shown[2];

            for (int s = 0; s < 2; s++)
              shown[s] = sides[s].drivers->target[k] != sides[s].calibration->baseline[k]
                           ? souls_scenario_shown ((SoulsDriver) k, scenario[s]->value[k]) : NAN;
            g_assert_true ((row == NULL) == (shown[0] == shown[1] || (isnan (shown[0]) && isnan (shown[1]))));
            for (int s = 0; row != NULL && s < 2; s++)
              g_assert_true (row->value[s] == shown[s] || (isnan (row->value[s]) && isnan (shown[s])));
          }
        g_assert_true ((find_row (rows, SOULS_DIFFERENCE_SETTING, SOULS_COMPARED_BASE_YEAR) != NULL) ==
                       (sides[0].calibration != sides[1].calibration));
      }
}

/* Reported years are the same for scenarios of one base year; where one of them projects the year, the other has what was
 * reported. */
static void
test_reported (Fixture       *self,
               gconstpointer  unused)
{
  SoulsDataSet *data = souls_session_get_data (self->session);
  const SoulsDifference *row;
  SoulsSide sides[2];
  g_autoptr (GArray) same = NULL;
  g_autoptr (GArray) other = NULL;

  add (self, get_preset (self, "cloud-winter"), "A");
  add (self, get_preset (self, "all-marketplace"), "B");
  add (self, get_preset (self, "back-in-2014"), "C");
  sides[0] = make_side (souls_comparison_get (self->comparison, 0));
  sides[1] = make_side (souls_comparison_get (self->comparison, 1));
  same = souls_differences (data, sides, 2, 2022);
  for (guint k = 0; k < same->len; k++)
    g_assert_cmpint (g_array_index (same, SoulsDifference, k).kind, !=, SOULS_DIFFERENCE_METRIC);

  sides[1] = make_side (souls_comparison_get (self->comparison, 2));
  other = souls_differences (data, sides, 2, 2022);
  row = find_row (other, SOULS_DIFFERENCE_METRIC, SOULS_METRIC_INCOME_TOTAL);
  g_assert_nonnull (row);
  g_assert_cmpfloat_with_epsilon (row->value[0], 12248, 0.5);
  g_assert_cmpfloat (row->value[1], ==, sides[1].results->value[SOULS_METRIC_INCOME_TOTAL][2022 - 2014]);
}

static void
add_test (const char *path,
          void      (*test) (Fixture *self, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/document/comparison/snapshot", test_snapshot);
  add_test ("/document/comparison/refused", test_refused);
  add_test ("/document/comparison/titles", test_titles);
  add_test ("/document/comparison/differences", test_differences);
  add_test ("/document/comparison/reported", test_reported);
  return g_test_run ();
}
