/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Kills the program at random moments, again and again, and looks at what is left of the work in it. Each child opens a
 * window and changes its sliders without rest, and notes every state before it makes it; the parent ends it without
 * warning and compares what the drafts give back with those notes. */
#include "souls-config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app-test.h"

#define N_KILLS 120
#define N_AT_ONCE 3

/* How long a child lives from its first change on, ms. */
#define SHORTEST_LIFE 300
#define LONGEST_LIFE 2000

/* Between two changes, ms: a hand that drags. */
#define CHANGE_EVERY 12

/* How old the newest state may be that is lost, ms. */
#define MOST_LOST 1000

/* Every so many children save to a file now and then, so that some are ended while they do. */
#define SAVES_EVERY 3
#define SAVE_EVERY 29

/* The number of a state, in one slider's place; another slider follows from it, so that half a state would show. */
#define MARGIN_START 0.05
#define MARGIN_STEP 1e-4
#define MARGIN_OF(n) (MARGIN_START + (n) * MARGIN_STEP)
#define GROWTH_OF(n) ((n) % 30)   /* percent */

/* The child */

typedef struct
{
  SoulsWindow *window;
  GtkRange *growth;
  GFile *file;        /* to save to, or NULL */
  int n;
} Child;

static void
note (int n)
{
  g_autofree char *line = g_strdup_printf ("%d %" G_GINT64_FORMAT "\n", n, g_get_monotonic_time ());

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (EXIT_FAILURE);
}

static gboolean
change_cb (gpointer data)
{
  Child *child = data;

  note (++child->n);
  souls_session_begin_gesture (child->window->session);
  gtk_range_set_value (child->growth, GROWTH_OF (child->n));
  souls_session_set_driver (child->window->session, SOULS_DRIVER_AD_MARGIN, MARGIN_OF (child->n), NULL);
  souls_session_end_gesture (child->window->session);
  if (child->file != NULL && child->n % SAVE_EVERY == 0 &&
      !souls_document_save_as (child->window->document, child->file, NULL))
    exit (EXIT_FAILURE);

  return G_SOURCE_CONTINUE;
}

static void
run_child (const char *file)
{
  SoulsApplication *application = app_test_start ("io.github.twosouls.TwoSouls.Crash", NULL, NULL);
  Child child = { .window = app_test_show (application) };

  child.growth = GTK_RANGE (souls_driver_row_get_slider (app_test_row (child.window, SOULS_N_GROUPS,
                                                                       SOULS_DRIVER_AWS_GROWTH)));
  if (file != NULL)
    child.file = g_file_new_for_path (file);
  g_timeout_add (CHANGE_EVERY, change_cb, &child);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* The parent */

typedef struct
{
  const char *program;
  SoulsDataSet *data;
  char *folder;
  int life[N_KILLS];   /* ms */
  int next;            /* atomic */

  GMutex mutex;        /* guards what follows */
  int n_states;
  int n_saved;
  double worst;        /* ms */
  double sum;
} Crashes;

static GSubprocess *
start_child (Crashes    *crashes,
             const char *state,
             const char *file)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *child;

  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", state, TRUE);
  child = g_subprocess_launcher_spawn (launcher, &error, crashes->program, "--child", file, NULL);
  g_assert_no_error (error);

  return child;
}

/* What is restored: the number of the state, 0 where nothing is left. */
static int
find_state (Crashes    *crashes,
            const char *state,
            const char *path,
            gboolean   *is_saved)
{
  g_autofree char *drafts = g_build_filename (state, "two-souls", "drafts", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) orphans = souls_drafts_take (drafts, crashes->data, problems);
  g_autoptr (SoulsSession) session = souls_session_new (crashes->data);
  g_autoptr (SoulsDocument) document = souls_document_new (session, "0");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  int n;

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (orphans->len, <=, 1);
  *is_saved = orphans->len == 0 && g_file_query_exists (file, NULL);
  if (orphans->len == 1)
    {
      SoulsOrphan *orphan = g_ptr_array_index (orphans, 0);

      souls_document_restore (document, orphan->file, orphan->sum, orphan->scenario, &error);
    }
  else if (*is_saved)
    {
      souls_document_open (document, file, &error);
    }
  else
    {
      return 0;
    }
  g_assert_no_error (error);
  n = (int) ((souls_session_get_driver (session, SOULS_DRIVER_AD_MARGIN) - MARGIN_START) / MARGIN_STEP + 0.5);
  /* A whole state, not the half of one and the half of the next. */
  g_assert_cmpfloat_with_epsilon (souls_session_get_driver (session, SOULS_DRIVER_AWS_GROWTH),
                                  GROWTH_OF (n) / 100.0, 1e-9);

  return n;
}

/* When the state came that took the place of state @n; G_MAXINT64 where @n is the last. */
static gint64
find_end (const char *notes,
          int         n,
          int        *n_notes)
{
  g_auto (GStrv) lines = g_strsplit (notes, "\n", -1);
  gint64 end = G_MAXINT64;

  *n_notes = 0;
  /* The last line may be cut off. */
  for (int i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 2);

      *n_notes = atoi (words[0]);
      if (*n_notes == n + 1)
        end = g_ascii_strtoll (words[1], NULL, 10);
    }

  return end;
}

static char *
read_rest (GInputStream *stream,
           const char   *first)
{
  GString *notes = g_string_new (first);
  char buffer[4096];
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (notes, buffer, n);

  return g_string_free (notes, FALSE);
}

static void
check (Crashes    *crashes,
       int         i,
       const char *state,
       const char *path,
       const char *notes,
       gint64      killed)
{
  gboolean is_saved;
  int n_notes;
  int n = find_state (crashes, state, path, &is_saved);
  gint64 end = find_end (notes, n, &n_notes);
  double lost = end < killed ? (double) (killed - end) / 1000 : 0;

  g_assert_cmpint (n, <=, n_notes);
  g_test_message ("kill %d after %d changes: state %d is back, %.0f ms lost%s", i, n_notes, n, lost,
                  is_saved ? " (saved)" : "");
  if (lost > MOST_LOST)
    g_error ("kill %d: %.0f ms lost", i, lost);
  crashes->worst = MAX (crashes->worst, lost);
  crashes->sum += lost;
  crashes->n_states += n_notes;
  crashes->n_saved += is_saved;
}

static void
kill_one (Crashes *crashes,
          int      i)
{
  g_autofree char *name = g_strdup_printf ("%d", i);
  g_autofree char *state = g_build_filename (crashes->folder, name, NULL);
  g_autofree char *path = g_build_filename (crashes->folder, name, "work.souls", NULL);
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *notes = NULL;
  GInputStream *stream;
  char first[4096] = "";
  gint64 killed;

  g_mkdir_with_parents (state, 0700);
  child = start_child (crashes, state, i % SAVES_EVERY == 0 ? path : NULL);
  stream = g_subprocess_get_stdout_pipe (child);
  g_assert_cmpint (g_input_stream_read (stream, first, sizeof first - 1, NULL, NULL), >, 0);
  g_usleep ((gulong) crashes->life[i] * 1000);
  g_subprocess_force_exit (child);
  killed = g_get_monotonic_time ();
  notes = read_rest (stream, first);
  g_subprocess_wait (child, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (child));

  g_mutex_lock (&crashes->mutex);
  check (crashes, i, state, path, notes, killed);
  g_mutex_unlock (&crashes->mutex);
}

static gpointer
kill_some (gpointer data)
{
  Crashes *crashes = data;
  int i;

  while ((i = g_atomic_int_add (&crashes->next, 1)) < N_KILLS)
    kill_one (crashes, i);

  return NULL;
}

static void
test_kill (gconstpointer program)
{
  Crashes crashes = { .program = program };
  GThread *threads[N_AT_ONCE];
  g_autoptr (GError) error = NULL;

  crashes.folder = g_build_filename (g_get_user_state_dir (), "crashes", NULL);
  crashes.data = souls_data_set_load_default (&error);
  g_assert_no_error (error);
  g_mutex_init (&crashes.mutex);
  for (int i = 0; i < N_KILLS; i++)
    crashes.life[i] = g_test_rand_int_range (SHORTEST_LIFE, LONGEST_LIFE);
  for (int i = 0; i < N_AT_ONCE; i++)
    threads[i] = g_thread_new ("kill", kill_some, &crashes);
  for (int i = 0; i < N_AT_ONCE; i++)
    g_thread_join (threads[i]);

  g_test_message ("%d kills, %d states, %d times what was left was a saved file; "
                  "lost at worst %.0f ms, %.0f ms on average",
                  N_KILLS, crashes.n_states, crashes.n_saved, crashes.worst, crashes.sum / N_KILLS);
  g_assert_cmpint (crashes.n_states, >, N_KILLS);
  souls_data_set_unref (crashes.data);
  g_mutex_clear (&crashes.mutex);
  g_free (crashes.folder);
}

int
main (int    argc,
      char **argv)
{
  if (argc > 1 && strcmp (argv[1], "--child") == 0)
    {
      /* Not as a test: its output is nothing but its notes. */
      g_log_writer_default_set_use_stderr (TRUE);
      run_child (argc > 2 ? argv[2] : NULL);
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/app/crash/kill-at-random-moments", argv[0], test_kill);

  return g_test_run ();
}
