/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoulsColor:
 *
 * What a mark stands for; a #SoulsTheme says how that looks.
 */
typedef enum
{
  SOULS_COLOR_NONE,
  SOULS_COLOR_PAPER,
  SOULS_COLOR_TEXT,
  SOULS_COLOR_DIM,            /* secondary text */
  SOULS_COLOR_GRID,
  SOULS_COLOR_ZERO,
  SOULS_COLOR_PROJECTED,      /* faint ground behind projected years */
  SOULS_COLOR_GHOST,
  SOULS_COLOR_FOCUS,          /* keyboard cursor ring */
  SOULS_COLOR_STORES,
  SOULS_COLOR_FIRST_PARTY,
  SOULS_COLOR_SELLERS,
  SOULS_COLOR_ADVERTISING,
  SOULS_COLOR_PRIME,
  SOULS_COLOR_OTHER,
  SOULS_COLOR_NORTH_AMERICA,
  SOULS_COLOR_INTERNATIONAL,
  SOULS_COLOR_AWS,
  SOULS_COLOR_COMPANY,
  SOULS_N_COLORS
} SoulsColor;

typedef enum
{
  SOULS_THEME_LIGHT,
  SOULS_THEME_DARK,
  SOULS_THEME_HIGH_CONTRAST,
  SOULS_THEME_HIGH_CONTRAST_DARK,
  SOULS_THEME_PRINT,
  SOULS_N_THEMES
} SoulsThemeId;

/**
 * SoulsRgba:
 *
 * A colour in sRGB, each part 0 … 1, not premultiplied.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} SoulsRgba;

/**
 * SoulsHatch:
 *
 * How a series' inside looks where themes have no hues; 45° is kept for losses.
 */
typedef enum
{
  SOULS_HATCH_SOLID,
  SOULS_HATCH_HORIZONTAL,
  SOULS_HATCH_VERTICAL,
  SOULS_HATCH_CROSS,
  SOULS_HATCH_BACKWARD,   /* 135° */
} SoulsHatch;

/**
 * SoulsTheme:
 * @id: the id of the command line and of files
 * @name: the name on screen, marked for translation
 * @hatch_all: whether series are told apart by hatches, not by hue (print)
 *
 * How colours and lines look, as a value: drawing never asks where it goes.
 */
typedef struct
{
  const char *id;
  const char *name;
  SoulsRgba color[SOULS_N_COLORS];
  /* The colour of text that stands for a series: at least 4.5:1 on the paper. */
  SoulsRgba text_color[SOULS_N_COLORS];
  double line_width;       /* 2.5 px */
  double ghost_width;      /* 1.5 px */
  gboolean hatch_all;
  SoulsHatch hatch[SOULS_N_COLORS];   /* all solid unless @hatch_all */
} SoulsTheme;

const SoulsTheme *souls_theme_get     (SoulsThemeId  id);
gboolean          souls_theme_from_id (const char   *id,
                                       SoulsThemeId *theme);
const char       *souls_color_id      (SoulsColor    color);
double            souls_theme_contrast (const SoulsRgba *a,
                                        const SoulsRgba *b);
SoulsRgba         souls_rgba_over      (SoulsRgba        top,
                                        SoulsRgba        ground);

G_END_DECLS
