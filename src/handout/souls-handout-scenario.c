/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-handout-private.h"

#include <glib/gi18n.h>

#include "souls-share.h"

/* Rows of changed drivers on a slide. */
#define ROWS_OF_SLIDE 10

static const char *const usual_charts[] = { "with-without", "timeline", "lines", NULL };
static const char *const usual_moved_charts[] = { "with-without", "timeline", "bridge/drivers", "lines", NULL };

/* @first: of the changed drivers, on a slide of them */
typedef struct
{
  SoulsSheet *sheet;
  SoulsSituation *situation;
  const char *title;
  char *code;
  int first;
} Maker;

static char *
make_title (const SoulsSheet     *sheet,
            const SoulsSituation *situation)
{
  const char *title = situation->scenario->text[SOULS_SCENARIO_TITLE];
  g_autofree char *year = g_strdup_printf ("%d", situation->calibration->year);

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  return souls_sheet_fill (sheet, situation->n_moves > 0 ? N_("Scenario from fiscal %1$s") : N_("Baseline from fiscal %1$s"), year,
                           NULL);
}

static const char *const code_label = N_("The code of this scenario. In Two Souls, paste it to have the sliders here again.");

static void
add_front (SoulsFlow *flow,
           gpointer   data)
{
  Maker *self = data;
  char *const *text = self->situation->scenario->text;
  g_autofree char *headline = souls_headline (&self->situation->input);
  g_autofree char *author = text[SOULS_SCENARIO_AUTHOR] != NULL
                              ? souls_sheet_fill (self->sheet, N_("By %1$s"), text[SOULS_SCENARIO_AUTHOR], NULL)
                              : NULL;

  souls_flow_add_text (flow, SOULS_ROLE_TITLE, self->title);
  souls_flow_add_text (flow, SOULS_ROLE_LEAD, text[SOULS_SCENARIO_QUESTION]);
  souls_flow_add_text (flow, SOULS_ROLE_DIM, author);
  souls_flow_add_text (flow, SOULS_ROLE_SUBHEADING, headline);
  souls_flow_add_text (flow, SOULS_ROLE_BODY, text[SOULS_SCENARIO_NOTES]);
}

static char *
say_settings (const Maker *self)
{
  const SoulsSettings *settings = &self->situation->scenario->settings;
  const int base = self->situation->calibration->year;
  g_autofree char *first = g_strdup_printf ("%d", base);
  g_autofree char *last = g_strdup_printf ("%d", base + settings->horizon);
  g_autofree char *phase_in = g_strdup_printf ("%d", settings->phase_in);
  g_autofree char *years = souls_sheet_fill (self->sheet, N_("Projected from fiscal %1$s to %2$s."), first, last);
  g_autofree char *moves = souls_sheet_fill (self->sheet, N_("Years until a changed driver has reached its place: %1$s."), phase_in,
                                             NULL);
  g_autofree char *rung = souls_sheet_fill (self->sheet, N_("“Without AWS” means: %1$s. %2$s"),
                                            souls_sheet_say (self->sheet, souls_rung_name (settings->rung)),
                                            souls_sheet_say (self->sheet, souls_rung_explanation (settings->rung)));

  return g_strdup_printf ("%s %s\n%s", years, moves, rung);
}

static void
add_move (const Maker *self,
          SoulsFlow   *flow,
          SoulsDriver  driver)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  const double baseline = self->situation->calibration->baseline[driver];
  const double here = self->situation->drivers.target[driver];
  g_autofree char *before = souls_sheet_say_driver (self->sheet, driver, baseline);
  g_autofree char *now = souls_sheet_say_driver (self->sheet, driver, here);
  const char *cells[] = { souls_sheet_say (self->sheet, info->name), before, now,
                          souls_sheet_say (self->sheet, here < baseline ? info->low_end : info->high_end) };

  souls_flow_add_row (flow, cells);
}

static void
add_moves (const Maker *self,
           SoulsFlow   *flow,
           int          first,
           int          n)
{
  const SoulsColumn columns[] = { { souls_sheet_say (self->sheet, N_("Driver")), 2.4, FALSE },
                                  { souls_sheet_say (self->sheet, N_("Baseline")), 1.3, TRUE },
                                  { souls_sheet_say (self->sheet, N_("Here")), 1.3, TRUE },
                                  { souls_sheet_say (self->sheet, N_("Towards")), 2.6, FALSE } };

  souls_flow_begin_table (flow, columns, G_N_ELEMENTS (columns));
  for (int i = first; i < MIN (first + n, self->situation->n_moves); i++)
    add_move (self, flow, self->situation->moves[i]);
}

static void
add_changes (Maker     *self,
             SoulsFlow *flow)
{
  g_autofree char *settings = say_settings (self);

  souls_flow_add_text (flow, SOULS_ROLE_HEADING, souls_sheet_say (self->sheet, N_("What was changed")));
  souls_flow_add_text (flow, SOULS_ROLE_BODY, settings);
  if (self->situation->n_moves > 0)
    add_moves (self, flow, 0, self->situation->n_moves);
  else
    souls_flow_add_text (flow, SOULS_ROLE_BODY, souls_sheet_say (self->sheet, N_("Every driver is at its baseline.")));
}

/**
 * souls_handout_get_charts:
 * @moved: whether a driver is away from its baseline
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the charts that a hand-out shows where none are asked for
 */
const char *const *
souls_handout_get_charts (const SoulsScenario *scenario,
                          gboolean             moved)
{
  const char *const *named = (const char *const *) scenario->charts;

  if (named != NULL && *named != NULL)
    return named;
  return moved ? usual_moved_charts : usual_charts;
}

static const char *const *
get_charts (const Maker *self)
{
  const char *const *asked = self->sheet->options->charts;

  return asked != NULL ? asked : souls_handout_get_charts (self->situation->scenario, self->situation->n_moves > 0);
}

static void
add_chart (Maker      *self,
           SoulsFlow  *flow,
           const char *id)
{
  SoulsChart chart;
  int view;

  if (souls_handout_find_chart (id, &chart, &view, NULL))
    souls_flow_add_chart (flow, chart, souls_situation_look (self->situation, chart, view),
                          souls_sheet_get_chart_height (self->sheet));
}

static void
make_paper (Maker *self)
{
  g_autoptr (SoulsFlow) flow = souls_sheet_start (self->sheet);

  add_front (flow, self);
  add_changes (self, flow);
  for (const char *const *id = get_charts (self); *id != NULL; id++)
    add_chart (self, flow, *id);
  souls_flow_add_code (flow, souls_sheet_say (self->sheet, code_label), self->code);
  souls_flow_break (flow);
  souls_sheet_add_assumptions (self->sheet, flow, self->situation);
  souls_flow_break (flow);
  souls_sheet_add_formulas (self->sheet, flow, self->situation);
  souls_sheet_pour (self->sheet, flow);
}

static void
fill_title_slide (SoulsFlow *flow,
                  gpointer   data)
{
  Maker *self = data;

  add_front (flow, self);
  souls_flow_add_code (flow, souls_sheet_say (self->sheet, code_label), self->code);
}

static void
fill_moves_slide (SoulsFlow *flow,
                  gpointer   data)
{
  Maker *self = data;
  g_autofree char *settings = say_settings (self);

  souls_flow_add_text (flow, SOULS_ROLE_HEADING, souls_sheet_say (self->sheet, N_("What was changed")));
  souls_flow_add_text (flow, SOULS_ROLE_DIM, settings);
  add_moves (self, flow, self->first, ROWS_OF_SLIDE);
}

static void
make_slides (Maker *self)
{
  SoulsChart chart;
  int view;

  souls_sheet_add_title_slide (self->sheet, fill_title_slide, self);
  for (self->first = 0; self->first < self->situation->n_moves; self->first += ROWS_OF_SLIDE)
    souls_sheet_add_slide (self->sheet, fill_moves_slide, self, NULL, NULL, NULL);
  for (const char *const *id = get_charts (self); *id != NULL; id++)
    if (souls_handout_find_chart (*id, &chart, &view, NULL))
      souls_sheet_add_slide (self->sheet, NULL, NULL, self->situation, *id, NULL);
}

/* The base year is named, as "the last" would be another one with later data. */
static void
attach (SoulsPages           *pages,
        const SoulsSituation *situation)
{
  g_autoptr (SoulsScenario) copy = souls_scenario_copy (situation->scenario);
  g_autofree char *text = NULL;

  copy->base_year = situation->calibration->year;
  text = souls_scenario_to_text (copy, NULL);
  souls_scene_set_attachment (souls_pages_get_scene (pages, 0), SOULS_SCENARIO_FORMAT, text);
}

static gboolean
check_charts (const SoulsHandoutOptions *options,
              GError                   **error)
{
  SoulsChart chart;
  int view;

  for (const char *const *id = options->charts; id != NULL && *id != NULL; id++)
    if (!souls_handout_find_chart (*id, &chart, &view, error))
      return FALSE;
  return TRUE;
}

/**
 * souls_handout_new_scenario:
 * @scenario: its texts in the reader's language
 * @error: a value error of the scenario, or %SOULS_HANDOUT_ERROR_CHART
 *
 * Lays a scenario out on pages. The PDF carries the scenario, to be opened again.
 *
 * Returns: (transfer full) (nullable): the pages
 */
SoulsPages *
souls_handout_new_scenario (const SoulsScenario       *scenario,
                            SoulsDataSet              *data,
                            const SoulsHandoutOptions *options,
                            GError                   **error)
{
  g_autoptr (SoulsSituation) situation = NULL;
  g_auto (SoulsSheet) sheet = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *code = NULL;
  g_autofree char *headline = NULL;
  SoulsPages *pages;
  Maker maker;

  if (!check_charts (options, error) ||
      (situation = souls_situation_new (scenario, data, options->year, options->words, error)) == NULL)
    return NULL;
  souls_sheet_init (&sheet, options, data);
  title = make_title (&sheet, situation);
  code = souls_share_encode (situation->scenario, data);
  headline = souls_headline (&situation->input);
  souls_sheet_set_source (&sheet, situation->scenario->text[SOULS_SCENARIO_TITLE], situation->calibration->year, code);
  maker = (Maker) { &sheet, situation, title, code, 0 };
  if (souls_sheet_is_slides (&sheet))
    make_slides (&maker);
  else
    make_paper (&maker);
  pages = souls_sheet_finish (&sheet, title, headline);
  attach (pages, situation);
  return pages;
}
