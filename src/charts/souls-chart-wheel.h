/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-chart-private.h"

G_BEGIN_DECLS

/* The links of the flywheel that have a slider. */
typedef enum
{
  SOULS_LINK_PRICES,      /* lower prices draw customers */
  SOULS_LINK_SELECTION,   /* sellers’ range draws customers */
  SOULS_LINK_REINVEST,    /* profit and float go into prices */
  SOULS_LINK_BRAKE,       /* the market fills up */
  SOULS_N_LINKS
} SoulsLink;

/**
 * SoulsWheel:
 * @projected: whether the year is one; in reported years no link is on, for nobody publishes them
 * @on: which sliders are not at zero
 * @n_on: how many
 * @goods: gross merchandise value of the year, US$ million; NAN where there is none
 * @goods_without: the same with all of them at zero
 * @effect: what each one alone adds to it: with all as they are, less with that one at zero
 * @filled: the part of the market that the year's goods fill
 *
 * How the flywheel turns in the scrubbed year.
 */
typedef struct
{
  gboolean projected;
  gboolean on[SOULS_N_LINKS];
  int n_on;
  double goods;
  double goods_without;
  double effect[SOULS_N_LINKS];
  double filled;
} SoulsWheel;

SoulsWheel  souls_wheel_turn        (const SoulsDraft *draft);
SoulsDriver souls_link_driver       (SoulsLink         link);
char       *souls_wheel_say_finding (const SoulsWheel *self,
                                     const SoulsDraft *draft);
char       *souls_wheel_say_strength (const SoulsWheel *self,
                                      const SoulsDraft *draft,
                                      SoulsLink         link);
char       *souls_wheel_say_effect  (const SoulsWheel *self,
                                     const SoulsDraft *draft,
                                     SoulsLink         link);
double      souls_wheel_get_strength (const SoulsDraft *draft,
                                      SoulsLink         link);
double      souls_wheel_get_glow    (const SoulsWheel *self,
                                     const SoulsDraft *draft,
                                     SoulsLink         link);

G_END_DECLS
