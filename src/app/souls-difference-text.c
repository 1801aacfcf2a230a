/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-difference-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "souls-app-words.h"
#include "souls-driver-text.h"

/**
 * souls_session_name_scenario:
 * @session: a session
 *
 * Names what is shown: by its title, or by what was done.
 *
 * Returns: (transfer full): the name
 */
char *
souls_session_name_scenario (SoulsSession *session)
{
  const char *title = souls_session_get_title (session);
  SoulsDriver moves[SOULS_N_DRIVERS];
  const int n = souls_session_get_moves (session, moves);
  const int year = souls_session_get_base_year (session);

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  if (n == 0)
    return g_strdup_printf (_("Baseline of fiscal %d"), year);
  if (n == 1)
    {
      const double value = souls_session_get_drivers (session)->target[moves[0]];
      g_autofree char *text = souls_driver_text_value (moves[0], souls_scenario_shown (moves[0], value),
                                                       souls_app_words ());

      /* Translators: what a scenario is called of which one slider was moved: "AWS growth 8 %" */
      return g_strdup_printf (_("%1$s %2$s"), _(souls_driver_info (moves[0])->name), text);
    }
  return g_strdup_printf (ngettext ("%d slider moved", "%d sliders moved", n), n);
}

/**
 * souls_sides_collect:
 * @self: (out caller-allocates): sides
 * @session: a session
 *
 * Gathers what a session compares.
 */
void
souls_sides_collect (SoulsSides   *self,
                     SoulsSession *session)
{
  SoulsComparison *comparison = souls_session_get_comparison (session);
  const guint n = souls_comparison_get_n (comparison);

  *self = (SoulsSides) { .n = 1 + (int) n };
  self->side[0] = (SoulsSide) { souls_session_get_calibration (session), souls_session_get_settings (session),
                                souls_session_get_drivers (session), souls_session_get_results (session) };
  self->title[0] = souls_session_name_scenario (session);
  for (guint i = 0; i < n; i++)
    {
      const SoulsSnapshot *snapshot = souls_comparison_get (comparison, i);

      self->side[1 + i] = (SoulsSide) { snapshot->calibration, &snapshot->scenario->settings, &snapshot->drivers,
                                        &snapshot->results };
      self->title[1 + i] = g_strdup (snapshot->title);
    }
}

void
souls_sides_clear (SoulsSides *self)
{
  for (int i = 0; i < self->n; i++)
    g_clear_pointer (&self->title[i], g_free);
  self->n = 0;
}

static char *
say_setting (const SoulsDifference *row,
             int                    side,
             const SoulsWords      *words)
{
  const int value = (int) row->value[side];

  switch ((SoulsComparedSetting) row->which)
    {
    case SOULS_COMPARED_RUNG:
      return g_strdup (souls_words_say (words, souls_rung_name ((SoulsRung) value)));
    case SOULS_COMPARED_HORIZON:
    case SOULS_COMPARED_PHASE_IN:
      return g_strdup_printf (ngettext ("%d year", "%d years", value), value);
    case SOULS_COMPARED_BASE_YEAR:
    case SOULS_N_COMPARED_SETTINGS:
    default:
      return g_strdup_printf (_("fiscal %d"), value);
    }
}

static char *
say_metric (SoulsMetric       metric,
            double            value,
            const SoulsWords *words)
{
  const SoulsUnit unit = souls_metric_info (metric)->unit;

  if (unit == SOULS_UNIT_MONEY)
    return souls_words_money (words, value);
  return unit == SOULS_UNIT_PERCENT ? souls_words_percent_with (words, value, 1) : souls_words_number (words, value, 1);
}

char *
souls_difference_value (const SoulsDifference *row,
                        int                    side,
                        const SoulsWords      *words)
{
  const double value = row->value[side];

  if (row->kind == SOULS_DIFFERENCE_SETTING)
    return say_setting (row, side, words);
  if (row->kind == SOULS_DIFFERENCE_METRIC)
    return say_metric ((SoulsMetric) row->which, value, words);
  return isnan (value) ? g_strdup ("") : souls_driver_text_value ((SoulsDriver) row->which, value, words);
}

char *
souls_difference_change (const SoulsDifference *row,
                         int                    side,
                         const SoulsWords      *words)
{
  const double change = row->value[side] - row->value[0];
  SoulsUnit unit;

  if (side == 0 || row->kind != SOULS_DIFFERENCE_METRIC || isnan (change) || change == 0.0)
    return NULL;
  unit = souls_metric_info ((SoulsMetric) row->which)->unit;
  if (unit == SOULS_UNIT_MONEY)
    return fabs (change) < 0.5 ? NULL : souls_words_money_change (words, change);
  return unit == SOULS_UNIT_PERCENT && fabs (change) >= 0.0005 ? souls_words_points (words, change) : NULL;
}

/* A field as RFC 4180 wants it: in quotes where it must be. */
static void
add_field (GString    *text,
           const char *field,
           gboolean    is_last)
{
  const gboolean quoted = strpbrk (field, ",\"\r\n") != NULL || *field == ' ';

  if (quoted)
    g_string_append_c (text, '"');
  for (const char *c = field; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append (text, quoted ? "\"" : "");
  g_string_append (text, is_last ? "\r\n" : ",");
}

static void
add_value (GString               *text,
           const SoulsDifference *row,
           int                    side,
           gboolean               is_last)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE] = "";
  const double value = row->value[side];

  if (row->kind == SOULS_DIFFERENCE_SETTING && row->which == SOULS_COMPARED_RUNG)
    {
      add_field (text, souls_rung_id ((SoulsRung) (int) value), is_last);
      return;
    }
  if (!isnan (value))
    g_ascii_dtostr (number, sizeof number, value);
  add_field (text, number, is_last);
}

char *
souls_differences_to_csv (const GArray     *rows,
                          const SoulsSides *sides,
                          const SoulsWords *words)
{
  GString *text = g_string_new ("kind,id,name,unit,");

  for (int i = 0; i < sides->n; i++)
    add_field (text, sides->title[i], i + 1 == sides->n);
  for (guint k = 0; k < rows->len; k++)
    {
      const SoulsDifference *row = &g_array_index (rows, SoulsDifference, k);

      add_field (text, souls_difference_kind_id (row->kind), FALSE);
      add_field (text, souls_difference_id (row), FALSE);
      add_field (text, souls_words_say (words, souls_difference_name (row)), FALSE);
      add_field (text, souls_difference_unit (row), FALSE);
      for (int i = 0; i < sides->n; i++)
        add_value (text, row, i, i + 1 == sides->n);
    }
  return g_string_free (text, FALSE);
}
