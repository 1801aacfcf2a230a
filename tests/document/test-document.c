/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-test.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "souls-session-private.h"
#include "souls-write.h"

#define OTHER "{ \"format\": \"two-souls-scenario\", \"version\": 1, \"title\": \"Other\", \"drivers\": { \"ad-margin\": 20 } }"

/* An account with no rights of its own, for who may write everywhere. */
#define NOBODY 65534

typedef struct
{
  char *folder;
  GFile *file;
  SoulsDocument *document;
} Stage;

static void
set_up (Stage        *stage,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  stage->folder = document_test_folder ();
  path = g_build_filename (stage->folder, "winter.souls", NULL);
  stage->file = g_file_new_for_path (path);
  stage->document = document_test_new ();
}

static void
tear_down (Stage        *stage,
           gconstpointer data)
{
  g_assert_finalize_object (stage->document);
  g_object_unref (stage->file);
  document_test_remove (stage->folder);
}

static void
save_as (Stage *stage)
{
  g_autoptr (GError) error = NULL;

  souls_document_save_as (stage->document, stage->file, &error);
  g_assert_no_error (error);
}

static void
test_save_and_open (Stage        *stage,
                    gconstpointer data)
{
  static const char *const charts[] = { "timeline", "two-souls", NULL };
  g_autoptr (SoulsDocument) other = document_test_new ();
  g_autoptr (GError) error = NULL;
  const SoulsScenario *scenario;
  g_autofree char *name = NULL;

  g_assert_false (souls_document_is_modified (stage->document));
  g_assert_null (souls_document_get_name (stage->document));
  document_test_move (stage->document, 0.25);
  g_assert_true (souls_document_is_modified (stage->document));
  souls_document_set_charts (stage->document, charts);
  save_as (stage);
  g_assert_false (souls_document_is_modified (stage->document));
  name = souls_document_get_name (stage->document);
  g_assert_cmpstr (name, ==, "winter");

  g_assert_true (souls_document_open (other, stage->file, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (document_test_where (other), ==, 0.25);
  g_assert_false (souls_document_is_modified (other));
  scenario = souls_session_get_scenario (souls_document_get_session (other));
  g_assert_true (g_strv_equal ((const char *const *) scenario->charts, charts));
  g_assert_cmpstr (scenario->text[SOULS_SCENARIO_MODEL], ==, "1.2.3");
  /* One step leads back, and away from what the file holds. */
  g_assert_true (souls_session_undo (souls_document_get_session (other)));
  g_assert_true (souls_document_is_modified (other));
  g_assert_true (souls_session_redo (souls_document_get_session (other)));
  g_assert_false (souls_document_is_modified (other));
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          int        *n)
{
  (*n)++;
}

static void
test_notifies (Stage        *stage,
               gconstpointer data)
{
  int n_modified = 0, n_file = 0;

  g_signal_connect (stage->document, "notify::modified", G_CALLBACK (count_cb), &n_modified);
  g_signal_connect (stage->document, "notify::file", G_CALLBACK (count_cb), &n_file);
  document_test_move (stage->document, 0.25);
  document_test_move (stage->document, 0.20);
  g_assert_cmpint (n_modified, ==, 1);
  save_as (stage);
  g_assert_cmpint (n_modified, ==, 2);
  g_assert_cmpint (n_file, ==, 1);
  save_as (stage);
  g_assert_cmpint (n_modified, ==, 2);
  g_assert_cmpint (n_file, ==, 1);
}

/* What a later program wrote beside what is known stays in the file. */
static void
test_keeps_unknown_members (Stage        *stage,
                            gconstpointer data)
{
  g_autofree char *text = NULL;

  document_test_write (stage->file, "{ \"format\": \"two-souls-scenario\", \"version\": 1, \"mood\": [1, 2] }");
  g_assert_true (souls_document_open (stage->document, stage->file, NULL));
  document_test_move (stage->document, 0.25);
  g_assert_true (souls_document_save (stage->document, FALSE, NULL));
  text = document_test_read (stage->file);
  g_assert_nonnull (strstr (text, "\"mood\""));
}

static void
test_revert (Stage        *stage,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (souls_document_revert (stage->document, &error));
  g_assert_error (error, SOULS_DOCUMENT_ERROR, SOULS_DOCUMENT_ERROR_NO_FILE);
  document_test_move (stage->document, 0.25);
  save_as (stage);
  document_test_move (stage->document, 0.1);
  g_assert_true (souls_document_revert (stage->document, NULL));
  g_assert_cmpfloat (document_test_where (stage->document), ==, 0.25);
  g_assert_false (souls_document_is_modified (stage->document));
  g_assert_true (souls_session_undo (souls_document_get_session (stage->document)));
  g_assert_cmpfloat (document_test_where (stage->document), ==, 0.1);
}

static void
test_detach (Stage        *stage,
             gconstpointer data)
{
  document_test_move (stage->document, 0.25);
  save_as (stage);
  document_test_move (stage->document, 0.1);
  souls_document_detach (stage->document);
  g_assert_null (souls_document_get_file (stage->document));
  g_assert_false (souls_document_is_modified (stage->document));
}

/* A file that is bad leaves everything as it was, the document's file too. */
static void
test_bad_file (Stage        *stage,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (stage->folder, "bad.souls", NULL);
  g_autoptr (GFile) bad = g_file_new_for_path (path);
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/x.souls");
  g_autoptr (GFile) folder = g_file_new_for_path (stage->folder);
  GFile *files[] = { bad, folder, remote };

  document_test_write (bad, "{ \"format\": \"two-souls-scenario\", \"version\": 1, \"drivers\": { \"ad-margin\": 2");
  document_test_move (stage->document, 0.25);
  save_as (stage);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (souls_document_open (stage->document, files[i], &error));
      g_assert_nonnull (error);
      g_assert_true (g_file_equal (souls_document_get_file (stage->document), stage->file));
      g_assert_cmpfloat (document_test_where (stage->document), ==, 0.25);
      g_assert_false (souls_document_is_modified (stage->document));
    }
}

static void
test_refuses_what_changed (Stage        *stage,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  document_test_move (stage->document, 0.25);
  save_as (stage);
  document_test_write (stage->file, OTHER);
  document_test_move (stage->document, 0.1);
  g_assert_false (souls_document_save (stage->document, FALSE, &error));
  g_assert_error (error, SOULS_DOCUMENT_ERROR, SOULS_DOCUMENT_ERROR_CHANGED);
  text = document_test_read (stage->file);
  g_assert_cmpstr (text, ==, OTHER);
  g_assert_true (souls_document_is_modified (stage->document));

  g_assert_true (souls_document_save (stage->document, TRUE, NULL));
  g_assert_false (souls_document_is_modified (stage->document));
  g_assert_true (souls_document_save (stage->document, FALSE, NULL));
}

/* Written again with the same bytes is not changed. */
static void
test_touched (Stage        *stage,
              gconstpointer data)
{
  g_autofree char *text = NULL;

  save_as (stage);
  text = document_test_read (stage->file);
  document_test_write (stage->file, text);
  souls_document_check_disk (stage->document);
  g_assert_cmpint (souls_document_get_disk (stage->document), ==, SOULS_DOCUMENT_SAME);
  g_assert_true (souls_document_save (stage->document, FALSE, NULL));
}

static gboolean
is_changed (gpointer data)
{
  return souls_document_get_disk (data) == SOULS_DOCUMENT_CHANGED;
}

static gboolean
is_gone (gpointer data)
{
  return souls_document_get_disk (data) == SOULS_DOCUMENT_GONE;
}

static gboolean
is_same (gpointer data)
{
  return souls_document_get_disk (data) == SOULS_DOCUMENT_SAME;
}

static void
test_watches (Stage        *stage,
              gconstpointer data)
{
  save_as (stage);
  document_test_write (stage->file, OTHER);
  document_test_wait (is_changed, stage->document);
  g_assert_false (souls_document_is_modified (stage->document));
  g_assert_true (souls_document_revert (stage->document, NULL));
  g_assert_cmpfloat (document_test_where (stage->document), ==, 0.2);
  g_assert_true (is_same (stage->document));

  g_unlink (g_file_peek_path (stage->file));
  document_test_wait (is_gone, stage->document);
  /* Nothing but this program holds it any more. */
  g_assert_true (souls_document_is_modified (stage->document));
  g_assert_true (souls_document_save (stage->document, FALSE, NULL));
  g_assert_true (is_same (stage->document));
  g_assert_false (souls_document_is_modified (stage->document));
}

static void
test_keep (Stage        *stage,
           gconstpointer data)
{
  document_test_move (stage->document, 0.25);
  save_as (stage);
  document_test_write (stage->file, OTHER);
  souls_document_check_disk (stage->document);
  g_assert_true (is_changed (stage->document));
  souls_document_keep (stage->document);
  g_assert_true (is_same (stage->document));
  g_assert_true (souls_document_is_modified (stage->document));
  g_assert_cmpfloat (document_test_where (stage->document), ==, 0.25);
  g_assert_true (souls_document_save (stage->document, FALSE, NULL));
  g_assert_false (souls_document_is_modified (stage->document));
}

static void
test_follows_links (Stage        *stage,
                    gconstpointer data)
{
  g_autofree char *path = g_build_filename (stage->folder, "link.souls", NULL);
  g_autofree char *loop = g_build_filename (stage->folder, "loop.souls", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  /* The target is not there yet, and named from the link's folder. */
  g_assert_cmpint (symlink ("winter.souls", path), ==, 0);
  document_test_move (stage->document, 0.25);
  g_assert_true (souls_document_save_as (stage->document, link, NULL));
  document_test_move (stage->document, 0.2);
  g_assert_true (souls_document_save (stage->document, FALSE, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  text = document_test_read (stage->file);
  g_assert_nonnull (strstr (text, "\"ad-margin\": 20"));

  g_assert_cmpint (symlink (loop, loop), ==, 0);
  g_assert_false (souls_write_file (loop, "x", 1, &error));
  g_assert_error (error, SOULS_WRITE_ERROR, SOULS_WRITE_ERROR_LINKS);
}

static void
test_keeps_permissions (Stage        *stage,
                        gconstpointer data)
{
  struct stat now;

  save_as (stage);
  g_assert_cmpint (g_chmod (g_file_peek_path (stage->file), 0604), ==, 0);
  document_test_move (stage->document, 0.1);
  g_assert_true (souls_document_save (stage->document, FALSE, NULL));
  g_assert_cmpint (stat (g_file_peek_path (stage->file), &now), ==, 0);
  g_assert_cmpint (now.st_mode & 07777, ==, 0604);
}

/* Nothing was saved, nothing is lost, nothing is left beside, and the message begins with the name. */
static void
assert_refused (Stage          *stage,
                const char     *path,
                SoulsWriteError code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strdup_printf ("%s: %s", path, souls_write_error_words (code));

  g_assert_false (souls_document_save_as (stage->document, file, &error));
  g_assert_error (error, SOULS_WRITE_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_true (souls_document_is_modified (stage->document));
  g_assert_true (g_file_equal (souls_document_get_file (stage->document), stage->file));
}

static void
test_refusals (Stage        *stage,
               gconstpointer data)
{
  g_autofree char *folder = g_build_filename (stage->folder, "folder.souls", NULL);
  g_autofree char *device = g_build_filename (stage->folder, "device.souls", NULL);
  g_autofree char *vanished = g_build_filename (stage->folder, "vanished", "x.souls", NULL);
  g_autofree char *inside = g_build_filename (g_file_peek_path (stage->file), "x.souls", NULL);
  g_autofree char *letters = g_strnfill (300, 'a');
  g_autofree char *name = g_build_filename (stage->folder, letters, NULL);

  save_as (stage);
  document_test_move (stage->document, 0.1);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("/dev/full", device), ==, 0);
  assert_refused (stage, folder, SOULS_WRITE_ERROR_IS_FOLDER);
  assert_refused (stage, device, SOULS_WRITE_ERROR_NOT_A_FILE);
  assert_refused (stage, vanished, SOULS_WRITE_ERROR_NO_FOLDER);
  assert_refused (stage, inside, SOULS_WRITE_ERROR_NO_FOLDER);
  assert_refused (stage, name, SOULS_WRITE_ERROR_LONG_NAME);
  g_assert_cmpuint (document_test_n_files (stage->folder, ""), ==, 3);
}

static void
test_vanished_folder (Stage        *stage,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  save_as (stage);
  document_test_move (stage->document, 0.1);
  g_unlink (g_file_peek_path (stage->file));
  g_rmdir (stage->folder);
  g_assert_false (souls_document_save (stage->document, FALSE, &error));
  g_assert_error (error, SOULS_WRITE_ERROR, SOULS_WRITE_ERROR_NO_FOLDER);
  g_assert_true (souls_document_is_modified (stage->document));
  g_assert_cmpint (g_mkdir (stage->folder, 0700), ==, 0);
  g_assert_true (souls_document_save (stage->document, FALSE, NULL));
}

/* A disk that takes ten bytes and no more. */
static void
test_full_disk (Stage        *stage,
                gconstpointer data)
{
  struct rlimit before, limit;
  g_autofree char *old = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved;

  save_as (stage);
  old = document_test_read (stage->file);
  document_test_move (stage->document, 0.1);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 10;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  saved = souls_document_save (stage->document, FALSE, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (saved);
  g_assert_error (error, SOULS_WRITE_ERROR, SOULS_WRITE_ERROR_NO_SPACE);
  now = document_test_read (stage->file);
  g_assert_cmpstr (now, ==, old);
  g_assert_true (souls_document_is_modified (stage->document));
  g_assert_cmpuint (document_test_n_files (stage->folder, ""), ==, 1);
}

static void
test_without_rights (Stage        *stage,
                     gconstpointer data)
{
  g_autofree char *folder = g_build_filename (stage->folder, "closed", NULL);
  g_autofree char *path = g_build_filename (folder, "x.souls", NULL);
  const gboolean is_root = geteuid () == 0;

  save_as (stage);
  document_test_move (stage->document, 0.1);
  g_assert_cmpint (g_mkdir (folder, 0500), ==, 0);
  g_assert_cmpint (g_chmod (g_file_peek_path (stage->file), 0444), ==, 0);
  if (is_root)
    {
      g_assert_cmpint (g_chmod (stage->folder, 0755), ==, 0);
      g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
      g_assert_cmpint (seteuid (NOBODY), ==, 0);
    }
  assert_refused (stage, path, SOULS_WRITE_ERROR_FOLDER_DENIED);
  assert_refused (stage, g_file_peek_path (stage->file), SOULS_WRITE_ERROR_FILE_DENIED);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* Every way of failing has its words, but for the one that the system words. */
static void
test_words (void)
{
  for (int i = 0; i < SOULS_N_WRITE_ERRORS; i++)
    g_assert_true ((souls_write_error_words ((SoulsWriteError) i) != NULL) == (i != SOULS_WRITE_ERROR_OTHER));
}

/* 10,000 steps of undo, with the room that a growing array keeps in hand, in 10 MB. */
static void
test_history_is_small (void)
{
  const gsize steps = 10000;
  gsize room = 1;

  while (room < steps * sizeof (SoulsStep))
    room *= 2;
  g_assert_cmpuint (room, <=, 10 * 1000 * 1000);
}

static const struct
{
  const char *path;
  void (*test) (Stage *, gconstpointer);
} tests[] = {
  { "/document/document/save-and-open", test_save_and_open },
  { "/document/document/notifies", test_notifies },
  { "/document/document/keeps-unknown-members", test_keeps_unknown_members },
  { "/document/document/revert", test_revert },
  { "/document/document/detach", test_detach },
  { "/document/document/bad-file", test_bad_file },
  { "/document/document/refuses-what-changed", test_refuses_what_changed },
  { "/document/document/touched", test_touched },
  { "/document/document/watches", test_watches },
  { "/document/document/keep", test_keep },
  { "/document/document/follows-links", test_follows_links },
  { "/document/document/keeps-permissions", test_keeps_permissions },
  { "/document/document/refusals", test_refusals },
  { "/document/document/vanished-folder", test_vanished_folder },
  { "/document/document/full-disk", test_full_disk },
  { "/document/document/without-rights", test_without_rights },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Stage, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/document/document/words", test_words);
  g_test_add_func ("/document/document/history-is-small", test_history_is_small);
  return g_test_run ();
}
