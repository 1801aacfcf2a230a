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
  { "run", N_("Compute a scenario, year by year"), N_("[FILE]"),
    N_("FILE is a scenario (*.souls); without one, all drivers are at their baseline. Options go "
        "on top of the file."),
    souls_cli_run_run },
  { "check", N_("Compare the model’s base years with the filings, figure by figure"), NULL,
    N_("Ends with status 1 if any figure differs."), souls_cli_run_check },
  { "explain", N_("Follow a metric link by link down to the filings"), N_("METRIC [FILE]"),
    N_("Shows formula, value and provenance of the metric and of everything that it is made of."),
    souls_cli_run_explain },
  { "validate", N_("Check scenario and data files"), N_("FILE…"),
    N_("Checks scenarios, reported figures and beliefs, by what their “format” says. Ends with "
        "status 2 if any is bad."),
    souls_cli_run_validate },
  { "render", N_("Draw a chart into a file"), N_("CHART [FILE]"),
    N_("The ending of the output file says the format: png, svg or pdf. FILE is a scenario "
        "(*.souls)."),
    souls_cli_run_render },
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
