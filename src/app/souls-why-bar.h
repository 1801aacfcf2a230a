/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-session.h"

G_BEGIN_DECLS

/* How many chips stand in the line; what is left over is counted. */
#define SOULS_WHY_MAX_CHIPS 4

/**
 * SoulsWhyBar:
 *
 * The line at the bottom: what each moved slider adds to the operating income without AWS, or, where nothing is moved,
 * which slider alone would turn its sign. Always of one height.
 */
#define SOULS_TYPE_WHY_BAR (souls_why_bar_get_type ())
G_DECLARE_FINAL_TYPE (SoulsWhyBar, souls_why_bar, SOULS, WHY_BAR, GtkWidget)

/**
 * SoulsWhyChip:
 * @driver: whose slider it is about
 * @value: what it adds, US$ million; or where the answer changes its sign, in the model's unit
 */
typedef struct
{
  SoulsDriver driver;
  double value;
} SoulsWhyChip;

void                souls_why_bar_set_session (SoulsWhyBar  *self,
                                               SoulsSession *session);
const SoulsWhyChip *souls_why_bar_get_chips   (SoulsWhyBar  *self,
                                               int          *n_chips,
                                               double       *rest);
char               *souls_why_bar_get_text    (SoulsWhyBar  *self);
gboolean            souls_why_bar_activate    (SoulsWhyBar  *self,
                                               int           chip);
GtkWidget          *souls_why_bar_explain     (SoulsWhyBar  *self);

G_END_DECLS
