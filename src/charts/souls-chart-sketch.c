/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-sketch-private.h"

#include <math.h>
#include <stdlib.h>

/* A hand tells so many places of the axis apart, a key so many. */
#define HAND_STEPS 200.0
#define KEY_STEPS 50.0

/* Translators: for who does not see the picture: a sentence about what is drawn, then two ends of an axis. */
static const char *const axis_description = N_("%1$s The axis goes from %2$s to %3$s.");
/* Translators: two whole sentences, one after the other. */
static const char *const two_sentences = N_("%1$s %2$s");

/**
 * souls_sketch_metric_color:
 *
 * Returns: the colour of the soul that @metric belongs to
 */
SoulsColor
souls_sketch_metric_color (SoulsMetric metric)
{
  switch ((int) metric)
    {
    case SOULS_METRIC_SALES_AWS:
    case SOULS_METRIC_INCOME_AWS:
    case SOULS_METRIC_MARGIN_AWS:
    case SOULS_METRIC_AWS_SHARE_OF_SALES:
    case SOULS_METRIC_AWS_SHARE_OF_PROFIT:
      return SOULS_COLOR_AWS;
    case SOULS_METRIC_SALES_TOTAL:
    case SOULS_METRIC_INCOME_TOTAL:
    case SOULS_METRIC_MARGIN_TOTAL:
    case SOULS_METRIC_FREE_CASH_FLOW:
    case SOULS_METRIC_FLOAT:
    case SOULS_METRIC_CASH_CYCLE:
      return SOULS_COLOR_COMPANY;
    case SOULS_METRIC_SALES_ADVERTISING:
    case SOULS_METRIC_PROFIT_ADVERTISING:
      return SOULS_COLOR_ADVERTISING;
    case SOULS_METRIC_SALES_SUBSCRIPTION:
    case SOULS_METRIC_PROFIT_SUBSCRIPTION:
      return SOULS_COLOR_PRIME;
    default:
      return SOULS_COLOR_STORES;
    }
}

/* The largest of 1, 2 and 5 × 10ⁿ that is not above @value. */
static double
round_down (double value)
{
  static const double steps[] = { 5.0, 2.0, 1.0 };
  const double power = value > 0.0 ? pow (10.0, floor (log10 (value) + 1e-9)) : 0.0;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power <= value * (1.0 + 1e-9))
      return steps[i] * power;
  return power;
}

/**
 * souls_sketch_snap_step:
 * @low: one end of an axis
 * @high: the other
 *
 * Returns: the round number that a value drawn by hand is a multiple of
 */
double
souls_sketch_snap_step (double low,
                        double high)
{
  return round_down (fabs (high - low) / HAND_STEPS);
}

/**
 * souls_sketch_key_step:
 * @low: one end of an axis
 * @high: the other
 *
 * Returns: the round number by which an arrow key moves a value
 */
double
souls_sketch_key_step (double low,
                       double high)
{
  return round_down (fabs (high - low) / KEY_STEPS);
}

/* A value of the unit shown, in the model's. */
double
souls_sketch_inside (const SoulsSketching *self,
                     double                shown)
{
  return souls_quantity_from_shown (&self->in->like, shown).value;
}

/* (transfer full): a value of the unit shown, in words */
char *
souls_sketch_say (const SoulsSketching *self,
                  double                shown)
{
  const SoulsQuantity quantity = souls_quantity_from_shown (&self->in->like, shown);

  return souls_quantity_say (&quantity, self->in->words);
}

/* (transfer full) */
char *
souls_sketch_count (const SoulsSketching *self,
                    int                   n)
{
  return souls_words_number (self->in->words, n, 0);
}

/* Both are taken, @second may be %NULL. (transfer full) */
char *
souls_sketch_join (const SoulsSketching *self,
                   char                 *first,
                   char                 *second)
{
  char *both;

  if (second == NULL)
    return first;
  both = souls_fill (self->in->words, two_sentences, first, second, NULL);
  g_free (first);
  g_free (second);
  return both;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Between two neighbours in proportion. */
static double
get_quantile (const double *sorted,
              int           n,
              double        part)
{
  const double place = part * (n - 1);
  const int below = (int) floor (place);

  return sorted[below] + (place - below) * (sorted[MIN (below + 1, n - 1)] - sorted[below]);
}

/* Sorts the values; there is at least one. */
SoulsSketchSpread
souls_sketch_spread (double *values,
                     int     n)
{
  qsort (values, (size_t) n, sizeof *values, compare_doubles);
  return (SoulsSketchSpread) { get_quantile (values, n, 0.25), get_quantile (values, n, 0.5),
                               get_quantile (values, n, 0.75) };
}

static SoulsUnit
get_driver_unit (const SoulsQuantity *like)
{
  return souls_driver_info (like->driver)->unit;
}

static gboolean
is_money (const SoulsQuantity *like)
{
  return like->unit == SOULS_QUANTITY_MONEY ||
         (like->unit == SOULS_QUANTITY_DRIVER && get_driver_unit (like) == SOULS_UNIT_MONEY);
}

/* Shown in hundredths. */
static gboolean
is_percent (const SoulsQuantity *like)
{
  const SoulsQuantity one = { .value = 1.0, .unit = like->unit, .driver = like->driver };

  return souls_quantity_to_shown (&one) == 100.0;
}

static int
count_digits (double step)
{
  int digits = 0;

  for (; digits < 4 && fabs (step - round (step)) > 1e-6 * step; digits++)
    step *= 10.0;
  return digits;
}

/* A #SoulsFormatFunc: the highest tick bears the unit, the others are bare numbers. @data: the #SoulsSketching. */
char *
souls_sketch_say_tick (double   value,
                       double   step,
                       gpointer data)
{
  SoulsSketching *self = data;
  const SoulsQuantity *like = &self->in->like;
  const SoulsTicks *ticks = &self->area.frame.ticks;
  SoulsQuantity quantity = *like;

  if (is_money (like) || is_percent (like))
    {
      self->area.axis = is_money (like) ? SOULS_AXIS_MONEY : SOULS_AXIS_PERCENT;
      /* Where no tick lies above zero, the lowest bears the unit. */
      if (is_money (like) && value == ticks->value[0] && value < 0.0 && ticks->value[ticks->n - 1] <= 0.0)
        return souls_words_money (self->in->words, value);
      return souls_area_say_tick (&self->area, value);
    }
  quantity.value = value;
  quantity.is_range = FALSE;
  quantity.with_sign = FALSE;
  if (like->unit == SOULS_QUANTITY_YEAR || like->unit == SOULS_QUANTITY_DOLLARS ||
      (like->unit != SOULS_QUANTITY_TIMES && value == ticks->value[ticks->n - 1] && step >= 1.0))
    return souls_quantity_say (&quantity, self->in->words);
  return souls_words_number (self->in->words, value, count_digits (step));
}

static SoulsRange
get_domain (const SoulsSketching *self)
{
  const SoulsSketch *in = self->in;
  SoulsRange domain = { souls_sketch_inside (self, MIN (in->low, in->high)),
                        souls_sketch_inside (self, MAX (in->low, in->high)) };
  const int n = in->kind == SOULS_SKETCH_LINE ? in->to - in->from + 1 : 1;

  /* What is so may lie where nobody was expected to draw. */
  for (int i = 0; in->truth != NULL && i < n; i++)
    if (isfinite (in->truth[i]) &&
        (in->progress > 0.0 || (in->kind == SOULS_SKETCH_LINE && in->from + i <= in->shown)))
      domain = souls_range_include (domain, souls_sketch_inside (self, in->truth[i]));
  if (!(domain.min < domain.max))
    domain.max = domain.min + 1.0;
  return domain;
}

/* Sets the words, and makes the inside of the chart. */
void
souls_sketch_open (SoulsSketching *self,
                   const char     *finding,
                   const char     *subtitle,
                   gboolean        with_axis)
{
  g_autofree char *low = souls_sketch_say (self, self->in->low);
  g_autofree char *high = souls_sketch_say (self, self->in->high);
  g_autofree char *spoken = with_axis ? souls_fill (self->in->words, axis_description, finding, low, high, NULL)
                                      : g_strdup (finding);

  souls_area_open (&self->area, &self->draft, finding, subtitle, spoken);
}

/* The text that suits the width; a flat picture's text is as small as its height asks. */
static double
choose_base_size (const SoulsChartFrame *frame)
{
  if (frame->base_size > 0.0)
    return frame->base_size;
  return souls_scene_suitable_base_size (MIN (frame->width, frame->height * 1.8));
}

/**
 * souls_sketch_layout:
 * @sketch: what to show
 * @frame: size and text size; its range is not read: the axis is the sketch's
 * @scene: is reset and filled
 *
 * Lays a prediction out. The scene's handles are the years that may be drawn: key and year are the fiscal year, y goes
 * between px and the value in the unit shown.
 */
void
souls_sketch_layout (const SoulsSketch     *sketch,
                     const SoulsChartFrame *frame,
                     SoulsScene            *scene)
{
  const SoulsChartInput input = { .words = sketch->words };
  SoulsSketching self = { .in = sketch, .draft = { &input, frame, scene } };

  souls_scene_reset (scene, frame->width, frame->height, choose_base_size (frame));
  souls_scene_set_words (scene, sketch->words);
  self.domain = get_domain (&self);
  souls_scene_set_range (scene, self.domain);
  switch (sketch->kind)
    {
    case SOULS_SKETCH_LINE:
      souls_sketch_lay_out_line (&self);
      break;
    case SOULS_SKETCH_NUMBERS:
      souls_sketch_lay_out_numbers (&self);
      break;
    case SOULS_SKETCH_OPTIONS:
    default:
      souls_sketch_lay_out_options (&self);
      break;
    }
  if (sketch->words->rtl)
    souls_scene_mirror (scene);
}
