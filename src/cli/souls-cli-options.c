/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-cli-options.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "souls-cli-words.h"
#include "souls-presets.h"
#include "souls-share.h"
#include "souls-text.h"

/**
 * souls_cli_options_clear:
 * @self: options
 */
void
souls_cli_options_clear (SoulsCliOptions *self)
{
  g_clear_pointer (&self->base_year, g_free);
  g_clear_pointer (&self->horizon, g_free);
  g_clear_pointer (&self->phase_in, g_free);
  g_clear_pointer (&self->rung, g_free);
  g_clear_pointer (&self->assignments, g_strfreev);
  g_clear_pointer (&self->rest, g_strfreev);
}

static GOptionContext *
create_context (const SoulsVerb *verb)
{
  GOptionContext *context = g_option_context_new (verb->arguments != NULL ? _(verb->arguments)
                                                                          : NULL);
  g_autofree char *name = g_strconcat (SOULS_CLI_NAME, " ", verb->id, NULL);
  g_autofree char *summary = g_strconcat (_(verb->summary), ".", NULL);

  g_set_prgname (name);
  /* GLib's own help goes through the locale's character set, which may lack ours. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  if (verb->description != NULL)
    g_option_context_set_description (context, _(verb->description));
  return context;
}

static void
add_entries (SoulsCliOptions *self,
             SoulsCliTakes    takes,
             char           **format,
             gboolean        *help,
             GOptionContext  *context)
{
  const GOptionEntry common[] = { { "help", 'h', 0, G_OPTION_ARG_NONE, help,
                                    N_("Say more about the verb"), NULL },
                                  { "format", 'f', 0, G_OPTION_ARG_STRING, format,
                                    N_("How to write: table, csv or json"), N_("FORMAT") },
                                  { NULL } };
  const GOptionEntry base_year[] = { { "base-year", 'y', 0, G_OPTION_ARG_STRING, &self->base_year,
                                       N_("Fiscal year to start from"), N_("YEAR") },
                                     { NULL } };
  const GOptionEntry scenario[] = {
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &self->assignments,
      N_("Set a driver, in the unit shown; may be repeated"), N_("ID=VALUE") },
    { "horizon", 0, 0, G_OPTION_ARG_STRING, &self->horizon,
      N_("How many years to project, 1 to 20"), N_("N") },
    { "phase-in", 0, 0, G_OPTION_ARG_STRING, &self->phase_in,
      N_("Years until a driver has reached its target, 1 to 10"), N_("N") },
    { "rung", 'r', 0, G_OPTION_ARG_STRING, &self->rung,
      N_("What “without AWS” means: a word or 0 to 4"), N_("RUNG") },
    { NULL }
  };
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->rest, NULL, NULL }, { NULL }
  };

  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if ((takes & (SOULS_CLI_TAKES_BASE_YEAR | SOULS_CLI_TAKES_SCENARIO)) != 0)
    g_option_context_add_main_entries (context, base_year, GETTEXT_PACKAGE);
  if ((takes & SOULS_CLI_TAKES_SCENARIO) != 0)
    g_option_context_add_main_entries (context, scenario, GETTEXT_PACKAGE);
  if ((takes & SOULS_CLI_TAKES_REST) != 0)
    g_option_context_add_main_entries (context, rest, GETTEXT_PACKAGE);
}

static void
show_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  fputs (help, stdout);
  if (!g_str_has_suffix (help, "\n"))
    putchar ('\n');
  exit (fflush (stdout) == 0 ? SOULS_EXIT_YES : SOULS_EXIT_BAD);
}

static gboolean
parse_format (SoulsCliOptions *self,
              const char      *format,
              GError         **error)
{
  g_autofree char *quote = NULL;

  self->format = SOULS_TABLE_TEXT;
  if (format == NULL || souls_table_format_from_id (format, &self->format))
    return TRUE;
  quote = souls_text_quote (format);
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "--format: expected table, csv or json, found %s", quote);
  return FALSE;
}

/**
 * souls_cli_options_parse:
 * @self: (out caller-allocates): options, zeroed
 * @takes: which the verb takes
 * @more: (nullable): the verb's own
 * @argc: how many words
 * @argv: the words; the first is the verb
 * @error: what is wrong with them
 *
 * Returns: whether the options can be used
 */
gboolean
souls_cli_options_parse (SoulsCliOptions    *self,
                         SoulsCliTakes       takes,
                         const GOptionEntry *more,
                         int                 argc,
                         char              **argv,
                         GError            **error)
{
  const SoulsVerb *verb = souls_cli_find_verb (argv[0], NULL);
  g_autoptr (GOptionContext) context = create_context (verb);
  g_autofree char *format = NULL;
  gboolean help = FALSE;

  if (more != NULL)
    g_option_context_add_main_entries (context, more, GETTEXT_PACKAGE);
  add_entries (self, takes, &format, &help, context);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (help)
    show_help (context);
  if (argc > 1)
    {
      g_autofree char *quote = souls_text_quote (argv[1]);

      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE, "%s: %s is not expected here",
                           verb->id, quote);
      return FALSE;
    }
  return parse_format (self, format, error);
}

/**
 * souls_cli_check_rest:
 * @self: parsed options
 * @min: how many words the verb needs beside its options
 * @max: how many it takes
 * @error: a value error that names the first word too many, or says that one is missing
 *
 * Returns: whether the number of words is right
 */
gboolean
souls_cli_check_rest (const SoulsCliOptions *self,
                      guint                  min,
                      guint                  max,
                      GError               **error)
{
  guint n = self->rest != NULL ? g_strv_length (self->rest) : 0;
  g_autofree char *name = g_filename_display_basename (g_get_prgname ());
  g_autofree char *quote = NULL;

  if (n >= min && n <= max)
    return TRUE;
  if (n < min)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                           "an argument is missing; see “%s --help”", name);
      return FALSE;
    }
  quote = souls_text_quote (self->rest[max]);
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "%s is not expected here; see “%s --help”", quote, name);
  return FALSE;
}

/**
 * souls_cli_parse_real:
 * @name: of the option
 * @text: what was written
 * @min: the least allowed
 * @max: the greatest allowed
 * @value: (out): the number
 * @error: a value error
 *
 * Returns: whether it is a number in the range
 */
gboolean
souls_cli_parse_real (const char *name,
                      const char *text,
                      double      min,
                      double      max,
                      double     *value,
                      GError    **error)
{
  g_autofree char *quote = NULL;

  if (souls_text_parse (text, value) && *value >= min && *value <= max)
    return TRUE;
  quote = souls_text_quote (text);
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "--%s: expected a number from %g to %g, found %s", name, min, max, quote);
  return FALSE;
}

/**
 * souls_cli_parse_whole:
 * @name: of the option
 * @text: what was written
 * @min: the least allowed
 * @max: the greatest allowed
 * @value: (out): the number
 * @error: a value error
 *
 * Returns: whether it is a whole number in the range
 */
gboolean
souls_cli_parse_whole (const char *name,
                       const char *text,
                       int         min,
                       int         max,
                       int        *value,
                       GError    **error)
{
  g_autofree char *quote = NULL;
  double number;

  if (souls_text_parse (text, &number) && number >= min && number <= max &&
      number == floor (number))
    {
      *value = (int) number;
      return TRUE;
    }
  quote = souls_text_quote (text);
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "--%s: expected a whole number from %d to %d, found %s", name, min, max,
                       quote);
  return FALSE;
}

/**
 * souls_cli_complain_unknown:
 * @what: what it should be the name of
 * @id: what was written
 * @ids: (array zero-terminated=1): the names that there are
 * @error: a value error that names the nearest of them
 *
 * Says that there is nothing of that name.
 */
void
souls_cli_complain_unknown (const char        *what,
                            const char        *id,
                            const char *const *ids,
                            GError           **error)
{
  g_autofree char *quote = souls_text_quote (id);
  g_autofree char *hint = souls_text_hint (id, ids);

  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE, "there is no %s %s%s", what, quote,
                       hint);
}

/**
 * souls_cli_find_metric:
 * @id: what was written
 * @metric: (out): the metric
 * @error: a value error that names the nearest id
 *
 * Returns: whether there is such a metric
 */
gboolean
souls_cli_find_metric (const char  *id,
                       SoulsMetric *metric,
                       GError     **error)
{
  const char *ids[SOULS_N_METRICS + 1] = { NULL };

  if (souls_metric_from_id (id, metric))
    return TRUE;
  for (int i = 0; i < SOULS_N_METRICS; i++)
    ids[i] = souls_metric_info ((SoulsMetric) i)->id;
  souls_cli_complain_unknown ("metric", id, ids, error);
  return FALSE;
}

/**
 * souls_cli_scenario_clear:
 * @self: a scenario
 */
void
souls_cli_scenario_clear (SoulsCliScenario *self)
{
  g_clear_pointer (&self->scenario, souls_scenario_free);
  g_clear_pointer (&self->data, souls_data_set_unref);
}

/**
 * souls_cli_warn:
 * @warnings: (nullable) (array zero-terminated=1): one line each
 *
 * Says on stderr what was left out.
 */
void
souls_cli_warn (const char *const *warnings)
{
  for (; warnings != NULL && *warnings != NULL; warnings++)
    fprintf (stderr, "%s: %s\n", SOULS_CLI_NAME, *warnings);
}

/**
 * souls_cli_load_data:
 * @error: what is wrong with the data that ships
 *
 * Returns: (nullable) (transfer full): the data
 */
SoulsDataSet *
souls_cli_load_data (GError **error)
{
  SoulsDataSet *data = souls_data_set_load_default (error);
  const char *const *warnings = data != NULL ? souls_data_set_get_warnings (data) : NULL;

  souls_cli_warn (warnings);
  return data;
}

static gboolean
apply_settings (SoulsScenario         *scenario,
                const SoulsDataSet    *data,
                const SoulsCliOptions *options,
                GError               **error)
{
  SoulsJsonPlace place = { NULL, "--rung", -1 };

  if (options->base_year != NULL &&
      !souls_cli_parse_whole ("base-year", options->base_year,
                              souls_data_set_get_first_year (data),
                              souls_data_set_get_last_year (data), &scenario->base_year, error))
    return FALSE;
  if (options->horizon != NULL &&
      !souls_cli_parse_whole ("horizon", options->horizon, 1, SOULS_MAX_HORIZON,
                              &scenario->settings.horizon, error))
    return FALSE;
  if (options->phase_in != NULL &&
      !souls_cli_parse_whole ("phase-in", options->phase_in, 1, SOULS_MAX_PHASE_IN,
                              &scenario->settings.phase_in, error))
    return FALSE;
  return options->rung == NULL ||
         souls_scenario_find_rung (&place, options->rung, &scenario->settings.rung, error);
}

static gboolean
apply_options (SoulsScenario         *scenario,
               const SoulsDataSet    *data,
               const SoulsCliOptions *options,
               GError               **error)
{
  if (!apply_settings (scenario, data, options, error))
    return FALSE;
  for (char **assignment = options->assignments; assignment != NULL && *assignment != NULL;
       assignment++)
    if (!souls_scenario_assign (scenario, data, *assignment, error))
      {
        g_prefix_error (error, "--set: ");
        return FALSE;
      }
  return TRUE;
}

/* What ships is written in the language of charts; the user's own is as it is. */
static SoulsScenario *
translate_preset (const SoulsPreset *preset)
{
  SoulsScenario *scenario = souls_scenario_copy (preset->scenario);

  for (int i = 0; preset->path == NULL && i < SOULS_N_SCENARIO_TEXTS; i++)
    if (preset->scenario->text[i] != NULL)
      souls_scenario_set_text (scenario, (SoulsScenarioText) i,
                               souls_words_say (souls_cli_words (), preset->scenario->text[i]));
  return scenario;
}

static SoulsScenario *
copy_preset (const char         *id,
             const SoulsDataSet *data,
             GError            **error)
{
  g_autoptr (SoulsPresets) presets = souls_presets_load (data, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const SoulsPreset *preset = presets != NULL ? souls_presets_find (presets, id) : NULL;

  if (preset != NULL)
    return translate_preset (preset);
  for (int i = 0; presets != NULL && i < souls_presets_get_n (presets); i++)
    g_ptr_array_add (ids, souls_presets_get (presets, i)->id);
  g_ptr_array_add (ids, NULL);
  if (presets != NULL)
    souls_cli_complain_unknown ("file or preset", id, (const char *const *) ids->pdata, error);
  return NULL;
}

/**
 * souls_cli_read_scenario:
 * @name: a scenario file, a preset's id, or a code that was shared
 * @data: the reported figures and beliefs
 * @error: what is wrong with it
 *
 * A name without folder or ending that no file has is a preset's or a code.
 *
 * Returns: (nullable) (transfer full): the scenario
 */
SoulsScenario *
souls_cli_read_scenario (const char         *name,
                         const SoulsDataSet *data,
                         GError            **error)
{
  if (strchr (name, G_DIR_SEPARATOR) == NULL && strchr (name, '.') == NULL &&
      !g_file_test (name, G_FILE_TEST_EXISTS))
    return souls_share_is_code (name) ? souls_share_decode (name, data, error) : copy_preset (name, data, error);
  return souls_scenario_read (name, data, error);
}

/**
 * souls_cli_scenario_load:
 * @self: (out caller-allocates): a scenario, zeroed but for the data, if they are loaded already
 * @path: (nullable): a scenario file or a preset's id; %NULL for everything at its baseline
 * @options: go on top of it
 * @error: what is wrong with file or options
 *
 * Returns: whether the scenario could be computed
 */
gboolean
souls_cli_scenario_load (SoulsCliScenario      *self,
                         const char            *path,
                         const SoulsCliOptions *options,
                         GError               **error)
{
  if (self->data == NULL)
    self->data = souls_cli_load_data (error);
  if (self->data == NULL)
    return FALSE;
  self->scenario = path != NULL ? souls_cli_read_scenario (path, self->data, error) : souls_scenario_new ();
  return self->scenario != NULL && apply_options (self->scenario, self->data, options, error) &&
         souls_cli_scenario_compute (self, error);
}

/* A driver that was set to its baseline has not moved. */
static void
find_moves (SoulsCliScenario *self)
{
  SoulsDriver changed[SOULS_N_DRIVERS];
  const int n = souls_scenario_get_moves (self->scenario, changed);

  self->n_moves = 0;
  for (int i = 0; i < n; i++)
    if (self->drivers.target[changed[i]] != self->calibration->baseline[changed[i]])
      self->moves[self->n_moves++] = changed[i];
}

/**
 * souls_cli_scenario_compute:
 * @self: a scenario
 * @error: a value error
 *
 * Computes a scenario anew.
 *
 * Returns: whether it could be
 */
gboolean
souls_cli_scenario_compute (SoulsCliScenario *self,
                            GError          **error)
{
  if (!souls_scenario_resolve (self->scenario, self->data, &self->calibration, &self->drivers,
                               error))
    return FALSE;
  souls_project (self->calibration, &self->scenario->settings, &self->drivers, &self->results);
  souls_scenario_get_bands (self->scenario, self->data, self->bands);
  find_moves (self);
  return TRUE;
}

/**
 * souls_cli_show_value:
 * @unit: of the model
 * @value: US$ million, a fraction, days or years; NAN for none
 *
 * Returns: (transfer full): the value as a person wants it in a column
 */
char *
souls_cli_show_value (SoulsUnit unit,
                      double    value)
{
  const SoulsWords *words = souls_cli_words ();

  if (!isfinite (value))
    return g_strdup ("–");
  switch (unit)
    {
    case SOULS_UNIT_MONEY:
      return souls_words_number (words, value, 0);
    case SOULS_UNIT_PERCENT:
    case SOULS_UNIT_PERCENT_PER_YEAR:
    case SOULS_UNIT_POINTS:
    case SOULS_UNIT_POINTS_PER_YEAR:
      return souls_words_percent_with (words, value, 1);
    case SOULS_UNIT_DAYS:
    case SOULS_UNIT_YEARS:
    case SOULS_UNIT_RATIO:
    default:
      return souls_words_number (words, value, 1);
    }
}

/**
 * souls_cli_unit_id:
 * @unit: of the model
 *
 * Returns: the unit's name in machine-readable output, "fraction" for what is shown in percent
 */
const char *
souls_cli_unit_id (SoulsUnit unit)
{
  switch (unit)
    {
    case SOULS_UNIT_PERCENT:
    case SOULS_UNIT_PERCENT_PER_YEAR:
    case SOULS_UNIT_POINTS:
    case SOULS_UNIT_POINTS_PER_YEAR:
      return "fraction";
    case SOULS_UNIT_MONEY:
    case SOULS_UNIT_DAYS:
    case SOULS_UNIT_YEARS:
    case SOULS_UNIT_RATIO:
    default:
      return souls_unit_id (unit);
    }
}
