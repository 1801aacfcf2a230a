/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-timeline.h"

#include <math.h>

/* Beyond the keys of years and lines. */
#define KEY_FAN 5000u

/* From the outer band to the inner one: where it begins and ends, and the worlds of 100 between. */
static const struct
{
  double from;
  double to;
  double opacity;
  const char *name;
} bands[] = {
  { 0.05, 0.95, 0.14, N_("Without AWS, 90 of 100 worlds") },
  { 0.25, 0.75, 0.20, N_("Without AWS, 50 of 100 worlds") },
};

/* Translators: in a chart's subtitle: what its pale bands are. */
static const char *const fan_note = N_("bands: 50 and 90 of 100 worlds");
/* Translators: from one amount to another, both simulated. */
static const char *const range_pattern = N_("%1$s to %2$s, simulated");

static gboolean
has_fan (const SoulsDraft *draft)
{
  const SoulsChartInput *input = draft->input;

  return input->view == SOULS_TIMELINE_VIEW_FAN && input->simulation != NULL &&
         souls_simulation_has_metric (input->simulation, SOULS_METRIC_WITHOUT_AWS);
}

static double
get_quantile (const SoulsDraft *draft,
              int               year,
              double            probability)
{
  return souls_simulation_get_quantile_of (draft->input->simulation, SOULS_METRIC_WITHOUT_AWS,
                                           year - draft->input->results->base_year, probability);
}

SoulsRange
souls_timeline_include_fan (const SoulsDraft        *draft,
                            const SoulsTimelineSpan *span,
                            SoulsRange               range)
{
  for (int year = span->base; has_fan (draft) && year <= span->end; year++)
    {
      range = souls_range_include (range, get_quantile (draft, year, bands[0].from));
      range = souls_range_include (range, get_quantile (draft, year, bands[0].to));
    }
  return range;
}

/* Along its lower edge and back along the upper one. */
static void
draw_band (const SoulsTimeline *self,
           guint                band)
{
  const int n = self->span.end - self->span.base + 1;
  SoulsPoint points[2 * SOULS_MAX_YEARS];

  g_return_if_fail (n <= SOULS_MAX_YEARS);

  for (int i = 0; i < n; i++)
    {
      const int year = self->span.base + i;
      const double x = souls_band_scale_center (&self->bands, (guint) (year - self->span.first));

      points[i] = (SoulsPoint) { x, souls_area_y (&self->area, get_quantile (self->draft, year, bands[band].from)) };
      points[2 * n - 1 - i] =
        (SoulsPoint) { x, souls_area_y (&self->area, get_quantile (self->draft, year, bands[band].to)) };
    }
  souls_scene_add_polygon (self->draft->scene, points, 2 * n,
                           (SoulsStyle) { .fill = SOULS_COLOR_STORES, .opacity = bands[band].opacity });
}

void
souls_timeline_draw_fan (const SoulsTimeline *self)
{
  for (guint band = 0; has_fan (self->draft) && band < G_N_ELEMENTS (bands); band++)
    draw_band (self, band);
}

/* Each band once, at the end of the projection. */
void
souls_timeline_add_fan_targets (const SoulsTimeline *self)
{
  const SoulsWords *words = self->draft->input->words;
  const double x = souls_band_scale_center (&self->bands, (guint) (self->span.end - self->span.first));

  for (guint band = 0; has_fan (self->draft) && band < G_N_ELEMENTS (bands); band++)
    {
      const double low = get_quantile (self->draft, self->span.end, bands[band].from);
      const double high = get_quantile (self->draft, self->span.end, bands[band].to);
      const double top = souls_area_y (&self->area, high);
      const SoulsBox box = { x, top, 0.0, souls_area_y (&self->area, low) - top };
      g_autofree char *from = souls_words_money_full (words, low);
      g_autofree char *to = souls_words_money_full (words, high);
      g_autofree char *value = souls_fill (words, range_pattern, from, to, NULL);

      souls_draft_add_target (self->draft, box, KEY_FAN + band, souls_words_say (words, bands[band].name), value,
                              SOULS_METRIC_WITHOUT_AWS, self->span.end);
    }
}

/* (transfer full) */
char *
souls_timeline_note_fan (const SoulsDraft *draft,
                         const char       *subtitle)
{
  g_autofree char *worlds = NULL;

  if (!has_fan (draft))
    return g_strdup (subtitle);
  worlds = souls_worlds_note (draft->input);
  return g_strconcat (subtitle, " · ", souls_words_say (draft->input->words, fan_note), " · ", worlds, NULL);
}
