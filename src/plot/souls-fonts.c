/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-fonts.h"

#include <pango/pangocairo.h>

#include "souls-output.h"

/**
 * souls_fonts_check:
 * @error: %SOULS_PLOT_ERROR_FONTS
 *
 * Finds out whether this machine has a font at all.
 *
 * Returns: whether it has
 */
gboolean
souls_fonts_check (GError **error)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *description = pango_font_description_from_string ("Sans 11");
  PangoFont *font = pango_font_map_load_font (map, context, description);
  const gboolean found = font != NULL;

  g_clear_object (&font);
  pango_font_description_free (description);
  g_object_unref (context);
  if (found)
    return TRUE;
  g_set_error_literal (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_FONTS,
                       "fonts: none is installed or fontconfig finds none, expected at least one");
  return FALSE;
}
