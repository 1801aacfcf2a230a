/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-contour.h"

#include <math.h>

/*
 * Marching squares. A ring of nodes that belong to no side is put around the field, at the places of
 * its border, so that every contour closes: the closed ones are the areas, and what of them runs
 * through the field's own cells are the lines.
 *
 * Nodes, edges and cells are counted in this padded grid. An edge that a contour crosses is left in
 * one of its two cells and entered in the other; with the inside at the left hand every crossed edge
 * has one successor.
 */

typedef struct
{
  SoulsPoint *points;
  int n_points;
  double area;
} Path;

struct _SoulsContour
{
  GArray *lines;
  GArray *areas;
};

/*
 * Tracer:
 * @sign: −1 to trace what is below the level
 * @inside: by node: whether it belongs to the side that is traced
 * @next: by crossed edge: the next one along the contour, or −1
 * @real: by crossed edge: whether the way to the next one runs through a cell of the field
 */
typedef struct
{
  const SoulsField *field;
  double level;
  double sign;
  int n_edges;
  guint8 *inside;
  int *next;
  gboolean *real;
} Tracer;

static void
path_clear (gpointer data)
{
  g_free (((Path *) data)->points);
}

/* NAN for nodes around the field. */
static double
get_value (const Tracer *self,
           int           i,
           int           j)
{
  const SoulsField *field = self->field;

  if (i < 1 || j < 1 || i > field->n_x || j > field->n_y)
    return NAN;
  return self->sign * (field->values[(j - 1) * field->n_x + i - 1] - self->level);
}

/* What is exactly at the level is above it, not below. */
static void
find_inside (Tracer *self)
{
  const SoulsField *field = self->field;

  self->inside = g_new0 (guint8, (field->n_x + 2) * (field->n_y + 2));
  for (int j = 1; j <= field->n_y; j++)
    for (int i = 1; i <= field->n_x; i++)
      {
        double value = get_value (self, i, j);

        self->inside[j * (field->n_x + 2) + i] = self->sign > 0.0 ? value >= 0.0 : value > 0.0;
      }
}

static SoulsPoint
get_place (const Tracer *self,
           int           i,
           int           j)
{
  return (SoulsPoint) { CLAMP (i - 1, 0, self->field->n_x - 1),
                        CLAMP (j - 1, 0, self->field->n_y - 1) };
}

/* Edges to the right come first, then those upwards. */
static int
get_edge (const Tracer *self,
          int           i,
          int           j,
          gboolean      upwards)
{
  const SoulsField *field = self->field;

  return upwards ? (field->n_x + 1) * (field->n_y + 2) + j * (field->n_x + 2) + i
                 : j * (field->n_x + 1) + i;
}

/* Where the contour crosses an edge; beside a node without a value, at the other node. */
static SoulsPoint
cross_edge (const Tracer *self,
            int           edge)
{
  const SoulsField *field = self->field;
  int first_upwards = (field->n_x + 1) * (field->n_y + 2);
  gboolean upwards = edge >= first_upwards;
  int row = upwards ? field->n_x + 2 : field->n_x + 1;
  int i = (upwards ? edge - first_upwards : edge) % row;
  int j = (upwards ? edge - first_upwards : edge) / row;
  int to_i = upwards ? i : i + 1;
  int to_j = upwards ? j + 1 : j;
  double from = get_value (self, i, j);
  double to = get_value (self, to_i, to_j);
  SoulsPoint a = get_place (self, i, j);
  SoulsPoint b = get_place (self, to_i, to_j);
  double t;

  if (!isfinite (from) || !isfinite (to))
    return isfinite (to) ? b : a;
  t = from / (from - to);
  return (SoulsPoint) { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
}

/* Links the edges of a cell, whose corners and sides are counted against the clock from the lower
 * left. Where the contour passes twice, the mean of the corners decides which of them hang together. */
static void
link_cell (Tracer *self,
           int     i,
           int     j)
{
  const guint8 *lower = &self->inside[j * (self->field->n_x + 2) + i];
  const guint8 *upper = lower + self->field->n_x + 2;
  const gboolean inside[4] = { lower[0], lower[1], upper[1], upper[0] };
  const int corner[4][2] = { { i, j }, { i + 1, j }, { i + 1, j + 1 }, { i, j + 1 } };
  const int side[4] = { get_edge (self, i, j, FALSE), get_edge (self, i + 1, j, TRUE),
                        get_edge (self, i, j + 1, FALSE), get_edge (self, i, j, TRUE) };
  int n_inside = inside[0] + inside[1] + inside[2] + inside[3];
  double sum = 0.0;
  gboolean joined;

  if (n_inside == 0 || n_inside == 4)
    return;
  for (int k = 0; k < 4; k++)
    sum += get_value (self, corner[k][0], corner[k][1]);
  joined = sum > 0.0 || (sum == 0.0 && self->sign > 0.0);
  for (int k = 0; k < 4; k++)
    {
      int step = joined ? 1 : 3;
      int to = (k + step) % 4;

      if (!inside[k] || inside[(k + 1) % 4])
        continue;
      while (inside[to] || !inside[(to + 1) % 4])
        to = (to + step) % 4;
      self->next[side[k]] = side[to];
      self->real[side[k]] = isfinite (sum);
    }
}

static void
append_path (GArray           *paths,
             const SoulsPoint *points,
             guint             n)
{
  Path path = { g_memdup2 (points, n * sizeof *points), (int) n, 0.0 };

  for (guint i = 0; i < n; i++)
    {
      const SoulsPoint *a = &points[i];
      const SoulsPoint *b = &points[(i + 1) % n];

      path.area += (a->x * b->y - b->x * a->y) / 2.0;
    }
  g_array_append_val (paths, path);
}

static gboolean
is_same (SoulsPoint a,
         SoulsPoint b)
{
  return a.x == b.x && a.y == b.y;
}

/* Adds a point to a ring; one that lies on the way along the border is left out. */
static void
extend_ring (GArray    *ring,
             SoulsPoint point)
{
  const SoulsPoint *last;

  if (ring->len == 0)
    {
      g_array_append_val (ring, point);
      return;
    }
  last = &g_array_index (ring, SoulsPoint, ring->len - 1);
  if (is_same (*last, point))
    return;
  if (ring->len > 1 && ((last[-1].x == last[0].x && last[0].x == point.x) ||
                        (last[-1].y == last[0].y && last[0].y == point.y)))
    g_array_set_size (ring, ring->len - 1);
  g_array_append_val (ring, point);
}

static void
extend_line (GArray    *line,
             SoulsPoint point)
{
  if (line->len == 0 || !is_same (g_array_index (line, SoulsPoint, line->len - 1), point))
    g_array_append_val (line, point);
}

static void
finish_line (SoulsContour *contour,
             GArray       *line)
{
  if (line->len > 1)
    append_path (contour->lines, (const SoulsPoint *) line->data, line->len);
  g_array_set_size (line, 0);
}

/* A line begins where a contour leaves the border; one that never meets it begins anywhere. */
static int
find_start (const Tracer *self,
            int           edge)
{
  int start = edge;

  do
    {
      if (!self->real[edge] && self->real[self->next[edge]])
        return self->next[edge];
      edge = self->next[edge];
    }
  while (edge != start);
  return start;
}

/* Walks one ring and forgets it. */
static void
walk (Tracer       *self,
      SoulsContour *contour,
      int           edge,
      GArray       *ring,
      GArray       *line)
{
  edge = find_start (self, edge);
  g_array_set_size (ring, 0);
  while (self->next[edge] >= 0)
    {
      int next = self->next[edge];
      SoulsPoint point = cross_edge (self, edge);

      extend_ring (ring, point);
      if (self->real[edge])
        {
          extend_line (line, point);
          extend_line (line, cross_edge (self, next));
        }
      else
        {
          finish_line (contour, line);
        }
      self->next[edge] = -1;
      edge = next;
    }
  finish_line (contour, line);
  if (ring->len > 2)
    append_path (contour->areas, (const SoulsPoint *) ring->data, ring->len);
}

static gboolean
holds_point (const Path *path,
             SoulsPoint  point)
{
  gboolean inside = FALSE;

  for (int i = 0, j = path->n_points - 1; i < path->n_points; j = i++)
    {
      SoulsPoint a = path->points[i];
      SoulsPoint b = path->points[j];

      if ((a.y > point.y) != (b.y > point.y) &&
          point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y))
        inside = !inside;
    }
  return inside;
}

/* The smallest area that a hole can be in. */
static Path *
find_owner (const GArray *areas,
            const Path   *hole)
{
  Path *owner = NULL;

  for (guint i = 0; i < areas->len; i++)
    {
      Path *path = &g_array_index (areas, Path, i);

      if (path->area > -hole->area && (owner == NULL || path->area < owner->area) &&
          holds_point (path, hole->points[0]))
        owner = path;
    }
  return owner;
}

/* Joins a hole to its area by a way there and back, where the two are nearest: one outline then. */
static void
cut_hole (Path       *owner,
          const Path *hole)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (SoulsPoint));
  double least = INFINITY;
  int at = 0, from = 0;

  for (int i = 0; i < owner->n_points; i++)
    for (int j = 0; j < hole->n_points; j++)
      {
        double d = hypot (owner->points[i].x - hole->points[j].x,
                          owner->points[i].y - hole->points[j].y);

        if (d < least)
          {
            least = d;
            at = i;
            from = j;
          }
      }
  g_array_append_vals (points, owner->points, (guint) at + 1);
  g_array_append_vals (points, hole->points + from, (guint) (hole->n_points - from));
  g_array_append_vals (points, hole->points, (guint) from + 1);
  g_array_append_vals (points, owner->points + at, (guint) (owner->n_points - at));
  g_free (owner->points);
  owner->n_points = (int) points->len;
  owner->area += hole->area;
  owner->points = (SoulsPoint *) g_array_free (points, FALSE);
}

static void
cut_holes (GArray *areas)
{
  for (guint i = 0; i < areas->len;)
    {
      Path *path = &g_array_index (areas, Path, i);
      Path *owner = path->area < 0.0 ? find_owner (areas, path) : NULL;

      if (owner != NULL)
        cut_hole (owner, path);
      if (path->area < 0.0)
        g_array_remove_index (areas, i);
      else
        i++;
    }
}

static GArray *
create_paths (void)
{
  GArray *paths = g_array_new (FALSE, FALSE, sizeof (Path));

  g_array_set_clear_func (paths, path_clear);
  return paths;
}

/**
 * souls_contour_new:
 * @field: the values
 * @level: where the lines are
 * @side: which side of them the areas are
 *
 * Finds where a field, taken as straight between neighbours, passes a level (marching squares).
 *
 * Returns: (transfer full): lines and areas
 */
SoulsContour *
souls_contour_new (const SoulsField *field,
                   double            level,
                   SoulsSide         side)
{
  SoulsContour *self = g_new (SoulsContour, 1);
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (SoulsPoint));
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (SoulsPoint));
  Tracer tracer = { field, level, side == SOULS_SIDE_BELOW ? -1.0 : 1.0 };

  *self = (SoulsContour) { create_paths (), create_paths () };
  g_return_val_if_fail (field->n_x >= 2 && field->n_y >= 2, self);

  tracer.n_edges = (field->n_x + 1) * (field->n_y + 2) + (field->n_x + 2) * (field->n_y + 1);
  find_inside (&tracer);
  tracer.next = g_new (int, tracer.n_edges);
  tracer.real = g_new (gboolean, tracer.n_edges);
  for (int i = 0; i < tracer.n_edges; i++)
    tracer.next[i] = -1;
  for (int j = 0; j <= field->n_y; j++)
    for (int i = 0; i <= field->n_x; i++)
      link_cell (&tracer, i, j);
  for (int i = 0; i < tracer.n_edges; i++)
    if (tracer.next[i] >= 0)
      walk (&tracer, self, i, ring, line);
  cut_holes (self->areas);
  g_free (tracer.inside);
  g_free (tracer.next);
  g_free (tracer.real);
  return self;
}

void
souls_contour_free (SoulsContour *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->areas);
  g_free (self);
}

static const SoulsPoint *
get_path (const GArray *paths,
          guint         index,
          int          *n_points)
{
  g_return_val_if_fail (index < paths->len, NULL);

  *n_points = g_array_index (paths, Path, index).n_points;
  return g_array_index (paths, Path, index).points;
}

guint
souls_contour_get_n_lines (const SoulsContour *self)
{
  return self->lines->len;
}

/**
 * souls_contour_get_line:
 * @index: which
 * @n_points: (out): how many points it has; the last is the first where the line is closed
 *
 * One line, with the higher values at its left hand (at its right hand for what is below).
 *
 * Returns: (array length=n_points) (transfer none): places on the grid
 */
const SoulsPoint *
souls_contour_get_line (const SoulsContour *self,
                        guint               index,
                        int                *n_points)
{
  return get_path (self->lines, index, n_points);
}

guint
souls_contour_get_n_areas (const SoulsContour *self)
{
  return self->areas->len;
}

/**
 * souls_contour_get_area:
 * @index: which
 * @n_points: (out): how many points its outline has; the last is joined to the first
 *
 * One area. A hole in it is joined to its outline by a way there and back, so that the outline can be filled by
 * winding or by even and odd.
 *
 * Returns: (array length=n_points) (transfer none): places on the grid
 */
const SoulsPoint *
souls_contour_get_area (const SoulsContour *self,
                        guint               index,
                        int                *n_points)
{
  return get_path (self->areas, index, n_points);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Where the rising line x + y = @sum passes the outline: by x. */
static void
cross_outline (const SoulsPoint *points,
               int               n_points,
               double            sum,
               GArray           *crossings)
{
  g_array_set_size (crossings, 0);
  for (int i = 0, j = n_points - 1; i < n_points; j = i++)
    {
      double a = points[j].x + points[j].y - sum;
      double b = points[i].x + points[i].y - sum;

      if ((a < 0.0) != (b < 0.0))
        {
          double x = points[j].x + (points[i].x - points[j].x) * a / (a - b);

          g_array_append_val (crossings, x);
        }
    }
  g_array_sort (crossings, compare_doubles);
}

/* A stripe, and back to where it began. */
static void
append_stripe (GArray *hatch,
               double  sum,
               double  from,
               double  to,
               double  half)
{
  const SoulsPoint corners[] = { { from - half, sum - from - half }, { to - half, sum - to - half },
                                 { to + half, sum - to + half }, { from + half, sum - from + half },
                                 { from - half, sum - from - half } };

  g_array_append_vals (hatch, corners, G_N_ELEMENTS (corners));
}

/**
 * souls_polygon_hatch:
 * @points: (array length=n_points): an outline, px
 * @n_points: how many
 * @spacing: px from stripe to stripe
 * @width: px of a stripe
 * @n_hatch: (out): how many points the hatch has
 *
 * Hatches an area at 45°, rising. All stripes are one outline, joined by ways there and back, so that they are filled
 * at once and nothing has to be clipped: a large area is drawn several times faster.
 *
 * Returns: (array length=n_hatch) (transfer full): the outline of the hatch; no points where no stripe fits
 */
SoulsPoint *
souls_polygon_hatch (const SoulsPoint *points,
                     int               n_points,
                     double            spacing,
                     double            width,
                     int              *n_hatch)
{
  GArray *hatch = g_array_new (FALSE, FALSE, sizeof (SoulsPoint));
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  double step = spacing * G_SQRT2;
  double half = width / (2.0 * G_SQRT2);
  double least = INFINITY;
  double most = -INFINITY;

  for (int i = 0; i < n_points; i++)
    {
      least = MIN (least, points[i].x + points[i].y);
      most = MAX (most, points[i].x + points[i].y);
    }
  for (double sum = ceil (least / step) * step; sum <= most; sum += step)
    {
      cross_outline (points, n_points, sum, crossings);
      for (guint i = 0; i + 1 < crossings->len; i += 2)
        append_stripe (hatch, sum, g_array_index (crossings, double, i),
                       g_array_index (crossings, double, i + 1), half);
    }
  for (int i = (int) hatch->len - 5; i > 0; i -= 5)
    {
      SoulsPoint start = g_array_index (hatch, SoulsPoint, i);

      g_array_append_val (hatch, start);
    }
  *n_hatch = (int) hatch->len;
  return (SoulsPoint *) g_array_free (hatch, FALSE);
}
