/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "souls-theme.h"

#define TEXT_CONTRAST 4.5
#define MARK_CONTRAST 3.0

/* ΔE*ab at which two areas side by side are plainly two colours; 2.3 is where a difference can just
 * be seen. */
#define PLAIN_DIFFERENCE 20.0

/* G. M. Machado et al., A Physiologically-based Model for Simulation of Color Vision Deficiency
 * (2009), severity 1.0; for linear RGB. The first is normal vision. */
static const struct
{
  const char *name;
  double matrix[3][3];
} visions[] = {
  { "normal", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia", { { 0.152286, 1.052583, -0.204868 },
                    { 0.114503, 0.786281, 0.099216 },
                    { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia", { { 0.367322, 0.860646, -0.227968 },
                      { 0.280085, 0.672501, 0.047413 },
                      { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia", { { 1.255528, -0.076749, -0.178779 },
                    { -0.078411, 0.930809, 0.147602 },
                    { 0.004733, 0.691367, 0.303900 } } },
};

static double
linearize (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
bend (double t)
{
  return t > 216.0 / 24389.0 ? cbrt (t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

/* CIE L*a*b* (D65) of a colour as somebody sees it. */
static void
see (const SoulsRgba *color,
     guint            vision,
     double           lab[3])
{
  const double rgb[3] = { linearize (color->red), linearize (color->green),
                          linearize (color->blue) };
  double seen[3];
  double x, y, z;

  for (int i = 0; i < 3; i++)
    {
      seen[i] = 0.0;
      for (int j = 0; j < 3; j++)
        seen[i] += visions[vision].matrix[i][j] * rgb[j];
      seen[i] = CLAMP (seen[i], 0.0, 1.0);
    }
  x = bend ((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
  y = bend (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
  z = bend ((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
  lab[0] = 116.0 * y - 16.0;
  lab[1] = 500.0 * (x - y);
  lab[2] = 200.0 * (y - z);
}

static double
get_difference (const SoulsRgba *a,
                const SoulsRgba *b,
                guint            vision)
{
  double left[3], right[3];

  see (a, vision, left);
  see (b, vision, right);
  return sqrt (pow (left[0] - right[0], 2) + pow (left[1] - right[1], 2) +
               pow (left[2] - right[2], 2));
}

static gboolean
is_series (int color)
{
  return color >= SOULS_COLOR_STORES;
}

/* The grounds that charts write and draw on: paper, and paper with the tint of projected years. */
static void
get_grounds (const SoulsTheme *theme,
             SoulsRgba         grounds[2])
{
  grounds[0] = theme->color[SOULS_COLOR_PAPER];
  grounds[1] = souls_rgba_over (theme->color[SOULS_COLOR_PROJECTED], grounds[0]);
}

static void
test_text_contrast (void)
{
  for (int t = 0; t < SOULS_N_THEMES; t++)
    {
      const SoulsTheme *theme = souls_theme_get ((SoulsThemeId) t);
      SoulsRgba grounds[2];

      get_grounds (theme, grounds);
      for (int c = 0; c < SOULS_N_COLORS; c++)
        for (int g = 0; g < 2; g++)
          {
            double contrast = souls_theme_contrast (&theme->text_color[c], &grounds[g]);

            g_assert_cmpfloat (theme->text_color[c].alpha, ==, 1.0);
            if (c == SOULS_COLOR_PAPER)
              continue;
            if (contrast < TEXT_CONTRAST)
              g_test_message ("%s: text in %s on ground %d: %.2f:1", theme->id,
                              souls_color_id ((SoulsColor) c), g, contrast);
            g_assert_cmpfloat (contrast, >=, TEXT_CONTRAST);
          }
    }
}

static void
test_mark_contrast (void)
{
  for (int t = 0; t < SOULS_N_THEMES; t++)
    {
      const SoulsTheme *theme = souls_theme_get ((SoulsThemeId) t);
      SoulsRgba grounds[2];

      get_grounds (theme, grounds);
      for (int c = 0; c < SOULS_N_COLORS; c++)
        for (int g = 0; g < 2; g++)
          {
            SoulsRgba seen = souls_rgba_over (theme->color[c], grounds[g]);
            double contrast = souls_theme_contrast (&seen, &grounds[g]);

            if (!is_series (c) && c != SOULS_COLOR_ZERO && c != SOULS_COLOR_GHOST &&
                c != SOULS_COLOR_FOCUS)
              continue;
            if (contrast < MARK_CONTRAST)
              g_test_message ("%s: %s on ground %d: %.2f:1", theme->id,
                              souls_color_id ((SoulsColor) c), g, contrast);
            g_assert_cmpfloat (contrast, >=, MARK_CONTRAST);
          }
    }
}

/* Text on the paper in a series' colour is never the paper's own; text in PAPER is for the inside
 * of bars. */
static void
test_text_in_bars (void)
{
  static const SoulsColor bars[] = { SOULS_COLOR_STORES, SOULS_COLOR_AWS, SOULS_COLOR_COMPANY };

  for (int t = 0; t < SOULS_N_THEMES; t++)
    {
      const SoulsTheme *theme = souls_theme_get ((SoulsThemeId) t);

      if (theme->hatch_all)
        continue;
      for (guint b = 0; b < G_N_ELEMENTS (bars); b++)
        g_assert_cmpfloat (souls_theme_contrast (&theme->text_color[SOULS_COLOR_PAPER],
                                                 &theme->color[bars[b]]), >=, TEXT_CONTRAST);
    }
}

/* The three that the whole program is about are told apart by everybody. */
static void
test_color_vision (void)
{
  static const SoulsColor pairs[][2] = {
    { SOULS_COLOR_STORES, SOULS_COLOR_AWS },
    { SOULS_COLOR_STORES, SOULS_COLOR_COMPANY },
    { SOULS_COLOR_AWS, SOULS_COLOR_COMPANY },
    { SOULS_COLOR_NORTH_AMERICA, SOULS_COLOR_AWS },
    { SOULS_COLOR_INTERNATIONAL, SOULS_COLOR_AWS },
  };

  for (int t = 0; t < SOULS_N_THEMES; t++)
    {
      const SoulsTheme *theme = souls_theme_get ((SoulsThemeId) t);

      for (guint p = 0; p < G_N_ELEMENTS (pairs); p++)
        for (guint v = 0; v < G_N_ELEMENTS (visions); v++)
          {
            SoulsColor a = pairs[p][0];
            SoulsColor b = pairs[p][1];
            double difference = get_difference (&theme->color[a], &theme->color[b], v);

            g_test_message ("%s, %s: %s and %s: %.1f", theme->id, visions[v].name,
                            souls_color_id (a), souls_color_id (b), difference);
            if (theme->hatch[a] == theme->hatch[b])
              g_assert_cmpfloat (difference, >=, PLAIN_DIFFERENCE);
          }
    }
}

/* Parts that are stacked on each other differ in colour or hatch. */
static void
test_parts_differ (void)
{
  static const SoulsColor parts[] = { SOULS_COLOR_FIRST_PARTY, SOULS_COLOR_SELLERS,
                                      SOULS_COLOR_ADVERTISING, SOULS_COLOR_PRIME, SOULS_COLOR_OTHER,
                                      SOULS_COLOR_AWS };

  for (int t = 0; t < SOULS_N_THEMES; t++)
    {
      const SoulsTheme *theme = souls_theme_get ((SoulsThemeId) t);

      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        for (guint j = 0; j < i; j++)
          if (theme->hatch[parts[i]] == theme->hatch[parts[j]])
            g_assert_cmpfloat (get_difference (&theme->color[parts[i]], &theme->color[parts[j]], 0),
                               >=, 10.0);
      if (theme->hatch[SOULS_COLOR_NORTH_AMERICA] == theme->hatch[SOULS_COLOR_INTERNATIONAL])
        g_assert_cmpfloat (get_difference (&theme->color[SOULS_COLOR_NORTH_AMERICA],
                                           &theme->color[SOULS_COLOR_INTERNATIONAL], 0), >=,
                           PLAIN_DIFFERENCE);
    }
}

static void
test_registry (void)
{
  for (int t = 0; t < SOULS_N_THEMES; t++)
    {
      const SoulsTheme *theme = souls_theme_get ((SoulsThemeId) t);
      SoulsThemeId found = SOULS_N_THEMES;

      g_assert_nonnull (theme->name);
      g_assert_true (souls_theme_from_id (theme->id, &found));
      g_assert_cmpint (found, ==, t);
      g_assert_cmpfloat (theme->line_width, >, theme->ghost_width);
      for (int c = 0; c < SOULS_N_COLORS; c++)
        {
          g_assert_true (theme->color[c].red >= 0.0 && theme->color[c].red <= 1.0);
          g_assert_true (c == SOULS_COLOR_NONE || theme->color[c].alpha > 0.0);
        }
    }
  g_assert_false (souls_theme_from_id ("sepia", &(SoulsThemeId) { 0 }));
  g_assert_false (souls_theme_from_id (NULL, &(SoulsThemeId) { 0 }));
}

static void
test_color_ids (void)
{
  for (int c = 0; c < SOULS_N_COLORS; c++)
    for (int d = 0; d < c; d++)
      g_assert_cmpstr (souls_color_id ((SoulsColor) c), !=, souls_color_id ((SoulsColor) d));
}

static void
test_contrast_known (void)
{
  const SoulsRgba black = { 0, 0, 0, 1 };
  const SoulsRgba white = { 1, 1, 1, 1 };
  const SoulsRgba grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };
  const SoulsRgba half = souls_rgba_over ((SoulsRgba) { 0, 0, 0, 0.5 }, white);

  g_assert_cmpfloat_with_epsilon (souls_theme_contrast (&black, &white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (souls_theme_contrast (&white, &black), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (souls_theme_contrast (&white, &white), 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (souls_theme_contrast (&grey, &white), 4.54, 0.01);
  g_assert_cmpfloat_with_epsilon (half.red, 0.5, 1e-9);
  g_assert_cmpfloat (half.alpha, ==, 1.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/theme/text-contrast", test_text_contrast);
  g_test_add_func ("/plot/theme/mark-contrast", test_mark_contrast);
  g_test_add_func ("/plot/theme/text-in-bars", test_text_in_bars);
  g_test_add_func ("/plot/theme/color-vision", test_color_vision);
  g_test_add_func ("/plot/theme/parts-differ", test_parts_differ);
  g_test_add_func ("/plot/theme/registry", test_registry);
  g_test_add_func ("/plot/theme/color-ids", test_color_ids);
  g_test_add_func ("/plot/theme/contrast-known", test_contrast_known);
  return g_test_run ();
}
