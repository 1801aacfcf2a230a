/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens scenarios in a running program, one after the other, and times each until its first frame has been drawn. */
#include "souls-config.h"

#include "bench.h"
#include "souls-window-private.h"

#define N_WARM_UP 14
#define N_SAMPLES 100
#define TARGET_US 30000

typedef struct
{
  SoulsWindow *window;
  GPtrArray *files;
  gboolean is_painted;
} Bench;

static void
painted_cb (GdkFrameClock *clock,
            Bench         *bench)
{
  bench->is_painted = TRUE;
}

/* Until the frame before is done with: nobody opens two files in a sixtieth of a second. */
static void
settle (void)
{
  for (int i = 0; i < 10; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

/* Returns how long it took, µs. */
static double
open_one (Bench *bench,
          guint  i)
{
  gint64 start;

  settle ();
  start = g_get_monotonic_time ();
  bench->is_painted = FALSE;
  if (!souls_window_open (bench->window, g_ptr_array_index (bench->files, i % bench->files->len)))
    g_error ("%s", souls_window_get_message (bench->window));
  while (!bench->is_painted)
    g_main_context_iteration (NULL, TRUE);

  return (double) (g_get_monotonic_time () - start);
}

static GPtrArray *
list_presets (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".souls"))
      g_ptr_array_add (files, g_file_new_build_filename (folder, name, NULL));
  g_assert_cmpuint (files->len, >, 1);

  return files;
}

int
main (int    argc,
      char **argv)
{
  SoulsApplication *application = souls_application_new ();
  Bench bench = { NULL };
  double samples[N_SAMPLES];
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 2);
  bench.files = list_presets (argv[1]);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  bench.window = souls_window_new (application);
  gtk_window_present (GTK_WINDOW (bench.window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (bench.window)), "after-paint", G_CALLBACK (painted_cb),
                    &bench);

  souls_bench_print_machine ();
  for (guint i = 0; i < N_WARM_UP; i++)
    open_one (&bench, i);
  for (guint i = 0; i < N_SAMPLES; i++)
    samples[i] = open_one (&bench, N_WARM_UP + i);
  souls_bench_print ("open a scenario and draw it", samples, N_SAMPLES, TARGET_US);
  g_ptr_array_unref (bench.files);
  g_object_unref (application);

  return 0;
}
