/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-first-frame.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* The 22nd field of a process's line: when it was started. Counted from the state, behind the name in parentheses. */
#define START_FIELD (22 - 3)

/* Seconds since the process was started, from the kernel's own note of it; to a hundredth of a second. */
static double
seconds_since_start (void)
{
  g_autofree char *line = NULL;
  g_auto (GStrv) fields = NULL;
  const char *rest;
  struct timespec now;

  if (!g_file_get_contents ("/proc/self/stat", &line, NULL, NULL) ||
      (rest = strrchr (line, ')')) == NULL ||
      clock_gettime (CLOCK_BOOTTIME, &now) != 0)
    return -1;

  fields = g_strsplit (rest + 2, " ", -1);
  if (g_strv_length (fields) <= START_FIELD)
    return -1;

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9 -
         g_ascii_strtod (fields[START_FIELD], NULL) / (double) sysconf (_SC_CLK_TCK);
}

/* The most memory that the process held so far, in MiB. */
static double
peak_memory (void)
{
  struct rusage usage;

  return getrusage (RUSAGE_SELF, &usage) == 0 ? (double) usage.ru_maxrss / 1024 : -1;
}

static void
first_frame_painted_cb (GdkFrameClock *clock,
                        GtkWindow     *window)
{
  double seconds = seconds_since_start ();

  g_signal_handlers_disconnect_by_func (clock, first_frame_painted_cb, window);
  if (g_getenv ("TWO_SOULS_TRACE_START") != NULL)
    g_print ("first frame %.0f ms, peak memory %.0f MiB\n", seconds * 1000, peak_memory ());
  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (window), "quit-after-first-frame")))
    g_application_quit (G_APPLICATION (gtk_window_get_application (window)));
}

static void
window_mapped_cb (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_signal_handlers_disconnect_by_func (window, window_mapped_cb, NULL);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (first_frame_painted_cb), window, 0);
}

/**
 * souls_first_frame_watch:
 * @window: a window that is not shown yet
 * @quit: whether to quit the application then
 *
 * Waits for the first frame of @window and, where the environment has TWO_SOULS_TRACE_START, prints how long after the
 * start of the process it was drawn.
 */
void
souls_first_frame_watch (GtkWindow *window,
                         gboolean   quit)
{
  g_object_set_data (G_OBJECT (window), "quit-after-first-frame", GINT_TO_POINTER (quit));
  g_signal_connect (window, "map", G_CALLBACK (window_mapped_cb), NULL);
}
