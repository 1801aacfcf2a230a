/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-cli-options.h"

const SoulsVerb souls_cli_verbs[] = {
  { "years", N_("List the fiscal years that a projection can start from"), NULL, NULL,
    souls_cli_run_years },
  { "drivers", N_("List the drivers with their range and baseline"), NULL,
    N_("Range and baseline are those of the base year, in the unit shown: percent, points, US$ "
        "million, days or years."),
    souls_cli_run_drivers },
  { "metrics", N_("List what the model computes"), NULL, NULL, souls_cli_run_metrics },
  { "charts", N_("List the charts"), NULL, NULL, souls_cli_run_charts },
  { "presets", N_("List the scenarios that ship, and your own"), NULL,
    N_("Each can stand where a verb takes a FILE. Your own are files in the folder "
        "two-souls/presets of your data folder."),
    souls_cli_run_presets },
  { "lessons", N_("List the lessons that ship, and your own"), NULL,
    N_("Your own are files in the folder two-souls/lessons of your data folder."), souls_cli_run_lessons },
  { "run", N_("Compute a scenario, year by year"), N_("[FILE|PRESET]"),
    N_("FILE is a scenario (*.souls); without one, all drivers are at their baseline. Options go "
        "on top of the file."),
    souls_cli_run_run },
  { "check", N_("Compare the model’s base years with the filings, figure by figure"), NULL,
    N_("Ends with status 1 if any figure differs."), souls_cli_run_check },
  { "explain", N_("Follow a metric link by link down to the filings"), N_("METRIC [FILE]"),
    N_("Shows formula, value and provenance of the metric and of everything that it is made of."),
    souls_cli_run_explain },
  { "solve", N_("Find where a driver has to be for a wanted result"), N_("[FILE|PRESET]"),
    N_("Without --driver, ranks all drivers by how far each alone would have to go, as a share of its range. Ends with status 1 "
        "if the result cannot be reached within the slider’s range; the nearest is shown then."),
    souls_cli_run_solve },
  { "sensitivity", N_("Move each driver alone across its plausible band"), N_("[FILE|PRESET]"),
    N_("The one that changes the result most comes first."), souls_cli_run_sensitivity },
  { "simulate", N_("Draw the drivers from their bands in many worlds"), N_("[FILE|PRESET]"),
    N_("Each driver is drawn by itself from a triangle over its band, with the slider as its peak. The same seed gives the same "
        "worlds on any number of threads. JSON holds the standard error of every number."),
    souls_cli_run_simulate },
  { "map", N_("Compute a metric over a grid of two drivers"), N_("[FILE|PRESET]"), NULL, souls_cli_run_map },
  { "bridge", N_("Tell what changed, driver by driver in the order moved"), N_("[FILE|PRESET]"),
    N_("The order is that of the file, then that of --set."), souls_cli_run_bridge },
  { "compare", N_("List what differs between scenarios"), N_("FILE|PRESET|CODE…"),
    N_("Two to five scenarios: settings, drivers, and results in one year, by default the last of the first scenario. A driver "
        "without a value is at its baseline."),
    souls_cli_run_compare },
  { "share", N_("Write a scenario as a short code of letters and digits"), N_("[FILE|PRESET]"),
    N_("The code holds the base year, the settings and the changed drivers, but no texts. Options go on top of the file."),
    souls_cli_run_share },
  { "unshare", N_("Write the scenario file that a code stands for"), N_("CODE"),
    N_("Small letters, spaces and hyphens make no difference. A code can also stand where a verb takes a FILE."),
    souls_cli_run_unshare },
  { "say", N_("Put the numbers of a scenario into a text"), N_("TEXT [FILE|PRESET]"),
    N_("Expressions in braces become numbers: two-souls-cli say 'Without AWS: {without-aws 2022}'. They are those of lesson "
        "files."),
    souls_cli_run_say },
  { "validate", N_("Check scenario, lesson and data files"), N_("FILE…"),
    N_("Checks scenarios, reported figures and beliefs, by what their “format” says, and lessons with every number in their "
        "texts. Ends with status 2 if any is bad."),
    souls_cli_run_validate },
  { "render", N_("Draw a chart into a file"), N_("CHART [FILE]"),
    N_("The ending of the output file says the format: png, svg, pdf or, for the chart’s table, csv. "
        "With --all no CHART is named, and every chart goes into a folder. FILE is a scenario "
        "(*.souls)."),
    souls_cli_run_render },
  { "animate", N_("Draw how a chart changes, as a moving picture"), N_("CHART [FILE|PRESET]"),
    N_("From the baseline to the scenario, driver by driver in the order moved. The output is a GIF, or numbered PNG pictures "
        "where its name holds a place for the number: two-souls-cli animate timeline cloud-winter -o frame-%03d.png"),
    souls_cli_run_animate },
  { "handout", N_("Write a scenario or a lesson as a PDF to hand out, or as slides"), N_("[FILE|PRESET|CODE|LESSON]"),
    N_("A scenario: its question, charts, what was changed, what is assumed and where that comes from, formulas, its code. A "
        "lesson: its steps with room to answer, and the answers at the end; of slides, each after its step."),
    souls_cli_run_handout },
  { NULL }
};

/**
 * souls_cli_find_verb:
 * @id: the first word of the command line
 * @error: a value error that names the nearest verb
 *
 * Returns: (nullable) (transfer none): the row of the verb table
 */
const SoulsVerb *
souls_cli_find_verb (const char *id,
                     GError    **error)
{
  const char *ids[G_N_ELEMENTS (souls_cli_verbs)] = { NULL };

  for (gsize i = 0; souls_cli_verbs[i].id != NULL; i++)
    {
      ids[i] = souls_cli_verbs[i].id;
      if (strcmp (ids[i], id) == 0)
        return &souls_cli_verbs[i];
    }
  souls_cli_complain_unknown ("verb", id, ids, error);
  return NULL;
}
