/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-number.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-driver-text.h"

/* A slider of the same unit knows how people write such numbers. */
static SoulsDriver
find_like (SoulsLessonText *text,
           int              index)
{
  SoulsUnit unit = SOULS_UNIT_RATIO;
  SoulsQuantity truth;

  if (souls_lesson_text_truth (text, index, &truth))
    {
      if (truth.unit == SOULS_QUANTITY_DRIVER)
        return truth.driver;
      if (truth.unit == SOULS_QUANTITY_MONEY)
        unit = SOULS_UNIT_MONEY;
      else if (truth.unit == SOULS_QUANTITY_PERCENT)
        unit = SOULS_UNIT_PERCENT;
      else if (truth.unit == SOULS_QUANTITY_DAYS)
        unit = SOULS_UNIT_DAYS;
    }
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    if (souls_driver_info ((SoulsDriver) i)->unit == unit)
      return (SoulsDriver) i;
  return (SoulsDriver) 0;
}

gboolean
souls_lesson_number_parse (SoulsLessonText *text,
                           int              index,
                           const char      *string,
                           double          *number)
{
  return souls_driver_text_parse (find_like (text, index), string, souls_app_words (), number);
}

char *
souls_lesson_number_plain (double number)
{
  const int digits = fabs (number - round (number)) < 1e-9 ? 0 : 2;

  return souls_words_number (souls_app_words (), number, digits);
}

char *
souls_lesson_number_range (const SoulsAsk *ask)
{
  g_autofree char *low = souls_lesson_number_plain (ask->low);
  g_autofree char *high = souls_lesson_number_plain (ask->high);

  /* Translators: what number may be entered: its lowest and highest value */
  return g_strdup_printf (_("From %1$s to %2$s"), low, high);
}

const char *
souls_lesson_number_unit (SoulsLessonText *text,
                          int              index)
{
  SoulsQuantity truth;
  const char *name = NULL;

  if (souls_lesson_text_truth (text, index, &truth))
    name = souls_quantity_unit_name (&truth);
  return name != NULL ? souls_words_say (souls_app_words (), name) : "";
}

char *
souls_lesson_number_understood (SoulsLessonText *text,
                                int              index,
                                double           number)
{
  SoulsQuantity truth;

  if (!souls_lesson_text_truth (text, index, &truth))
    return NULL;
  truth = souls_quantity_from_shown (&truth, number);
  truth.with_sign = FALSE;
  return souls_quantity_say (&truth, souls_app_words ());
}
