/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-lesson-page.h"

G_BEGIN_DECLS

/**
 * SoulsLessonPanel:
 *
 * A lesson beside the charts: its step, the sliders of the step, and what goes on and back. After the last step, how the
 * answers were.
 *
 * Signals: `finished`: the reader has come to the end.
 */
#define SOULS_TYPE_LESSON_PANEL (souls_lesson_panel_get_type ())
G_DECLARE_FINAL_TYPE (SoulsLessonPanel, souls_lesson_panel, SOULS, LESSON_PANEL, GtkWidget)

GtkWidget       *souls_lesson_panel_new        (SoulsLessonRun   *run);
SoulsLessonPage *souls_lesson_panel_get_page   (SoulsLessonPanel *self);
/* What the button at the end of the panel does. FALSE where it cannot be done. */
gboolean         souls_lesson_panel_next       (SoulsLessonPanel *self);
gboolean         souls_lesson_panel_back       (SoulsLessonPanel *self);
gboolean         souls_lesson_panel_is_at_end  (SoulsLessonPanel *self);
void             souls_lesson_panel_take_focus (SoulsLessonPanel *self);
/* Whether there are charts to be shown that are not seen beside the panel. */
void             souls_lesson_panel_set_has_charts (SoulsLessonPanel *self,
                                                gboolean          has_charts);

G_END_DECLS
