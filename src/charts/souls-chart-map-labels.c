/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-map.h"

#include <math.h>

/* What is left of the ground behind a label. */
#define HALO 0.75

#define N_CELLS (SOULS_GROUND_CELLS_X * SOULS_GROUND_CELLS_Y)

static const char *const break_even = N_("break-even");
static const char *const region_names[2] = { N_("profit"), N_("loss") };
/* Translators: at a point, short: operating income where the sliders stand. */
static const char *const now_pattern = N_("now %1$s");
/* Translators: under it: where the two sliders stand. */
static const char *const at_pattern = N_("at %1$s and %2$s");
/* Translators: a round amount in million, billion, trillion; %1$s is a number such as 50. */
static const char *const money[2][3] = { { N_("$%1$s m"), N_("$%1$s bn"), N_("$%1$s tn") },
                                         { N_("−$%1$s m"), N_("−$%1$s bn"),
                                           N_("−$%1$s tn") } };

/* An amount that is a multiple of the step, with no more digits than that needs. (transfer full) */
static char *
say_level (const SoulsMapPicture *self,
           double                 level)
{
  int unit = fabs (level) >= 1e6 ? 2 : fabs (level) >= 1e3 ? 1 : 0;
  double scaled = fabs (level) / pow (1e3, unit);
  int digits = 0;
  g_autofree char *number = NULL;

  while (digits < 3 && fabs (scaled * pow (10.0, digits) - round (scaled * pow (10.0, digits))) > 1e-6)
    digits++;
  number = souls_words_number (self->words, scaled, digits);
  return souls_fill (self->words, money[level < 0.0 ? 1 : 0][unit], number, NULL);
}

static double
look_up_corner (const SoulsMapPicture *self,
                SoulsBox               box,
                int                    corner)
{
  return souls_map_picture_look_up (self, corner & 1 ? souls_box_right (box) : box.x,
                                    corner & 2 ? souls_box_bottom (box) : box.y);
}

/* Whether a box lies between two answers, and clear of the places of sliders and baseline. */
static gboolean
is_clear (const SoulsMapPicture *self,
          SoulsBox               box,
          SoulsRange             between)
{
  const SoulsBox wide = souls_box_inset (box, -self->dot - 2.0, -self->dot - 2.0);

  if (souls_box_contains (wide, self->here.x, self->here.y) ||
      (self->draft->input->moved && souls_box_contains (wide, self->from.x, self->from.y)))
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      double value = look_up_corner (self, box, i);

      if (!(value > between.min && value < between.max))
        return FALSE;
    }
  return TRUE;
}

static SoulsBox
measure_at (const SoulsMapPicture *self,
            const char            *text,
            SoulsPoint             at,
            SoulsTextStyle         style)
{
  SoulsBox box = souls_scene_measure_text (self->draft->scene, text, style);

  box.x += at.x;
  box.y += at.y;
  return souls_box_inset (box, -2.0, 0.0);
}

/* Whether a box is inside the map and at least @away from every other text. */
static gboolean
has_room (const SoulsMapPicture *self,
          SoulsBox               box,
          double                 away)
{
  const SoulsBox bounds = souls_box_inset (self->area.frame.plot, 2.0, 2.0);
  const SoulsBox wide = souls_box_inset (box, -away, -away);
  const SoulsScene *scene = self->draft->scene;

  if (!souls_box_holds (bounds, box, 0.0))
    return FALSE;
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    if (souls_box_overlaps (wide, souls_scene_get_text_box (scene, i)))
      return FALSE;
  return TRUE;
}

/* Lines and hatches fade behind the text. */
static void
add_note (const SoulsMapPicture *self,
          const char            *text,
          SoulsPoint             at,
          SoulsTextStyle         style)
{
  souls_scene_add_rect (self->draft->scene, measure_at (self, text, at, style),
                        (SoulsStyle) { .fill = SOULS_COLOR_PAPER, .opacity = HALO });
  souls_scene_add_text (self->draft->scene, text, at.x, at.y, style);
}

/* On the longest of the level's lines, as near to its middle as there is room. */
static void
label_line (const SoulsMapPicture *self,
            double                 level,
            const char            *text,
            SoulsTextStyle         style)
{
  static const double places[] = { 0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88 };
  const SoulsRange between = { level - self->step, level + self->step };
  g_autoptr (SoulsContour) contour = souls_map_picture_trace (self, level, SOULS_SIDE_ABOVE);
  const SoulsPoint *longest = NULL;
  int most = 0;

  for (guint i = 0; i < souls_contour_get_n_lines (contour); i++)
    {
      int n;
      const SoulsPoint *points = souls_contour_get_line (contour, i, &n);

      if (n > most)
        {
          longest = points;
          most = n;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (places) && longest != NULL; i++)
    {
      SoulsPoint point = longest[(int) (places[i] * (most - 1) + 0.5)];
      SoulsPoint at = souls_map_picture_place (self, point, SOULS_GROUND_NX, SOULS_GROUND_NY);

      SoulsBox box = measure_at (self, text, at, style);

      if (is_clear (self, box, between) && has_room (self, box, 2.0))
        {
          add_note (self, text, at, style);
          return;
        }
    }
}

static void
label_lines (const SoulsMapPicture *self)
{
  SoulsTextStyle style = { .color = SOULS_COLOR_TEXT, .em = 1.0, .anchor_x = 0.5, .anchor_y = 0.5 };

  style.bold = TRUE;
  label_line (self, 0.0, souls_words_say (self->words, break_even), style);
  style.bold = FALSE;
  style.em = 0.85;
  for (int i = (int) ceil (self->range.min / self->step); i * self->step <= self->range.max; i++)
    if (i != 0)
      {
        g_autofree char *text = say_level (self, i * self->step);

        label_line (self, i * self->step, text, style);
      }
}

/* The cell with the most profit or loss that has not been tried; -1 if there is none. */
static int
find_cell (const SoulsMapPicture *self,
           gboolean               loss,
           const gboolean        *tried)
{
  double most = 0.0;
  int best = -1;

  for (int k = 0; k < N_CELLS; k++)
    {
      double value = souls_map_picture_cell_value (self, k % SOULS_GROUND_CELLS_X,
                                                   k / SOULS_GROUND_CELLS_X);

      if (!tried[k] && (loss ? -value : value) > most)
        {
          most = fabs (value);
          best = k;
        }
    }
  return best;
}

/* "profit" or "loss" in the cell where there is most of it and the word has room. */
static void
name_region (const SoulsMapPicture *self,
             gboolean               loss)
{
  const SoulsTextStyle style = { .color = SOULS_COLOR_TEXT, .em = 1.15, .anchor_x = 0.5,
                                 .anchor_y = 0.5, .bold = TRUE };
  const SoulsRange between = { loss ? -INFINITY : 0.0, loss ? 0.0 : INFINITY };
  const char *name = souls_words_say (self->words, region_names[loss ? 1 : 0]);
  gboolean tried[N_CELLS] = { FALSE };
  int k;

  while ((k = find_cell (self, loss, tried)) >= 0)
    {
      SoulsBox cell =
        souls_map_picture_cell (self, k % SOULS_GROUND_CELLS_X, k / SOULS_GROUND_CELLS_X);
      SoulsPoint middle = { cell.x + cell.width / 2.0, cell.y + cell.height / 2.0 };
      SoulsBox box = measure_at (self, name, middle, style);

      tried[k] = TRUE;
      if (is_clear (self, box, between) && has_room (self, box, self->area.frame.grid))
        {
          add_note (self, name, middle, style);
          return;
        }
    }
}

/* How much a label of the point at @box would hide of break-even and of the way from the baseline. */
static int
count_hidden (const SoulsMapPicture *self,
              SoulsBox               box)
{
  const SoulsBox dot = { self->here.x - self->dot, self->here.y - self->dot, 2.0 * self->dot,
                         2.0 * self->dot };
  gboolean loss = look_up_corner (self, box, 0) < 0.0;
  int n = has_room (self, box, 0.0) ? 0 : 100;

  if (souls_box_overlaps (box, dot))
    n += 100;
  if (loss != (self->ground.here < 0.0))
    n += 1;
  for (int i = 1; i < 4; i++)
    if ((look_up_corner (self, box, i) < 0.0) != loss)
      n += 2;
  for (double t = 0.0; t <= 1.0; t += 0.125)
    n += souls_box_contains (box, self->here.x + t * (self->from.x - self->here.x),
                             self->here.y + t * (self->from.y - self->here.y));
  return n;
}

static SoulsBox
keep_inside (const SoulsMapPicture *self,
             SoulsBox               box)
{
  const SoulsBox bounds = souls_box_inset (self->area.frame.plot, 2.0, 2.0);

  box.x = MAX (MIN (box.x, souls_box_right (bounds) - box.width), bounds.x);
  box.y = MAX (MIN (box.y, souls_box_bottom (bounds) - box.height), bounds.y);
  return box;
}

/* Beside, over or under the point: where it hides least. */
static SoulsBox
choose_label_box (const SoulsMapPicture *self,
                  double                 width,
                  double                 height)
{
  double away = self->dot + self->area.frame.grid;
  double left = self->here.x - away - width;
  double right = self->here.x + away;
  const SoulsPoint corners[] = {
    { left, self->here.y - height / 2.0 },         { right, self->here.y - height / 2.0 },
    { left, self->here.y },                        { right, self->here.y - height },
    { self->here.x - width / 2.0, self->here.y - away - height },
    { self->here.x - width / 2.0, self->here.y + away },
  };
  SoulsBox best = { 0.0, 0.0, 0.0, 0.0 };
  int least = G_MAXINT;

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      SoulsBox box =
        keep_inside (self, (SoulsBox) { corners[i].x, corners[i].y, width, height });
      int hidden = count_hidden (self, box);

      if (hidden < least)
        {
          least = hidden;
          best = box;
        }
    }
  return best;
}

static void
label_here (const SoulsMapPicture *self)
{
  g_autofree char *amount = souls_words_money (self->words, self->ground.here);
  g_autofree char *now = souls_fill (self->words, now_pattern, amount, NULL);
  g_autofree char *x = souls_map_picture_say_driver (self, &self->ground.drivers, 0);
  g_autofree char *y = souls_map_picture_say_driver (self, &self->ground.drivers, 1);
  g_autofree char *at = souls_fill (self->words, at_pattern, x, y, NULL);
  SoulsTextStyle bold = { .color = SOULS_COLOR_TEXT, .em = 1.0, .bold = TRUE };
  SoulsTextStyle plain = { .color = SOULS_COLOR_TEXT, .em = 0.85 };
  SoulsBox first = souls_scene_measure_text (self->draft->scene, now, bold);
  SoulsBox second = souls_scene_measure_text (self->draft->scene, at, plain);
  SoulsBox box = choose_label_box (self, MAX (first.width, second.width) + 4.0,
                                   first.height + second.height);

  bold.anchor_x = plain.anchor_x = souls_box_right (box) <= self->here.x ? 1.0
                                   : box.x >= self->here.x             ? 0.0
                                                                       : 0.5;
  if (!has_room (self, box, 0.0))
    return;
  box.x += 2.0 + bold.anchor_x * (box.width - 4.0);
  add_note (self, now, (SoulsPoint) { box.x, box.y }, bold);
  add_note (self, at, (SoulsPoint) { box.x, box.y + first.height }, plain);
}

/*
 * souls_map_picture_add_labels:
 * @self: a map with its ground drawn
 *
 * Writes on the map what the reader needs first: the answer where the sliders stand, break-even, the
 * lines, and which side is which; each only where it hides nothing that came before it.
 */
void
souls_map_picture_add_labels (const SoulsMapPicture *self)
{
  label_here (self);
  label_lines (self);
  name_region (self, FALSE);
  name_region (self, TRUE);
}
