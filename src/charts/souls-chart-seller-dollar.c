/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-references.h"
#include "souls-terms.h"

#include <math.h>

/* Beyond this there are hardly any sellers left to buy all the advertising: a tower would show
 * nothing. */
#define MOST_ADVERTISING 5.0

enum
{
  PART_KEPT,
  PART_ADVERTISING,
  PART_FBA_FEE,
  PART_REFERRAL,
  N_PARTS
};

/*
 * Piece:
 * @name: marked for translation
 * @metric: whose formula explains it
 *
 * A part of the sale, from zero upwards: what is kept stands on the common foot, the FBA fee pushes
 * from below the fee that both pay.
 */
typedef struct
{
  const char *name;
  SoulsColor color;
  SoulsMetric metric;
} Piece;

static const Piece pieces[N_PARTS] = {
  [PART_KEPT] = { N_("Seller keeps"), SOULS_COLOR_OTHER, SOULS_METRIC_SELLER_KEEPS },
  [PART_ADVERTISING] = { N_("Advertising"), SOULS_COLOR_ADVERTISING,
                         SOULS_METRIC_SALES_ADVERTISING },
  [PART_FBA_FEE] = { N_("FBA fee"), SOULS_COLOR_FIRST_PARTY, SOULS_METRIC_TAKE_RATE },
  [PART_REFERRAL] = { N_("Referral fee"), SOULS_COLOR_SELLERS, SOULS_METRIC_TAKE_RATE },
};

enum
{
  ROUTE_SELLER,
  ROUTE_FBA,
  N_ROUTES
};

static const char *const route_names[N_ROUTES] = {
  [ROUTE_SELLER] = N_("Seller-fulfilled"),
  [ROUTE_FBA] = N_("Fulfilled by Amazon"),
};

typedef enum
{
  CASE_BOTH_KEEP,
  CASE_FBA_LOSES,
  CASE_BOTH_LOSE,
  N_CASES
} Case;

/* Translators: %1$s is a fiscal year, %2$s what is left of 100 dollars of sales to sellers who ship
 * themselves, %3$s to those who use Fulfillment by Amazon (FBA), both without a sign. */
static const char *const findings[2][N_CASES] = {
  {
    [CASE_BOTH_KEEP] = N_(
      "Of $100 sold in fiscal %1$s, sellers kept %2$s shipping themselves and %3$s with FBA, before their own costs."),
    [CASE_FBA_LOSES] = N_(
      "Of $100 sold in fiscal %1$s, sellers kept %2$s shipping themselves; with FBA, fees took %3$s more than the sale."),
    [CASE_BOTH_LOSE] = N_(
      "For $100 sold in fiscal %1$s, fees took more than the sale: %2$s more shipping themselves, %3$s more with FBA."),
  },
  {
    [CASE_BOTH_KEEP] = N_(
      "Of $100 sold in fiscal %1$s, sellers would keep %2$s shipping themselves and %3$s with FBA, before their own costs."),
    [CASE_FBA_LOSES] = N_(
      "Of $100 sold in fiscal %1$s, sellers would keep %2$s shipping themselves; with FBA, fees would take %3$s more than the sale."),
    [CASE_BOTH_LOSE] = N_(
      "For $100 sold in fiscal %1$s, fees would take more than the sale: %2$s more shipping themselves, %3$s more with FBA."),
  },
};

/* Translators: for who does not see the chart: %1$s is a fiscal year, then parts of 100 dollars. */
static const char *const description = N_(
  "Of $100 of sales in fiscal %1$s, averages over all sellers: referral fee %2$s and advertising %3$s; seller-fulfilled, %4$s is left; fulfilled by Amazon, another %5$s is the FBA fee and %6$s is left.");
static const char *const measure = N_(
  "Where $100 of sales go, fiscal %1$s · averages, with all advertising counted as sellers’ · %2$s");
/* Translators: the signs of the two kinds of number and what they mean. */
static const char *const key_pattern = N_("%1$s estimated, %2$s assumed");
static const char *const no_result = N_("There is no result for fiscal %1$s.");
static const char *const no_sales =
  N_("Sellers would sell next to nothing in fiscal %1$s: there is no sale to divide.");
/* Translators: what a mark of the chart is: a part of the sale and who ships. */
static const char *const part_name = N_("%1$s, %2$s");
/* Translators: some dollars of a hundred; %1$s is a number such as 12. */
static const char *const dollars[2] = { N_("$%1$s"), N_("−$%1$s") };
/* Translators: %1$s is an amount such as $12.05. */
static const char *const full_pattern = N_("%1$s of $100");
/* Translators: what Amazon gets of 100 dollars; %1$s is an amount such as $24. */
static const char *const amazon_pattern = N_("Amazon: %1$s");
/* Translators: what kind of number it is, after the number. */
static const char *const kind_patterns[SOULS_N_KINDS] = { N_("%1$s, reported"),
                                                          N_("%1$s, estimated"),
                                                          N_("%1$s, assumed") };
static const char *const projected_pattern = N_("%1$s, projected");
static const char *const baseline_pattern = N_("%1$s, projected, baseline");

/* What all fees and advertising take of a typical FBA seller's sale, at least: an estimate of its time,
 * which stays the same whatever year is shown. */
#define TYPICAL_TAKE 0.5

/* Its label takes about two lines at this width. */
#define TYPICAL_EMS 13.0

/* Translators: at a bracket beside the average sale; %1$s is a share such as 50 %. Marketplace Pulse is
 * who says so; ◐ is the sign of an estimated number. The spaces before %1$s and ◐ are no-break ones
 * (U+00A0). */
static const char *const typical_label =
  N_("typical FBA seller: over %1$s (Marketplace Pulse, 2023) ◐");
static const char *const typical_name = N_("Typical FBA seller, fees and advertising");
/* Translators: %1$s is a share such as 50 %. */
static const char *const typical_value = N_(
  "over %1$s of sales, estimated (Juozas Kaziukenas, Marketplace Pulse, February 2023; the US Federal Trade Commission alleged close to one of every two dollars in September 2023)");
/* Translators: a sentence added to the description of the averages; %1$s is a share such as 50 %. */
static const char *const typical_description = N_(
  "A typical FBA seller who advertises pays over %1$s, as Marketplace Pulse estimated in 2023.");
/* Translators: two sentences, one after the other. */
static const char *const sentences_pattern = N_("%1$s %2$s");

#define KEY(route, part) ((guint) (route) * N_PARTS + (guint) (part) + 1u)
#define KEY_GHOST 20
#define KEY_REFERENCE 40
#define KEY_TYPICAL 30
#define KEY_NO_SALES 31

/*
 * Sale:
 * @part: fractions of the sale; together 1
 *
 * A sale by one route.
 */
typedef struct
{
  double part[N_PARTS];
} Sale;

/*
 * Picture:
 * @whole: the parts as written: whole dollars that add up to 100
 * @ghost: what is kept at baseline, a fraction; NAN for none
 */
typedef struct
{
  SoulsDraft *draft;
  SoulsArea area;
  Sale sale[N_ROUTES];
  double whole[N_ROUTES][N_PARTS];
  double ghost[N_ROUTES];
  SoulsKind kind[N_PARTS];
  double x[N_ROUTES];
  double width;
  double label_width;
} Picture;

static Sale
compute_sale (const SoulsDraft *draft,
              SoulsOrigin       origin,
              int               route)
{
  int year = draft->input->year;
  double sold = souls_draft_value (draft, origin, SOULS_METRIC_GMV_THIRD_PARTY, year);
  double advertising = souls_draft_value (draft, origin, SOULS_METRIC_SALES_ADVERTISING, year);
  double fee = souls_draft_driver (draft, origin, SOULS_DRIVER_FBA_FEE, year);
  Sale self;

  self.part[PART_REFERRAL] = souls_draft_driver (draft, origin, SOULS_DRIVER_REFERRAL_RATE, year);
  self.part[PART_FBA_FEE] = route == ROUTE_FBA ? fee : 0.0;
  self.part[PART_ADVERTISING] = sold > 0.0 ? advertising / sold : NAN;
  self.part[PART_KEPT] = 1.0 - self.part[PART_REFERRAL] - self.part[PART_FBA_FEE] -
                         self.part[PART_ADVERTISING];
  return self;
}

static gboolean
is_drawable (const Sale *self)
{
  return isfinite (self->part[PART_KEPT]) && self->part[PART_ADVERTISING] <= MOST_ADVERTISING;
}

/* Fees pile up on what is kept; where nothing is, they start at zero and what is lost hangs
 * below. */
static SoulsRange
get_span (const Sale *self,
          int         part)
{
  double from = 0.0;

  if (part != PART_KEPT)
    from = MAX (self->part[PART_KEPT], 0.0);
  for (int i = PART_ADVERTISING; i < part; i++)
    from += self->part[i];
  return (SoulsRange) { from, from + self->part[part] };
}

/* The calibration that the year's values are, or come, from. */
static const SoulsCalibration *
find_calibration (const SoulsChartInput *input)
{
  int i = input->year - input->history->first_year;

  return !souls_input_is_projected (input, input->year) && i >= 0 && i < input->history->n_years
           ? &input->calibrations[i] : input->calibration;
}

static void
find_kinds (const SoulsChartInput *input,
            SoulsKind              kind[N_PARTS])
{
  const SoulsTermContext context = { .calibration = find_calibration (input),
                                     .settings = input->settings,
                                     .drivers = input->drivers,
                                     .results = input->results };

  kind[PART_REFERRAL] =
    souls_term_kind (&context, (SoulsTerm) { SOULS_TERM_BELIEF, SOULS_BELIEF_REFERRAL_RATE }, 0);
  kind[PART_FBA_FEE] =
    souls_term_kind (&context, (SoulsTerm) { SOULS_TERM_SYMBOL, SOULS_SYMBOL_fba_fee }, 0);
  kind[PART_ADVERTISING] =
    souls_term_kind (&context, (SoulsTerm) { SOULS_TERM_SYMBOL, SOULS_SYMBOL_gmv_third_party }, 0);
  kind[PART_KEPT] = souls_kind_worst (kind[PART_REFERRAL], kind[PART_ADVERTISING]);
}

/* What is kept of an FBA sale hangs on the FBA fee as well. */
static SoulsKind
get_kind (const Picture *self,
          int            route,
          int            part)
{
  return part == PART_KEPT && route == ROUTE_FBA
           ? souls_kind_worst (self->kind[PART_KEPT], self->kind[PART_FBA_FEE]) : self->kind[part];
}

/* (transfer full) */
static char *
say_dollars (const SoulsWords *words,
             double            value,
             int               digits)
{
  g_autofree char *number = souls_words_number (words, fabs (value), digits);

  return souls_fill (words, dollars[value < 0.0 ? 1 : 0], number, NULL);
}

/* The full figure and its kind. (transfer full) */
static char *
say_full (const Picture *self,
          SoulsOrigin    origin,
          double         part,
          SoulsKind      kind)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *amount = say_dollars (input->words, part * 100.0, 2);
  g_autofree char *full = souls_fill (input->words, full_pattern, amount, NULL);
  const char *pattern = kind_patterns[kind];

  if (souls_input_is_projected (input, input->year))
    pattern = origin == SOULS_ORIGIN_BASELINE ? baseline_pattern : projected_pattern;
  return souls_fill (input->words, pattern, full, NULL);
}

static char *
say_finding (const Picture *self,
             gboolean       drawable)
{
  const SoulsChartInput *input = self->draft->input;
  int projected = souls_input_is_projected (input, input->year) ? 1 : 0;
  double seller = self->whole[ROUTE_SELLER][PART_KEPT];
  double fba = self->whole[ROUTE_FBA][PART_KEPT];
  Case what = fba >= 0.0 ? CASE_BOTH_KEEP : seller >= 0.0 ? CASE_FBA_LOSES : CASE_BOTH_LOSE;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *seller_text = NULL;
  g_autofree char *fba_text = NULL;

  if (!drawable)
    {
      double sold = souls_chart_input_value (input, SOULS_METRIC_GMV_THIRD_PARTY, input->year);

      return souls_fill (input->words, projected && !isnan (sold) ? no_sales : no_result, year,
                         NULL);
    }
  seller_text =
    say_dollars (input->words, what == CASE_BOTH_LOSE ? fabs (seller) : seller, 0);
  fba_text = say_dollars (input->words, fabs (fba), 0);
  return souls_fill (input->words, findings[projected][what], year, seller_text, fba_text, NULL);
}

static char *
say_description (const Picture *self)
{
  const SoulsWords *words = self->draft->input->words;
  const double *fba = self->whole[ROUTE_FBA];
  g_autofree char *year = souls_year_text (self->draft->input->year);
  g_autofree char *referral = say_dollars (words, fba[PART_REFERRAL], 0);
  g_autofree char *advertising = say_dollars (words, fba[PART_ADVERTISING], 0);
  g_autofree char *seller = say_dollars (words, self->whole[ROUTE_SELLER][PART_KEPT], 0);
  g_autofree char *fee = say_dollars (words, fba[PART_FBA_FEE], 0);
  g_autofree char *left = say_dollars (words, fba[PART_KEPT], 0);
  g_autofree char *average =
    souls_fill (words, description, year, referral, advertising, seller, fee, left, NULL);
  g_autofree char *take = souls_words_percent_with (words, TYPICAL_TAKE, 0);
  g_autofree char *typical = souls_fill (words, typical_description, take, NULL);

  return souls_fill (words, sentences_pattern, average, typical, NULL);
}

static void
open_area (Picture  *self,
           gboolean  drawable)
{
  const SoulsChartInput *input = self->draft->input;
  g_autofree char *year = souls_year_text (input->year);
  g_autofree char *key =
    souls_fill (input->words, key_pattern, souls_kind_sign (SOULS_KIND_ESTIMATED),
                souls_kind_sign (SOULS_KIND_ASSUMED), NULL);
  g_autofree char *what = souls_fill (input->words, measure, year, key, NULL);
  g_autofree char *subtitle =
    souls_subtitle (input, what, FALSE, souls_input_is_projected (input, input->year));
  g_autofree char *finding = say_finding (self, drawable);
  g_autofree char *spoken = drawable ? say_description (self) : g_strdup (finding);

  souls_area_open (&self->area, self->draft, finding, subtitle, spoken);
}

static char *
format_tick (double   value,
             double   step,
             gpointer data)
{
  const SoulsArea *area = data;

  return say_dollars (area->words, value * 100.0, step < 0.01 - 1e-9 ? 1 : 0);
}

/* As souls_area_set_values(), in dollars of a hundred. */
static void
set_values (Picture    *self,
            SoulsRange  values)
{
  SoulsFrame *frame = &self->area.frame;
  const SoulsRange *held = self->draft->frame->range;
  SoulsRange range = souls_range_round (values, souls_frame_get_max_ticks (frame));

  souls_scene_set_range (self->draft->scene, range);
  if (held && isfinite (held->min) && isfinite (held->max) && held->min < held->max &&
      MAX (fabs (held->min), fabs (held->max)) <= 20.0)
    range = *held;
  souls_frame_set_values (frame, self->draft->scene, range, format_tick, &self->area);
}

static SoulsRange
get_range (const Picture *self)
{
  SoulsRange range = { 0.0, 1.0 };

  for (int route = 0; route < N_ROUTES; route++)
    {
      const Sale *sale = &self->sale[route];

      range = souls_range_include (range, sale->part[PART_KEPT]);
      range = souls_range_include (range, get_span (sale, PART_REFERRAL).max);
      if (!isnan (self->ghost[route]))
        range = souls_range_include (range, self->ghost[route]);
    }
  return range;
}

/* (transfer full) */
static char *
say_value (const Picture *self,
           int            route,
           int            part)
{
  SoulsKind kind = get_kind (self, route, part);
  g_autofree char *amount = say_dollars (self->area.words, self->whole[route][part], 0);

  return kind == SOULS_KIND_REPORTED ? g_steal_pointer (&amount)
                                     : g_strdup_printf ("%s %s", amount, souls_kind_sign (kind));
}

static SoulsMarkLabel
get_label (const Picture *self,
           int            route,
           int            part,
           const char    *value)
{
  return (SoulsMarkLabel) { souls_words_say (self->area.words, pieces[part].name), value,
                            pieces[part].color, .anchor_x = route == ROUTE_SELLER ? 1.0 : 0.0,
                            .max_width = floor (self->area.frame.body.width * SOULS_LABELS_PART) };
}

static double
measure_labels (const Picture *self)
{
  double width = 0.0;

  for (int part = 0; part < N_PARTS; part++)
    {
      g_autofree char *value = say_value (self, ROUTE_FBA, part);
      SoulsMarkLabel label = get_label (self, ROUTE_FBA, part, value);

      width = MAX (width, souls_draft_label_width (self->draft, &label));
    }
  return width;
}

/* What moves where from one route to the other; the FBA fee comes in as a wedge. */
static void
draw_bands (const Picture *self)
{
  for (int part = 0; part < N_PARTS; part++)
    {
      SoulsRange left = get_span (&self->sale[ROUTE_SELLER], part);
      SoulsRange right = get_span (&self->sale[ROUTE_FBA], part);
      SoulsBox from = souls_area_bar_box (&self->area, 0.0, 0.0, left.min, left.max);
      SoulsBox to = souls_area_bar_box (&self->area, 0.0, 0.0, right.min, right.max);

      souls_scene_add_ribbon (self->draft->scene, self->x[ROUTE_SELLER] + self->width, from.y,
                              souls_box_bottom (from), self->x[ROUTE_FBA], to.y,
                              souls_box_bottom (to),
                              (SoulsStyle) { .fill = pieces[part].color, .opacity = 0.18 });
    }
}

/* What is not reported is pale, with dots along its outer edge, beside the sign: dots all over would
 * be slow to draw and say no more. */
static void
draw_body (const Picture *self,
           int            route,
           int            part,
           gboolean       uncertain)
{
  const SoulsArea *area = &self->area;
  SoulsRange span = get_span (&self->sale[route], part);
  double edge = MIN (4.0 * area->frame.grid, floor (self->width / 2.0));
  double rest = self->width - edge;
  double x = self->x[route];
  gboolean at_left = route == ROUTE_SELLER;

  if (!uncertain || span.max < span.min)
    {
      souls_area_add_bar (area, self->draft, x, self->width, span.min, span.max,
                          (SoulsStyle) { .fill = pieces[part].color },
                          part == PART_REFERRAL || span.max < span.min);
      return;
    }
  souls_area_add_bar (area, self->draft, x, self->width, span.min, span.max,
                      (SoulsStyle) { .fill = SOULS_COLOR_PAPER }, FALSE);
  souls_area_add_bar (area, self->draft, at_left ? x + edge : x, rest, span.min, span.max,
                      (SoulsStyle) { .fill = pieces[part].color, .opacity = 0.6 }, FALSE);
  souls_area_add_bar (area, self->draft, at_left ? x : x + rest, edge, span.min, span.max,
                      (SoulsStyle) { .fill = pieces[part].color, .dotted = TRUE }, FALSE);
}

static void
draw_part (const Picture *self,
           int            route,
           int            part)
{
  const SoulsChartInput *input = self->draft->input;
  const Sale *sale = &self->sale[route];
  SoulsRange span = get_span (sale, part);
  SoulsKind kind = get_kind (self, route, part);
  g_autofree char *value = say_full (self, SOULS_ORIGIN_SCENARIO, sale->part[part], kind);
  g_autofree char *name =
    souls_fill (input->words, part_name, souls_words_say (input->words, pieces[part].name),
                souls_words_say (input->words, route_names[route]), NULL);

  draw_body (self, route, part, kind != SOULS_KIND_REPORTED);
  souls_draft_add_target (
    self->draft, souls_area_bar_box (&self->area, self->x[route], self->width, span.min, span.max),
    KEY (route, part), name, value, pieces[part].metric, input->year);
}

static void
draw_column (const Picture *self,
             int            route)
{
  for (int part = 0; part < N_PARTS; part++)
    if (part != PART_FBA_FEE || route == ROUTE_FBA)
      draw_part (self, route, part);
}

/* Where what is kept would end at baseline. */
static void
draw_seam (const Picture *self,
           int            route)
{
  const SoulsChartInput *input = self->draft->input;
  double wider = self->area.frame.grid / 2.0;
  double y = souls_area_y (&self->area, self->ghost[route]);
  SoulsPoint ends[2] = { { self->x[route] - wider, y },
                         { self->x[route] + self->width + wider, y } };
  g_autofree char *value = NULL;
  g_autofree char *name = NULL;

  if (isnan (self->ghost[route]))
    return;
  value = say_full (self, SOULS_ORIGIN_BASELINE, self->ghost[route],
                    get_kind (self, route, PART_KEPT));
  name = souls_fill (input->words, part_name,
                     souls_words_say (input->words, pieces[PART_KEPT].name),
                     souls_words_say (input->words, route_names[route]), NULL);
  souls_scene_add_line (self->draft->scene, ends, 2,
                        (SoulsStyle) { .stroke = SOULS_COLOR_GHOST, .dashed = TRUE });
  souls_draft_add_target (self->draft, (SoulsBox) { ends[0].x, y, ends[1].x - ends[0].x, 0.0 },
                          KEY_GHOST + (guint) route, name, value, SOULS_METRIC_SELLER_KEEPS,
                          input->year);
}

/* Name and amount beside a column's parts, at its outer side; what is kept goes last where there is
 * not enough room. */
static void
label_column (const Picture *self,
              int            route)
{
  double away = self->area.frame.grid;
  double x = route == ROUTE_SELLER ? self->x[route] - away : self->x[route] + self->width + away;
  SoulsMarkLabel labels[N_PARTS];
  double wanted[N_PARTS];
  char *values[N_PARTS];
  guint n = 0;

  for (int part = 0; part < N_PARTS; part++)
    {
      SoulsRange span = get_span (&self->sale[route], part);

      if (part == PART_FBA_FEE && route != ROUTE_FBA)
        continue;
      values[n] = say_value (self, route, part);
      labels[n] = get_label (self, route, part, values[n]);
      wanted[n] = (souls_area_y (&self->area, span.min) + souls_area_y (&self->area, span.max)) / 2.0;
      n++;
    }
  souls_area_place_labels (&self->area, self->draft, labels, wanted, n, x);
  for (guint i = 0; i < n; i++)
    g_free (values[i]);
}

static SoulsTextStyle
style_name (double width)
{
  return (SoulsTextStyle) {
    .color = SOULS_COLOR_TEXT, .em = 1.0, .anchor_x = 0.5, .max_width = width, .max_lines = 2
  };
}

/* The axis takes about this many characters, after names are measured. */
#define AXIS_EMS 3.0

/* From one column's middle to the other's, less a gap. */
static double
get_name_width (const Picture *self)
{
  const SoulsFrame *frame = &self->area.frame;
  double inner = frame->body.width - AXIS_EMS * self->area.em -
                 2.0 * (self->label_width + frame->grid);

  return MAX (floor (MIN (frame->body.width / 2.6, inner * 2.0 / 3.0 - 2.0 * frame->grid)), 1.0);
}

/* A low chart needs the height for its columns. */
static gboolean
has_amazon_row (const Picture *self)
{
  return self->area.frame.body.height >= 12.0 * self->area.frame.line;
}

static double
measure_names (const Picture *self,
               double         width)
{
  double height = 0.0;

  for (int route = 0; route < N_ROUTES; route++)
    {
      const char *name = souls_words_say (self->area.words, route_names[route]);

      height = MAX (height, souls_scene_measure_text (self->draft->scene, name,
                                                      style_name (width)).height);
    }
  return ceil (height);
}

/* Under each column who ships and what Amazon gets: 100 less what is kept, as written. */
static void
draw_names (const Picture *self,
            double         width,
            double         height)
{
  double bottom = souls_box_bottom (self->area.frame.body);
  SoulsTextStyle style = {
    .color = SOULS_COLOR_DIM, .em = 1.0, .tabular = TRUE, .anchor_x = 0.5, .anchor_y = 1.0
  };

  for (int route = 0; route < N_ROUTES; route++)
    {
      double center = self->x[route] + self->width / 2.0;
      g_autofree char *amount =
        say_dollars (self->area.words, 100.0 - self->whole[route][PART_KEPT], 0);
      g_autofree char *amazon = souls_fill (self->area.words, amazon_pattern, amount, NULL);

      center = CLAMP (center, width / 2.0, souls_scene_get_width (self->draft->scene) - width / 2.0);
      souls_draft_try_text (self->draft, NULL,
                            souls_words_say (self->area.words, route_names[route]), center,
                            bottom - height, style_name (width));
      if (has_amazon_row (self))
        souls_draft_try_text (self->draft, NULL, amazon, center, bottom, style);
    }
}

/* Whether a text is whole at its width, and no word of it broken. */
static gboolean
is_readable (const Picture  *self,
             const char     *text,
             SoulsTextStyle  style)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  SoulsTextStyle line = style;

  line.max_width = 0.0;
  for (guint i = 0; words[i]; i++)
    if (souls_draft_text_width (self->draft, words[i], line) > style.max_width)
      return FALSE;
  return !souls_scene_is_text_cut (self->draft->scene, text, style);
}

/* From the top of the sale down to its take, and on: it is more than that. */
static void
draw_bracket (const Picture *self,
              double         x,
              double         top,
              double         bottom)
{
  double tick = 0.75 * self->area.frame.grid;
  double wing = self->area.frame.grid / 2.0;
  SoulsPoint line[] = { { x + tick, top }, { x, top }, { x, bottom }, { x + tick, bottom } };
  SoulsPoint arrow[] = { { x - wing, bottom }, { x + wing, bottom }, { x, bottom + 1.5 * wing } };

  souls_scene_add_line (self->draft->scene, line, G_N_ELEMENTS (line),
                        (SoulsStyle) { .stroke = SOULS_COLOR_TEXT,
                                       .line_width = 1.5 * self->area.unit });
  souls_scene_add_polygon (self->draft->scene, arrow, G_N_ELEMENTS (arrow),
                           (SoulsStyle) { .fill = SOULS_COLOR_TEXT });
}

/* The average hides the typical seller: a bracket beside the FBA column, if its label has room between
 * the columns, and the sale ends at the common top. */
static void
draw_typical (const Picture *self)
{
  const SoulsArea *area = &self->area;
  double grid = area->frame.grid;
  double x = self->x[ROUTE_FBA] - grid;
  double left = self->x[ROUTE_SELLER] + self->width + grid;
  double top = souls_area_y (area, 1.0);
  double bottom = souls_area_y (area, 1.0 - TYPICAL_TAKE);
  SoulsBox bounds = { left, top, x - grid - left, bottom - top };
  SoulsTextStyle style = { .color = SOULS_COLOR_TEXT,
                           .em = 0.85,
                           .anchor_x = 1.0,
                           .anchor_y = 0.5,
                           .max_width = MAX (floor (MIN (bounds.width, TYPICAL_EMS * area->em)), 1.0),
                           .max_lines = 5 };
  g_autofree char *take = souls_words_percent_with (area->words, TYPICAL_TAKE, 0);
  g_autofree char *label = souls_fill (area->words, typical_label, take, NULL);
  g_autofree char *value = souls_fill (area->words, typical_value, take, NULL);

  if (self->sale[ROUTE_FBA].part[PART_KEPT] < 0.0 || area->frame.scale.domain.max < 1.0 ||
      !is_readable (self, label, style) ||
      !souls_draft_try_note (self->draft, &bounds, label, x - grid, (top + bottom) / 2.0, style))
    return;
  draw_bracket (self, x, top, bottom);
  souls_draft_add_target (self->draft, (SoulsBox) { x, top, grid / 2.0, bottom - top }, KEY_TYPICAL,
                          souls_words_say (area->words, typical_name), value,
                          SOULS_METRIC_TAKE_RATE, self->draft->input->year);
}

static void
place_columns (Picture *self)
{
  const SoulsBox *plot = &self->area.frame.plot;
  double grid = self->area.frame.grid;
  double inner = MAX (plot->width - 2.0 * (self->label_width + grid), 3.0);

  self->width = floor (inner / 3.0);
  self->x[ROUTE_SELLER] = ceil (plot->x + self->label_width + grid);
  self->x[ROUTE_FBA] = floor (self->x[ROUTE_SELLER] + inner - self->width);
}

static void
draw_picture (Picture *self)
{
  SoulsArea *area = &self->area;
  double width, height;

  self->label_width = measure_labels (self) + area->frame.grid;
  width = get_name_width (self);
  height = measure_names (self, width) + (has_amazon_row (self) ? area->frame.line : 0.0);
  souls_area_reserve_rows (area, 0.0, height + area->frame.grid);
  set_values (self, get_range (self));
  place_columns (self);

  souls_frame_add_grid (&area->frame, self->draft->scene);
  draw_bands (self);
  for (int route = 0; route < N_ROUTES; route++)
    draw_column (self, route);
  souls_frame_add_zero (&area->frame, self->draft->scene);
  for (int route = 0; route < N_ROUTES; route++)
    draw_seam (self, route);
  for (int route = 0; route < N_ROUTES; route++)
    label_column (self, route);
  draw_typical (self);
  souls_references_draw_takes (area, self->draft, self->x[ROUTE_SELLER] + self->width,
                               self->x[ROUTE_FBA] - self->x[ROUTE_SELLER] - self->width, KEY_REFERENCE);
  draw_names (self, width, height);
}

/* The fees are written alike in both columns; what is kept is what they leave. */
static void
round_sales (Picture *self)
{
  double *seller = self->whole[ROUTE_SELLER];
  double *fba = self->whole[ROUTE_FBA];
  double parts[N_PARTS];

  for (int part = 0; part < N_PARTS; part++)
    parts[part] = self->sale[ROUTE_FBA].part[part] * 100.0;
  souls_round_parts (parts, fba, N_PARTS);
  seller[PART_REFERRAL] = fba[PART_REFERRAL];
  seller[PART_ADVERTISING] = fba[PART_ADVERTISING];
  seller[PART_KEPT] = 100.0 - fba[PART_REFERRAL] - fba[PART_ADVERTISING];
}

static void
fill_picture (Picture *self)
{
  const SoulsChartInput *input = self->draft->input;
  gboolean has_ghost = input->moved && souls_input_is_projected (input, input->year);

  find_kinds (input, self->kind);
  for (int route = 0; route < N_ROUTES; route++)
    {
      Sale baseline = compute_sale (self->draft, SOULS_ORIGIN_BASELINE, route);

      self->sale[route] = compute_sale (self->draft, SOULS_ORIGIN_SCENARIO, route);
      self->ghost[route] = has_ghost && is_drawable (&baseline) ? baseline.part[PART_KEPT] : NAN;
    }
  if (is_drawable (&self->sale[ROUTE_FBA]))
    round_sales (self);
}

/* What sellers sell, if that is why there is no sale to divide: a chart that can be walked has
 * something to say. */
static void
add_no_sales (const Picture *self)
{
  const SoulsChartInput *input = self->draft->input;
  SoulsMetric sold = SOULS_METRIC_GMV_THIRD_PARTY;
  g_autofree char *value = souls_value_in_words (input, SOULS_ORIGIN_SCENARIO, sold, input->year);

  if (!isnan (souls_chart_input_value (input, sold, input->year)))
    souls_draft_add_target (self->draft, self->area.frame.plot, KEY_NO_SALES,
                            souls_words_say (input->words, souls_metric_info (sold)->name), value,
                            sold, input->year);
}

void
souls_seller_dollar_layout (SoulsDraft *draft)
{
  Picture self = { .draft = draft };
  gboolean drawable;

  fill_picture (&self);
  drawable = is_drawable (&self.sale[ROUTE_SELLER]) && is_drawable (&self.sale[ROUTE_FBA]);
  open_area (&self, drawable);
  if (drawable)
    {
      draw_picture (&self);
      return;
    }
  set_values (&self, (SoulsRange) { 0.0, 1.0 });
  souls_frame_add_grid (&self.area.frame, draft->scene);
  souls_frame_add_zero (&self.area.frame, draft->scene);
  add_no_sales (&self);
}
