/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "souls-scene.h"

G_BEGIN_DECLS

/* What souls_chart_walk() gives for a key that is not for the chart. */
#define SOULS_CHART_WALK_NOT (-2)

int souls_chart_walk (const SoulsScene *scene, int cursor, guint keyval, gboolean rtl);

G_END_DECLS
