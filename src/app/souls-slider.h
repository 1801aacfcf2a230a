/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-theme.h"

G_BEGIN_DECLS

/**
 * SoulsSlider:
 *
 * A horizontal scale with a baseline: a tick where it is, a fill from there to the value, and a
 * band behind the trough. It moves in round steps, never by scrolling.
 *
 * Signals: `gesture-begin` and `gesture-end` around each drag and each held key; `reset` when
 * Delete or Backspace is pressed.
 */
#define SOULS_TYPE_SLIDER (souls_slider_get_type ())
G_DECLARE_FINAL_TYPE (SoulsSlider, souls_slider, SOULS, SLIDER, GtkScale)

GtkWidget *souls_slider_new (void);
void souls_slider_set_range (SoulsSlider *self, double min, double max, double step);
void souls_slider_set_baseline (SoulsSlider *self, double baseline);
double souls_slider_get_baseline (SoulsSlider *self);
void souls_slider_set_band (SoulsSlider *self, double low, double high);
void souls_slider_set_quiet (SoulsSlider *self, gboolean quiet);
gboolean souls_slider_get_quiet (SoulsSlider *self);
void souls_slider_set_color (SoulsSlider *self, SoulsColor color);

double souls_slider_step (double value, double step, int direction, double min, double max);
double souls_slider_page (double step, double min, double max);
double souls_slider_snap (
  double value, double step, double baseline, double reach, double min, double max);

void souls_range_stop_scrolling (GtkRange *range);

G_END_DECLS
