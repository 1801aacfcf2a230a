/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "souls-chart.h"
#include "souls-cli-chart.h"
#include "souls-cli-input.h"
#include "souls-cli-others.h"
#include "souls-cli-question.h"
#include "souls-cli-words.h"
#include "souls-fonts.h"
#include "souls-output.h"
#include "souls-share.h"
#include "souls-text.h"

#define DEFAULT_WIDTH 960
#define DEFAULT_HEIGHT 600
/* Smaller charts have no room for their words; larger ones no use. */
#define MIN_WIDTH 240
#define MIN_HEIGHT 180
#define MAX_SIDE 8000
#define MIN_SCALE 0.25
#define MAX_SCALE 8
/* Of a simulation: enough that a share of worlds is good to half a point. */
#define DEFAULT_WORLDS 20000
#define MAX_WORLDS 10000000
#define DEFAULT_SEED 1
#define MAX_THREADS 8

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
  char *worlds;
  char *seed;
  char *view;
  char *x;
  char *y;
  gboolean references;
  gboolean all;
  char *as;
  char **with;
} Request;

/* @first and @n_charts: which charts of the table; @view: of the one that is asked for by name. */
typedef struct
{
  SoulsChart first;
  int n_charts;
  int view;
  SoulsFormat format;
  int width;
  int height;
  double scale;
  const SoulsTheme *theme;
  const SoulsReferenceSet *references;
  const SoulsCliOthers *others;
  int worlds;
  int seed;
  SoulsDriver map_drivers[2];
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
  g_free (self->worlds);
  g_free (self->seed);
  g_free (self->view);
  g_free (self->x);
  g_free (self->y);
  g_free (self->as);
  g_strfreev (self->with);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

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
find_worlds (const Request *request,
             Picture       *picture,
             GError       **error)
{
  picture->worlds = DEFAULT_WORLDS;
  picture->seed = DEFAULT_SEED;
  return (request->worlds == NULL || souls_cli_parse_whole ("worlds", request->worlds, 2, MAX_WORLDS,
                                                            &picture->worlds, error)) &&
         (request->seed == NULL ||
          souls_cli_parse_whole ("seed", request->seed, 0, G_MAXINT, &picture->seed, error));
}

static gboolean
find_one_chart (const Request *request,
                const char    *chart,
                Picture       *picture,
                GError       **error)
{
  picture->n_charts = 1;
  if (!souls_cli_find_chart (chart, &picture->first, error) ||
      !souls_cli_find_view (picture->first, request->view, &picture->view, error))
    return FALSE;
  if (request->as != NULL)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                           "--as: expected --all with it; a file's ending says its format");
      return FALSE;
    }
  if (request->path == NULL)
    {
      g_autofree char *endings = souls_format_list ();

      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                           "expected an output file: -o FILE, which ends in %s", endings);
      return FALSE;
    }
  return souls_format_from_path (request->path, &picture->format, error);
}

static gboolean
find_all_charts (const Request *request,
                 Picture       *picture,
                 GError       **error)
{
  g_autofree char *quote = NULL;
  g_autofree char *endings = NULL;

  picture->first = (SoulsChart) 0;
  picture->n_charts = SOULS_N_CHARTS;
  picture->view = 0;
  picture->format = SOULS_FORMAT_PNG;
  if (request->view != NULL || request->path == NULL)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                           request->path == NULL ? "expected an output folder: -o FOLDER"
                                                 : "--view: expected one chart, found --all");
      return FALSE;
    }
  if (request->as == NULL || souls_format_from_id (request->as, &picture->format))
    return TRUE;
  quote = souls_text_quote (request->as);
  endings = souls_format_list ();
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "--as: expected one of %s without the point, found %s", endings, quote);
  return FALSE;
}

static gboolean
find_map_drivers (const Request *request,
                  Picture       *picture,
                  GError       **error)
{
  const SoulsDriver usual[2] = SOULS_MAP_DRIVERS_DEFAULT;

  picture->map_drivers[0] = usual[0];
  picture->map_drivers[1] = usual[1];
  if ((request->x != NULL && !souls_cli_find_driver ("--x", request->x, &picture->map_drivers[0], error)) ||
      (request->y != NULL && !souls_cli_find_driver ("--y", request->y, &picture->map_drivers[1], error)))
    return FALSE;
  if (picture->map_drivers[0] != picture->map_drivers[1])
    return TRUE;
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "--x, --y: expected two different drivers, found “%s” twice",
                       souls_driver_info (picture->map_drivers[0])->id);
  return FALSE;
}

static gboolean
find_picture (const Request *request,
              const char    *chart,
              Picture       *picture,
              GError       **error)
{
  return (request->all ? find_all_charts (request, picture, error)
                       : find_one_chart (request, chart, picture, error)) &&
         find_size (request, picture, error) &&
         find_worlds (request, picture, error) &&
         find_map_drivers (request, picture, error) &&
         souls_cli_find_theme (request->theme, &picture->theme, error);
}

static gboolean
find_references (const SoulsCliScenario *scenario,
                 const Request          *request,
                 Picture                *picture,
                 GError                **error)
{
  picture->references = request->references ? souls_data_set_get_references (scenario->data, error) : NULL;
  return !request->references || picture->references != NULL;
}

/* What all charts are told. Too large for the stack. */
typedef struct
{
  SoulsCliInput given;
  SoulsSimulationRequest request;
  SoulsSimulation *simulation;   /* owned, NULL if no chart needs it */
  GThread *simulating;           /* owned, NULL once it has been waited for */
  char *foot;                    /* owned */
} Situation;

static void
situation_free (Situation *self)
{
  if (self->simulating != NULL)
    g_thread_join (self->simulating);
  g_clear_pointer (&self->simulation, souls_simulation_free);
  g_free (self->foot);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Situation, situation_free)

static gpointer
simulate (gpointer data)
{
  Situation *self = data;

  souls_simulation_run (self->simulation, &self->request);
  return NULL;
}

/* What a chart cannot make for itself. It takes as long as all else, and the charts that don't need
 * it are drawn meanwhile. */
static void
start_simulation (Situation              *self,
                  const SoulsCliScenario *scenario,
                  const Picture          *picture)
{
  self->request = (SoulsSimulationRequest) {
    .calibration = scenario->calibration,
    .settings = &scenario->scenario->settings,
    .drivers = &scenario->drivers,
    .bands = scenario->bands,
    .worlds = picture->worlds,
    .seed = (guint64) picture->seed,
    .n_threads = (int) MIN (g_get_num_processors (), MAX_THREADS),
  };
  souls_simulation_want_outcomes (&self->request);
  self->simulation = souls_simulation_new ();
  self->simulating = g_thread_new ("simulation", simulate, self);
}

static gboolean
needs_simulation (SoulsChart chart,
                  int        view)
{
  return (souls_chart_needs (chart, view) & SOULS_CHART_NEEDS_SIMULATION) != 0;
}

static Situation *
situation_new (const SoulsCliScenario *scenario,
               const Picture          *picture,
               int                     year)
{
  Situation *self = g_new0 (Situation, 1);
  SoulsChartInput *input = &self->given.input;

  self->foot = souls_cli_chart_foot (scenario);
  souls_cli_input_fill (&self->given, scenario, year);
  input->view = picture->view;
  input->map_drivers[0] = picture->map_drivers[0];
  input->map_drivers[1] = picture->map_drivers[1];
  input->references = picture->references;
  input->others = picture->others->other;
  input->n_others = picture->others->n;
  for (int i = 0; i < picture->n_charts && self->simulation == NULL; i++)
    if (needs_simulation ((SoulsChart) ((int) picture->first + i), picture->view))
      start_simulation (self, scenario, picture);
  return self;
}

static void
lay_out (Situation     *self,
         const Picture *picture,
         SoulsChart     chart,
         SoulsScene    *scene)
{
  SoulsChartFrame frame = {
    .width = picture->width, .height = picture->height, .foot = self->foot, .with_finding = TRUE
  };

  if (needs_simulation (chart, self->given.input.view) && self->simulating != NULL)
    {
      g_thread_join (g_steal_pointer (&self->simulating));
      self->given.input.simulation = self->simulation;
    }
  souls_chart_layout (chart, &self->given.input, &frame, scene);
}

static SoulsTable *
make_report (void)
{
  static const char *const columns[] = { "file", "chart", "year", "bytes", "finding",
                                         "description" };
  SoulsTable *table = souls_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    souls_table_add_column (table, columns[i], NULL);
  return table;
}

/* The scenario that a picture shows goes with it; the base year is named, as "the last" would be
 * another one with later data. */
static char *
make_attachment (const SoulsCliScenario *scenario)
{
  g_autoptr (SoulsScenario) copy = souls_scenario_copy (scenario->scenario);

  copy->base_year = scenario->calibration->year;
  return souls_scenario_to_text (copy, NULL);
}

/* Says what was written only where it is there to be read: in @table for machines, in @lines for
 * people. */
static gboolean
report (const char       *path,
        SoulsChart        chart,
        int               year,
        const SoulsScene *scene,
        SoulsTable       *table,
        GString          *lines,
        GError          **error)
{
  g_autofree char *name = g_filename_display_name (path);
  GStatBuf status;

  if (g_stat (path, &status) != 0 || status.st_size == 0)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_READ,
                           "%s: was written but is not there", name);
      return FALSE;
    }
  g_string_append_printf (lines, "%s: %s\n", name, souls_scene_get_finding (scene));
  souls_table_add_text (table, name, NULL);
  souls_table_add_text (table, souls_chart_id (chart), NULL);
  souls_table_add_number (table, year, NULL);
  souls_table_add_number (table, (double) status.st_size, NULL);
  souls_table_add_text (table, souls_scene_get_finding (scene), NULL);
  souls_table_add_text (table, souls_scene_get_description (scene), NULL);
  return TRUE;
}

static char *
get_path (const Request *request,
          const Picture *picture,
          SoulsChart     chart)
{
  g_autofree char *name = NULL;

  if (!request->all)
    return g_strdup (request->path);
  name = g_strdup_printf ("%s.%s", souls_chart_id (chart), souls_format_id (picture->format));
  return g_build_filename (request->path, name, NULL);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_READ, "%s: no folder can be made here: %s",
                       name, g_strerror (errno));
  return FALSE;
}

static gboolean
draw (const SoulsCliScenario *scenario,
      const Picture          *picture,
      const Request          *request,
      SoulsScene             *scene,
      SoulsTableFormat        format,
      GString                *output,
      GError                **error)
{
  g_autoptr (Situation) situation = NULL;
  g_autoptr (SoulsTable) table = make_report ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *attachment = make_attachment (scenario);
  g_autofree char *rows = NULL;
  int year;

  if (!souls_cli_find_year (scenario, request->year, &year, error) ||
      (request->all && !make_folder (request->path, error)))
    return FALSE;
  situation = situation_new (scenario, picture, year);
  for (int i = 0; i < picture->n_charts; i++)
    {
      SoulsChart chart = (SoulsChart) ((int) picture->first + i);
      g_autofree char *path = get_path (request, picture, chart);

      lay_out (situation, picture, chart, scene);
      souls_scene_set_attachment (scene, SOULS_SCENARIO_FORMAT, attachment);
      if (!souls_scene_write (scene, picture->theme, picture->format, picture->scale, path,
                              error) ||
          !report (path, chart, year, scene, table, lines, error))
        return FALSE;
    }
  rows = format == SOULS_TABLE_TEXT ? NULL : souls_table_write (table, format);
  g_string_append (output, rows != NULL ? rows : lines->str);
  return TRUE;
}

/**
 * souls_cli_run_render:
 *
 * Draws a chart as the window would, into a file; or all of them, into a folder.
 */
SoulsExit
souls_cli_run_render (int      argc,
                      char   **argv,
                      GString *output,
                      GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_auto (SoulsCliOthers) others = { 0 };
  g_auto (Request) request = { 0 };
  g_autoptr (SoulsScene) scene = NULL;
  const char *file;
  Picture picture;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.path,
      N_("Where to write: a file that ends in .png, .svg, .pdf or .csv"), N_("FILE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &request.all,
      N_("Draw every chart, without naming one; the output is a folder"), NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &request.as,
      N_("With --all: png, svg, pdf or csv; png if not said"), N_("FORMAT") },
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
    { "view", 0, 0, G_OPTION_ARG_STRING, &request.view,
      N_("Which view of a chart that has several"), N_("ID") },
    { "x", 0, 0, G_OPTION_ARG_STRING, &request.x, N_("Driver across the break-even map"),
      N_("DRIVER") },
    { "y", 0, 0, G_OPTION_ARG_STRING, &request.y, N_("Driver upwards in the break-even map"),
      N_("DRIVER") },
    { "references", 0, 0, G_OPTION_ARG_NONE, &request.references,
      N_("Show what other companies publish, where the chart has a place for it"), NULL },
    { "with", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &request.with,
      N_("Show this scenario too, where the chart can compare; may be repeated, up to four times"),
      N_("FILE|PRESET|CODE") },
    { "worlds", 0, 0, G_OPTION_ARG_STRING, &request.worlds,
      N_("How many worlds a chart of the simulation draws"), N_("N") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &request.seed,
      N_("Which worlds: the same number gives the same ones"), N_("N") },
    { NULL }
  };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries,
                                argc, argv, error) ||
      !souls_cli_check_rest (&options, request.all ? 0 : 1, request.all ? 1 : 2, error) ||
      !find_picture (&request, request.all ? NULL : options.rest[0], &picture, error) ||
      (request.language != NULL && !souls_cli_words_set_language (request.language, error)))
    return SOULS_EXIT_BAD;
  /* Pango reads the fonts' configuration on a thread of its own, while the data are read here. */
  scene = souls_scene_new ();
  picture.others = &others;
  file = options.rest == NULL ? NULL : options.rest[request.all ? 0 : 1];
  if (!souls_cli_scenario_load (&scenario, file, &options, error) ||
      !find_references (&scenario, &request, &picture, error) ||
      !souls_cli_others_load (&others, scenario.data, (const char *const *) request.with, error) ||
      !souls_fonts_check (error) ||
      !draw (&scenario, &picture, &request, scene, options.format, output, error))
    return SOULS_EXIT_BAD;
  return SOULS_EXIT_YES;
}
