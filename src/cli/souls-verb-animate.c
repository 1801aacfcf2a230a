/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "souls-cli-chart.h"
#include "souls-cli-input.h"
#include "souls-cli-words.h"
#include "souls-film.h"
#include "souls-text.h"

#define DEFAULT_WIDTH 960
#define DEFAULT_HEIGHT 600
#define MIN_WIDTH 240
#define MIN_HEIGHT 240
#define MAX_SIDE 4000
#define DEFAULT_SECONDS 3.0
#define MIN_SECONDS 0.2
#define MAX_SECONDS 60.0
#define DEFAULT_RATE 12
#define MAX_RATE 50

/* Set by Ctrl-C: read between frames. */
static int interrupted;

/* As written on the command line. */
typedef struct
{
  char *path;
  char *width;
  char *height;
  char *theme;
  char *language;
  char *year;
  char *view;
  char *seconds;
  char *rate;
} Request;

typedef struct
{
  SoulsChart chart;
  int view;
  int width;
  int height;
  double seconds;
  int rate;
  const SoulsTheme *theme;
} Wish;

static void
request_clear (Request *self)
{
  g_free (self->path);
  g_free (self->width);
  g_free (self->height);
  g_free (self->theme);
  g_free (self->language);
  g_free (self->year);
  g_free (self->view);
  g_free (self->seconds);
  g_free (self->rate);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
interrupt (int number)
{
  g_atomic_int_set (&interrupted, 1);
}

static gboolean
read_whole (const char *name,
            const char *text,
            int         min,
            int         max,
            int        *value,
            GError    **error)
{
  return text == NULL || souls_cli_parse_whole (name, text, min, max, value, error);
}

static gboolean
read_wish (const Request *request,
           const char    *chart,
           Wish          *wish,
           GError       **error)
{
  *wish = (Wish) { .width = DEFAULT_WIDTH, .height = DEFAULT_HEIGHT, .seconds = DEFAULT_SECONDS, .rate = DEFAULT_RATE };
  if (request->path == NULL)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                           "expected an output file: -o FILE, which ends in .gif, or in .png with a place for the number, as "
                           "in frame-%%03d.png");
      return FALSE;
    }
  return souls_cli_find_chart (chart, &wish->chart, error) &&
         souls_cli_find_view (wish->chart, request->view, &wish->view, error) &&
         read_whole ("width", request->width, MIN_WIDTH, MAX_SIDE, &wish->width, error) &&
         read_whole ("height", request->height, MIN_HEIGHT, MAX_SIDE, &wish->height, error) &&
         read_whole ("fps", request->rate, 1, MAX_RATE, &wish->rate, error) &&
         (request->seconds == NULL || souls_cli_parse_real ("seconds", request->seconds, MIN_SECONDS, MAX_SECONDS,
                                                            &wish->seconds, error)) &&
         souls_cli_find_theme (request->theme, &wish->theme, error);
}

static SoulsMotion *
make_motion (SoulsCliInput          *given,
             const SoulsCliScenario *scenario,
             const Wish             *wish,
             int                     year)
{
  g_autofree char *foot = souls_cli_chart_foot (scenario);
  SoulsMotion *motion;

  souls_cli_input_fill (given, scenario, year);
  given->input.view = wish->view;
  motion = souls_motion_new (wish->chart, &given->input, wish->width, wish->height, foot);
  souls_motion_set_times (motion, wish->seconds, wish->rate);
  souls_motion_add_moves (motion);
  return motion;
}

static void
show_progress (const SoulsFilm *film)
{
  const int done = souls_film_get_done (film);
  const int n = souls_film_get_n_frames (film);

  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%s: %d/%d%s", SOULS_CLI_NAME, done, n, done >= n ? "\n" : "");
}

/* Frame by frame, so that Ctrl-C ends it cleanly: nothing half done is left. */
static SoulsExit
shoot (SoulsFilm *film,
       GError   **error)
{
  void (*before) (int) = signal (SIGINT, interrupt);
  gboolean good = TRUE;

  while (good && !g_atomic_int_get (&interrupted) && !souls_film_is_done (film))
    {
      good = souls_film_step (film, error);
      show_progress (film);
    }
  signal (SIGINT, before);
  if (!good)
    return SOULS_EXIT_BAD;
  if (souls_film_is_done (film))
    return SOULS_EXIT_YES;
  if (isatty (STDERR_FILENO))
    fputc ('\n', stderr);
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_READ, "stopped before all frames were drawn");
  return SOULS_EXIT_INTERRUPTED;
}

static void
report (const SoulsFilm  *film,
        const Wish       *wish,
        const char       *path,
        SoulsTableFormat  format,
        GString          *output)
{
  g_autoptr (SoulsTable) table = souls_table_new ();
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *rows = NULL;
  const int n = souls_film_get_n_frames (film);

  souls_table_add_column (table, "file", _("File"));
  souls_table_add_column (table, "chart", _("Chart"));
  souls_table_add_column (table, "frames", _("Frames"));
  souls_table_add_column (table, "seconds", _("Seconds"));
  souls_table_add_column (table, "bytes", _("Bytes"));
  souls_table_add_text (table, name, NULL);
  souls_table_add_text (table, souls_chart_id (wish->chart), NULL);
  souls_table_add_number (table, n, NULL);
  souls_table_add_number (table, n / (double) wish->rate, NULL);
  souls_table_add_number (table, (double) souls_film_get_n_bytes (film), NULL);
  rows = souls_table_write (table, format);
  g_string_append (output, rows);
}

static SoulsExit
animate (const SoulsCliScenario *scenario,
         const Request          *request,
         const Wish             *wish,
         SoulsTableFormat        format,
         GString                *output,
         GError                **error)
{
  g_autofree SoulsCliInput *given = g_new0 (SoulsCliInput, 1);
  g_autoptr (SoulsMotion) motion = NULL;
  g_autoptr (SoulsFilm) film = NULL;
  SoulsExit result;
  int year;

  if (scenario->n_moves == 0)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                           "expected a scenario that moves at least one driver: nothing would move");
      return SOULS_EXIT_BAD;
    }
  if (!souls_cli_find_year (scenario, request->year, &year, error))
    return SOULS_EXIT_BAD;
  motion = make_motion (given, scenario, wish, year);
  film = souls_film_new (motion, wish->theme, wish->rate, request->path, error);
  if (film == NULL)
    return SOULS_EXIT_BAD;
  result = shoot (film, error);
  if (result == SOULS_EXIT_YES)
    report (film, wish, request->path, format, output);
  return result;
}

/**
 * souls_cli_run_animate:
 *
 * Draws the way from the baseline to a scenario as a moving picture or as numbered pictures.
 */
SoulsExit
souls_cli_run_animate (int      argc,
                       char   **argv,
                       GString *output,
                       GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_auto (Request) request = { 0 };
  Wish wish;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.path,
      N_("Where to write: a .gif file, or .png with a place for the number, as in frame-%03d.png"), N_("FILE") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &request.width, N_("Width in pixels"), N_("PX") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &request.height, N_("Height in pixels"), N_("PX") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &request.theme,
      N_("light, dark, high-contrast, high-contrast-dark or print"), N_("THEME") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &request.language, N_("Language of the chart"), N_("LANGUAGE") },
    { "year", 0, 0, G_OPTION_ARG_STRING, &request.year, N_("Fiscal year that the chart looks at"), N_("YEAR") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &request.view, N_("Which view of a chart that has several"), N_("ID") },
    { "seconds", 0, 0, G_OPTION_ARG_STRING, &request.seconds,
      N_("How long each change takes, with its rest"), N_("SECONDS") },
    { "fps", 0, 0, G_OPTION_ARG_STRING, &request.rate, N_("Frames a second"), N_("N") },
    { NULL }
  };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries, argc, argv, error) ||
      !souls_cli_check_rest (&options, 1, 2, error) || !read_wish (&request, options.rest[0], &wish, error) ||
      (request.language != NULL && !souls_cli_words_set_language (request.language, error)) ||
      !souls_cli_scenario_load (&scenario, options.rest[1], &options, error))
    return SOULS_EXIT_BAD;
  return animate (&scenario, &request, &wish, options.format, output, error);
}
