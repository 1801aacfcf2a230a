/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "souls-chart.h"
#include "souls-cli-options.h"
#include "souls-cli-words.h"
#include "souls-output.h"
#include "souls-text.h"

#define DEFAULT_WIDTH 960
#define DEFAULT_HEIGHT 600
/* Smaller charts have no room for their words; larger ones no use. */
#define MIN_WIDTH 240
#define MIN_HEIGHT 180
#define MAX_SIDE 8000
#define MIN_SCALE 0.25
#define MAX_SCALE 8

/* As written on the command line. */
typedef struct
{
  char *path;
  char *width;
  char *height;
  char *scale;
  char *theme;
  char *language;
  char *year;
} Request;

typedef struct
{
  SoulsChart chart;
  SoulsFormat format;
  int width;
  int height;
  double scale;
  const SoulsTheme *theme;
} Picture;

static void
request_clear (Request *self)
{
  g_free (self->path);
  g_free (self->width);
  g_free (self->height);
  g_free (self->scale);
  g_free (self->theme);
  g_free (self->language);
  g_free (self->year);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
find_chart (const char *id,
            SoulsChart *chart,
            GError    **error)
{
  const char *ids[SOULS_N_CHARTS + 1] = { NULL };

  if (souls_chart_from_id (id, chart))
    return TRUE;
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    ids[i] = souls_chart_id ((SoulsChart) i);
  souls_cli_complain_unknown ("chart", id, ids, error);
  return FALSE;
}

static gboolean
find_theme (const char        *id,
            const SoulsTheme **theme,
            GError           **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *quote = NULL;
  SoulsThemeId found = SOULS_THEME_LIGHT;

  if (id == NULL || souls_theme_from_id (id, &found))
    {
      *theme = souls_theme_get (found);
      return TRUE;
    }
  for (int i = 0; i < SOULS_N_THEMES; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            souls_theme_get ((SoulsThemeId) i)->id);
  quote = souls_text_quote (id);
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "--theme: expected one of %s, found %s", ids->str, quote);
  return FALSE;
}

static gboolean
find_size (const Request *request,
           Picture       *picture,
           GError       **error)
{
  picture->width = DEFAULT_WIDTH;
  picture->height = DEFAULT_HEIGHT;
  picture->scale = 1;
  if (request->width != NULL && !souls_cli_parse_whole ("width", request->width, MIN_WIDTH,
                                                        MAX_SIDE, &picture->width, error))
    return FALSE;
  if (request->height != NULL && !souls_cli_parse_whole ("height", request->height, MIN_HEIGHT,
                                                         MAX_SIDE, &picture->height, error))
    return FALSE;
  return request->scale == NULL || souls_cli_parse_real ("scale", request->scale, MIN_SCALE,
                                                         MAX_SCALE, &picture->scale, error);
}

static gboolean
find_picture (const Request *request,
              const char    *chart,
              Picture       *picture,
              GError       **error)
{
  if (!find_chart (chart, &picture->chart, error))
    return FALSE;
  if (request->path == NULL)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                           "expected an output file: -o FILE.png, .svg or .pdf");
      return FALSE;
    }
  return souls_format_from_path (request->path, &picture->format, error) &&
         find_size (request, picture, error) &&
         find_theme (request->theme, &picture->theme, error);
}

/* Without a year: the end of a scenario that moves something, else what was reported last. */
static gboolean
find_year (const SoulsCliScenario *scenario,
           const char             *text,
           int                    *year,
           GError                **error)
{
  int last = scenario->calibration->year + scenario->scenario->settings.horizon;

  *year = scenario->n_moves > 0 ? last : scenario->calibration->year;
  return text == NULL ||
         souls_cli_parse_whole ("year", text, souls_data_set_get_first_year (scenario->data), last,
                                year, error);
}

static void
lay_out (const SoulsCliScenario *scenario,
         const Picture          *picture,
         int                     year,
         SoulsScene             *scene)
{
  g_autofree SoulsResults *baseline = g_new (SoulsResults, 1);
  g_autofree SoulsHistory *history = g_new (SoulsHistory, 1);
  g_autofree char *foot =
    souls_chart_foot (souls_cli_words (), scenario->calibration->year,
                      souls_data_set_year_is_second_hand (scenario->data, scenario->calibration->year));
  const SoulsSettings *settings = &scenario->scenario->settings;
  SoulsChartFrame frame = {
    .width = picture->width, .height = picture->height, .foot = foot, .with_finding = TRUE
  };
  int n;
  const SoulsCalibration *calibrations = souls_data_set_get_calibrations (scenario->data, &n);
  SoulsChartInput input = { .results = &scenario->results,
                            .baseline = baseline,
                            .history = history,
                            .settings = settings,
                            .drivers = &scenario->drivers,
                            .calibration = scenario->calibration,
                            .calibrations = calibrations,
                            .year = year,
                            .moved = scenario->n_moves > 0,
                            .moves = scenario->moves,
                            .n_moves = scenario->n_moves,
                            .bands = scenario->bands,
                            .map_drivers = SOULS_MAP_DRIVERS_DEFAULT,
                            .title = scenario->scenario->title,
                            .words = souls_cli_words () };
  SoulsDrivers drivers;

  souls_drivers_reset (&drivers, scenario->calibration);
  souls_project (scenario->calibration, settings, &drivers, baseline);
  souls_history_compute (calibrations, n, scenario->calibration, settings, &scenario->drivers,
                         history);
  souls_chart_layout (picture->chart, &input, &frame, scene);
}

/* Says what was written only where it is there to be read. */
static gboolean
report (const Picture    *picture,
        const char       *path,
        int               year,
        const SoulsScene *scene,
        SoulsTableFormat  format,
        GString          *output,
        GError          **error)
{
  g_autoptr (SoulsTable) table = souls_table_new ();
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;
  GStatBuf status;

  if (g_stat (path, &status) != 0 || status.st_size == 0)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_READ,
                           "%s: was written but is not there", name);
      return FALSE;
    }
  if (format == SOULS_TABLE_TEXT)
    {
      g_string_append_printf (output, "%s: %s\n", name, souls_scene_get_finding (scene));
      return TRUE;
    }
  souls_table_add_column (table, "file", NULL);
  souls_table_add_column (table, "chart", NULL);
  souls_table_add_column (table, "year", NULL);
  souls_table_add_column (table, "bytes", NULL);
  souls_table_add_column (table, "finding", NULL);
  souls_table_add_column (table, "description", NULL);
  souls_table_add_text (table, name, NULL);
  souls_table_add_text (table, souls_chart_id (picture->chart), NULL);
  souls_table_add_number (table, year, NULL);
  souls_table_add_number (table, (double) status.st_size, NULL);
  souls_table_add_text (table, souls_scene_get_finding (scene), NULL);
  souls_table_add_text (table, souls_scene_get_description (scene), NULL);
  text = souls_table_write (table, format);
  g_string_append (output, text);
  return TRUE;
}

static gboolean
draw (const SoulsCliScenario *scenario,
      const Picture          *picture,
      const Request          *request,
      SoulsTableFormat        format,
      GString                *output,
      GError                **error)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  int year;

  if (!find_year (scenario, request->year, &year, error))
    return FALSE;
  lay_out (scenario, picture, year, scene);
  return souls_scene_write (scene, picture->theme, picture->format, picture->scale, request->path,
                            error) &&
         report (picture, request->path, year, scene, format, output, error);
}

/**
 * souls_cli_run_render:
 *
 * Draws a chart as the window would, into a file.
 */
SoulsExit
souls_cli_run_render (int      argc,
                      char   **argv,
                      GString *output,
                      GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_auto (Request) request = { 0 };
  Picture picture;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.path,
      N_("Where to write: a file that ends in .png, .svg or .pdf"), N_("FILE") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &request.width, N_("Width in pixels"), N_("PX") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &request.height, N_("Height in pixels"), N_("PX") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &request.scale, N_("Dots per pixel of a PNG"),
      N_("FACTOR") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &request.theme,
      N_("light, dark, high-contrast, high-contrast-dark or print"), N_("THEME") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &request.language, N_("Language of the chart"),
      N_("LANGUAGE") },
    { "year", 0, 0, G_OPTION_ARG_STRING, &request.year, N_("Fiscal year that the chart looks at"),
      N_("YEAR") },
    { NULL }
  };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries,
                                argc, argv, error) ||
      !souls_cli_check_rest (&options, 1, 2, error) ||
      !find_picture (&request, options.rest[0], &picture, error) ||
      (request.language != NULL && !souls_cli_words_set_language (request.language, error)) ||
      !souls_cli_scenario_load (&scenario, options.rest[1], &options, error) ||
      !draw (&scenario, &picture, &request, options.format, output, error))
    return SOULS_EXIT_BAD;
  return SOULS_EXIT_YES;
}
