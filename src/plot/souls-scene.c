/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scene-private.h"

#include <math.h>
#include <string.h>

#include "souls-scale.h"

/* Text from here on makes lines, dashes and hatches grow with it. */
#define ORDINARY_BASE_SIZE 16.0

/**
 * souls_scene_new:
 *
 * Makes an empty scene of no size, to be given one by souls_scene_reset(). It belongs to the thread
 * that lays it out.
 *
 * Returns: (transfer full): the scene
 */
SoulsScene *
souls_scene_new (void)
{
  SoulsScene *self = g_new0 (SoulsScene, 1);

  self->base_size = 11.0;
  self->range = souls_range_empty ();
  self->marks = g_array_new (FALSE, FALSE, sizeof (SoulsMark));
  /* Never without memory, so that a mark without points can say where its points begin. */
  self->points = g_array_sized_new (FALSE, FALSE, sizeof (SoulsPoint), 64);
  self->texts = g_array_new (FALSE, FALSE, sizeof (SoulsText));
  self->targets = g_array_new (FALSE, FALSE, sizeof (SoulsTarget));
  self->handles = g_array_new (FALSE, FALSE, sizeof (SoulsHandle));
  self->strings = g_string_chunk_new (4096);
  self->cache = souls_text_cache_new ();
  return self;
}

/**
 * souls_scene_free:
 * @self: (transfer full) (nullable): a scene
 *
 * Frees a scene.
 */
void
souls_scene_free (SoulsScene *self)
{
  if (self == NULL)
    return;

  souls_scene_clear_texts (self);
  g_free (self->finding);
  g_free (self->subtitle);
  g_free (self->description);
  g_free (self->language);
  g_free (self->attachment_name);
  g_free (self->attachment);
  g_array_unref (self->marks);
  g_array_unref (self->points);
  g_array_unref (self->texts);
  g_array_unref (self->targets);
  g_array_unref (self->handles);
  g_string_chunk_free (self->strings);
  souls_text_cache_free (self->cache);
  g_free (self);
}

/**
 * souls_scene_reset:
 * @width: px
 * @height: px
 * @base_size: the chart's text size, px; 0 for the size that suits @width
 *
 * Empties a scene for a new layout. Memory, fonts and shaped texts are kept.
 */
void
souls_scene_reset (SoulsScene *self,
                   double      width,
                   double      height,
                   double      base_size)
{
  self->width = MAX (width, 0.0);
  self->height = MAX (height, 0.0);
  self->base_size = base_size > 0.0 ? base_size : souls_scene_suitable_base_size (width);
  self->mirrored = FALSE;
  self->range = souls_range_empty ();
  self->head = 0.0;
  memset (self->heads, 0, sizeof self->heads);
  g_clear_pointer (&self->finding, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->language, g_free);
  souls_scene_set_attachment (self, NULL, NULL);
  souls_scene_clear_texts (self);
  g_array_set_size (self->marks, 0);
  g_array_set_size (self->points, 0);
  g_array_set_size (self->targets, 0);
  g_array_set_size (self->handles, 0);
  g_string_chunk_clear (self->strings);
  souls_text_cache_age (self->cache);
}

/**
 * souls_scene_get_width:
 *
 * The width given to souls_scene_reset(), px.
 */
double
souls_scene_get_width (const SoulsScene *self)
{
  return self->width;
}

/**
 * souls_scene_get_height:
 *
 * The height given to souls_scene_reset(), px.
 */
double
souls_scene_get_height (const SoulsScene *self)
{
  return self->height;
}

/**
 * souls_scene_get_base_size:
 *
 * The size of text of 1 em, px.
 */
double
souls_scene_get_base_size (const SoulsScene *self)
{
  return self->base_size;
}

/**
 * souls_scene_get_unit:
 *
 * How much larger than ordinary the chart's parts are: 1 up to a text size of 16 px, in proportion
 * beyond.
 */
double
souls_scene_get_unit (const SoulsScene *self)
{
  return MAX (self->base_size / ORDINARY_BASE_SIZE, 1.0);
}

/**
 * souls_scene_suitable_base_size:
 * @width: px
 *
 * The text size that suits a chart of a width: 11 px at 320, 16 at 1200, in a straight line, held
 * to 10 … 28.
 */
double
souls_scene_suitable_base_size (double width)
{
  return CLAMP (11.0 + (width - 320.0) * 5.0 / 880.0, 10.0, 28.0);
}

/**
 * souls_scene_set_finding:
 * @finding: (nullable): a sentence with numbers
 *
 * Says what the chart has found: its title.
 */
void
souls_scene_set_finding (SoulsScene *self,
                         const char *finding)
{
  g_free (self->finding);
  self->finding = g_strdup (finding);
}

/**
 * souls_scene_set_subtitle:
 * @subtitle: (nullable): measure, unit, years, scenario
 *
 * Says what the chart shows.
 */
void
souls_scene_set_subtitle (SoulsScene *self,
                          const char *subtitle)
{
  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle);
}

/**
 * souls_scene_set_description:
 * @description: (nullable): one sentence with the key numbers
 *
 * Says the chart to who does not see it.
 */
void
souls_scene_set_description (SoulsScene *self,
                             const char *description)
{
  g_free (self->description);
  self->description = g_strdup (description);
}

/**
 * souls_scene_set_words:
 * @words: only read now
 *
 * Says in which language the words are, so that a file can tell who reads it aloud, and the heads
 * of the table in that language.
 */
void
souls_scene_set_words (SoulsScene       *self,
                       const SoulsWords *words)
{
  const char *language = words->language != NULL ? words->language : "";

  /* A locale's name goes on with charset and variant; a tag does not. */
  g_free (self->language);
  self->language = g_strndup (language, strcspn (language, ".@"));
  g_strdelimit (self->language, "_", '-');
  for (int i = 0; i < SOULS_N_HEADS; i++)
    self->heads[i] = g_intern_string (souls_words_say (words, souls_scene_heads[i]));
}

/**
 * souls_scene_get_language:
 *
 * Returns: (transfer none): the language's tag; empty if none was set
 */
const char *
souls_scene_get_language (const SoulsScene *self)
{
  return self->language != NULL ? self->language : "";
}

/**
 * souls_scene_get_finding:
 *
 * Returns: (transfer none): the finding; empty if none was set
 */
const char *
souls_scene_get_finding (const SoulsScene *self)
{
  return self->finding != NULL ? self->finding : "";
}

/**
 * souls_scene_get_subtitle:
 *
 * Returns: (transfer none): the subtitle; empty if none was set
 */
const char *
souls_scene_get_subtitle (const SoulsScene *self)
{
  return self->subtitle != NULL ? self->subtitle : "";
}

/**
 * souls_scene_get_description:
 *
 * Returns: (transfer none): the description; empty if none was set
 */
const char *
souls_scene_get_description (const SoulsScene *self)
{
  return self->description != NULL ? self->description : "";
}

/**
 * souls_scene_set_attachment:
 * @name: (nullable): a keyword of letters, digits and hyphens
 * @text: (nullable): UTF-8, or %NULL for nothing
 *
 * Says what the files of this picture carry beside what is seen: PNG as a text of that keyword, SVG
 * in its metadata, PDF among its keywords. Of no use to the picture; it can be read back.
 */
void
souls_scene_set_attachment (SoulsScene *self,
                            const char *name,
                            const char *text)
{
  g_return_if_fail (text == NULL || (name != NULL && *name != '\0' && strlen (name) < 80));

  g_free (self->attachment_name);
  g_free (self->attachment);
  self->attachment_name = text != NULL ? g_strdup (name) : NULL;
  self->attachment = g_strdup (text);
}

/**
 * souls_scene_get_attachment:
 * @name: (out) (optional) (transfer none): its keyword
 *
 * Returns: (transfer none) (nullable): what the files of this picture carry
 */
const char *
souls_scene_get_attachment (const SoulsScene  *self,
                            const char       **name)
{
  if (name != NULL)
    *name = self->attachment_name;
  return self->attachment;
}

/**
 * souls_scene_set_range:
 *
 * Tells the value axis that the chart would choose by itself.
 */
void
souls_scene_set_range (SoulsScene *self,
                       SoulsRange  range)
{
  self->range = range;
}

/**
 * souls_scene_get_range:
 *
 * The value axis that the chart would choose by itself; empty if it has none.
 */
SoulsRange
souls_scene_get_range (const SoulsScene *self)
{
  return self->range;
}

/**
 * souls_scene_set_head:
 *
 * Tells how far down the words at the top would reach by themselves, px.
 */
void
souls_scene_set_head (SoulsScene *self,
                      double      px)
{
  self->head = px;
}

/**
 * souls_scene_get_head:
 *
 * How far down the words at the top would reach by themselves, px; 0 where there are none.
 */
double
souls_scene_get_head (const SoulsScene *self)
{
  return self->head;
}

void
souls_scene_add_mark (SoulsScene      *self,
                      const SoulsMark *mark)
{
  g_array_append_vals (self->marks, mark, 1);
}

static gboolean
is_finite_box (SoulsBox box)
{
  return isfinite (box.x) && isfinite (box.y) && isfinite (box.width) && isfinite (box.height);
}

static gboolean
is_finite_point (SoulsPoint point)
{
  return isfinite (point.x) && isfinite (point.y);
}

/* A bar that goes down may be given upside down. */
static SoulsBox
turn_upright (SoulsBox box)
{
  if (box.width < 0.0)
    {
      box.x += box.width;
      box.width = -box.width;
    }
  if (box.height < 0.0)
    {
      box.y += box.height;
      box.height = -box.height;
    }
  return box;
}

/**
 * souls_scene_add_rect:
 * @box: px; a negative width or height is turned round
 *
 * Adds a rectangle: a bar, a ground, an outline.
 */
void
souls_scene_add_rect (SoulsScene *self,
                      SoulsBox    box,
                      SoulsStyle  style)
{
  SoulsMark mark = { SOULS_MARK_RECT, style, turn_upright (box) };

  if (is_finite_box (box))
    souls_scene_add_mark (self, &mark);
}

static void
add_points (SoulsScene       *self,
            SoulsMarkKind     kind,
            const SoulsPoint *points,
            guint             n,
            SoulsStyle        style)
{
  SoulsMark mark = { kind, style, .first = self->points->len, .n = n };

  g_array_append_vals (self->points, points, n);
  souls_scene_add_mark (self, &mark);
}

/**
 * souls_scene_add_line:
 * @points: (array length=n_points): px
 *
 * Adds a line through points; where one isn't finite the line has a gap.
 */
void
souls_scene_add_line (SoulsScene       *self,
                      const SoulsPoint *points,
                      int               n_points,
                      SoulsStyle        style)
{
  int first = 0;

  for (int i = 0; i <= n_points; i++)
    if (i == n_points || !is_finite_point (points[i]))
      {
        if (i - first >= 2)
          add_points (self, SOULS_MARK_LINE, points + first, (guint) (i - first), style);
        first = i + 1;
      }
}

/**
 * souls_scene_add_polygon:
 * @points: (array length=n_points): px, at least three; the last is joined to the first
 *
 * Adds an area.
 */
void
souls_scene_add_polygon (SoulsScene       *self,
                         const SoulsPoint *points,
                         int               n_points,
                         SoulsStyle        style)
{
  for (int i = 0; i < n_points; i++)
    if (!is_finite_point (points[i]))
      return;
  if (n_points >= 3)
    add_points (self, SOULS_MARK_POLYGON, points, (guint) n_points, style);
}

/**
 * souls_scene_add_ribbon:
 * @x0: px of the left edge, from @top0 to @bottom0
 * @x1: px of the right edge, from @top1 to @bottom1
 *
 * Adds a smooth band between two vertical edges: a flow.
 */
void
souls_scene_add_ribbon (SoulsScene *self,
                        double      x0,
                        double      top0,
                        double      bottom0,
                        double      x1,
                        double      top1,
                        double      bottom1,
                        SoulsStyle  style)
{
  const SoulsPoint points[4] = { { x0, top0 }, { x0, bottom0 }, { x1, top1 }, { x1, bottom1 } };

  for (int i = 0; i < 4; i++)
    if (!is_finite_point (points[i]))
      return;
  add_points (self, SOULS_MARK_RIBBON, points, 4, style);
}

/**
 * souls_scene_add_dot:
 * @radius: px
 *
 * Adds a round marker; hatched it is hollow.
 */
void
souls_scene_add_dot (SoulsScene *self,
                     SoulsPoint  center,
                     double      radius,
                     SoulsStyle  style)
{
  if (!is_finite_point (center) || !(radius > 0.0))
    return;

  add_points (self, SOULS_MARK_DOT, &center, 1, style);
  g_array_index (self->marks, SoulsMark, self->marks->len - 1).radius = radius;
}

/**
 * souls_scene_add_target:
 * @target: copied with its strings
 *
 * Adds something that can be pointed at; later ones lie above earlier ones. One without a place is
 * left out.
 */
void
souls_scene_add_target (SoulsScene        *self,
                        const SoulsTarget *target)
{
  SoulsTarget copy = *target;

  if (!is_finite_box (target->box))
    return;

  copy.box = turn_upright (target->box);
  copy.name = g_string_chunk_insert (self->strings, target->name != NULL ? target->name : "");
  copy.value = g_string_chunk_insert (self->strings, target->value != NULL ? target->value : "");
  g_array_append_val (self->targets, copy);
}

/**
 * souls_scene_get_n_targets:
 *
 * How many targets there are.
 */
guint
souls_scene_get_n_targets (const SoulsScene *self)
{
  return self->targets->len;
}

/**
 * souls_scene_get_target:
 *
 * Returns: (transfer none): target @index, valid until the scene changes
 */
const SoulsTarget *
souls_scene_get_target (const SoulsScene *self,
                        guint             index)
{
  g_return_val_if_fail (index < self->targets->len, NULL);

  return &g_array_index (self->targets, SoulsTarget, index);
}

static double
get_distance (SoulsBox box,
              double   x,
              double   y)
{
  double dx = MAX (MAX (box.x - x, x - souls_box_right (box)), 0.0);
  double dy = MAX (MAX (box.y - y, y - souls_box_bottom (box)), 0.0);

  return hypot (dx, dy);
}

/**
 * souls_scene_hit:
 * @slack: px
 *
 * Finds what is at a point: the topmost target that holds it, or else the nearest within @slack.
 *
 * Returns: the target's index, or -1
 */
int
souls_scene_hit (const SoulsScene *self,
                 double            x,
                 double            y,
                 double            slack)
{
  double least = slack;
  int nearest = -1;

  for (guint i = self->targets->len; i > 0; i--)
    {
      const SoulsTarget *target = &g_array_index (self->targets, SoulsTarget, i - 1);
      double distance = get_distance (target->box, x, y);

      if (distance <= 0.0)
        return (int) i - 1;
      if (distance < least || (distance == least && nearest < 0))
        {
          least = distance;
          nearest = (int) i - 1;
        }
    }
  return nearest;
}

static SoulsBox
mirror_box (const SoulsScene *self,
            SoulsBox          box)
{
  box.x = self->width - box.x - box.width;
  return box;
}

static SoulsEnd
mirror_end (SoulsEnd end)
{
  if (end == SOULS_END_LEFT)
    return SOULS_END_RIGHT;
  return end == SOULS_END_RIGHT ? SOULS_END_LEFT : end;
}

/**
 * souls_scene_extend:
 * @height: px
 *
 * Makes a scene higher: there is room under what has been laid out.
 */
void
souls_scene_extend (SoulsScene *self,
                    double      height)
{
  self->height += MAX (height, 0.0);
}

/**
 * souls_scene_mirror:
 *
 * Turns a scene round its vertical middle for readers from right to left: marks, anchors of texts,
 * targets. Letters and digits stay as they are. Done twice, the scene is as it was.
 */
void
souls_scene_mirror (SoulsScene *self)
{
  self->mirrored = !self->mirrored;
  for (guint i = 0; i < self->marks->len; i++)
    {
      SoulsMark *mark = &g_array_index (self->marks, SoulsMark, i);

      mark->box = mirror_box (self, mark->box);
      mark->style.round_end = mirror_end (mark->style.round_end);
    }
  for (guint i = 0; i < self->points->len; i++)
    {
      SoulsPoint *point = &g_array_index (self->points, SoulsPoint, i);

      point->x = self->width - point->x;
    }
  for (guint i = 0; i < self->targets->len; i++)
    {
      SoulsTarget *target = &g_array_index (self->targets, SoulsTarget, i);

      target->box = mirror_box (self, target->box);
    }
  souls_scene_mirror_texts (self);
  souls_scene_mirror_handles (self);
}

/**
 * souls_scene_is_mirrored:
 *
 * Whether the scene has been turned round.
 */
gboolean
souls_scene_is_mirrored (const SoulsScene *self)
{
  return self->mirrored;
}
