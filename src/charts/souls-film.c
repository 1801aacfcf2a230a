/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-film.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "souls-gif.h"

/* Digits of a number in a file name, at most. */
#define MAX_DIGITS 9

struct _SoulsFilm
{
  /* Borrowed: lives longer */
  SoulsMotion *motion;
  const SoulsTheme *theme;

  /* Owned */
  SoulsScene *scene;
  SoulsGif *gif;       /* NULL: numbered pictures */
  GPtrArray *written;  /* paths of pictures */
  char *path;          /* of the GIF; of pictures what stands before the number */
  char *ending;        /* what stands after it */

  int digits;
  int rate;
  int n_frames;
  int frame;
  gboolean done;
  guint64 n_bytes;
};

static gboolean
refuse (const char  *path,
        GError     **error)
{
  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_FORMAT,
               "%s: no moving picture for this file name; it should end in .gif, or in .png with one place for the number, "
               "as in frame-%%03d.png",
               path);
  return FALSE;
}

/* "frame-%03d.png": what is before, how many digits, what is after. */
static gboolean
read_pattern (SoulsFilm   *self,
              const char  *path,
              GError     **error)
{
  const char *percent = strchr (path, '%');
  const char *at = percent != NULL ? percent + 1 : NULL;

  if (percent == NULL || strchr (at, '%') != NULL)
    return refuse (path, error);
  if (*at == '0')
    at++;
  while (g_ascii_isdigit (*at) && self->digits < MAX_DIGITS)
    self->digits = 10 * self->digits + *at++ - '0';
  if (*at != 'd' || self->digits > MAX_DIGITS || strchr (at, G_DIR_SEPARATOR) != NULL)
    return refuse (path, error);
  self->path = g_strndup (path, (gsize) (percent - path));
  self->ending = g_strdup (at + 1);
  return TRUE;
}

static gboolean
read_path (SoulsFilm   *self,
           const char  *path,
           GError     **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".png"))
    return read_pattern (self, path, error);
  if (!g_str_has_suffix (lower, ".gif"))
    return refuse (path, error);
  self->path = g_strdup (path);
  return TRUE;
}

static gboolean
check_length (const SoulsFilm *self,
              GError         **error)
{
  if (self->n_frames <= SOULS_MOTION_MAX_FRAMES)
    return TRUE;
  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_SIZE,
               "a moving picture of %d frames can't be made, at most %d: take fewer frames a second or fewer seconds a change",
               self->n_frames, SOULS_MOTION_MAX_FRAMES);
  return FALSE;
}

/* The rests have all colours that come between, too. */
static gboolean
learn (SoulsFilm *self,
       GError   **error)
{
  for (int i = 0; i < souls_motion_get_n_states (self->motion); i++)
    {
      souls_motion_layout_state (self->motion, i, self->scene);
      if (self->gif == NULL)
        self->gif = souls_gif_new (self->theme, (int) ceil (souls_scene_get_width (self->scene)),
                                   (int) ceil (souls_scene_get_height (self->scene)));
      if (!souls_gif_learn (self->gif, self->scene, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * souls_film_new:
 * @motion: with at least one state; lives longer
 * @theme: lives longer
 * @rate: frames a second, as the motion has them
 * @path: ends in ".gif", or in ".png" with "%d" or the like for the number
 * @error: set to an error of %SOULS_PLOT_ERROR: of the name, or because it would be too long
 *
 * Returns: (transfer full) (nullable): a film of which nothing is drawn
 */
SoulsFilm *
souls_film_new (SoulsMotion      *motion,
                const SoulsTheme *theme,
                int               rate,
                const char       *path,
                GError          **error)
{
  g_autoptr (SoulsFilm) self = g_new0 (SoulsFilm, 1);

  g_return_val_if_fail (souls_motion_get_n_states (motion) > 0, NULL);

  self->motion = motion;
  self->theme = theme;
  self->rate = rate;
  self->n_frames = souls_motion_get_n_frames (motion);
  self->scene = souls_scene_new ();
  self->written = g_ptr_array_new_with_free_func (g_free);
  if (!read_path (self, path, error) || !check_length (self, error) || (self->ending == NULL && !learn (self, error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
souls_film_free (SoulsFilm *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; !self->done && i < self->written->len; i++)
    g_unlink (g_ptr_array_index (self->written, i));
  g_ptr_array_unref (self->written);
  souls_scene_free (self->scene);
  g_clear_pointer (&self->gif, souls_gif_free);
  g_free (self->path);
  g_free (self->ending);
  g_free (self);
}

static gboolean
write_bytes (SoulsFilm   *self,
             const char  *path,
             GBytes      *bytes,
             GError     **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  self->n_bytes += size;
  if (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &cause))
    return TRUE;
  g_set_error (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE, "%s: the picture could not be written: %s", path,
               cause->message);
  return FALSE;
}

/* What rests is the same picture again: whoever makes a film of them wants each. */
static gboolean
write_pictures (SoulsFilm *self,
                int        n,
                GError   **error)
{
  g_autoptr (GBytes) bytes = souls_scene_render (self->scene, self->theme, SOULS_FORMAT_PNG, 1.0, error);

  for (int i = 0; bytes != NULL && i < n; i++)
    {
      char *path = g_strdup_printf ("%s%0*d%s", self->path, self->digits, self->frame + i + 1, self->ending);

      g_ptr_array_add (self->written, path);
      if (!write_bytes (self, path, bytes, error))
        {
          g_ptr_array_remove_index (self->written, self->written->len - 1);
          return FALSE;
        }
    }
  return bytes != NULL;
}

/* To the hundredth, without an error that adds up. */
static int
get_delay (const SoulsFilm *self,
           int              n)
{
  return (int) (lround (100.0 * (self->frame + n) / self->rate) - lround (100.0 * self->frame / self->rate));
}

static gboolean
finish (SoulsFilm *self,
        GError   **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->gif == NULL)
    return TRUE;
  bytes = souls_gif_finish (self->gif, error);
  return bytes != NULL && write_bytes (self, self->path, bytes, error);
}

gboolean
souls_film_step (SoulsFilm *self,
                 GError   **error)
{
  const int n = self->done ? 0 : souls_motion_get_run (self->motion, self->frame);

  if (self->done)
    return TRUE;
  souls_motion_layout (self->motion, self->frame, self->scene);
  if (!(self->gif != NULL ? souls_gif_add (self->gif, self->scene, get_delay (self, n), error)
                          : write_pictures (self, n, error)))
    return FALSE;
  self->frame += n;
  if (self->frame < self->n_frames)
    return TRUE;
  self->done = finish (self, error);
  return self->done;
}

gboolean
souls_film_is_done (const SoulsFilm *self)
{
  return self->done;
}

int
souls_film_get_done (const SoulsFilm *self)
{
  return self->frame;
}

int
souls_film_get_n_frames (const SoulsFilm *self)
{
  return self->n_frames;
}

/**
 * souls_film_get_n_bytes:
 *
 * Returns: how large what has been written is
 */
guint64
souls_film_get_n_bytes (const SoulsFilm *self)
{
  return self->n_bytes;
}
