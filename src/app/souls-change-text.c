/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-change-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-driver-text.h"

/* A message with a count, marked for translation (xgettext: --keyword=NP_:1,2). */
#define NP_(singular, plural) singular, plural

/* US$ million: what is less is nothing. */
#define LEAST_EFFECT 0.5

static char *
say_driver (const SoulsChange *change,
            const SoulsWords  *words)
{
  g_autofree char *from =
    souls_driver_text_value (change->driver, souls_driver_to_shown (change->driver, change->from), words);
  g_autofree char *to =
    souls_driver_text_value (change->driver, souls_driver_to_shown (change->driver, change->to), words);

  /* Translators: a slider was moved: its name, where it stood, where it stands: "AWS growth 20.0 % → 8.0 %" */
  return g_strdup_printf (_("%1$s %2$s → %3$s"), souls_driver_text_name (change->driver, words), from, to);
}

static char *
say_band (const SoulsChange *change,
          const SoulsWords  *words)
{
  const SoulsDriver driver = change->driver;
  const char *name = souls_driver_text_name (driver, words);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!change->header->has_band[driver])
    /* Translators: %s is the name of a slider */
    return g_strdup_printf (_("Plausible range of %s reset"), name);
  low = souls_driver_text_value (driver, souls_driver_to_shown (driver, change->header->band_low[driver]), words);
  high = souls_driver_text_value (driver, souls_driver_to_shown (driver, change->header->band_high[driver]), words);
  /* Translators: the name of a slider, the lowest and the highest plausible value */
  return g_strdup_printf (_("Plausible range of %1$s: %2$s to %3$s"), name, low, high);
}

static char *
say_text (const SoulsChange *change)
{
  const char *title = change->header->text[SOULS_SCENARIO_TITLE];

  if (g_strcmp0 (change->header_before->text[SOULS_SCENARIO_TITLE], title) == 0)
    return g_strdup (_("Notes changed"));
  if (title == NULL)
    return g_strdup (_("Name taken away"));
  /* Translators: the scenario has another name now */
  return g_strdup_printf (_("Renamed “%s”"), title);
}

static char *
say_open (const SoulsChange *change)
{
  const char *title = change->header->text[SOULS_SCENARIO_TITLE];

  if (title == NULL)
    return g_strdup (_("Opened a scenario without a name"));
  /* Translators: another scenario was opened */
  return g_strdup_printf (_("Opened “%s”"), title);
}

static char *
say_years (const char *singular,
           const char *plural,
           int         from,
           int         to)
{
  return g_strdup_printf (ngettext (singular, plural, (unsigned long) to), from, to);
}

/**
 * souls_change_text:
 * @change: a step of the history
 *
 * Returns: (transfer full): what was done: "AWS growth 20.0 % → 8.0 %"
 */
char *
souls_change_text (const SoulsChange *change,
                   const SoulsWords  *words)
{
  switch (change->kind)
    {
    case SOULS_CHANGE_DRIVER:
      return say_driver (change, words);
    case SOULS_CHANGE_DRIVERS:
      return g_strdup_printf (ngettext ("%d slider moved", "%d sliders moved", (unsigned long) change->n_drivers),
                              change->n_drivers);
    case SOULS_CHANGE_RESET:
      return g_strdup (_("All sliders reset"));
    case SOULS_CHANGE_BASE_YEAR:
      return g_strdup_printf (_("Base year fiscal %1$d → %2$d"), change->base_year_before, change->base_year);
    case SOULS_CHANGE_RUNG:
      /* Translators: how “without AWS” was meant, and how it is meant: “arithmetic → stranded costs” */
      return g_strdup_printf (_("Meaning of “without AWS”: %1$s → %2$s"),
                              souls_words_say (words, souls_rung_name (change->before.rung)),
                              souls_words_say (words, souls_rung_name (change->after.rung)));
    case SOULS_CHANGE_HORIZON:
      /* Translators: how far ahead is looked */
      return say_years (NP_("Horizon %1$d → %2$d year", "Horizon %1$d → %2$d years"), change->before.horizon,
                        change->after.horizon);
    case SOULS_CHANGE_PHASE_IN:
      /* Translators: the years that sliders take to come into force */
      return say_years (NP_("Phase-in %1$d → %2$d year", "Phase-in %1$d → %2$d years"),
                        change->before.phase_in, change->after.phase_in);
    case SOULS_CHANGE_BAND:
      return say_band (change, words);
    case SOULS_CHANGE_OPEN:
      return say_open (change);
    case SOULS_CHANGE_TEXT:
    default:
      return say_text (change);
    }
}

static gboolean
has_effect (const SoulsChange *change)
{
  return isfinite (change->effect) && fabs (change->effect) >= LEAST_EFFECT;
}

/**
 * souls_change_effect:
 * @change: a step of the history
 * @year: the fiscal year that it was asked for
 *
 * Returns: (transfer full) (nullable): what came of it: "Operating income in fiscal 2030: −$41.3 bn"; %NULL where
 * nothing did, or that year is not on both sides
 */
char *
souls_change_effect (const SoulsChange *change,
                     int                year,
                     const SoulsWords  *words)
{
  g_autofree char *money = NULL;

  if (!has_effect (change))
    return NULL;
  money = souls_words_money_change (words, change->effect);
  /* Translators: what a change did: the year, and by how much */
  return g_strdup_printf (_("Operating income in fiscal %1$d: %2$s"), year, money);
}

/**
 * souls_change_sentence:
 * @change: a step of the history
 * @year: the fiscal year that it was asked for
 *
 * Returns: (transfer full): both in one: "AWS growth 20.0 % → 8.0 %: operating income 2030 −$41.3 bn"
 */
char *
souls_change_sentence (const SoulsChange *change,
                       int                year,
                       const SoulsWords  *words)
{
  g_autofree char *text = souls_change_text (change, words);
  g_autofree char *money = NULL;

  if (!has_effect (change))
    return g_steal_pointer (&text);
  money = souls_words_money_change (words, change->effect);
  /* Translators: what was done, the fiscal year, and by how much the operating income of that year is another:
   * "AWS growth 20.0 % → 8.0 %: operating income 2030 −$41.3 bn" */
  return g_strdup_printf (_("%1$s: operating income %2$d %3$s"), text, year, money);
}
