/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-cli-options.h"
#include "souls-cli-words.h"
#include "souls-handout.h"
#include "souls-lessons.h"
#include "souls-text.h"

/* As written on the command line. */
typedef struct
{
  char *path;
  char *paper;
  char *charts;
  char *theme;
  char *language;
  char *year;
  gboolean notes;
  gboolean no_answers;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->path);
  g_free (self->paper);
  g_free (self->charts);
  g_free (self->theme);
  g_free (self->language);
  g_free (self->year);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
complain (GError    **error,
          const char *option,
          const char *expected,
          const char *found)
{
  g_autofree char *quote = found != NULL ? souls_text_quote (found) : NULL;

  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE, "%s: expected %s%s%s", option, expected,
                       quote != NULL ? ", found " : "", quote != NULL ? quote : "");
  return FALSE;
}

static gboolean
check_path (const Request *request,
            GError       **error)
{
  g_autofree char *lower = request->path != NULL ? g_ascii_strdown (request->path, -1) : NULL;

  if (lower != NULL && g_str_has_suffix (lower, ".pdf"))
    return TRUE;
  return complain (error, "-o", "an output file that ends in .pdf", request->path);
}

static gboolean
find_paper (const Request *request,
            SoulsPaper    *paper,
            GError       **error)
{
  g_autoptr (GString) ids = g_string_new ("one of ");

  *paper = SOULS_PAPER_A4;
  if (request->paper == NULL || souls_paper_from_id (request->paper, paper))
    return TRUE;
  for (int i = 0; i < SOULS_N_PAPERS; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", souls_paper_id ((SoulsPaper) i));
  return complain (error, "--paper", ids->str, request->paper);
}

/* Paper is printed in black as often as not; slides are seen on a screen. */
static gboolean
find_theme (const Request      *request,
            SoulsPaper          paper,
            const SoulsTheme  **theme,
            GError            **error)
{
  SoulsThemeId found = paper == SOULS_PAPER_SLIDES ? SOULS_THEME_LIGHT : SOULS_THEME_PRINT;
  g_autoptr (GString) ids = g_string_new ("one of ");

  if (request->theme == NULL || souls_theme_from_id (request->theme, &found))
    {
      *theme = souls_theme_get (found);
      return TRUE;
    }
  for (int i = 0; i < SOULS_N_THEMES; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", souls_theme_get ((SoulsThemeId) i)->id);
  return complain (error, "--theme", ids->str, request->theme);
}

static char **
split_charts (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0')
      g_strv_builder_add (builder, *part);
  return g_strv_builder_end (builder);
}

static gboolean
check_charts (char   **charts,
              GError **error)
{
  SoulsChart chart;
  int view;

  if (charts != NULL && *charts == NULL)
    return complain (error, "--charts", "charts between commas", NULL);
  for (; charts != NULL && *charts != NULL; charts++)
    if (!souls_handout_find_chart (*charts, &chart, &view, error))
      {
        g_prefix_error (error, "--charts: ");
        return FALSE;
      }
  return TRUE;
}

/* A name that no scenario can have, or that a lesson that ships has. (transfer full): NULL without @error where it is none. */
static SoulsLesson *
find_lesson (const char   *name,
             SoulsDataSet *data,
             GError      **error)
{
  g_autoptr (SoulsPresets) presets = NULL;
  g_autoptr (SoulsLessons) lessons = NULL;
  const SoulsLesson *lesson;

  if (name == NULL)
    return NULL;
  presets = souls_presets_load (data, error);
  if (presets == NULL)
    return NULL;
  if (g_str_has_suffix (name, SOULS_LESSON_SUFFIX))
    return souls_lesson_read (name, data, presets, error);
  if (strchr (name, G_DIR_SEPARATOR) != NULL || strchr (name, '.') != NULL || souls_presets_find (presets, name) != NULL)
    return NULL;
  lessons = souls_lessons_load (data, presets, error);
  lesson = lessons != NULL ? souls_lessons_find (lessons, name) : NULL;
  return lesson != NULL ? souls_lesson_copy (lesson) : NULL;
}

static SoulsPages *
make_scenario (const SoulsCliOptions *options,
               const char            *name,
               SoulsDataSet          *data,
               const Request         *request,
               SoulsHandoutOptions   *wanted,
               GError               **error)
{
  g_auto (SoulsCliScenario) scenario = { .data = souls_data_set_ref (data) };

  if (request->notes || request->no_answers)
    {
      complain (error, request->notes ? "--notes" : "--no-answers", "a lesson", NULL);
      return NULL;
    }
  if (!souls_cli_scenario_load (&scenario, name, options, error))
    return NULL;
  if (request->year != NULL &&
      !souls_cli_parse_whole ("year", request->year, souls_data_set_get_first_year (scenario.data),
                              scenario.calibration->year + scenario.scenario->settings.horizon, &wanted->year, error))
    return NULL;
  return souls_handout_new_scenario (scenario.scenario, scenario.data, wanted, error);
}

/* A lesson says itself which scenarios and charts it shows. */
static gboolean
check_lesson_options (const SoulsCliOptions *options,
                      const Request         *request,
                      GError               **error)
{
  const char *option = request->charts != NULL        ? "--charts"
                       : request->year != NULL        ? "--year"
                       : options->assignments != NULL ? "--set"
                       : options->base_year != NULL   ? "--base-year"
                       : options->horizon != NULL     ? "--horizon"
                       : options->phase_in != NULL    ? "--phase-in"
                       : options->rung != NULL        ? "--rung"
                                                      : NULL;

  return option == NULL || complain (error, option, "a scenario, not a lesson", NULL);
}

static SoulsPages *
make_pages (const SoulsCliOptions *options,
            const Request         *request,
            SoulsHandoutOptions   *wanted,
            GError               **error)
{
  const char *name = options->rest != NULL ? options->rest[0] : NULL;
  g_autoptr (SoulsDataSet) data = souls_cli_load_data (error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SoulsLesson) lesson = data != NULL ? find_lesson (name, data, &local_error) : NULL;
  SoulsPages *pages;

  if (data == NULL)
    return NULL;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (lesson == NULL)
    return make_scenario (options, name, data, request, wanted, error);
  if (!check_lesson_options (options, request, error))
    return NULL;
  pages = souls_handout_new_lesson (lesson, data, wanted, error);
  if (pages == NULL)
    g_prefix_error (error, "%s: ", name);
  return pages;
}

static void
report (const SoulsCliOptions *options,
        const char            *path,
        const SoulsPages      *pages,
        GString               *output)
{
  g_autoptr (SoulsTable) table = souls_table_new ();
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *number = g_strdup_printf ("%u", souls_pages_get_n (pages));
  g_autofree char *text = NULL;

  souls_table_add_column (table, "file", _("File"));
  souls_table_add_column (table, "title", _("Title"));
  souls_table_add_column (table, "pages", _("Pages"));
  souls_table_add_text (table, name, NULL);
  souls_table_add_text (table, souls_scene_get_finding (souls_pages_get_scene (pages, 0)), NULL);
  souls_table_add_number (table, souls_pages_get_n (pages), number);
  text = souls_table_write (table, options->format);
  g_string_append (output, text);
}

/**
 * souls_cli_run_handout:
 *
 * Writes a hand-out or slides as a PDF.
 */
SoulsExit
souls_cli_run_handout (int      argc,
                       char   **argv,
                       GString *output,
                       GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (Request) request = { 0 };
  g_auto (GStrv) charts = NULL;
  g_autoptr (SoulsPages) pages = NULL;
  const SoulsTheme *theme;
  SoulsHandoutOptions wanted = { .version = SOULS_VERSION };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.path, N_("Where to write: a file that ends in .pdf"), N_("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &request.paper, N_("a4, letter or slides; a4 if not said"), N_("PAPER") },
    { "charts", 0, 0, G_OPTION_ARG_STRING, &request.charts, N_("A scenario’s charts, between commas; a view after a slash"),
      N_("ID,…") },
    { "year", 0, 0, G_OPTION_ARG_STRING, &request.year, N_("Fiscal year that a scenario’s charts look at"), N_("YEAR") },
    { "notes", 0, 0, G_OPTION_ARG_NONE, &request.notes, N_("With a lesson’s notes for the speaker"), NULL },
    { "no-answers", 0, 0, G_OPTION_ARG_NONE, &request.no_answers, N_("Without a lesson’s answers"), NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &request.theme,
      N_("Colours: light, dark, high-contrast, high-contrast-dark or print; print on paper, light on slides if not said"),
      N_("THEME") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &request.language, N_("Language; the locale’s if not said"), N_("LANGUAGE") },
    { NULL }
  };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries, argc, argv, error) ||
      !souls_cli_check_rest (&options, 0, 1, error) || !check_path (&request, error) ||
      !find_paper (&request, &wanted.paper, error) || !find_theme (&request, wanted.paper, &theme, error) ||
      (request.language != NULL && !souls_cli_words_set_language (request.language, error)))
    return SOULS_EXIT_BAD;
  charts = request.charts != NULL ? split_charts (request.charts) : NULL;
  wanted.words = souls_cli_words ();
  wanted.charts = (const char *const *) charts;
  wanted.notes = request.notes;
  wanted.answers = !request.no_answers;
  if (!check_charts (charts, error) || (pages = make_pages (&options, &request, &wanted, error)) == NULL ||
      !souls_pages_write (pages, theme, request.path, error))
    return SOULS_EXIT_BAD;
  report (&options, request.path, pages, output);
  return SOULS_EXIT_YES;
}
