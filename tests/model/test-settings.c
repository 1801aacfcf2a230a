/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fixture.h"

static void
test_check (void)
{
  const struct
  {
    SoulsSettings settings;
    const char *name;      /* NULL: good */
  } rows[] = {
    { { 1, 1, 0 }, NULL },
    { { SOULS_MAX_HORIZON, SOULS_MAX_PHASE_IN, SOULS_RUNG_ONE_TIME }, NULL },
    { { 0, 1, 0 }, "horizon" },
    { { 21, 1, 0 }, "horizon" },
    { { -1, 1, 0 }, "horizon" },
    { { 10, 0, 0 }, "phase-in" },
    { { 10, 11, 0 }, "phase-in" },
    { { 10, 3, SOULS_N_RUNGS }, "rung" },
    { { 10, 3, (SoulsRung) -1 }, "rung" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (souls_settings_check (&rows[i].settings, &error), ==, rows[i].name == NULL);
      if (rows[i].name == NULL)
        continue;
      g_assert_error (error, SOULS_MODEL_ERROR, SOULS_MODEL_ERROR_RANGE);
      g_assert_true (g_str_has_prefix (error->message, rows[i].name));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_default (void)
{
  g_assert_true (souls_settings_check (&SOULS_SETTINGS_DEFAULT, NULL));
  g_assert_cmpint (SOULS_SETTINGS_DEFAULT.horizon, ==, 10);
  g_assert_cmpint (SOULS_SETTINGS_DEFAULT.phase_in, ==, 3);
  g_assert_cmpint (SOULS_SETTINGS_DEFAULT.rung, ==, SOULS_RUNG_ARITHMETIC);
}

/* A rung's word is the end of its metric's id. */
static void
test_rungs (void)
{
  for (int i = 0; i < SOULS_N_RUNGS; i++)
    {
      const SoulsRung rung = (SoulsRung) i;
      g_autofree char *id = g_strconcat ("without-aws-", souls_rung_id (rung), NULL);
      SoulsRung found;

      g_assert_true (souls_rung_from_id (souls_rung_id (rung), &found));
      g_assert_cmpint (found, ==, rung);
      g_assert_cmpstr (souls_metric_info (souls_rung_metric (rung))->id, ==, id);
      g_assert_cmpstr (souls_rung_name (rung), !=, "");
      g_assert_cmpstr (souls_rung_explanation (rung), !=, "");
    }
  g_assert_false (souls_rung_from_id ("arithmetics", &(SoulsRung) { 0 }));
  g_assert_false (souls_rung_from_id (NULL, &(SoulsRung) { 0 }));
}

static void
test_kinds (void)
{
  const char *const ids[] = { "reported", "estimated", "assumed" };

  for (int i = 0; i < SOULS_N_KINDS; i++)
    {
      SoulsKind kind;

      g_assert_true (souls_kind_from_id (ids[i], &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (souls_kind_id (kind), ==, ids[i]);
      g_assert_cmpstr (souls_kind_name (kind), !=, "");
      g_assert_cmpint (g_utf8_strlen (souls_kind_sign (kind), -1), ==, 1);
      for (int j = 0; j < SOULS_N_KINDS; j++)
        g_assert_cmpint (souls_kind_worst (kind, (SoulsKind) j), ==, MAX (i, j));
    }
  g_assert_false (souls_kind_from_id ("guessed", &(SoulsKind) { 0 }));
}

static gboolean
is_kebab_case (const char *id)
{
  return g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", id, 0, 0);
}

static void
test_metrics (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) symbols = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < SOULS_N_SERIES; i++)
    {
      const SoulsMetricInfo *info = souls_metric_info ((SoulsMetric) i);
      SoulsMetric found;

      g_assert_true (is_kebab_case (info->id));
      g_assert_true (g_hash_table_add (ids, (gpointer) info->id));
      g_assert_true (g_hash_table_add (symbols, (gpointer) info->symbol));
      g_assert_cmpstr (info->name, !=, "");
      g_assert_cmpstr (info->formula, !=, "");
      g_assert_cmpint (souls_metric_from_id (info->id, &found), ==, i < SOULS_N_METRICS);
      if (i < SOULS_N_METRICS)
        g_assert_cmpint (found, ==, i);
    }
  g_assert_false (souls_metric_from_id ("profit", &(SoulsMetric) { 0 }));
}

/* The page's list of outputs, in its order. */
static void
test_metric_ids (void)
{
  const char *const ids[] = {
    "gmv", "gmv-third-party", "take-rate", "fba-gmv",
    "sales-online", "sales-physical", "sales-third-party", "sales-advertising", "sales-subscription", "sales-other",
    "sales-aws", "sales-stores", "sales-north-america", "sales-international", "sales-total",
    "profit-first-party", "profit-third-party", "profit-advertising", "profit-subscription", "profit-other",
    "profit-overhead",
    "operating-income-stores", "operating-income-north-america", "operating-income-international",
    "operating-income-aws", "operating-income-total",
    "margin-stores", "margin-north-america", "margin-international", "margin-aws", "margin-total",
    "aws-share-of-sales", "aws-share-of-profit",
    "without-aws-arithmetic", "without-aws-stranded", "without-aws-transfer-price", "without-aws-dissynergies",
    "without-aws-one-time", "without-aws",
    "free-cash-flow", "free-cash-flow-without-aws", "float", "cash-conversion-cycle", "price-investment", "seller-keeps",
  };

  g_assert_cmpint (G_N_ELEMENTS (ids), ==, SOULS_N_METRICS);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (souls_metric_info ((SoulsMetric) i)->id, ==, ids[i]);
}

static void
test_figures (void)
{
  g_autoptr (GHashTable) symbols = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < SOULS_N_FIGURES; i++)
    {
      SoulsFigure found;

      g_assert_true (is_kebab_case (souls_figure_id ((SoulsFigure) i)));
      g_assert_true (souls_figure_from_id (souls_figure_id ((SoulsFigure) i), &found));
      g_assert_cmpint (found, ==, i);
      g_assert_true (g_hash_table_add (symbols, (gpointer) souls_figure_symbol ((SoulsFigure) i)));
      g_assert_cmpstr (souls_figure_name ((SoulsFigure) i), !=, "");
    }
  for (int i = 0; i < SOULS_N_BELIEFS; i++)
    {
      SoulsBelief found;

      g_assert_true (souls_belief_from_id (souls_belief_id ((SoulsBelief) i), &found));
      g_assert_cmpint (found, ==, i);
      g_assert_cmpstr (souls_belief_name ((SoulsBelief) i), !=, "");
    }
  g_assert_false (souls_figure_from_id ("sales", &(SoulsFigure) { 0 }));
  g_assert_false (souls_belief_from_id ("z0", &(SoulsBelief) { 0 }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/settings/check", test_check);
  g_test_add_func ("/model/settings/default", test_default);
  g_test_add_func ("/model/rungs/table", test_rungs);
  g_test_add_func ("/model/kinds/table", test_kinds);
  g_test_add_func ("/model/metrics/table", test_metrics);
  g_test_add_func ("/model/metrics/ids", test_metric_ids);
  g_test_add_func ("/model/figures/table", test_figures);
  return g_test_run ();
}
