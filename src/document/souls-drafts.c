/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-drafts.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "souls-draft-writer.h"

#define FOLDER "two-souls"
#define ENDING ".draft"
#define HEAD "two-souls-draft 1\n"
#define FILE_LINE "file: "
#define SUM_LINE "sum: "

/* How long a change waits for others: a promise of half a second, less what a busy computer may take from it. */
#define DELAY_MS 250

/* A new file is renamed at once; one that is this old was left behind. Seconds. */
#define LEFT_BEHIND 60

struct _SoulsDraft
{
  SoulsDocument *document;
  SoulsDraftWriter *writer;
  guint timer;
  gboolean is_there;       /* there is a file, or one is being written */
  SoulsDraftFailed failed;
  gpointer failed_data;
};

/**
 * souls_drafts_folder:
 *
 * Returns: (transfer full): where drafts are by default
 */
char *
souls_drafts_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), FOLDER, "drafts", NULL);
}

/* A few lines that are the draft's own, then the scenario as its file has it. */
static char *
make_text (SoulsDocument *document)
{
  g_autoptr (SoulsScenario) scenario = souls_document_make_scenario (document);
  g_autofree char *body = souls_scenario_to_text (scenario, NULL);
  GString *text = g_string_new (HEAD);

  if (souls_document_get_file (document) != NULL)
    {
      g_autofree char *uri = g_file_get_uri (souls_document_get_file (document));

      g_string_append_printf (text, FILE_LINE "%s\n", uri);
      g_string_append_printf (text, SUM_LINE "%s\n", souls_document_get_sum (document));
    }
  g_string_append_c (text, '\n');
  g_string_append (text, body);
  return g_string_free (text, FALSE);
}

static void
write_now (SoulsDraft *self)
{
  self->is_there = TRUE;
  souls_draft_writer_put (self->writer, make_text (self->document));
}

static gboolean
timed_cb (gpointer data)
{
  SoulsDraft *self = data;

  self->timer = 0;
  write_now (self);
  return G_SOURCE_REMOVE;
}

/* The clock runs from the first change that is not written; later ones do not put it off. */
static void
document_changed_cb (SoulsDraft *self)
{
  if (souls_document_is_modified (self->document))
    {
      if (self->timer == 0)
        self->timer = g_timeout_add (DELAY_MS, timed_cb, self);
      return;
    }
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->is_there)
    souls_draft_writer_remove (self->writer);
  self->is_there = FALSE;
}

static void
writer_failed_cb (const char *problem,
                  gpointer    data)
{
  SoulsDraft *self = data;

  if (self->failed != NULL)
    self->failed (problem, self->failed_data);
}

static SoulsDraft *
create (SoulsDocument *document,
        const char    *path,
        int            lock)
{
  SoulsDraft *self = g_new0 (SoulsDraft, 1);

  self->document = g_object_ref (document);
  self->writer = souls_draft_writer_new (path, lock, writer_failed_cb, self);
  self->is_there = lock >= 0;
  g_signal_connect_swapped (souls_document_get_session (document), "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_swapped (document, "notify", G_CALLBACK (document_changed_cb), self);
  document_changed_cb (self);
  return self;
}

/**
 * souls_draft_new:
 * @document: whose changes to keep
 * @folder: (nullable): where; %NULL for the default
 *
 * Returns: (transfer full): what keeps them
 */
SoulsDraft *
souls_draft_new (SoulsDocument *document,
                 const char    *folder)
{
  g_autofree char *own_folder = folder != NULL ? g_strdup (folder) : souls_drafts_folder ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, ENDING, NULL);
  g_autofree char *path = g_build_filename (own_folder, name, NULL);

  return create (document, path, -1);
}

/**
 * souls_draft_new_from:
 * @document: into which the orphan was restored
 * @orphan: whose file to go on with; its lock is taken over
 *
 * Returns: (transfer full): what keeps the document's changes
 */
SoulsDraft *
souls_draft_new_from (SoulsDocument *document,
                      SoulsOrphan   *orphan)
{
  const int lock = orphan->lock;

  orphan->lock = -1;
  return create (document, orphan->path, lock);
}

/**
 * souls_draft_set_failed:
 * @failed: (nullable): told when the draft cannot be written
 * @data: for @failed
 */
void
souls_draft_set_failed (SoulsDraft      *self,
                        SoulsDraftFailed failed,
                        gpointer         data)
{
  self->failed = failed;
  self->failed_data = data;
}

void
souls_draft_flush (SoulsDraft *self)
{
  if (self->timer != 0)
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      write_now (self);
    }
  souls_draft_writer_flush (self->writer);
}

static void
stop (SoulsDraft *self)
{
  g_signal_handlers_disconnect_by_data (souls_document_get_session (self->document), self);
  g_signal_handlers_disconnect_by_data (self->document, self);
}

/**
 * souls_draft_discard:
 *
 * Removes the file, and keeps nothing any more.
 */
void
souls_draft_discard (SoulsDraft *self)
{
  stop (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->is_there)
    souls_draft_writer_remove (self->writer);
  self->is_there = FALSE;
  souls_draft_writer_flush (self->writer);
}

void
souls_draft_free (SoulsDraft *self)
{
  if (self == NULL)
    return;
  stop (self);
  souls_draft_flush (self);
  souls_draft_writer_free (self->writer);
  g_object_unref (self->document);
  g_free (self);
}

void
souls_orphan_free (SoulsOrphan *self)
{
  if (self == NULL)
    return;
  if (self->lock >= 0)
    close (self->lock);
  g_clear_object (&self->file);
  g_clear_pointer (&self->scenario, souls_scenario_free);
  g_free (self->sum);
  g_free (self->path);
  g_free (self);
}

/* The lock of a draft that no living program holds, or -1. */
static int
take_lock (const char *path,
           gint64     *time)
{
  const int fd = g_open (path, O_RDWR | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC, 0);
  struct stat mine, there;

  if (fd < 0)
    return -1;
  /* A living program may just have put another file in this one's place. */
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &mine) == 0 && stat (path, &there) == 0 &&
      mine.st_dev == there.st_dev && mine.st_ino == there.st_ino && S_ISREG (mine.st_mode))
    {
      *time = (gint64) mine.st_mtim.tv_sec * G_USEC_PER_SEC + mine.st_mtim.tv_nsec / 1000;
      return fd;
    }
  close (fd);
  return -1;
}

/* Takes one line that begins with @name off the head. */
static char *
take_line (const char **text,
           const char  *name)
{
  const char *end = strchr (*text, '\n');
  char *value;

  if (end == NULL || !g_str_has_prefix (*text, name))
    return NULL;
  value = g_strndup (*text + strlen (name), (gsize) (end - *text) - strlen (name));
  *text = end + 1;
  return value;
}

static gboolean
read_draft (SoulsOrphan        *orphan,
            const SoulsDataSet *data,
            GError            **error)
{
  gsize length;
  g_autofree char *bytes = souls_json_read_bytes (orphan->path, &length, error);
  g_autofree char *name = g_filename_display_name (orphan->path);
  g_autofree char *uri = NULL;
  const char *text = bytes;

  if (bytes == NULL)
    return FALSE;
  if (!g_str_has_prefix (text, HEAD))
    {
      g_set_error (error, SOULS_SCENARIO_ERROR, SOULS_SCENARIO_ERROR_FORM,
                   "%s: expected the draft of a scenario", name);
      return FALSE;
    }
  text += strlen (HEAD);
  uri = take_line (&text, FILE_LINE);
  orphan->sum = take_line (&text, SUM_LINE);
  orphan->file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  orphan->scenario = souls_scenario_parse (name, text, length - (gsize) (text - bytes), data, error);
  return orphan->scenario != NULL;
}

static void
put_aside (SoulsOrphan  *orphan,
           const GError *error,
           GPtrArray    *problems)
{
  g_autofree char *aside = g_strconcat (orphan->path, ".bad", NULL);

  if (g_rename (orphan->path, aside) != 0)
    g_debug ("%s: %s", aside, g_strerror (errno));
  if (problems != NULL)
    g_ptr_array_add (problems, g_strdup (error->message));
}

static void
take_orphan (GPtrArray          *orphans,
             const char         *path,
             const SoulsDataSet *data,
             GPtrArray          *problems)
{
  gint64 time;
  const int lock = take_lock (path, &time);
  g_autoptr (GError) error = NULL;
  SoulsOrphan *orphan;

  if (lock < 0)
    return;
  orphan = g_new0 (SoulsOrphan, 1);
  orphan->path = g_strdup (path);
  orphan->lock = lock;
  orphan->time = time;
  if (read_draft (orphan, data, &error))
    {
      g_ptr_array_add (orphans, orphan);
      return;
    }
  put_aside (orphan, error, problems);
  souls_orphan_free (orphan);
}

/* What was being written when a program ended; the state before it still has its name. */
static void
tidy_up (const char *path)
{
  gint64 time;
  const int lock = take_lock (path, &time);

  if (lock < 0)
    return;
  if (time < g_get_real_time () - LEFT_BEHIND * G_USEC_PER_SEC)
    g_unlink (path);
  close (lock);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const SoulsOrphan *first = *(const SoulsOrphan *const *) a;
  const SoulsOrphan *second = *(const SoulsOrphan *const *) b;

  return (first->time < second->time) - (first->time > second->time);
}

/**
 * souls_drafts_take:
 * @folder: (nullable): where; %NULL for the default
 * @data: the base years and ranges to check against
 * @problems: (nullable) (element-type utf8): takes a line for each draft that cannot be read
 *
 * Takes the drafts that no living program holds. Damaged ones are put aside under another name, for whoever can mend
 * them.
 *
 * Returns: (transfer full) (element-type SoulsOrphan): the latest first
 */
GPtrArray *
souls_drafts_take (const char         *folder,
                   const SoulsDataSet *data,
                   GPtrArray          *problems)
{
  g_autofree char *own_folder = folder != NULL ? g_strdup (folder) : souls_drafts_folder ();
  g_autoptr (GDir) dir = g_dir_open (own_folder, 0, NULL);
  GPtrArray *orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) souls_orphan_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (own_folder, name, NULL);

      if (g_str_has_suffix (name, ENDING))
        take_orphan (orphans, path, data, problems);
      else if (g_str_has_suffix (name, ENDING ".new"))
        tidy_up (path);
    }
  g_ptr_array_sort (orphans, compare_times);
  return orphans;
}
