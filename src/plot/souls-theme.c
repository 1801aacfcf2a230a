/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-theme.h"

#include <glib/gi18n.h>
#include <math.h>

#define RGBA(hex, a) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, \
                       ((hex) & 0xff) / 255.0, (a) }
#define RGB(hex) RGBA (hex, 1.0)

/* Where a theme's text is drawn in the series' own colour, both tables name it; where that would be
 * too pale to be read (4.5:1), the text is a darker or lighter shade of the same hue. */
#define NEUTRALS(paper, text, dim, grid, projected, ghost, focus) \
  [SOULS_COLOR_NONE] = RGBA (text, 0.0), \
  [SOULS_COLOR_PAPER] = RGB (paper), \
  [SOULS_COLOR_TEXT] = RGB (text), \
  [SOULS_COLOR_DIM] = RGB (dim), \
  [SOULS_COLOR_GRID] = RGBA (text, grid), \
  [SOULS_COLOR_ZERO] = RGB (text), \
  [SOULS_COLOR_PROJECTED] = RGBA (text, projected), \
  [SOULS_COLOR_GHOST] = RGBA (text, ghost), \
  [SOULS_COLOR_FOCUS] = RGB (focus)

/* What is not a series is written in the text colour. */
#define NEUTRAL_TEXTS(paper, text, dim, focus) \
  [SOULS_COLOR_NONE] = RGB (text), \
  [SOULS_COLOR_PAPER] = RGB (paper), \
  [SOULS_COLOR_TEXT] = RGB (text), \
  [SOULS_COLOR_DIM] = RGB (dim), \
  [SOULS_COLOR_GRID] = RGB (dim), \
  [SOULS_COLOR_ZERO] = RGB (text), \
  [SOULS_COLOR_PROJECTED] = RGB (dim), \
  [SOULS_COLOR_GHOST] = RGB (dim), \
  [SOULS_COLOR_FOCUS] = RGB (focus)

#define SERIES(stores, first_party, sellers, advertising, prime, other, na, intl, aws, company) \
  [SOULS_COLOR_STORES] = RGB (stores), \
  [SOULS_COLOR_FIRST_PARTY] = RGB (first_party), \
  [SOULS_COLOR_SELLERS] = RGB (sellers), \
  [SOULS_COLOR_ADVERTISING] = RGB (advertising), \
  [SOULS_COLOR_PRIME] = RGB (prime), \
  [SOULS_COLOR_OTHER] = RGB (other), \
  [SOULS_COLOR_NORTH_AMERICA] = RGB (na), \
  [SOULS_COLOR_INTERNATIONAL] = RGB (intl), \
  [SOULS_COLOR_AWS] = RGB (aws), \
  [SOULS_COLOR_COMPANY] = RGB (company)

static const SoulsTheme themes[SOULS_N_THEMES] = {
  [SOULS_THEME_LIGHT] = {
    .id = "light",
    .name = N_("Light"),
    .color = {
      NEUTRALS (0xffffff, 0x241f31, 0x5e5c64, 0.12, 0.035, 0.6, 0x1a5fb4),
      SERIES (0xc64600, 0xc64600, 0xe66100, 0xb5835a, 0x7d5330, 0x77767b,
              0xc64600, 0xcc7a00, 0x1a5fb4, 0x241f31),
    },
    .text_color = {
      NEUTRAL_TEXTS (0xffffff, 0x241f31, 0x5e5c64, 0x1a5fb4),
      SERIES (0xc24400, 0xc24400, 0xb84e00, 0x8f5f33, 0x7d5330, 0x6b6a6f,
              0xc24400, 0x946000, 0x1a5fb4, 0x241f31),
    },
    .line_width = 2.5,
    .ghost_width = 1.5,
  },
  [SOULS_THEME_DARK] = {
    .id = "dark",
    .name = N_("Dark"),
    .color = {
      NEUTRALS (0x1e1e1e, 0xf6f5f4, 0xc0bfbc, 0.12, 0.045, 0.6, 0x99c1f1),
      SERIES (0xffa348, 0xff7800, 0xffa348, 0xcdab8f, 0xb5835a, 0x9a9996,
              0xff7800, 0xffbe6f, 0x62a0ea, 0xf6f5f4),
    },
    .text_color = {
      NEUTRAL_TEXTS (0x1e1e1e, 0xf6f5f4, 0xc0bfbc, 0x99c1f1),
      SERIES (0xffa348, 0xff7800, 0xffa348, 0xcdab8f, 0xc2946d, 0xa8a7a4,
              0xff7800, 0xffbe6f, 0x62a0ea, 0xf6f5f4),
    },
    .line_width = 2.5,
    .ghost_width = 1.5,
  },
  [SOULS_THEME_HIGH_CONTRAST] = {
    .id = "high-contrast",
    .name = N_("High contrast"),
    .color = {
      NEUTRALS (0xffffff, 0x000000, 0x3d3846, 0.4, 0.06, 0.8, 0x0d4a94),
      SERIES (0x8f3200, 0x8f3200, 0xb84e00, 0x8f5f33, 0x5c3a1e, 0x5e5c64,
              0x8f3200, 0x946000, 0x0d4a94, 0x000000),
    },
    .text_color = {
      NEUTRAL_TEXTS (0xffffff, 0x000000, 0x3d3846, 0x0d4a94),
      SERIES (0x8f3200, 0x8f3200, 0x8f3c00, 0x6e4420, 0x5c3a1e, 0x4a484f,
              0x8f3200, 0x6b4500, 0x0d4a94, 0x000000),
    },
    .line_width = 3.0,
    .ghost_width = 2.0,
  },
  [SOULS_THEME_HIGH_CONTRAST_DARK] = {
    .id = "high-contrast-dark",
    .name = N_("High contrast, dark"),
    .color = {
      NEUTRALS (0x000000, 0xffffff, 0xdeddda, 0.4, 0.1, 0.8, 0x99c1f1),
      SERIES (0xffa348, 0xff8c26, 0xffbe6f, 0xcdab8f, 0xc2946d, 0xc0bfbc,
              0xff8c26, 0xffd9a0, 0x7cb3f5, 0xffffff),
    },
    .text_color = {
      NEUTRAL_TEXTS (0x000000, 0xffffff, 0xdeddda, 0x99c1f1),
      SERIES (0xffb366, 0xffa04d, 0xffbe6f, 0xdcc0a8, 0xd3ab88, 0xd0cfcc,
              0xffa04d, 0xffd9a0, 0x99c1f1, 0xffffff),
    },
    .line_width = 3.0,
    .ghost_width = 2.0,
  },
  [SOULS_THEME_PRINT] = {
    .id = "print",
    .name = N_("Print"),
    .color = {
      NEUTRALS (0xffffff, 0x000000, 0x3a3a3a, 0.2, 0.04, 0.6, 0x000000),
      SERIES (0x8a8a8a, 0x8a8a8a, 0x5a5a5a, 0x707070, 0x3a3a3a, 0x8a8a8a,
              0x8a8a8a, 0x5a5a5a, 0x4a4a4a, 0x000000),
    },
    .text_color = {
      NEUTRAL_TEXTS (0xffffff, 0x000000, 0x3a3a3a, 0x000000),
      SERIES (0x5a5a5a, 0x5a5a5a, 0x4a4a4a, 0x5a5a5a, 0x3a3a3a, 0x5a5a5a,
              0x5a5a5a, 0x4a4a4a, 0x3a3a3a, 0x000000),
    },
    .line_width = 2.5,
    .ghost_width = 1.5,
    .hatch_all = TRUE,
    .hatch = {
      [SOULS_COLOR_SELLERS] = SOULS_HATCH_HORIZONTAL,
      [SOULS_COLOR_ADVERTISING] = SOULS_HATCH_VERTICAL,
      [SOULS_COLOR_PRIME] = SOULS_HATCH_BACKWARD,
      [SOULS_COLOR_OTHER] = SOULS_HATCH_CROSS,
      [SOULS_COLOR_INTERNATIONAL] = SOULS_HATCH_VERTICAL,
    },
  },
};

static const char *const color_ids[SOULS_N_COLORS] = {
  [SOULS_COLOR_NONE] = "none",
  [SOULS_COLOR_PAPER] = "paper",
  [SOULS_COLOR_TEXT] = "text",
  [SOULS_COLOR_DIM] = "dim",
  [SOULS_COLOR_GRID] = "grid",
  [SOULS_COLOR_ZERO] = "zero",
  [SOULS_COLOR_PROJECTED] = "projected",
  [SOULS_COLOR_GHOST] = "ghost",
  [SOULS_COLOR_FOCUS] = "focus",
  [SOULS_COLOR_STORES] = "stores",
  [SOULS_COLOR_FIRST_PARTY] = "first-party",
  [SOULS_COLOR_SELLERS] = "sellers",
  [SOULS_COLOR_ADVERTISING] = "advertising",
  [SOULS_COLOR_PRIME] = "prime",
  [SOULS_COLOR_OTHER] = "other",
  [SOULS_COLOR_NORTH_AMERICA] = "north-america",
  [SOULS_COLOR_INTERNATIONAL] = "international",
  [SOULS_COLOR_AWS] = "aws",
  [SOULS_COLOR_COMPANY] = "company",
};

/**
 * souls_color_id:
 *
 * A colour role's name in dumps and tests, such as "north-america".
 *
 * Returns: (transfer none): the name
 */
const char *
souls_color_id (SoulsColor color)
{
  g_return_val_if_fail ((int) color >= 0 && color < SOULS_N_COLORS, "none");

  return color_ids[color];
}

/**
 * souls_theme_get:
 *
 * A theme of the table.
 *
 * Returns: (transfer none): the theme
 */
const SoulsTheme *
souls_theme_get (SoulsThemeId id)
{
  g_return_val_if_fail ((int) id >= 0 && id < SOULS_N_THEMES, &themes[SOULS_THEME_LIGHT]);

  return &themes[id];
}

/**
 * souls_theme_from_id:
 * @id: "light", "dark", "high-contrast", "high-contrast-dark" or "print"
 * @theme: (out): the theme of that id
 *
 * Looks a theme up.
 *
 * Returns: whether there is one
 */
gboolean
souls_theme_from_id (const char   *id,
                     SoulsThemeId *theme)
{
  for (int i = 0; i < SOULS_N_THEMES; i++)
    if (g_strcmp0 (id, themes[i].id) == 0)
      {
        *theme = (SoulsThemeId) i;
        return TRUE;
      }
  return FALSE;
}

static double
linearize (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const SoulsRgba *color)
{
  return 0.2126 * linearize (color->red) + 0.7152 * linearize (color->green) +
         0.0722 * linearize (color->blue);
}

/**
 * souls_theme_contrast:
 *
 * The contrast of two opaque colours as WCAG 2.1 defines it: 1 (the same) to 21 (black on white).
 * What is translucent is laid over its ground first, see souls_rgba_over().
 */
double
souls_theme_contrast (const SoulsRgba *a,
                      const SoulsRgba *b)
{
  double light = get_luminance (a);
  double dark = get_luminance (b);

  if (light < dark)
    {
      double swap = light;

      light = dark;
      dark = swap;
    }
  return (light + 0.05) / (dark + 0.05);
}

/**
 * souls_rgba_over:
 * @top: a colour, perhaps translucent
 * @ground: an opaque colour
 *
 * What is seen where @top is drawn on @ground.
 */
SoulsRgba
souls_rgba_over (SoulsRgba top,
                 SoulsRgba ground)
{
  double rest = 1.0 - top.alpha;

  return (SoulsRgba) { top.red * top.alpha + ground.red * rest,
                       top.green * top.alpha + ground.green * rest,
                       top.blue * top.alpha + ground.blue * rest, 1.0 };
}
