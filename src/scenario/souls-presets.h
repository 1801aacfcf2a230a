/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-scenario.h"

G_BEGIN_DECLS

/**
 * SoulsPreset:
 * @id: what the command line calls it
 * @scenario: its title, question and notes are English where it ships, and marked for translation
 * @path: (nullable): the user's file, or %NULL for one that ships
 *
 * A scenario to start from.
 */
typedef struct
{
  char *id;
  SoulsScenario *scenario;
  char *path;
} SoulsPreset;

/**
 * SoulsPresets:
 *
 * Those that ship, in their order, then the user's own by name. Immutable.
 */
typedef struct _SoulsPresets SoulsPresets;

/* (transfer full): NULL only where one that ships is damaged. The user's files that cannot be read become warnings. */
SoulsPresets       *souls_presets_load         (const SoulsDataSet  *data,
                                                GError             **error);
void                souls_presets_free         (SoulsPresets        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoulsPresets, souls_presets_free)

int                 souls_presets_get_n        (const SoulsPresets  *self);
const SoulsPreset  *souls_presets_get          (const SoulsPresets  *self,
                                                int                  i);
/* NULL where there is none of that id. */
const SoulsPreset  *souls_presets_find         (const SoulsPresets  *self,
                                                const char          *id);
const char *const  *souls_presets_get_warnings (const SoulsPresets  *self);

/* Where the user's own are. (transfer full) */
char               *souls_presets_folder       (void);

G_END_DECLS
