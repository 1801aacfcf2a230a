/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <cairo.h>

#include "souls-chart.h"
#include "souls-session.h"

#define FRAME_TARGET 8000.0
/* What is left of a window of 1280 × 800 for each of two panes beside the sidebar. */
#define PANE_WIDTH 458
#define PANE_HEIGHT 520
/* A chart by itself, as large as in a talk. */
#define CHART_WIDTH 1200
#define CHART_HEIGHT 800
#define LAYOUT_TARGET 1000.0
#define CHART_TARGET 5000.0
/* From the end of a drag until the full number of worlds is there. */
#define REST_TARGET 100000.0

typedef struct
{
  SoulsSession *session;
  SoulsScene *scene[2];
  SoulsChart chart[2];
  cairo_surface_t *surface;
  SoulsThemeId theme;
  gboolean with_worlds;   /* the sentence under the headline, too */
} Work;

static void
fill_input (Work            *work,
            SoulsChart       chart,
            SoulsChartInput *input,
            SoulsDriver      moves[SOULS_N_DRIVERS])
{
  const int n_moves = souls_session_get_moves (work->session, moves);

  *input = (SoulsChartInput) {
    .results = souls_session_get_results (work->session),
    .baseline = souls_session_get_baseline (work->session),
    .history = souls_session_get_history (work->session),
    .settings = souls_session_get_settings (work->session),
    .drivers = souls_session_get_drivers (work->session),
    .calibration = souls_session_get_calibration (work->session),
    .calibrations = souls_data_set_get_calibrations (souls_session_get_data (work->session), NULL),
    .year = souls_session_get_year (work->session),
    .moved = n_moves > 0,
    .moves = moves,
    .n_moves = n_moves,
    .bands = souls_session_get_bands (work->session),
    .simulation = (souls_chart_needs (chart, 0) & SOULS_CHART_NEEDS_SIMULATION) != 0
                    ? souls_session_get_simulation (work->session) : NULL,
    .map_drivers = SOULS_MAP_DRIVERS_DEFAULT,
    .words = souls_words_plain (),
  };
}

static void
lay_out (Work   *work,
         int     pane,
         double  width,
         double  height)
{
  SoulsDriver moves[SOULS_N_DRIVERS];
  SoulsChartInput input;
  const SoulsChartFrame frame = { .width = width, .height = height, .with_finding = TRUE };

  fill_input (work, work->chart[pane], &input, moves);
  souls_chart_layout (work->chart[pane], &input, &frame, work->scene[pane]);
}

static void
draw (Work *work,
      int   pane)
{
  cairo_t *cr = cairo_create (work->surface);

  souls_scene_draw (work->scene[pane], cr, souls_theme_get (work->theme));
  cairo_destroy (cr);
}

static void
say_worlds (Work *work)
{
  SoulsDriver moves[SOULS_N_DRIVERS];
  g_autofree char *said = NULL;
  SoulsChartInput input;

  fill_input (work, SOULS_CHART_OUTCOMES, &input, moves);
  said = souls_headline_worlds (&input);
  g_assert_nonnull (said);
}

/* One slider move, as the window does it: recalculation, then layout and drawing of both panes. */
static void
move_slider (int      i,
             gpointer data)
{
  Work *work = data;

  souls_session_set_driver (work->session, SOULS_DRIVER_AWS_GROWTH, 0.05 + 0.0005 * (i & 511), NULL);
  if (work->with_worlds)
    say_worlds (work);
  for (int pane = 0; pane < 2; pane++)
    {
      lay_out (work, pane, PANE_WIDTH, PANE_HEIGHT);
      draw (work, pane);
    }
}

static void
lay_out_chart (int      i,
               gpointer data)
{
  Work *work = data;

  souls_session_set_driver (work->session, SOULS_DRIVER_AWS_GROWTH, 0.05 + 0.0005 * (i & 511), NULL);
  lay_out (work, 0, CHART_WIDTH, CHART_HEIGHT);
}

static void
draw_chart (int      i,
            gpointer data)
{
  lay_out_chart (i, data);
  draw (data, 0);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsDataSet) data = souls_data_set_load_default (&error);
  g_autoptr (SoulsSession) session = NULL;
  Work work = { 0 };

  g_assert_no_error (error);
  souls_bench_print_machine ();
  session = souls_session_new (data);
  work.session = session;
  work.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, CHART_WIDTH, CHART_HEIGHT);
  work.scene[0] = souls_scene_new ();
  work.scene[1] = souls_scene_new ();
  souls_session_begin_gesture (session);
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      g_autofree char *name = NULL;

      work.chart[0] = (SoulsChart) i;
      work.chart[1] = (SoulsChart) ((i + 1) % SOULS_N_CHARTS);
      name = g_strdup_printf ("slider move: %s and %s", souls_chart_id (work.chart[0]), souls_chart_id (work.chart[1]));
      souls_bench_measure (name, move_slider, &work, 300, 1, FRAME_TARGET);
    }
  work.with_worlds = TRUE;
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      g_autofree char *name = NULL;

      work.chart[0] = (SoulsChart) i;
      work.chart[1] = (SoulsChart) ((i + 1) % SOULS_N_CHARTS);
      name = g_strdup_printf ("the same with the headline's worlds: %s and %s", souls_chart_id (work.chart[0]),
                              souls_chart_id (work.chart[1]));
      souls_bench_measure (name, move_slider, &work, 300, 1, FRAME_TARGET);
    }
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      g_autofree char *layout_name = g_strdup_printf ("%s, layout", souls_chart_id ((SoulsChart) i));
      g_autofree char *whole_name = g_strdup_printf ("%s, layout and drawing at %d x %d", souls_chart_id ((SoulsChart) i),
                                                     CHART_WIDTH, CHART_HEIGHT);

      work.chart[0] = (SoulsChart) i;
      souls_bench_measure (layout_name, lay_out_chart, &work, 300, 1, LAYOUT_TARGET);
      souls_bench_measure (whole_name, draw_chart, &work, 300, 1, CHART_TARGET);
    }
  souls_session_end_gesture (session);
  work.chart[0] = SOULS_CHART_OUTCOMES;
  work.chart[1] = SOULS_CHART_TIMELINE;
  souls_bench_measure ("at rest, with all worlds: outcomes and timeline", move_slider, &work, 100, 1, REST_TARGET);
  souls_scene_free (work.scene[0]);
  souls_scene_free (work.scene[1]);
  cairo_surface_destroy (work.surface);
  return 0;
}
