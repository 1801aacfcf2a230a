/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SOULS_WRITE_ERROR (souls_write_error_quark ())

/**
 * SoulsWriteError:
 *
 * Why a file could not be written; souls_write_error_words() says each in words.
 */
typedef enum
{
  SOULS_WRITE_ERROR_NO_SPACE,
  SOULS_WRITE_ERROR_FOLDER_DENIED,
  SOULS_WRITE_ERROR_FILE_DENIED,
  SOULS_WRITE_ERROR_READ_ONLY,
  SOULS_WRITE_ERROR_NO_FOLDER,
  SOULS_WRITE_ERROR_IS_FOLDER,
  SOULS_WRITE_ERROR_NOT_A_FILE,
  SOULS_WRITE_ERROR_LONG_NAME,
  SOULS_WRITE_ERROR_LINKS,
  SOULS_WRITE_ERROR_OTHER,        /* the message says what the system says */
  SOULS_N_WRITE_ERRORS
} SoulsWriteError;

GQuark      souls_write_error_quark (void);

/* N_() text, or NULL for SOULS_WRITE_ERROR_OTHER. */
const char *souls_write_error_words (SoulsWriteError code);

/* Replaces a file as a whole or not at all; follows symbolic links, keeps permissions. */
gboolean    souls_write_file        (const char *path, const char *bytes, gsize length, GError **error);

G_END_DECLS
