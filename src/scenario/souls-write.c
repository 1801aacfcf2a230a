/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many symbolic links in a row as the system follows. */
#define MAX_LINKS 40

static const char *const words[SOULS_N_WRITE_ERRORS] = {
  [SOULS_WRITE_ERROR_NO_SPACE] = N_("there is no room left on the disk"),
  [SOULS_WRITE_ERROR_FOLDER_DENIED] = N_("you may not write into this folder"),
  [SOULS_WRITE_ERROR_FILE_DENIED] = N_("you may not write to this file"),
  [SOULS_WRITE_ERROR_READ_ONLY] = N_("the disk can only be read"),
  [SOULS_WRITE_ERROR_NO_FOLDER] = N_("the folder is not there (any more)"),
  [SOULS_WRITE_ERROR_IS_FOLDER] = N_("there is a folder of that name"),
  [SOULS_WRITE_ERROR_NOT_A_FILE] = N_("there is something of that name that is not a file"),
  [SOULS_WRITE_ERROR_LONG_NAME] = N_("the name is too long"),
  [SOULS_WRITE_ERROR_LINKS] = N_("the link leads back to itself"),
};

static const struct
{
  int number;
  SoulsWriteError code;
} codes[] = {
  { ENOSPC, SOULS_WRITE_ERROR_NO_SPACE },
  { EDQUOT, SOULS_WRITE_ERROR_NO_SPACE },
  { EFBIG, SOULS_WRITE_ERROR_NO_SPACE },
  { EACCES, SOULS_WRITE_ERROR_FOLDER_DENIED },
  { EPERM, SOULS_WRITE_ERROR_FOLDER_DENIED },
  { EROFS, SOULS_WRITE_ERROR_READ_ONLY },
  { ENOENT, SOULS_WRITE_ERROR_NO_FOLDER },
  { ENOTDIR, SOULS_WRITE_ERROR_NO_FOLDER },
  { EISDIR, SOULS_WRITE_ERROR_IS_FOLDER },
  { ENAMETOOLONG, SOULS_WRITE_ERROR_LONG_NAME },
  { ELOOP, SOULS_WRITE_ERROR_LINKS },
};

G_DEFINE_QUARK (souls-write-error-quark, souls_write_error)

/**
 * souls_write_error_words:
 * @code: a code of %SOULS_WRITE_ERROR
 *
 * Returns: (nullable) (transfer none): what the message says after the file's name, to be translated
 */
const char *
souls_write_error_words (SoulsWriteError code)
{
  g_return_val_if_fail (code < SOULS_N_WRITE_ERRORS, NULL);
  return words[code];
}

static gboolean
fail (const char     *path,
      SoulsWriteError code,
      int             number,
      GError        **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SOULS_WRITE_ERROR, (int) code, "%s: %s", name,
               words[code] != NULL ? words[code] : g_strerror (number));
  return FALSE;
}

static gboolean
fail_with_errno (const char *path,
                 int         number,
                 GError    **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].number == number)
      return fail (path, codes[i].code, number, error);
  return fail (path, SOULS_WRITE_ERROR_OTHER, number, error);
}

/* Where the bytes go in the end: a link stays a link, also one whose target is still to be made. */
static char *
follow_links (const char *path,
              GError    **error)
{
  g_autofree char *target = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *next = g_file_read_link (target, NULL);
      g_autofree char *folder = g_path_get_dirname (target);

      if (next == NULL)
        return g_steal_pointer (&target);
      g_free (target);
      target = g_path_is_absolute (next) ? g_strdup (next) : g_build_filename (folder, next, NULL);
    }
  fail (path, SOULS_WRITE_ERROR_LINKS, ELOOP, error);
  return NULL;
}

/* Whether the file that is there may be replaced. What is no file, a device say, must stay what it is. */
static gboolean
check_old (const char        *path,
           const char        *target,
           const struct stat *old,
           GError           **error)
{
  if (S_ISDIR (old->st_mode))
    return fail (path, SOULS_WRITE_ERROR_IS_FOLDER, 0, error);
  if (!S_ISREG (old->st_mode))
    return fail (path, SOULS_WRITE_ERROR_NOT_A_FILE, 0, error);
  if (faccessat (AT_FDCWD, target, W_OK, AT_EACCESS) == 0)
    return TRUE;
  if (errno == EACCES || errno == EPERM)
    return fail (path, SOULS_WRITE_ERROR_FILE_DENIED, 0, error);
  return fail_with_errno (path, errno, error);
}

static gboolean
write_all (int         fd,
           const char *bytes,
           gsize       length)
{
  while (length > 0)
    {
      const gssize n = write (fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      bytes += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* The new file belongs to whom the old one did, as far as we may say so, and may be read by the same people. */
static void
keep_permissions (int                fd,
                  const struct stat *old)
{
  if ((old->st_uid != geteuid () || old->st_gid != getegid ()) && fchown (fd, old->st_uid, old->st_gid) != 0)
    g_debug ("the owner could not be kept: %s", g_strerror (errno));
  if (fchmod (fd, old->st_mode & 07777) != 0)
    g_debug ("the permissions could not be kept: %s", g_strerror (errno));
}

/* The name itself is only safe on the disk once the folder is. */
static void
sync_folder (const char *folder)
{
  const int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("%s: %s", folder, g_strerror (errno));
  g_close (fd, NULL);
}

/**
 * souls_write_file:
 * @path: the file
 * @bytes: what it shall hold
 * @length: how many bytes
 * @error: of %SOULS_WRITE_ERROR
 *
 * Replaces a file, or makes it: written beside, brought to the disk and then renamed, so that at any moment, a power
 * cut included, there is the old file or the new one. A symbolic link is followed; permissions are kept.
 *
 * Returns: whether the file holds @bytes now; on %FALSE it is as it was
 */
gboolean
souls_write_file (const char *path,
                  const char *bytes,
                  gsize       length,
                  GError    **error)
{
  g_autofree char *target = follow_links (path, error);
  g_autofree char *folder = target != NULL ? g_path_get_dirname (target) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, ".two-souls-XXXXXX", NULL) : NULL;
  struct stat old;
  gboolean is_there, written;
  int fd, number;

  if (target == NULL)
    return FALSE;
  is_there = stat (target, &old) == 0;
  if (is_there && !check_old (path, target, &old, error))
    return FALSE;
  fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return fail_with_errno (path, errno, error);
  if (is_there)
    keep_permissions (fd, &old);

  written = write_all (fd, bytes, length) && fsync (fd) == 0;
  number = errno;
  if (close (fd) != 0 && written)
    {
      number = errno;
      written = FALSE;
    }
  if (written && g_rename (beside, target) != 0)
    {
      number = errno;
      written = FALSE;
    }
  if (!written)
    {
      g_unlink (beside);
      return fail_with_errno (path, number, error);
    }
  sync_folder (folder);
  return TRUE;
}
