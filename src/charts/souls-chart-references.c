/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-references.h"

#include <math.h>

/* Translators: what a reference mark is; %1$s is a company such as Walmart. */
static const char *const name_pattern = N_("%1$s, published");
/* Translators: a reference mark's value and where it stands: "4.2 % (2025; eBay Inc., Form 10-K FY2025)". */
static const char *const value_pattern = N_("%1$s (%2$s; %3$s, %4$s)");

/* Translators: what another marketplace takes of sellers' sales: "eBay 13.9 %". */
static const char *const take_pattern = N_("%1$s %2$s");

static int
count_references (const SoulsChartInput *input,
                  SoulsReferenceKind     kind)
{
  return input->references != NULL ? MIN (input->references->n[kind], SOULS_MAX_LABELS) : 0;
}

static const SoulsReference *
get_reference (const SoulsChartInput *input,
               SoulsReferenceKind     kind,
               int                    i)
{
  return &input->references->references[kind][i];
}

char *
souls_reference_name (const SoulsChartInput *input,
                      const SoulsReference  *reference)
{
  return souls_fill (input->words, name_pattern, reference->name, NULL);
}

char *
souls_reference_value (const SoulsChartInput *input,
                       const SoulsReference  *reference)
{
  g_autofree char *percent = souls_words_percent (input->words, reference->value);

  return souls_fill (input->words, value_pattern, percent, reference->period, reference->author,
                     reference->document, NULL);
}

SoulsRange
souls_references_include (const SoulsChartInput *input,
                          SoulsReferenceKind     kind,
                          SoulsRange             range)
{
  for (int i = 0; i < count_references (input, kind); i++)
    range = souls_range_include (range, get_reference (input, kind, i)->value);
  return range;
}

static SoulsMarkLabel
get_label (const SoulsArea      *area,
           const SoulsReference *reference,
           const char           *value)
{
  return (SoulsMarkLabel) { reference->name, value, SOULS_COLOR_DIM,
                            .max_width = floor (area->frame.body.width * SOULS_LABELS_PART) };
}

void
souls_references_reserve (SoulsArea          *area,
                          SoulsDraft         *draft,
                          SoulsReferenceKind  kind)
{
  double width = 0.0;

  for (int i = 0; i < count_references (draft->input, kind); i++)
    {
      const SoulsReference *reference = get_reference (draft->input, kind, i);
      g_autofree char *value = souls_words_percent (area->words, reference->value);
      const SoulsMarkLabel label = get_label (area, reference, value);

      width = MAX (width, souls_draft_label_width (draft, &label));
    }
  if (width > 0.0)
    souls_frame_reserve_sides (&area->frame, 0.0, ceil (width) + area->frame.grid);
}

/* A full line from @x over @width at @value_at: dashes are the baseline's. */
static void
draw_line (const SoulsArea      *area,
           SoulsDraft           *draft,
           const SoulsReference *reference,
           double                value_at,
           double                x,
           double                width,
           guint                 key)
{
  const double y = souls_area_y (area, value_at);
  const SoulsPoint ends[2] = { { x, y }, { x + width, y } };
  g_autofree char *name = souls_reference_name (draft->input, reference);
  g_autofree char *value = souls_reference_value (draft->input, reference);

  souls_scene_add_line (draft->scene, ends, 2,
                        (SoulsStyle) { .stroke = SOULS_COLOR_DIM, .line_width = area->unit });
  souls_draft_add_target (draft, (SoulsBox) { x, y, width, 0.0 }, key, name, value,
                          SOULS_NO_METRIC, 0);
}

void
souls_references_draw (const SoulsArea    *area,
                       SoulsDraft         *draft,
                       SoulsReferenceKind  kind,
                       guint               key)
{
  const int n = count_references (draft->input, kind);
  SoulsMarkLabel labels[SOULS_MAX_LABELS] = { { NULL } };
  double wanted[SOULS_MAX_LABELS] = { 0.0 };
  char *values[SOULS_MAX_LABELS] = { NULL };

  for (int i = 0; i < n; i++)
    {
      const SoulsReference *reference = get_reference (draft->input, kind, i);

      draw_line (area, draft, reference, reference->value, area->frame.plot.x, area->frame.plot.width,
                 key + (guint) i);
      values[i] = souls_words_percent (area->words, reference->value);
      labels[i] = get_label (area, reference, values[i]);
      wanted[i] = souls_area_y (area, reference->value);
    }
  souls_area_place_labels (area, draft, labels, wanted, (guint) n,
                           souls_box_right (area->frame.plot) + area->frame.grid);
  for (int i = 0; i < n; i++)
    g_free (values[i]);
}

void
souls_references_draw_takes (const SoulsArea *area,
                             SoulsDraft      *draft,
                             double           x,
                             double           width,
                             guint            key)
{
  const SoulsChartInput *input = draft->input;
  const SoulsTextStyle style = { .color = SOULS_COLOR_DIM, .em = 0.85, .tabular = TRUE, .anchor_y = 1.0 };
  const SoulsBox room = { x, area->frame.plot.y, width, area->frame.plot.height };

  for (int i = 0; i < count_references (input, SOULS_REFERENCE_TAKE_RATE); i++)
    {
      const SoulsReference *reference = get_reference (input, SOULS_REFERENCE_TAKE_RATE, i);
      g_autofree char *percent = souls_words_percent (area->words, reference->value);
      g_autofree char *label = souls_fill (area->words, take_pattern, reference->name, percent, NULL);

      draw_line (area, draft, reference, 1.0 - reference->value, x, width, key + (guint) i);
      souls_draft_try_text (draft, &room, label, x + area->frame.grid / 2.0,
                            souls_area_y (area, 1.0 - reference->value), style);
    }
}
