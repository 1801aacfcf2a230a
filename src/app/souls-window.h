/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-application.h"
#include "souls-drafts.h"
#include "souls-session.h"

G_BEGIN_DECLS

/**
 * SoulsWindow:
 *
 * One session, shown: the sliders beside the headline, the two charts and the year.
 */
#define SOULS_TYPE_WINDOW (souls_window_get_type ())
G_DECLARE_FINAL_TYPE (SoulsWindow, souls_window, SOULS, WINDOW, AdwApplicationWindow)

SoulsWindow  *souls_window_new          (SoulsApplication *application);
/* NULL where there is no data to work with. */
SoulsSession *souls_window_get_session  (SoulsWindow      *self);

gboolean      souls_window_open         (SoulsWindow      *self,
                                         GFile            *file);
/* Where they lose nothing: here, in other windows, or where they are open already. */
void          souls_window_open_files   (SoulsWindow      *self,
                                         GFile           **files,
                                         int               n_files);
gboolean      souls_window_restore      (SoulsWindow      *self,
                                         SoulsOrphan      *orphan);
gboolean      souls_window_is_modified  (SoulsWindow      *self);
void          souls_window_show_message (SoulsWindow      *self,
                                         GtkMessageType    type,
                                         const char       *text);
/* What the message bar says, or NULL while it says nothing. */
const char   *souls_window_get_message  (SoulsWindow      *self);

/* The start page, in front of what is open. */
void          souls_window_show_lessons (SoulsWindow      *self);
/* The same, where the reader wants to see it at start. */
void          souls_window_show_start   (SoulsWindow      *self);
void          souls_window_remember     (SoulsWindow      *self);

G_END_DECLS
