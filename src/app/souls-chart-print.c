/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-print.h"

#include <glib/gi18n.h>

#include "souls-app-state.h"
#include "souls-app-words.h"
#include "souls-output.h"

/* px of a screen are 1/96 inch, points 1/72. */
#define POINTS_PER_PX 0.75

#define MARGIN_MM 15.0

/* On a sheet that stands, a chart is no taller than it is wide. */
#define MAX_ASPECT 1.0

/* Below this luminance a paper is dark, and printing it would be a page of ink. */
#define DARK 0.5

/* @page_setup: as last used, for as long as the program runs */
static GtkPrintSettings *last_settings;
static GtkPageSetup *last_page_setup;

typedef struct
{
  SoulsChartView *view;
  const SoulsTheme *theme;
} Job;

static void
free_job (Job      *job,
          GClosure *closure)
{
  g_object_unref (job->view);
  g_free (job);
}

/**
 * souls_chart_print_theme:
 * @settings: (nullable): what is remembered
 *
 * Returns: (transfer none): the theme for paper
 */
const SoulsTheme *
souls_chart_print_theme (GSettings *settings)
{
  const SoulsTheme *print = souls_theme_get (SOULS_THEME_PRINT);
  g_autoptr (GVariant) chosen = settings != NULL ? g_settings_get_user_value (settings, "export-theme") : NULL;
  SoulsThemeId id;

  if (chosen == NULL || !souls_theme_from_id (g_variant_get_string (chosen, NULL), &id))
    return print;
  return souls_theme_get (id)->color[SOULS_COLOR_PAPER].green < DARK ? print : souls_theme_get (id);
}

/* The chart is laid out for the sheet, as for a screen of its size: its text has the size of a document's. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  const double width = gtk_print_context_get_width (context) / POINTS_PER_PX;
  const double height = MIN (gtk_print_context_get_height (context) / POINTS_PER_PX, width * MAX_ASPECT);
  g_autoptr (SoulsScene) scene = souls_chart_view_make_picture (job->view, souls_app_words (), width, height);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (scene == NULL)
    return;
  cairo_save (cr);
  cairo_scale (cr, POINTS_PER_PX, POINTS_PER_PX);
  souls_scene_draw (scene, cr, job->theme);
  cairo_restore (cr);
}

static GtkPageSetup *
make_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_top_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  return setup;
}

/**
 * souls_chart_print_new:
 * @view: the chart, with a session
 * @theme: how it looks
 *
 * Makes a job of one page: the chart with its sources at the foot.
 *
 * Returns: (transfer full): the job
 */
GtkPrintOperation *
souls_chart_print_new (SoulsChartView   *view,
                       const SoulsTheme *theme)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = last_page_setup != NULL ? g_object_ref (last_page_setup) : make_page_setup ();
  Job *job = g_new (Job, 1);

  job->view = g_object_ref (view);
  job->theme = theme;
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, last_settings);
  gtk_print_operation_set_job_name (operation, _(souls_chart_name (souls_chart_view_get_chart (view))));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), job, (GClosureNotify) free_job, 0);
  return operation;
}

typedef struct
{
  SoulsPrintFailed failed;
  gpointer data;
} Listener;

static void
free_listener (Listener *listener,
               GClosure *closure)
{
  g_free (listener);
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         Listener               *listener)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
      g_set_object (&last_page_setup, gtk_print_operation_get_default_page_setup (operation));
    }
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  /* Translators: %s is the reason */
  text = g_strdup_printf (_("The chart could not be printed: %s"), error != NULL ? error->message : "");
  listener->failed (text, listener->data);
}

/**
 * souls_chart_print_run:
 * @view: the chart, with a session
 * @parent: (nullable): the window it belongs to
 * @failed: called if something goes wrong, and not when the user changes their mind
 * @data: (closure failed): must live until then
 *
 * Asks for a printer and prints.
 */
void
souls_chart_print_run (SoulsChartView  *view,
                       GtkWindow       *parent,
                       SoulsPrintFailed failed,
                       gpointer         data)
{
  g_autoptr (GSettings) settings = souls_app_state_open ();
  g_autoptr (GtkPrintOperation) operation = souls_chart_print_new (view, souls_chart_print_theme (settings));
  Listener *listener = g_new (Listener, 1);

  listener->failed = failed;
  listener->data = data;
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), listener, (GClosureNotify) free_listener, 0);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* Whatever goes wrong is said by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
