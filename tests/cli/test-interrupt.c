/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE   /* the terminal of its own */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "program.h"

/* A program that hangs is killed then, and the test fails: no measure of how fast it is. */
#define PATIENCE (20 * G_USEC_PER_SEC)

/* A call that is still under way. */
typedef struct
{
  GPid pid;
  int out;   /* never read: what does not fit into the pipe waits */
  int terminal;
} Call;

/* A parent may ignore the signal, and that would be inherited. */
static void
take_default (gpointer data)
{
  signal (SIGINT, SIG_DFL);
}

/* The program says how far it is to a terminal only. */
static int
open_terminal (int *other_end)
{
  int terminal = posix_openpt (O_RDWR | O_NOCTTY | O_CLOEXEC);

  g_assert_cmpint (terminal, >=, 0);
  g_assert_cmpint (grantpt (terminal), ==, 0);
  g_assert_cmpint (unlockpt (terminal), ==, 0);
  *other_end = open (ptsname (terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (*other_end, >=, 0);
  return terminal;
}

static Call
start (const char *line)
{
  g_autofree char *command = g_strdup_printf ("%s %s", g_getenv ("TWO_SOULS_CLI"), line);
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "LC_ALL", "C.UTF-8", TRUE);
  g_autoptr (GError) error = NULL;
  Call call;
  int ends[2], err;

  g_assert_cmpint (pipe (ends), ==, 0);
  call.out = ends[0];
  call.terminal = open_terminal (&err);
  environment = g_environ_setenv (environment, "HOME", get_folder (), TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", get_folder (), TRUE);
  g_spawn_async_with_fds (NULL, words, environment, G_SPAWN_DO_NOT_REAP_CHILD, take_default, NULL, &call.pid, -1,
                          ends[1], err, &error);
  g_assert_no_error (error);
  close (ends[1]);
  close (err);
  return call;
}

/* All that was said until @part was, or until the end where @part is %NULL. */
static char *
listen (const Call *call,
        const char *part)
{
  GString *said = g_string_new (NULL);
  char buffer[256];
  gssize n;

  while ((part == NULL || strstr (said->str, part) == NULL) && (n = read (call->terminal, buffer, sizeof buffer)) > 0)
    g_string_append_len (said, buffer, n);
  return g_string_free (said, FALSE);
}

/* What it ended with; nothing of it is left. */
static int
wait_for (Call *call)
{
  const gint64 until = g_get_monotonic_time () + PATIENCE;
  int status;
  pid_t ended;

  while ((ended = waitpid (call->pid, &status, WNOHANG)) == 0)
    {
      if (g_get_monotonic_time () > until)
        kill (call->pid, SIGKILL);
      g_usleep (1000);
    }
  g_assert_cmpint (ended, ==, call->pid);
  g_assert_cmpint (kill (call->pid, 0), ==, -1);
  g_assert_cmpint (errno, ==, ESRCH);
  return status;
}

/* A shell makes 130 of it. */
static void
assert_interrupted (int status)
{
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGINT);
}

static void
close_call (Call *call)
{
  close (call->out);
  close (call->terminal);
}

static void
assert_no_output (const Call *call)
{
  char byte;

  g_assert_cmpint (read (call->out, &byte, 1), ==, 0);
}

/* Worlds for minutes: it says how far it is, stops when asked to, says so in one line, and prints no half results. */
static void
test_simulate (void)
{
  Call call = start ("simulate --worlds 100000000 --metric without-aws --metric free-cash-flow --metric margin-aws");
  g_autofree char *progress = listen (&call, "%");
  g_autofree char *rest = NULL;

  g_assert_nonnull (strstr (progress, "two-souls-cli: "));
  g_assert_null (strstr (progress, "100 %"));
  g_assert_cmpint (kill (call.pid, SIGINT), ==, 0);
  assert_interrupted (wait_for (&call));
  rest = listen (&call, NULL);
  g_assert_null (strstr (rest, "100 %"));
  g_assert_true (g_str_has_suffix (rest, "\ntwo-souls-cli: stopped before all worlds were simulated\r\n"));
  assert_no_output (&call);
  close_call (&call);
}

/* More points than the pipe takes, which nobody reads: it cannot be done before it is stopped. */
static void
test_map (void)
{
  Call call = start ("map --x ad-rate --y handling-cost --nx 1000 --ny 1000 --format csv");

  g_usleep (G_USEC_PER_SEC / 10);
  g_assert_cmpint (kill (call.pid, SIGINT), ==, 0);
  assert_interrupted (wait_for (&call));
  close_call (&call);
}

static guint
count_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (get_folder (), 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* A chart of very many worlds: no file, not even a part of one. */
static void
test_render (void)
{
  g_autofree char *line =
    g_strdup_printf ("render outcomes --worlds 10000000 -o %s/outcomes.png", get_folder ());
  const guint n_files = count_files ();
  Call call = start (line);

  g_usleep (G_USEC_PER_SEC / 5);
  g_assert_cmpint (kill (call.pid, SIGINT), ==, 0);
  assert_interrupted (wait_for (&call));
  assert_no_output (&call);
  g_assert_cmpuint (count_files (), ==, n_files);
  close_call (&call);
}

/* A moving picture of very many frames, in one piece or as pictures of which some have been written. */
static void
test_animate (void)
{
  static const char *const names[] = { "a.gif", "a-%04d.png" };
  const guint n_files = count_files ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *line = g_strdup_printf ("animate timeline cloud-winter --seconds 20 --fps 30 --width 900 --height 900"
                                               " -o %s/%s", get_folder (), names[i]);
      Call call = start (line);
      g_autofree char *progress = listen (&call, ": 301/");
      g_autofree char *rest = NULL;

      g_assert_nonnull (strstr (progress, "two-souls-cli: "));
      g_assert_cmpuint (count_files () > n_files, ==, i == 1);
      g_assert_cmpint (kill (call.pid, SIGINT), ==, 0);
      assert_interrupted (wait_for (&call));
      rest = listen (&call, NULL);
      g_assert_true (g_str_has_suffix (rest, "\ntwo-souls-cli: stopped before all frames were drawn\r\n"));
      assert_no_output (&call);
      g_assert_cmpuint (count_files (), ==, n_files);
      close_call (&call);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();

  g_test_add_func ("/cli/interrupt/simulate", test_simulate);
  g_test_add_func ("/cli/interrupt/map", test_map);
  g_test_add_func ("/cli/interrupt/render", test_render);
  g_test_add_func ("/cli/interrupt/animate", test_animate);

  status = g_test_run ();
  clean_up ();
  return status;
}
