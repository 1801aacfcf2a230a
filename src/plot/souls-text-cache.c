/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-text-cache.h"

#include "souls-signs.h"

/* A chart has some thirty texts; a drag changes ten of them with each event. */
#define MAX_ENTRIES 512

#define DEFAULT_FONT "Cantarell, Sans"

typedef struct
{
  SoulsTextKey key;      /* key.text is owned */
  PangoLayout *layout;   /* owned */
  SoulsBox extents;
  guint generation;
} Entry;

struct _SoulsTextCache
{
  GHashTable *entries;   /* owned: Entry is its own key */
  PangoContext *context[2];   /* owned: left to right, right to left */
  PangoFontDescription *font;   /* owned */
  guint generation;
};

static guint
hash_key (gconstpointer data)
{
  const SoulsTextKey *key = data;
  guint hash = g_str_hash (key->text);

  hash = hash * 31 + (guint) (key->size * 16.0);
  hash = hash * 31 + (guint) (key->width * 4.0);
  hash = hash * 31 + (guint) key->lines;
  return hash * 8 + key->bold * 4u + key->tabular * 2u + key->rtl;
}

static gboolean
is_same_key (gconstpointer a,
             gconstpointer b)
{
  const SoulsTextKey *left = a;
  const SoulsTextKey *right = b;

  return left->size == right->size && left->width == right->width && left->lines == right->lines &&
         left->alignment == right->alignment && left->bold == right->bold &&
         left->tabular == right->tabular && left->rtl == right->rtl &&
         g_str_equal (left->text, right->text);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free ((char *) entry->key.text);
  g_object_unref (entry->layout);
  g_free (entry);
}

/* The layout is the same for screen, file and print, so that nothing in it may depend on a
 * surface. */
static PangoContext *
make_context (PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_base_dir (context, direction);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/**
 * souls_text_cache_new:
 *
 * Makes an empty cache for the thread's default font map.
 *
 * Returns: (transfer full): the cache
 */
SoulsTextCache *
souls_text_cache_new (void)
{
  SoulsTextCache *self = g_new0 (SoulsTextCache, 1);

  /* The key is the entry's first member. */
  self->entries = g_hash_table_new_full (hash_key, is_same_key, NULL, free_entry);
  self->context[FALSE] = make_context (PANGO_DIRECTION_LTR);
  self->context[TRUE] = make_context (PANGO_DIRECTION_RTL);
  self->font = pango_font_description_from_string (DEFAULT_FONT);
  return self;
}

/**
 * souls_text_cache_free:
 *
 * Frees a cache; layouts that others hold live on.
 */
void
souls_text_cache_free (SoulsTextCache *self)
{
  g_hash_table_unref (self->entries);
  g_object_unref (self->context[FALSE]);
  g_object_unref (self->context[TRUE]);
  pango_font_description_free (self->font);
  g_free (self);
}

/**
 * souls_text_cache_set_font:
 * @families: families in order of preference, as in a Pango font description; size and weight in it
 *   count for nothing
 *
 * Changes the font of what is shaped from now on.
 */
void
souls_text_cache_set_font (SoulsTextCache *self,
                           const char     *families)
{
  PangoFontDescription *font = pango_font_description_from_string (families);

  if (pango_font_description_equal (font, self->font))
    {
      pango_font_description_free (font);
      return;
    }
  pango_font_description_free (self->font);
  self->font = font;
  g_hash_table_remove_all (self->entries);
}

static gboolean
is_stale (gpointer key,
          gpointer value,
          gpointer data)
{
  const Entry *entry = value;
  const SoulsTextCache *self = data;

  return self->generation - entry->generation > 2;
}

/**
 * souls_text_cache_age:
 *
 * Begins a new generation (a new layout) and, if there are too many, drops what the last two didn't
 * use.
 */
void
souls_text_cache_age (SoulsTextCache *self)
{
  self->generation++;
  if (g_hash_table_size (self->entries) > MAX_ENTRIES)
    g_hash_table_foreach_remove (self->entries, is_stale, self);
}

/**
 * souls_text_cache_get_size:
 *
 * How many texts are kept.
 */
guint
souls_text_cache_get_size (SoulsTextCache *self)
{
  return g_hash_table_size (self->entries);
}

/* The direction of the first letter that has one. Directional marks, which numbers bring along, say
 * nothing about the sentence they stand in. */
static gboolean
is_right_to_left (const char *text,
                  gboolean    otherwise)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      PangoDirection direction;

      if (character == 0x200e || character == 0x200f)
        continue;
      G_GNUC_BEGIN_IGNORE_DEPRECATIONS
      direction = pango_unichar_direction (character);
      G_GNUC_END_IGNORE_DEPRECATIONS
      if (direction == PANGO_DIRECTION_RTL)
        return TRUE;
      if (direction == PANGO_DIRECTION_LTR)
        return FALSE;
    }
  return otherwise;
}

static PangoAttrList *
make_attributes (const SoulsTextKey *key)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (key->tabular)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (key->lines > 1)
    souls_signs_hold (key->text, attributes);
  return attributes;
}

static PangoLayout *
make_layout (SoulsTextCache     *self,
             const SoulsTextKey *key)
{
  gboolean rtl = is_right_to_left (key->text, key->rtl);
  PangoLayout *layout = pango_layout_new (self->context[rtl]);
  PangoAttrList *attributes = make_attributes (key);

  pango_font_description_set_absolute_size (self->font, key->size * PANGO_SCALE);
  pango_font_description_set_weight (self->font,
                                     key->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  /* The direction has been found: Pango shall neither look for it nor turn the alignment round. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, key->alignment);
  if (key->width > 0.0)
    {
      /* Rounded up, lest a text doesn't fit the width that was measured for it. */
      pango_layout_set_width (layout, (int) (key->width * PANGO_SCALE) + 1);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -key->lines);
    }
  pango_layout_set_text (layout, key->text, -1);
  return layout;
}

/* The logical box, px. Pango says of a line with an ellipsis that it fills the whole width; the ink
 * tells where it ends. */
static SoulsBox
measure_layout (PangoLayout *layout)
{
  PangoContext *context = pango_layout_get_context (layout);
  PangoRectangle ink, box;

  pango_layout_get_extents (layout, &ink, &box);
  if (pango_layout_is_ellipsized (layout) && pango_layout_get_line_count (layout) == 1)
    {
      if (pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL)
        {
          box.width = MIN (box.x + box.width - ink.x, box.width);
          box.x = MAX (ink.x, box.x);
        }
      else
        {
          box.width = MIN (ink.x + ink.width - box.x, box.width);
        }
    }
  return (SoulsBox) { (double) box.x / PANGO_SCALE, (double) box.y / PANGO_SCALE,
                      (double) box.width / PANGO_SCALE, (double) box.height / PANGO_SCALE };
}

/**
 * souls_text_cache_shape:
 * @key: what to shape; its text is copied
 * @extents: (out): the logical box, px: its place relative to the layout's origin
 *
 * Shapes a text or finds it again.
 *
 * Returns: (transfer none): the layout; it stays as it is, and lives until the next
 *   souls_text_cache_age() at least
 */
PangoLayout *
souls_text_cache_shape (SoulsTextCache     *self,
                        const SoulsTextKey *key,
                        SoulsBox           *extents)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->key = *key;
      entry->key.text = g_strdup (key->text);
      entry->layout = make_layout (self, key);
      entry->extents = measure_layout (entry->layout);
      g_hash_table_add (self->entries, entry);
    }
  entry->generation = self->generation;
  *extents = entry->extents;
  return entry->layout;
}
