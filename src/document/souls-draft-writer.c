/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-draft-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Somebody who tidies up may take the new file for one that was left behind; one try more does for that. */
#define TRIES 2

struct _SoulsDraftWriter
{
  gatomicrefcount refs;

  /* Main thread only */
  SoulsDraftWriterFailed failed;
  gpointer data;

  /* Writing thread only, or anybody while there is nothing to write */
  char *path;
  char *beside;
  int lock;            /* of the file that is there; -1 without one */
  gboolean has_failed;

  /* Guarded by the mutex */
  GMutex mutex;
  GCond idle;
  char *text;          /* to be written */
  gboolean remove;     /* before it, what is there is to go */
  gboolean is_queued;
};

typedef struct
{
  SoulsDraftWriter *writer;
  char *problem;
} Failure;

static SoulsDraftWriter *
ref_writer (SoulsDraftWriter *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
close_lock (SoulsDraftWriter *self)
{
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

static void
unref_writer (SoulsDraftWriter *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  close_lock (self);
  g_free (self->path);
  g_free (self->beside);
  g_free (self->text);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->idle);
  g_free (self);
}

static gboolean
failed_cb (gpointer data)
{
  Failure *failure = data;

  if (failure->writer->failed != NULL)
    failure->writer->failed (failure->problem, failure->writer->data);
  return G_SOURCE_REMOVE;
}

static void
failure_free (gpointer data)
{
  Failure *failure = data;

  unref_writer (failure->writer);
  g_free (failure->problem);
  g_free (failure);
}

/* Says so once, until it works again. */
static void
report (SoulsDraftWriter *self,
        int               number)
{
  g_autofree char *name = g_filename_display_name (self->path);
  Failure *failure;

  if (self->has_failed)
    return;
  self->has_failed = TRUE;
  failure = g_new (Failure, 1);
  failure->writer = ref_writer (self);
  failure->problem = g_strdup_printf ("%s: %s", name, g_strerror (number));
  g_idle_add_full (G_PRIORITY_DEFAULT, failed_cb, failure, failure_free);
}

static int
write_all (int         fd,
           const char *text)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      const gssize n = write (fd, text, length);

      if (n < 0 && errno != EINTR)
        return errno;
      if (n < 0)
        continue;
      text += n;
      length -= (gsize) n;
    }
  return 0;
}

/* Locked before it has its name, so that nobody ever sees a draft of a living program without its lock. Returns an
 * errno. */
static int
replace (SoulsDraftWriter *self,
         const char       *text)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int fd, number;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return errno;
  fd = g_open (self->beside, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0)
    return errno;
  number = flock (fd, LOCK_EX | LOCK_NB) != 0 ? errno : write_all (fd, text);
  if (number == 0 && g_rename (self->beside, self->path) != 0)
    number = errno;
  if (number != 0)
    {
      close (fd);
      g_unlink (self->beside);
      return number;
    }
  close_lock (self);
  self->lock = fd;
  /* Only now: a program that ends in the meantime loses nothing by it, and a slow disk holds up nothing but the thread. */
  if (fdatasync (fd) != 0)
    g_debug ("%s: %s", self->path, g_strerror (errno));
  return 0;
}

static void
write_draft (SoulsDraftWriter *self,
             const char       *text)
{
  int number = 0;

  for (int i = 0; i < TRIES; i++)
    {
      number = replace (self, text);
      if (number == 0)
        break;
    }
  if (number == 0)
    self->has_failed = FALSE;
  else
    report (self, number);
}

static void
remove_draft (SoulsDraftWriter *self)
{
  if (self->lock >= 0)
    g_unlink (self->path);
  close_lock (self);
}

/* Takes what there is to do. Returns whether there was anything. */
static gboolean
take (SoulsDraftWriter *self,
      gboolean         *remove,
      char            **text)
{
  g_mutex_lock (&self->mutex);
  *remove = self->remove;
  *text = g_steal_pointer (&self->text);
  self->remove = FALSE;
  self->is_queued = *remove || *text != NULL;
  if (!self->is_queued)
    g_cond_broadcast (&self->idle);
  g_mutex_unlock (&self->mutex);
  return *remove || *text != NULL;
}

static void
work_cb (gpointer data,
         gpointer pool_data)
{
  SoulsDraftWriter *self = data;
  gboolean remove;
  char *text;

  while (take (self, &remove, &text))
    {
      if (remove)
        remove_draft (self);
      if (text != NULL)
        write_draft (self, text);
      g_free (text);
    }
  unref_writer (self);
}

static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  /* One thread for all drafts; it ends when it has had nothing to do for a while. */
  if (pool == NULL)
    pool = g_thread_pool_new (work_cb, NULL, 1, FALSE, NULL);
  return pool;
}

/* With the mutex held. */
static void
queue (SoulsDraftWriter *self)
{
  if (self->is_queued)
    return;
  self->is_queued = TRUE;
  g_thread_pool_push (get_pool (), ref_writer (self), NULL);
}

/**
 * souls_draft_writer_new:
 * @path: the draft's file
 * @lock: descriptor that holds the lock of the file that is there, or -1; taken over
 * @failed: called on the main thread when writing fails, once until it works again
 * @data: for @failed
 *
 * Returns: (transfer full): a writer
 */
SoulsDraftWriter *
souls_draft_writer_new (const char            *path,
                        int                    lock,
                        SoulsDraftWriterFailed failed,
                        gpointer               data)
{
  SoulsDraftWriter *self = g_new0 (SoulsDraftWriter, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->idle);
  self->path = g_strdup (path);
  self->beside = g_strconcat (path, ".new", NULL);
  self->lock = lock;
  self->failed = failed;
  self->data = data;
  return self;
}

/**
 * souls_draft_writer_put:
 * @text: (transfer full): what the file shall hold
 *
 * Hands over a new state; one that has not been written yet is skipped.
 */
void
souls_draft_writer_put (SoulsDraftWriter *self,
                        char             *text)
{
  g_mutex_lock (&self->mutex);
  g_free (self->text);
  self->text = text;
  queue (self);
  g_mutex_unlock (&self->mutex);
}

void
souls_draft_writer_remove (SoulsDraftWriter *self)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->text, g_free);
  self->remove = TRUE;
  queue (self);
  g_mutex_unlock (&self->mutex);
}

void
souls_draft_writer_flush (SoulsDraftWriter *self)
{
  g_mutex_lock (&self->mutex);
  while (self->is_queued)
    g_cond_wait (&self->idle, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/**
 * souls_draft_writer_free:
 *
 * Lets go of the file when all that was handed over is done; does not remove it.
 */
void
souls_draft_writer_free (SoulsDraftWriter *self)
{
  souls_draft_writer_flush (self);
  self->failed = NULL;
  /* Here, and not when the thread has let go of it too: whoever looks next is to find no lock. */
  g_mutex_lock (&self->mutex);
  close_lock (self);
  g_mutex_unlock (&self->mutex);
  unref_writer (self);
}
