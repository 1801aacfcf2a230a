/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-expression-private.h"

#include <math.h>

#include "souls-chart-private.h"

#define PER_CENT 100.0

/* The number of a metric, or why there is none; @word: the year's place among the words. */
static gboolean
get_value (SoulsExpressionReader *reader,
           SoulsOrigin            origin,
           SoulsMetric            metric,
           int                    year,
           int                    word,
           double                *value,
           GError               **error)
{
  const SoulsChartInput *input = reader->context->input;
  const SoulsDraft draft = { .input = input };
  const int first = souls_input_first_year (input);
  const int last = input->results->base_year + input->results->horizon;

  if (year < first || year > last)
    return SOULS_COMPLAIN (word, VALUE, "expected a fiscal year from %d to %d, found %d", first, last, year);
  *value = souls_draft_value (&draft, origin, metric, year);
  return isfinite (*value) ||
         SOULS_COMPLAIN (word, VALUE, "“%s” has no value in fiscal %d", souls_metric_info (metric)->id, year);
}

/* The two values of METRIC YEAR YEAR. */
static gboolean
get_pair (SoulsExpressionReader           *reader,
          const SoulsExpressionArguments  *arguments,
          double                           values[2],
          GError                         **error)
{
  if (arguments->year[0] >= arguments->year[1])
    return SOULS_COMPLAIN (arguments->index[2], VALUE, "expected a fiscal year after %d, found %d", arguments->year[0],
                     arguments->year[1]);
  for (int i = 0; i < 2; i++)
    if (!get_value (reader, SOULS_ORIGIN_SCENARIO, arguments->metric[0], arguments->year[i], arguments->index[i + 1],
                    &values[i], error))
      return FALSE;
  return TRUE;
}

SoulsQuantity
souls_expression_metric (SoulsMetric metric,
             double      value)
{
  switch (souls_metric_info (metric)->unit)
    {
    case SOULS_UNIT_MONEY:
      return souls_quantity_new (SOULS_QUANTITY_MONEY, value);
    case SOULS_UNIT_DAYS:
      return souls_quantity_new (SOULS_QUANTITY_DAYS, value);
    default:
      return souls_quantity_new (SOULS_QUANTITY_PERCENT, value);
    }
}

/* A difference of two quantities of @like's unit. */
SoulsQuantity
souls_expression_change (SoulsQuantity like,
             double        change)
{
  like.value = change;
  like.with_sign = TRUE;
  if (like.unit == SOULS_QUANTITY_PERCENT)
    like.unit = SOULS_QUANTITY_POINTS;
  return like;
}

gboolean
souls_expression_growth (SoulsExpressionReader *reader,
             int                    word,
             const double           values[2],
             SoulsQuantity         *out,
             GError               **error)
{
  if (values[0] <= 0.0)
    return SOULS_COMPLAIN (word, VALUE, "the first value is not above zero: nothing can grow from it in percent");
  *out = souls_quantity_new (SOULS_QUANTITY_PERCENT, values[1] / values[0] - 1.0);
  out->with_sign = TRUE;
  return TRUE;
}

gboolean
souls_form_metric (SoulsExpressionReader           *reader,
                   const SoulsExpressionArguments  *arguments,
                   SoulsQuantity                   *out,
                   GError                         **error)
{
  double value = 0.0;

  if (!get_value (reader, SOULS_ORIGIN_SCENARIO, arguments->metric[0], arguments->year[0], arguments->index[1], &value, error))
    return FALSE;
  *out = souls_expression_metric (arguments->metric[0], value);
  return TRUE;
}

gboolean
souls_form_abs (SoulsExpressionReader           *reader,
                const SoulsExpressionArguments  *arguments,
                SoulsQuantity                   *out,
                GError                         **error)
{
  if (!souls_expression_read (reader, out, error))
    return FALSE;
  if (out->is_range || out->unit == SOULS_QUANTITY_YEAR)
    return SOULS_COMPLAIN (arguments->index[0], FORM, "expected a number that has a sign after “abs”");
  out->value = fabs (out->value);
  out->with_sign = FALSE;
  return TRUE;
}

gboolean
souls_form_change (SoulsExpressionReader           *reader,
                   const SoulsExpressionArguments  *arguments,
                   SoulsQuantity                   *out,
                   GError                         **error)
{
  double values[2];

  if (!get_pair (reader, arguments, values, error))
    return FALSE;
  *out = souls_expression_change (souls_expression_metric (arguments->metric[0], 0.0), values[1] - values[0]);
  return TRUE;
}

gboolean
souls_form_growth (SoulsExpressionReader           *reader,
                   const SoulsExpressionArguments  *arguments,
                   SoulsQuantity                   *out,
                   GError                         **error)
{
  double values[2];

  return get_pair (reader, arguments, values, error) &&
         souls_expression_growth (reader, arguments->index[1], values, out, error);
}

gboolean
souls_form_times (SoulsExpressionReader           *reader,
                  const SoulsExpressionArguments  *arguments,
                  SoulsQuantity                   *out,
                  GError                         **error)
{
  double values[2];

  if (!get_pair (reader, arguments, values, error))
    return FALSE;
  if (values[0] <= 0.0)
    return SOULS_COMPLAIN (arguments->index[1], VALUE, "the first value is not above zero: nothing is a multiple of it");
  *out = souls_quantity_new (SOULS_QUANTITY_TIMES, values[1] / values[0]);
  return TRUE;
}

/* The first of two metrics as a part of the second. */
static gboolean
divide (SoulsExpressionReader           *reader,
        const SoulsExpressionArguments  *arguments,
        double                          *part,
        GError                         **error)
{
  const SoulsMetricInfo *infos[2] = { souls_metric_info (arguments->metric[0]), souls_metric_info (arguments->metric[1]) };
  double values[2];

  if (infos[0]->unit != infos[1]->unit)
    return SOULS_COMPLAIN (arguments->index[1], FORM, "expected a metric of the same unit as “%s”, found “%s”", infos[0]->id,
                     infos[1]->id);
  for (int i = 0; i < 2; i++)
    if (!get_value (reader, SOULS_ORIGIN_SCENARIO, arguments->metric[i], arguments->year[0], arguments->index[2], &values[i],
                    error))
      return FALSE;
  if (values[1] <= 0.0)
    return SOULS_COMPLAIN (arguments->index[1], VALUE, "“%s” is not above zero in fiscal %d: nothing is a part of it", infos[1]->id,
                     arguments->year[0]);
  *part = values[0] / values[1];
  return TRUE;
}

gboolean
souls_form_ratio (SoulsExpressionReader           *reader,
                  const SoulsExpressionArguments  *arguments,
                  SoulsQuantity                   *out,
                  GError                         **error)
{
  *out = souls_quantity_new (SOULS_QUANTITY_PERCENT, NAN);
  return divide (reader, arguments, &out->value, error);
}

gboolean
souls_form_per_100 (SoulsExpressionReader           *reader,
                    const SoulsExpressionArguments  *arguments,
                    SoulsQuantity                   *out,
                    GError                         **error)
{
  *out = souls_quantity_new (SOULS_QUANTITY_DOLLARS, NAN);
  if (souls_metric_info (arguments->metric[0])->unit != SOULS_UNIT_MONEY)
    return SOULS_COMPLAIN (arguments->index[0], FORM, "expected a metric in US$ million, found “%s”",
                     souls_metric_info (arguments->metric[0])->id);
  if (!divide (reader, arguments, &out->value, error))
    return FALSE;
  out->value *= PER_CENT;
  return TRUE;
}

/*
 * Span:
 *
 * What is to be said of a metric over years.
 */
typedef struct
{
  double least;
  double greatest;
  double mean;
  int least_year;
  int greatest_year;
  int n_below;
  int n_above;
} Span;

static gboolean
measure_span (SoulsExpressionReader           *reader,
              const SoulsExpressionArguments  *arguments,
              Span                            *span,
              GError                         **error)
{
  const int first = arguments->year[0], last = arguments->year[1];
  double value = 0.0;

  *span = (Span) { .least = INFINITY, .greatest = -INFINITY };
  if (first > last)
    return SOULS_COMPLAIN (arguments->index[2], VALUE, "expected a fiscal year from %d on, found %d", first, last);
  for (int year = first; year <= last; year++)
    {
      if (!get_value (reader, SOULS_ORIGIN_SCENARIO, arguments->metric[0], year,
                      arguments->index[year == first ? 1 : 2], &value, error))
        return FALSE;
      if (value < span->least)
        {
          span->least = value;
          span->least_year = year;
        }
      if (value > span->greatest)
        {
          span->greatest = value;
          span->greatest_year = year;
        }
      span->mean += value / (last - first + 1);
      span->n_below += value < 0.0;
      span->n_above += value > 0.0;
    }
  return TRUE;
}

/* The forms over years differ in what they take of the span. */
#define SPAN_FORM(name, quantity)                       \
  gboolean                                              \
  souls_form_##name (SoulsExpressionReader *reader,     \
                  const SoulsExpressionArguments       *arguments,     \
                  SoulsQuantity         *out,           \
                  GError               **error)         \
  {                                                     \
    Span span;                                          \
                                                        \
    if (!measure_span (reader, arguments, &span, error)) \
      return FALSE;                                     \
    *out = (quantity);                                  \
    return TRUE;                                        \
  }

SPAN_FORM (least, souls_expression_metric (arguments->metric[0], span.least))
SPAN_FORM (greatest, souls_expression_metric (arguments->metric[0], span.greatest))
SPAN_FORM (mean, souls_expression_metric (arguments->metric[0], span.mean))
SPAN_FORM (least_year, souls_quantity_new (SOULS_QUANTITY_YEAR, span.least_year))
SPAN_FORM (greatest_year, souls_quantity_new (SOULS_QUANTITY_YEAR, span.greatest_year))
SPAN_FORM (count_below, souls_quantity_new (SOULS_QUANTITY_COUNT, span.n_below))
SPAN_FORM (count_above, souls_quantity_new (SOULS_QUANTITY_COUNT, span.n_above))

gboolean
souls_form_baseline (SoulsExpressionReader           *reader,
                     const SoulsExpressionArguments  *arguments,
                     SoulsQuantity                   *out,
                     GError                         **error)
{
  double value = 0.0;

  if (!get_value (reader, SOULS_ORIGIN_BASELINE, arguments->metric[0], arguments->year[0], arguments->index[1], &value, error))
    return FALSE;
  *out = souls_expression_metric (arguments->metric[0], value);
  return TRUE;
}

gboolean
souls_form_effect (SoulsExpressionReader           *reader,
                   const SoulsExpressionArguments  *arguments,
                   SoulsQuantity                   *out,
                   GError                         **error)
{
  static const SoulsOrigin origins[2] = { SOULS_ORIGIN_BASELINE, SOULS_ORIGIN_SCENARIO };
  double values[2];

  for (int i = 0; i < 2; i++)
    if (!get_value (reader, origins[i], arguments->metric[0], arguments->year[0], arguments->index[1], &values[i], error))
      return FALSE;
  *out = souls_expression_change (souls_expression_metric (arguments->metric[0], 0.0), values[1] - values[0]);
  return TRUE;
}
