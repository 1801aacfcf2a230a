/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-handout-print.h"

/* px of a screen are 1/96 inch, points 1/72. */
#define POINTS_PER_PX 0.75

typedef struct
{
  SoulsKeptPages *pages;
  const SoulsTheme *theme;
} Job;

/**
 * souls_kept_pages_new:
 * @pages: (transfer full): laid out
 *
 * Returns: (transfer full): the pages, counted
 */
SoulsKeptPages *
souls_kept_pages_new (SoulsPages *pages)
{
  SoulsKeptPages *self = g_new0 (SoulsKeptPages, 1);

  g_atomic_ref_count_init (&self->count);
  self->pages = pages;
  return self;
}

/**
 * souls_kept_pages_ref:
 *
 * Returns: (transfer full): the same
 */
SoulsKeptPages *
souls_kept_pages_ref (SoulsKeptPages *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * souls_kept_pages_unref:
 * @self: (transfer full): pages
 */
void
souls_kept_pages_unref (SoulsKeptPages *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  souls_pages_free (self->pages);
  g_free (self);
}

static void
free_job (Job      *job,
          GClosure *closure)
{
  souls_kept_pages_unref (job->pages);
  g_free (job);
}

/* The page has its own margins. On a sheet of another size it is made to fit, in the middle. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  const double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  const double page_width = souls_pages_get_width (job->pages->pages), page_height = souls_pages_get_height (job->pages->pages);
  const double scale = MIN (width / page_width, height / page_height);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_save (cr);
  cairo_translate (cr, (width - scale * page_width) / 2.0, (height - scale * page_height) / 2.0);
  cairo_scale (cr, scale, scale);
  souls_pages_draw (job->pages->pages, (guint) page, cr, job->theme);
  cairo_restore (cr);
}

static GtkPageSetup *
make_page_setup (const SoulsPages *pages)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  const double width = souls_pages_get_width (pages) * POINTS_PER_PX, height = souls_pages_get_height (pages) * POINTS_PER_PX;
  const gboolean is_wide = width > height;
  GtkPaperSize *size;

  /* Nobody has paper of a slide's size. */
  if (is_wide)
    size = gtk_paper_size_new (NULL);
  else
    size = gtk_paper_size_new (width > 600.0 ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, is_wide ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

/**
 * souls_handout_print_new:
 * @pages: to be printed
 * @theme: how they look
 * @title: of the job
 *
 * Makes a job that draws the pages as they are.
 *
 * Returns: (transfer full): the job
 */
GtkPrintOperation *
souls_handout_print_new (SoulsKeptPages   *pages,
                         const SoulsTheme *theme,
                         const char       *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (pages->pages);
  Job *job = g_new (Job, 1);

  job->pages = souls_kept_pages_ref (pages);
  job->theme = theme;
  gtk_print_operation_set_n_pages (operation, (int) souls_pages_get_n (pages->pages));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), job, (GClosureNotify) free_job, 0);
  return operation;
}
