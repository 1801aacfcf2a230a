/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "souls-session.h"

G_BEGIN_DECLS

#define SOULS_DOCUMENT_ERROR (souls_document_error_quark ())

typedef enum
{
  SOULS_DOCUMENT_ERROR_CHANGED,   /* another program wrote the file since; saving with force writes over that */
  SOULS_DOCUMENT_ERROR_NO_FILE,   /* never saved: there is nothing to save to or to revert to */
  SOULS_DOCUMENT_ERROR_REMOTE,    /* not a file on this computer */
} SoulsDocumentError;

GQuark souls_document_error_quark (void);

/**
 * SoulsDocumentDisk:
 *
 * What another program has done to the document's file since it was last read or written.
 */
typedef enum
{
  SOULS_DOCUMENT_SAME,
  SOULS_DOCUMENT_CHANGED,
  SOULS_DOCUMENT_GONE,
} SoulsDocumentDisk;

/**
 * SoulsDocument:
 *
 * A session and the file that it is kept in, if any.
 *
 * Properties (read-only, notified): `file` (#GFile or %NULL), `modified` (whether there is anything that no file holds),
 * `disk` (a #SoulsDocumentDisk as int). The session's own `changed` tells of every change to what would be saved, but for
 * the charts, which are no change by themselves.
 */
#define SOULS_TYPE_DOCUMENT (souls_document_get_type ())
G_DECLARE_FINAL_TYPE (SoulsDocument, souls_document, SOULS, DOCUMENT, GObject)

SoulsDocument    *souls_document_new           (SoulsSession *session, const char *version);
SoulsSession     *souls_document_get_session   (SoulsDocument *self);
GFile            *souls_document_get_file      (SoulsDocument *self);
/* The file's name without its ending, to show; NULL without a file. (transfer full) */
char             *souls_document_get_name      (SoulsDocument *self);
gboolean          souls_document_is_modified   (SoulsDocument *self);

/* Ids of the charts that it is shown with. */
void              souls_document_set_charts    (SoulsDocument *self, const char *const *charts);
/* What would be saved, with the charts and the program's version. (transfer full) */
SoulsScenario    *souls_document_make_scenario (SoulsDocument *self);

gboolean          souls_document_open          (SoulsDocument *self, GFile *file, GError **error);
gboolean          souls_document_save          (SoulsDocument *self, gboolean force, GError **error);
gboolean          souls_document_save_as       (SoulsDocument *self, GFile *file, GError **error);
gboolean          souls_document_revert        (SoulsDocument *self, GError **error);
/* From now on it has no file, and what is open needs no saving: a preset, say. */
void              souls_document_detach        (SoulsDocument *self);
/* Takes up what was not saved when the program ended. */
gboolean          souls_document_restore       (SoulsDocument *self, GFile *file, const char *sum,
                                                const SoulsScenario *scenario, GError **error);

SoulsDocumentDisk souls_document_get_disk      (SoulsDocument *self);
/* Looks again; the document also does so by itself. */
void              souls_document_check_disk    (SoulsDocument *self);
/* What is open here counts, whatever the file holds: the next saving writes over it. */
void              souls_document_keep          (SoulsDocument *self);
/* Check sum of what the file held when it was read or written; NULL without a file. */
const char       *souls_document_get_sum       (SoulsDocument *self);

G_END_DECLS
