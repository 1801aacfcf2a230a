/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-test.h"

#include <glib/gstdio.h>

/* Longer than any computer takes that still works. */
#define PATIENCE (30 * G_USEC_PER_SEC)

SoulsDataSet *
document_test_data (void)
{
  static SoulsDataSet *data;
  g_autoptr (GError) error = NULL;

  if (data == NULL)
    data = souls_data_set_load_default (&error);
  g_assert_no_error (error);
  return data;
}

SoulsDocument *
document_test_new (void)
{
  g_autoptr (SoulsSession) session = souls_session_new (document_test_data ());

  return souls_document_new (session, "1.2.3");
}

char *
document_test_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("two-souls-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_all (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
document_test_remove (char *folder)
{
  remove_all (folder);
  g_free (folder);
}

char *
document_test_read (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
document_test_write (GFile      *file,
                     const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), text, -1, &error);
  g_assert_no_error (error);
}

void
document_test_move (SoulsDocument *document,
                    double         ad_margin)
{
  g_autoptr (GError) error = NULL;

  souls_session_set_driver (souls_document_get_session (document), SOULS_DRIVER_AD_MARGIN, ad_margin, &error);
  g_assert_no_error (error);
}

double
document_test_where (SoulsDocument *document)
{
  return souls_session_get_driver (souls_document_get_session (document), SOULS_DRIVER_AD_MARGIN);
}

static gboolean
woken_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
document_test_wait (gboolean (*done) (gpointer data),
                    gpointer data)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;
  const guint waker = g_timeout_add (10, woken_cb, NULL);

  while (!done (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (waker);
  g_assert_true (done (data));
}

guint
document_test_n_files (const char *folder,
                       const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ending);
  return n;
}
