/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-scene-private.h"

#include <math.h>

/**
 * souls_axis_map_moves:
 *
 * Whether a hand changes anything in this direction.
 */
gboolean
souls_axis_map_moves (const SoulsAxisMap *self)
{
  return self->px0 != self->px1;
}

/**
 * souls_axis_map_value:
 * @px: a place, also beyond the two
 *
 * Returns: what stands there; NAN where nothing moves
 */
double
souls_axis_map_value (const SoulsAxisMap *self,
                      double              px)
{
  if (!souls_axis_map_moves (self))
    return NAN;
  return self->value0 + (px - self->px0) * (self->value1 - self->value0) / (self->px1 - self->px0);
}

/**
 * souls_axis_map_px:
 * @value: also beyond the two
 *
 * Returns: where it stands; NAN where nothing moves
 */
double
souls_axis_map_px (const SoulsAxisMap *self,
                   double              value)
{
  if (!souls_axis_map_moves (self) || self->value0 == self->value1)
    return NAN;
  return self->px0 + (value - self->value0) * (self->px1 - self->px0) / (self->value1 - self->value0);
}

/**
 * souls_axis_map_clamp:
 * @px: a place
 *
 * Returns: the place, or the nearer of the two ends where it is beyond them
 */
double
souls_axis_map_clamp (const SoulsAxisMap *self,
                      double              px)
{
  return CLAMP (px, MIN (self->px0, self->px1), MAX (self->px0, self->px1));
}

static gboolean
is_finite_map (const SoulsAxisMap *map)
{
  return isfinite (map->px0) && isfinite (map->px1) && isfinite (map->value0) && isfinite (map->value1);
}

/**
 * souls_scene_add_handle:
 * @handle: copied
 *
 * Adds a mark that can be moved; later ones lie above earlier ones. One without a place is left out.
 */
void
souls_scene_add_handle (SoulsScene        *self,
                        const SoulsHandle *handle)
{
  const SoulsBox *box = &handle->box;

  if (isfinite (box->x) && isfinite (box->y) && isfinite (box->width) && isfinite (box->height) &&
      is_finite_map (&handle->x) && is_finite_map (&handle->y))
    g_array_append_vals (self->handles, handle, 1);
}

/**
 * souls_scene_get_n_handles:
 *
 * How many handles there are.
 */
guint
souls_scene_get_n_handles (const SoulsScene *self)
{
  return self->handles->len;
}

/**
 * souls_scene_get_handle:
 *
 * Returns: (transfer none): handle @index, valid until the scene changes
 */
const SoulsHandle *
souls_scene_get_handle (const SoulsScene *self,
                        guint             index)
{
  g_return_val_if_fail (index < self->handles->len, NULL);

  return &g_array_index (self->handles, SoulsHandle, index);
}

/* How far a point is from the middle of a box that it is in or near; more than any slack where it is not. */
static double
get_distance (SoulsBox box,
              double   x,
              double   y,
              double   slack)
{
  double dx = MAX (MAX (box.x - x, x - souls_box_right (box)), 0.0);
  double dy = MAX (MAX (box.y - y, y - souls_box_bottom (box)), 0.0);

  if (hypot (dx, dy) > slack)
    return INFINITY;
  return hypot (x - box.x - box.width / 2.0, y - box.y - box.height / 2.0);
}

/**
 * souls_scene_find_handle:
 * @slack: px
 *
 * Finds what can be taken hold of at a point: of the handles that hold it or are within @slack, that whose middle
 * is nearest.
 *
 * Returns: the handle's index, or -1
 */
int
souls_scene_find_handle (const SoulsScene *self,
                         double            x,
                         double            y,
                         double            slack)
{
  double least = INFINITY;
  int nearest = -1;

  for (guint i = 0; i < self->handles->len; i++)
    {
      double distance = get_distance (g_array_index (self->handles, SoulsHandle, i).box, x, y, slack);

      if (distance < INFINITY && distance <= least)
        {
          least = distance;
          nearest = (int) i;
        }
    }
  return nearest;
}

static void
mirror_map (SoulsAxisMap *map,
            double        width)
{
  if (!souls_axis_map_moves (map))
    return;
  map->px0 = width - map->px0;
  map->px1 = width - map->px1;
}

void
souls_scene_mirror_handles (SoulsScene *self)
{
  for (guint i = 0; i < self->handles->len; i++)
    {
      SoulsHandle *handle = &g_array_index (self->handles, SoulsHandle, i);

      handle->box.x = self->width - handle->box.x - handle->box.width;
      mirror_map (&handle->x, self->width);
    }
}
