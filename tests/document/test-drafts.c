/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#include "souls-drafts.h"

typedef struct
{
  char *folder;
  char *drafts;
  GFile *file;
  SoulsDocument *document;
  SoulsDraft *draft;
} Stage;

static void
set_up (Stage        *stage,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  stage->folder = document_test_folder ();
  stage->drafts = g_build_filename (stage->folder, "state", "drafts", NULL);
  path = g_build_filename (stage->folder, "winter.souls", NULL);
  stage->file = g_file_new_for_path (path);
  stage->document = document_test_new ();
  stage->draft = souls_draft_new (stage->document, stage->drafts);
}

/* As when the program ends without a word: the file stays, its lock does not. */
static void
end (Stage *stage)
{
  g_clear_pointer (&stage->draft, souls_draft_free);
}

static void
tear_down (Stage        *stage,
           gconstpointer data)
{
  end (stage);
  g_assert_finalize_object (stage->document);
  g_object_unref (stage->file);
  g_free (stage->drafts);
  document_test_remove (stage->folder);
}

static GPtrArray *
take (Stage *stage)
{
  return souls_drafts_take (stage->drafts, document_test_data (), NULL);
}

static guint
count (Stage *stage)
{
  return document_test_n_files (stage->drafts, ".draft");
}

static gboolean
has_draft (gpointer data)
{
  return count (data) == 1;
}

static void
test_written_by_itself (Stage        *stage,
                        gconstpointer data)
{
  g_assert_cmpuint (count (stage), ==, 0);
  document_test_move (stage->document, 0.25);
  document_test_wait (has_draft, stage);
}

static gboolean
moved_cb (gpointer data)
{
  Stage *stage = data;

  document_test_move (stage->document, document_test_where (stage->document) > 0.2 ? 0.1 : 0.3);
  return G_SOURCE_CONTINUE;
}

/* A hand that never rests does not put the draft off. */
static void
test_written_while_moving (Stage        *stage,
                           gconstpointer data)
{
  const guint mover = g_timeout_add (5, moved_cb, stage);

  document_test_wait (has_draft, stage);
  g_source_remove (mover);
}

static void
test_restore (Stage        *stage,
              gconstpointer data)
{
  g_autoptr (SoulsDocument) other = document_test_new ();
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GPtrArray) others = NULL;
  SoulsDraft *draft;
  SoulsOrphan *orphan;

  souls_session_set_text (souls_document_get_session (stage->document), SOULS_SCENARIO_TITLE, "Grüße\n2");
  document_test_move (stage->document, 0.25);
  end (stage);
  orphans = take (stage);
  g_assert_cmpuint (orphans->len, ==, 1);
  orphan = g_ptr_array_index (orphans, 0);
  g_assert_null (orphan->file);
  g_assert_cmpstr (orphan->scenario->text[SOULS_SCENARIO_TITLE], ==, "Grüße\n2");

  g_assert_true (souls_document_restore (other, NULL, NULL, orphan->scenario, NULL));
  g_assert_cmpfloat (document_test_where (other), ==, 0.25);
  g_assert_true (souls_document_is_modified (other));
  draft = souls_draft_new_from (other, orphan);
  g_assert_cmpuint (count (stage), ==, 1);
  /* It is the other document's now, and goes with what it has to save. */
  others = take (stage);
  g_assert_cmpuint (others->len, ==, 0);
  g_assert_true (souls_document_save_as (other, stage->file, NULL));
  souls_draft_flush (draft);
  g_assert_cmpuint (count (stage), ==, 0);
  souls_draft_free (draft);
}

static void
test_restore_with_file (Stage        *stage,
                        gconstpointer data)
{
  g_autoptr (SoulsDocument) other = document_test_new ();
  g_autoptr (GPtrArray) orphans = NULL;
  SoulsOrphan *orphan;

  document_test_move (stage->document, 0.3);
  g_assert_true (souls_document_save_as (stage->document, stage->file, NULL));
  document_test_move (stage->document, 0.25);
  end (stage);
  orphans = take (stage);
  g_assert_cmpuint (orphans->len, ==, 1);
  orphan = g_ptr_array_index (orphans, 0);
  g_assert_true (g_file_equal (orphan->file, stage->file));
  g_assert_true (souls_document_restore (other, orphan->file, orphan->sum, orphan->scenario, NULL));
  g_assert_true (souls_document_is_modified (other));
  g_assert_cmpint (souls_document_get_disk (other), ==, SOULS_DOCUMENT_SAME);
  /* One step back is what the file holds. */
  g_assert_true (souls_session_undo (souls_document_get_session (other)));
  g_assert_cmpfloat (document_test_where (other), ==, 0.3);
  g_assert_false (souls_document_is_modified (other));
}

/* The file was written by somebody else between the end and the restoring: not to be written over unasked. */
static void
test_restore_changed_file (Stage        *stage,
                           gconstpointer data)
{
  g_autoptr (SoulsDocument) other = document_test_new ();
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;
  SoulsOrphan *orphan;

  g_assert_true (souls_document_save_as (stage->document, stage->file, NULL));
  document_test_move (stage->document, 0.25);
  end (stage);
  document_test_write (stage->file, "{ \"format\": \"two-souls-scenario\", \"version\": 1 }");
  orphans = take (stage);
  orphan = g_ptr_array_index (orphans, 0);
  g_assert_true (souls_document_restore (other, orphan->file, orphan->sum, orphan->scenario, NULL));
  g_assert_cmpint (souls_document_get_disk (other), ==, SOULS_DOCUMENT_CHANGED);
  g_assert_cmpfloat (document_test_where (other), ==, 0.25);
  g_assert_false (souls_document_save (other, FALSE, &error));
  g_assert_error (error, SOULS_DOCUMENT_ERROR, SOULS_DOCUMENT_ERROR_CHANGED);
}

static void
test_restore_vanished_file (Stage        *stage,
                            gconstpointer data)
{
  g_autoptr (SoulsDocument) other = document_test_new ();
  g_autoptr (GPtrArray) orphans = NULL;
  SoulsOrphan *orphan;

  g_assert_true (souls_document_save_as (stage->document, stage->file, NULL));
  document_test_move (stage->document, 0.25);
  end (stage);
  g_unlink (g_file_peek_path (stage->file));
  orphans = take (stage);
  orphan = g_ptr_array_index (orphans, 0);
  g_assert_true (souls_document_restore (other, orphan->file, orphan->sum, orphan->scenario, NULL));
  g_assert_true (souls_document_is_modified (other));
  g_assert_true (souls_document_save (other, FALSE, NULL));
  g_assert_true (g_file_query_exists (stage->file, NULL));
}

static void
test_removed_when_saved (Stage        *stage,
                         gconstpointer data)
{
  document_test_move (stage->document, 0.25);
  souls_draft_flush (stage->draft);
  g_assert_cmpuint (count (stage), ==, 1);
  g_assert_true (souls_document_save_as (stage->document, stage->file, NULL));
  souls_draft_flush (stage->draft);
  g_assert_cmpuint (count (stage), ==, 0);
}

static void
test_removed_when_undone (Stage        *stage,
                          gconstpointer data)
{
  document_test_move (stage->document, 0.25);
  souls_draft_flush (stage->draft);
  g_assert_cmpuint (count (stage), ==, 1);
  souls_session_undo (souls_document_get_session (stage->document));
  souls_draft_flush (stage->draft);
  g_assert_cmpuint (count (stage), ==, 0);
}

static void
test_removed_when_discarded (Stage        *stage,
                             gconstpointer data)
{
  document_test_move (stage->document, 0.25);
  souls_draft_discard (stage->draft);
  g_assert_cmpuint (count (stage), ==, 0);
  end (stage);
  g_assert_cmpuint (count (stage), ==, 0);
}

static void
test_living (Stage        *stage,
             gconstpointer data)
{
  g_autoptr (GPtrArray) orphans = NULL;

  document_test_move (stage->document, 0.25);
  souls_draft_flush (stage->draft);
  document_test_move (stage->document, 0.2);
  souls_draft_flush (stage->draft);
  orphans = take (stage);
  g_assert_cmpuint (orphans->len, ==, 0);
  g_assert_cmpuint (count (stage), ==, 1);
}

static char *
find_draft (Stage *stage)
{
  g_autoptr (GDir) dir = g_dir_open (stage->drafts, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".draft"))
      return g_build_filename (stage->drafts, name, NULL);
  g_assert_not_reached ();
}

/* Cut off anywhere, a draft is restored whole or put aside whole. */
static void
test_truncated (Stage        *stage,
                gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize length;
  guint n_good = 0;

  g_assert_true (souls_document_save_as (stage->document, stage->file, NULL));
  document_test_move (stage->document, 0.25);
  end (stage);
  path = find_draft (stage);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize i = 0; i <= length; i++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) orphans = NULL;

      g_assert_true (g_file_set_contents (path, text, (gssize) i, NULL));
      orphans = souls_drafts_take (stage->drafts, document_test_data (), problems);
      g_assert_cmpuint (orphans->len + problems->len, ==, 1);
      g_assert_cmpuint (document_test_n_files (stage->drafts, ".bad"), ==, 1);
      if (orphans->len == 1)
        g_assert_cmpfloat (((SoulsOrphan *) g_ptr_array_index (orphans, 0))->scenario->value[SOULS_DRIVER_AD_MARGIN],
                           ==, 0.25);
      n_good += orphans->len;
    }
  /* Only the line break at its end may be missing. */
  g_assert_cmpuint (n_good, ==, 2);
}

static void
test_tidies_up (Stage        *stage,
                gconstpointer data)
{
  g_autofree char *old = g_build_filename (stage->drafts, "old.draft.new", NULL);
  g_autofree char *young = g_build_filename (stage->drafts, "young.draft.new", NULL);
  g_autoptr (GPtrArray) orphans = NULL;
  const struct utimbuf times = { 1, 1 };

  g_mkdir_with_parents (stage->drafts, 0700);
  g_assert_true (g_file_set_contents (old, "x", 1, NULL));
  g_assert_true (g_file_set_contents (young, "x", 1, NULL));
  g_assert_cmpint (g_utime (old, (struct utimbuf *) &times), ==, 0);
  orphans = take (stage);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
}

static void
failed_cb (const char *problem,
           gpointer    data)
{
  g_ptr_array_add (data, g_strdup (problem));
}

static gboolean
has_problem (gpointer data)
{
  return ((GPtrArray *) data)->len > 0;
}

/* Where there is a file in the folder's place, it is said once, and works again once the way is free. */
static void
test_cannot_be_written (Stage        *stage,
                        gconstpointer data)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *state = g_path_get_dirname (stage->drafts);

  g_assert_true (g_file_set_contents (state, "", 0, NULL));
  souls_draft_set_failed (stage->draft, failed_cb, problems);
  document_test_move (stage->document, 0.25);
  souls_draft_flush (stage->draft);
  document_test_wait (has_problem, problems);
  document_test_move (stage->document, 0.2);
  souls_draft_flush (stage->draft);
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), stage->drafts));

  g_unlink (state);
  document_test_move (stage->document, 0.15);
  souls_draft_flush (stage->draft);
  g_assert_cmpuint (count (stage), ==, 1);
}

static const struct
{
  const char *path;
  void (*test) (Stage *, gconstpointer);
} tests[] = {
  { "/document/drafts/written-by-itself", test_written_by_itself },
  { "/document/drafts/written-while-moving", test_written_while_moving },
  { "/document/drafts/restore", test_restore },
  { "/document/drafts/restore-with-file", test_restore_with_file },
  { "/document/drafts/restore-changed-file", test_restore_changed_file },
  { "/document/drafts/restore-vanished-file", test_restore_vanished_file },
  { "/document/drafts/removed-when-saved", test_removed_when_saved },
  { "/document/drafts/removed-when-undone", test_removed_when_undone },
  { "/document/drafts/removed-when-discarded", test_removed_when_discarded },
  { "/document/drafts/living", test_living },
  { "/document/drafts/truncated", test_truncated },
  { "/document/drafts/tidies-up", test_tidies_up },
  { "/document/drafts/cannot-be-written", test_cannot_be_written },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Stage, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
