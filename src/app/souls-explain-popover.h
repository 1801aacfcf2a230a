/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "souls-explain.h"
#include "souls-why.h"

G_BEGIN_DECLS

/**
 * SoulsExplainPopover:
 *
 * Why a number of a chart is what it is: a row for each slider that moved it away from the baseline, which leads to the
 * slider; its formula in symbols and in numbers, and a row for each term, which leads to that term's own page, and so
 * down to the filings. It follows the session and closes where its year is gone.
 */
#define SOULS_TYPE_EXPLAIN_POPOVER (souls_explain_popover_get_type ())
G_DECLARE_FINAL_TYPE (SoulsExplainPopover, souls_explain_popover, SOULS, EXPLAIN_POPOVER, GtkPopover)

GtkWidget *souls_explain_popover_new (SoulsSession *session,
                                      SoulsMetric metric,
                                      int year,
                                      int width,
                                      int height);
void souls_explain_popover_show_formula (SoulsExplainPopover *self);
void souls_explain_popover_go (SoulsExplainPopover *self, SoulsNode node);
gboolean souls_explain_popover_go_back (SoulsExplainPopover *self);
SoulsNode souls_explain_popover_get_node (SoulsExplainPopover *self);
int souls_explain_popover_get_depth (SoulsExplainPopover *self);
const SoulsWhy *souls_explain_popover_get_why (SoulsExplainPopover *self);
gboolean souls_explain_popover_activate_reason (SoulsExplainPopover *self, int step);

G_END_DECLS
