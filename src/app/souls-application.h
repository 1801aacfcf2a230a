/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "souls-data-set.h"

G_BEGIN_DECLS

/**
 * SoulsApplication:
 *
 * Loads the data once and gives every window its share.
 */
#define SOULS_TYPE_APPLICATION (souls_application_get_type ())
G_DECLARE_FINAL_TYPE (SoulsApplication, souls_application, SOULS, APPLICATION, AdwApplication)

SoulsApplication *souls_application_new         (void);

/* NULL where even the data that ships could not be loaded; souls_application_get_problem() then says why. */
SoulsDataSet     *souls_application_get_data    (SoulsApplication *self);
const char       *souls_application_get_problem (SoulsApplication *self);

/* Nothing more is to be closed: somebody has thought better of it. */
void              souls_application_stay        (SoulsApplication *self);

/* For tests: data of their own, or none and a problem. To be called before the application starts. */
void              souls_application_set_data    (SoulsApplication *self,
                                                 SoulsDataSet     *data,
                                                 const char       *problem);

G_END_DECLS
