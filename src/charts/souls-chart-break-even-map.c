/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-driver.h"
#include "souls-chart-map.h"

#include <math.h>

/* Lines of equal income, break-even included, at most; and what each colours the ground more. */
#define LEAST_LEVELS 4.0
#define MOST_LEVELS 12.0
#define LEVEL_WIDTH 3.8   /* em that one takes */
#define PROFIT_TINT 0.13
#define LOSS_TINT 0.07
#define LOSS_HATCH 0.3
#define HATCH_SPACING 13.0  /* px: wider than on bars, for a calm ground */
#define HATCH_WIDTH 1.5

#define DOT_RADIUS 7.0

#define KEY_HERE 1
#define KEY_BASELINE 2
#define KEY_CELL 1000

/* What there is to say: where one slider alone would turn the answer, or why none does. */
typedef enum
{
  CASE_TURN_ALONE,
  CASE_TURN_TOGETHER,
  CASE_EVERYWHERE,
  N_CASES
} Case;

/* Translators: %1$s is a fiscal year; where they are used, %2$s is the name of a slider, %3$s its value
 * at break-even, %4$s its value now, each with its unit. */
static const char *const findings[2][N_CASES] = {
  {
    [CASE_TURN_ALONE] =
      N_("%2$s at %3$s instead of %4$s would take all profit from Amazon without AWS in fiscal %1$s."),
    [CASE_TURN_TOGETHER] =
      N_("Only both sliders together would take all profit from Amazon without AWS in fiscal %1$s."),
    [CASE_EVERYWHERE] =
      N_("Everywhere on this map Amazon without AWS would make money in fiscal %1$s."),
  },
  {
    [CASE_TURN_ALONE] =
      N_("%2$s at %3$s instead of %4$s would end the loss of Amazon without AWS in fiscal %1$s."),
    [CASE_TURN_TOGETHER] =
      N_("Only both sliders together would end the loss of Amazon without AWS in fiscal %1$s."),
    [CASE_EVERYWHERE] =
      N_("Everywhere on this map Amazon without AWS would lose money in fiscal %1$s."),
  },
};

/* Translators: for who does not see the map: %1$s is a fiscal year, %2$s to %4$s are amounts with their
 * signs, %5$s and %6$s names of sliders. */
static const char *const description = N_(
  "Operating income without AWS in fiscal %1$s, from %2$s to %3$s over the whole ranges of two sliders, %5$s across and %6$s upwards; where they stand it is %4$s.");
static const char *const measure = N_("Operating income without AWS, fiscal %1$s");
/* Translators: instead of a year that is reported and so cannot be changed. */
static const char *const last_measure =
  N_("Operating income without AWS, fiscal %1$s, the last projected year");
/* Translators: at an axis: the name of a slider and its unit, such as "% of GMV". */
static const char *const axis_pattern = N_("%1$s, %2$s");
static const char *const here_name = N_("Where the sliders stand");
static const char *const baseline_name = N_("Baseline");
/* Translators: a place on the map: the name and value of the one slider and of the other. */
static const char *const place_pattern = N_("%1$s %2$s, %3$s %4$s");
/* Translators: a place on the map and the amount there. */
static const char *const there_pattern = N_("%1$s: %2$s");
static const char *const projected_pattern = N_("%1$s, projected");
static const char *const baseline_pattern = N_("%1$s, projected, baseline");

/* Places and numbers */

static SoulsPoint
find_place (const SoulsMapPicture *self,
            const SoulsDrivers    *drivers)
{
  return (SoulsPoint) {
    souls_linear_scale_map (&self->scale[0], drivers->target[souls_map_picture_driver (self, 0)]),
    souls_linear_scale_map (&self->scale[1], drivers->target[souls_map_picture_driver (self, 1)])
  };
}

/* 1, 2 or 5 × 10^n, so that there are as many lines as there is room to tell apart. */
static double
choose_step (const SoulsMapPicture *self,
             SoulsRange             range)
{
  static const double round_steps[] = { 1.0, 2.0, 5.0, 10.0 };
  double most = souls_scene_get_width (self->draft->scene) / (self->area.em * LEVEL_WIDTH);
  double least = (range.max - range.min) / CLAMP (most, LEAST_LEVELS, MOST_LEVELS);
  double power = pow (10.0, floor (log10 (least)));

  for (guint i = 0; i < G_N_ELEMENTS (round_steps); i++)
    if (round_steps[i] * power >= least * (1.0 - 1e-9))
      return round_steps[i] * power;
  return 10.0 * power;
}

/* Millions: a held axis of shares or days is another chart's. */
static gboolean
is_usable (const SoulsRange *held)
{
  return held && isfinite (held->min) && isfinite (held->max) && held->min < held->max &&
         MAX (fabs (held->min), fabs (held->max)) > 20.0;
}

static void
choose_range (SoulsMapPicture *self)
{
  const SoulsRange least = { 0.0, 50.0 };
  SoulsRange values = souls_range_union (souls_ground_get_values (&self->ground), least);

  self->range = souls_range_round (values, SOULS_MAX_TICKS);
  souls_scene_set_range (self->draft->scene, self->range);
  if (is_usable (self->draft->frame->range))
    self->range = *self->draft->frame->range;
  self->step = choose_step (self, self->range);
}

/* Words */

/* (transfer full) */
static char *
say_place (const SoulsMapPicture *self,
           const SoulsDrivers    *drivers)
{
  g_autofree char *x = souls_map_picture_say_driver (self, drivers, 0);
  g_autofree char *y = souls_map_picture_say_driver (self, drivers, 1);

  return souls_fill (self->words, place_pattern,
                     souls_driver_words (self->words, souls_map_picture_driver (self, 0)), x,
                     souls_driver_words (self->words, souls_map_picture_driver (self, 1)), y, NULL);
}

/* To a tenth of a percent at least: a break-even rounded to the slider's whole step may not break even.
 * (transfer full) */
static char *
say_exactly (const SoulsMapPicture *self,
             SoulsDriver            driver,
             double                 value)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  gboolean percent =
    info->unit == SOULS_UNIT_PERCENT || info->unit == SOULS_UNIT_PERCENT_PER_YEAR;

  return percent && info->step >= 1.0 ? souls_words_percent_with (self->words, value, 1)
                                      : souls_driver_in_words (self->words, driver, value);
}

/* Of the two ways to break-even the shorter one, as a part of the slider's range. */
static int
choose_way (const SoulsMapPicture *self,
            double                 zero[2])
{
  double way[2];

  for (int i = 0; i < 2; i++)
    {
      const SoulsMapAxis *axis = &self->ground.axis[i];

      zero[i] = souls_ground_find_zero (&self->ground, i);
      way[i] = isnan (zero[i]) ? INFINITY
                               : fabs (zero[i] - self->ground.drivers.target[axis->driver]) /
                                   (axis->high - axis->low);
    }
  return way[1] < way[0] ? 1 : 0;
}

/* (transfer full) */
static char *
say_finding (const SoulsMapPicture *self,
             SoulsRange             values)
{
  double zero[2];
  int axis = choose_way (self, zero);
  SoulsDriver driver = souls_map_picture_driver (self, axis);
  Case turn = isfinite (zero[axis])                               ? CASE_TURN_ALONE
              : (values.min < 0.0) != (values.max < 0.0) ? CASE_TURN_TOGETHER
                                                                  : CASE_EVERYWHERE;
  g_autofree char *year = souls_year_text (self->ground.year);
  g_autofree char *now = say_exactly (self, driver, self->ground.drivers.target[driver]);
  g_autofree char *then = say_exactly (self, driver, zero[axis]);

  return souls_fill (self->words, findings[self->ground.here < 0.0 ? 1 : 0][turn], year,
                     souls_driver_words (self->words, driver), then, now, NULL);
}

/* (transfer full) */
static char *
say_description (const SoulsMapPicture *self,
                 SoulsRange             values)
{
  g_autofree char *year = souls_year_text (self->ground.year);
  g_autofree char *least = souls_words_money (self->words, values.min);
  g_autofree char *most = souls_words_money (self->words, values.max);
  g_autofree char *here = souls_words_money (self->words, self->ground.here);

  return souls_fill (self->words, description, year, least, most, here,
                     souls_driver_words (self->words, souls_map_picture_driver (self, 0)),
                     souls_driver_words (self->words, souls_map_picture_driver (self, 1)), NULL);
}

static void
open_area (SoulsMapPicture *self)
{
  const SoulsChartInput *input = self->draft->input;
  SoulsRange values = souls_ground_get_values (&self->ground);
  g_autofree char *year = souls_year_text (self->ground.year);
  g_autofree char *what =
    souls_fill (self->words, self->ground.year == input->year ? measure : last_measure, year, NULL);
  g_autofree char *subtitle = souls_subtitle (input, what, TRUE, TRUE);
  g_autofree char *finding = say_finding (self, values);
  g_autofree char *spoken = say_description (self, values);

  souls_area_open (&self->area, self->draft, finding, subtitle, spoken);
}

/* Axes */

static SoulsTextStyle
style_tick (double anchor_x,
            double anchor_y)
{
  return (SoulsTextStyle) { .color = SOULS_COLOR_DIM, .em = 1.0, .anchor_x = anchor_x,
                            .anchor_y = anchor_y, .tabular = TRUE };
}

/* Ticks are bare numbers: the unit stands with the name. (transfer full) */
static char *
say_tick (const SoulsMapPicture *self,
          double                 shown,
          double                 step)
{
  int digits = 0;

  while (digits < 3 && fabs (step - round (step)) > 1e-6)
    {
      step *= 10.0;
      digits++;
    }
  return souls_words_number (self->words, shown, digits);
}

/* In the unit shown. */
static SoulsTicks
find_ticks (const SoulsMapPicture *self,
            int                    axis)
{
  const SoulsMapAxis *of = &self->ground.axis[axis];
  const SoulsFrame *frame = &self->area.frame;
  guint most = axis == 0 ? SOULS_MAX_TICKS : souls_frame_get_max_ticks (frame);

  return souls_ticks ((SoulsRange) { souls_driver_to_shown (of->driver, of->low),
                                     souls_driver_to_shown (of->driver, of->high) },
                      most);
}

/* The widest number at the left, and half of the last one at the bottom, which ends beyond the plot. */
static void
reserve_axes (SoulsMapPicture *self)
{
  SoulsFrame *frame = &self->area.frame;
  double line = frame->line + frame->grid / 2.0;
  SoulsTicks ticks;
  double widest = 0.0;

  /* The highest number beside the plot reaches half a line over it. */
  souls_area_reserve_rows (&self->area, line + frame->line / 2.0, 2.0 * line);
  ticks = find_ticks (self, 1);
  for (guint i = 0; i < ticks.n; i++)
    {
      g_autofree char *text = say_tick (self, ticks.value[i], ticks.step);

      widest = MAX (widest, souls_draft_text_width (self->draft, text, style_tick (1.0, 0.5)));
    }
  souls_frame_reserve_sides (frame, widest + frame->grid, 2.0 * frame->grid);
  for (int i = 0; i < 2; i++)
    {
      const SoulsBox *plot = &frame->plot;
      SoulsRange domain = { self->ground.axis[i].low, self->ground.axis[i].high };

      self->scale[i] = i == 0 ? souls_linear_scale (domain, plot->x, souls_box_right (*plot))
                              : souls_linear_scale (domain, souls_box_bottom (*plot), plot->y);
    }
}

/* The name with the unit, or as much of it as there is room for. */
static void
draw_axis_name (const SoulsMapPicture *self,
                int                    axis)
{
  const SoulsFrame *frame = &self->area.frame;
  const SoulsDriverInfo *info = souls_driver_info (souls_map_picture_driver (self, axis));
  const char *name = souls_words_say (self->words, info->name);
  g_autofree char *whole =
    souls_fill (self->words, axis_pattern, name, souls_words_say (self->words, info->basis), NULL);
  SoulsTextStyle style = { .color = SOULS_COLOR_TEXT, .em = 1.0, .anchor_x = axis == 0 ? 1.0 : 0.0,
                           .max_width = frame->body.width };
  double y = axis == 0 ? souls_box_bottom (frame->plot) + frame->line + frame->grid
                       : frame->plot.y - 1.5 * frame->line - frame->grid / 3.0;
  double x = axis == 0 ? souls_box_right (frame->plot) : frame->body.x;

  souls_draft_try_text (self->draft, NULL, whole, x, y, style);
}

static void
draw_ticks (const SoulsMapPicture *self,
            int                    axis)
{
  const SoulsFrame *frame = &self->area.frame;
  SoulsTicks ticks = find_ticks (self, axis);

  for (guint i = 0; i < ticks.n; i++)
    {
      g_autofree char *text = say_tick (self, ticks.value[i], ticks.step);
      double value = souls_driver_from_shown (souls_map_picture_driver (self, axis), ticks.value[i]);
      double at = souls_linear_scale_map (&self->scale[axis], value);

      if (axis == 0)
        souls_draft_try_text (self->draft, NULL, text, at,
                              souls_box_bottom (frame->plot) + frame->grid / 2.0,
                              style_tick (0.5, 0.0));
      else
        /* The lowest one stays over the numbers below the plot. */
        souls_draft_try_text (self->draft, NULL, text, frame->plot.x - frame->grid,
                              MIN (at, souls_box_bottom (frame->plot) - frame->line / 2.0 + 2.0),
                              style_tick (1.0, 0.5));
    }
}

/* The ground */

/* @points: places on a grid of @n_x × @n_y. (transfer full) */
static SoulsPoint *
map_points (const SoulsMapPicture *self,
            const SoulsPoint      *points,
            int                    n,
            int                    n_x,
            int                    n_y)
{
  SoulsPoint *mapped = g_new (SoulsPoint, n);

  for (int i = 0; i < n; i++)
    mapped[i] = souls_map_picture_place (self, points[i], n_x, n_y);
  return mapped;
}

static void
fill_areas (const SoulsMapPicture *self,
            const SoulsContour    *contour,
            SoulsStyle             style)
{
  for (guint i = 0; i < souls_contour_get_n_areas (contour); i++)
    {
      int n;
      const SoulsPoint *points = souls_contour_get_area (contour, i, &n);
      g_autofree SoulsPoint *mapped =
        map_points (self, points, n, SOULS_GROUND_NX, SOULS_GROUND_NY);

      souls_scene_add_polygon (self->draft->scene, mapped, n, style);
    }
}

static void
draw_lines (const SoulsMapPicture *self,
            const SoulsContour    *contour,
            int                    n_x,
            int                    n_y,
            SoulsStyle             style)
{
  for (guint i = 0; i < souls_contour_get_n_lines (contour); i++)
    {
      int n;
      const SoulsPoint *points = souls_contour_get_line (contour, i, &n);
      g_autofree SoulsPoint *mapped = map_points (self, points, n, n_x, n_y);

      souls_scene_add_line (self->draft->scene, mapped, n, style);
    }
}

/* One side of break-even: what loses money. */
static void
hatch_areas (const SoulsMapPicture *self,
             const SoulsContour    *contour)
{
  const SoulsStyle style = { .fill = SOULS_COLOR_TEXT, .opacity = LOSS_HATCH };
  double unit = self->area.unit;

  for (guint i = 0; i < souls_contour_get_n_areas (contour); i++)
    {
      int n, n_hatch;
      const SoulsPoint *points = souls_contour_get_area (contour, i, &n);
      g_autofree SoulsPoint *mapped =
        map_points (self, points, n, SOULS_GROUND_NX, SOULS_GROUND_NY);
      g_autofree SoulsPoint *hatch =
        souls_polygon_hatch (mapped, n, HATCH_SPACING * unit, HATCH_WIDTH * unit, &n_hatch);

      souls_scene_add_polygon (self->draft->scene, hatch, n_hatch, style);
    }
}

/* The more profit the warmer; losses hatched, the deeper the darker. */
static void
draw_ground (const SoulsMapPicture *self)
{
  const SoulsStyle profit = { .fill = SOULS_COLOR_STORES, .opacity = PROFIT_TINT };
  const SoulsStyle deeper = { .fill = SOULS_COLOR_TEXT, .opacity = LOSS_TINT };
  const SoulsStyle line = { .stroke = SOULS_COLOR_TEXT, .line_width = self->area.unit, .opacity = 0.3 };
  g_autoptr (SoulsContour) below = souls_map_picture_trace (self, 0.0, SOULS_SIDE_BELOW);

  fill_areas (self, below, deeper);
  hatch_areas (self, below);
  for (int i = (int) ceil (self->range.min / self->step); i * self->step <= self->range.max; i++)
    {
      SoulsSide side = i < 0 ? SOULS_SIDE_BELOW : SOULS_SIDE_ABOVE;
      g_autoptr (SoulsContour) contour = souls_map_picture_trace (self, i * self->step, side);

      fill_areas (self, contour, i < 0 ? deeper : profit);
      if (i != 0)
        draw_lines (self, contour, SOULS_GROUND_NX, SOULS_GROUND_NY, line);
    }
}

/* Whether the baseline's break-even is another line: a slider has moved that is not on an axis. */
static gboolean
is_ground_moved (const SoulsMapPicture *self)
{
  const SoulsChartInput *input = self->draft->input;

  for (int i = 0; i < SOULS_N_DRIVERS && input->moved; i++)
    if (i != (int) souls_map_picture_driver (self, 0) && i != (int) souls_map_picture_driver (self, 1) &&
        self->ground.drivers.target[i] != input->calibration->baseline[i])
      return TRUE;
  return FALSE;
}

/* The baseline's line needs no fine grid: it is only looked at. */
#define GHOST_NX 17
#define GHOST_NY 13

static void
draw_ghost_line (const SoulsMapPicture *self)
{
  const SoulsStyle style = { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE };
  SoulsMapAxis x = self->ground.axis[0];
  SoulsMapAxis y = self->ground.axis[1];
  SoulsQuestion question = self->ground.question;
  double values[GHOST_NX * GHOST_NY];
  const SoulsField field = { GHOST_NX, GHOST_NY, values };
  g_autoptr (SoulsContour) contour = NULL;
  SoulsDrivers drivers;

  if (!is_ground_moved (self))
    return;
  souls_drivers_reset (&drivers, question.calibration);
  question.drivers = &drivers;
  x.n = GHOST_NX;
  y.n = GHOST_NY;
  souls_map_compute (&question, &x, &y, values);
  contour = souls_contour_new (&field, 0.0, SOULS_SIDE_ABOVE);
  draw_lines (self, contour, GHOST_NX, GHOST_NY, style);
}

static void
draw_break_even (const SoulsMapPicture *self)
{
  g_autoptr (SoulsContour) zero = souls_map_picture_trace (self, 0.0, SOULS_SIDE_ABOVE);

  draw_lines (self, zero, SOULS_GROUND_NX, SOULS_GROUND_NY,
              (SoulsStyle) { .stroke = SOULS_COLOR_TEXT });
}

/* Points */

static void
draw_here (const SoulsMapPicture *self)
{
  SoulsScene *scene = self->draft->scene;
  double ring = 2.0 * self->area.unit;

  souls_scene_add_dot (scene, self->here, self->dot + ring, (SoulsStyle) { .fill = SOULS_COLOR_PAPER });
  souls_scene_add_dot (scene, self->here, self->dot,
                       (SoulsStyle) { .fill = SOULS_COLOR_STORES, .stroke = SOULS_COLOR_TEXT,
                                      .line_width = ring });
}

static void
draw_baseline (const SoulsMapPicture *self)
{
  SoulsScene *scene = self->draft->scene;
  double distance = hypot (self->from.x - self->here.x, self->from.y - self->here.y);
  const SoulsStyle ghost = { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE };
  SoulsPoint way[2] = { self->from, self->here };

  if (distance < 1.0)
    return;
  if (distance > 2.0 * self->dot)
    {
      way[0].x += (self->here.x - self->from.x) * self->dot / distance;
      way[0].y += (self->here.y - self->from.y) * self->dot / distance;
      souls_scene_add_line (scene, way, 2, ghost);
    }
  souls_scene_add_dot (scene, self->from, self->dot, ghost);
}

/* Targets */

static void
add_place (const SoulsMapPicture *self,
           SoulsBox               box,
           guint                  key,
           const char            *name,
           const SoulsDrivers    *drivers,
           double                 value,
           gboolean               is_baseline)
{
  g_autofree char *place = say_place (self, drivers);
  g_autofree char *amount = souls_words_money_full (self->words, value);
  g_autofree char *kind =
    souls_fill (self->words, is_baseline ? baseline_pattern : projected_pattern, amount, NULL);
  g_autofree char *there = souls_fill (self->words, there_pattern, place, kind, NULL);

  souls_draft_add_target (self->draft, box, key, name ? name : place, name ? there : kind,
                          SOULS_METRIC_WITHOUT_AWS, self->ground.year);
}

static void
add_cells (const SoulsMapPicture *self)
{
  SoulsDrivers drivers = self->ground.drivers;

  for (int j = 0; j < SOULS_GROUND_CELLS_Y; j++)
    for (int i = 0; i < SOULS_GROUND_CELLS_X; i++)
      {
        const int at[2] = { i * SOULS_GROUND_STEPS + SOULS_GROUND_STEPS / 2,
                            j * SOULS_GROUND_STEPS + SOULS_GROUND_STEPS / 2 };

        for (int k = 0; k < 2; k++)
          drivers.target[souls_map_picture_driver (self, k)] = souls_map_axis_at (&self->ground.axis[k], at[k]);
        add_place (self, souls_map_picture_cell (self, i, j),
                   KEY_CELL + (guint) (j * SOULS_GROUND_CELLS_X + i), NULL, &drivers,
                   souls_map_picture_cell_value (self, i, j), FALSE);
      }
}

static SoulsBox
get_dot_box (const SoulsMapPicture *self,
             SoulsPoint             place)
{
  return (SoulsBox) { place.x - self->dot, place.y - self->dot, 2.0 * self->dot, 2.0 * self->dot };
}

/* The points come last: they lie on the cells. */
static void
add_targets (const SoulsMapPicture *self)
{
  const SoulsChartInput *input = self->draft->input;
  SoulsDrivers drivers;

  add_cells (self);
  souls_drivers_reset (&drivers, input->calibration);
  if (input->moved)
    add_place (self, get_dot_box (self, self->from), KEY_BASELINE,
               souls_words_say (self->words, baseline_name), &drivers,
               souls_draft_value (self->draft, SOULS_ORIGIN_BASELINE, SOULS_METRIC_WITHOUT_AWS,
                                  self->ground.year),
               TRUE);
  add_place (self, get_dot_box (self, self->here), KEY_HERE,
             souls_words_say (self->words, here_name), &self->ground.drivers, self->ground.here,
             FALSE);
}

/* The point, over the whole ranges of its two sliders. */
static void
add_handle (const SoulsMapPicture *self)
{
  const SoulsBox *plot = &self->area.frame.plot;
  const SoulsMapAxis *axis = self->ground.axis;
  const SoulsHandle handle = {
    .box = get_dot_box (self, self->here),
    .key = KEY_HERE,
    .metric = (int) SOULS_NO_METRIC,
    .x = { plot->x, axis[0].low, souls_box_right (*plot), axis[0].high },
    .y = { souls_box_bottom (*plot), axis[1].low, plot->y, axis[1].high },
  };

  souls_scene_add_handle (self->draft->scene, &handle);
}

void
souls_break_even_map_layout (SoulsDraft *draft)
{
  SoulsMapPicture self = { .draft = draft, .words = draft->input->words };
  SoulsDrivers baseline;

  souls_ground_survey (&self.ground, draft->input);
  open_area (&self);
  choose_range (&self);
  reserve_axes (&self);
  self.dot = MIN (DOT_RADIUS * self.area.unit, self.area.frame.plot.height / 16.0);
  self.here = find_place (&self, &self.ground.drivers);
  souls_drivers_reset (&baseline, draft->input->calibration);
  self.from = find_place (&self, &baseline);

  draw_ground (&self);
  draw_ghost_line (&self);
  draw_break_even (&self);
  if (draft->input->moved)
    draw_baseline (&self);
  draw_here (&self);
  souls_map_picture_add_labels (&self);
  for (int i = 0; i < 2; i++)
    {
      draw_ticks (&self, i);
      draw_axis_name (&self, i);
    }
  add_targets (&self);
  add_handle (&self);
}
