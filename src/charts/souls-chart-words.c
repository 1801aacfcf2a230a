/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-chart-private.h"

#include <math.h>

#define MAX_ARGUMENTS 9

/* Puts arguments in the places %1$s … %9$s of a pattern. Not printf: a translation with a wrong or
 * missing place must show an odd sentence, not read memory that is not there. */
static char *
fill_pattern (const char        *pattern,
              const char *const *arguments,
              guint              n_arguments)
{
  GString *text = g_string_new (NULL);

  for (const char *c = pattern; *c; c++)
    {
      if (c[0] == '%' && c[1] == '%')
        {
          g_string_append_c (text, '%');
          c++;
        }
      else if (c[0] == '%' && c[1] >= '1' && c[1] <= '9' && c[2] == '$' && c[3] == 's')
        {
          guint place = (guint) (c[1] - '1');

          if (place < n_arguments)
            g_string_append (text, arguments[place]);
          c += 3;
        }
      else
        g_string_append_c (text, *c);
    }
  return g_string_free (text, FALSE);
}

static guint
collect (va_list     list,
         const char *arguments[MAX_ARGUMENTS])
{
  guint n = 0;
  const char *argument;

  while ((argument = va_arg (list, const char *)) != NULL)
    {
      g_assert (n < MAX_ARGUMENTS);
      arguments[n++] = argument;
    }
  return n;
}

/*
 * souls_fill:
 * @words: the reader's language
 * @msgid: a pattern marked for translation, with places %1$s, %2$s …
 * @...: the strings for the places, then %NULL
 *
 * Says a whole sentence in the reader's language.
 *
 * Returns: (transfer full): the sentence
 */
char *
souls_fill (const SoulsWords *words,
            const char       *msgid,
            ...)
{
  const char *arguments[MAX_ARGUMENTS];
  va_list list;
  guint n;

  va_start (list, msgid);
  n = collect (list, arguments);
  va_end (list);
  return fill_pattern (souls_words_say (words, msgid), arguments, n);
}

/*
 * souls_fill_plural:
 * @words: the reader's language
 * @singular: the pattern for one
 * @plural: the pattern for other counts
 * @n: the count
 * @...: the strings for the places, then %NULL
 *
 * The same for a sentence that holds a count.
 *
 * Returns: (transfer full): the sentence
 */
char *
souls_fill_plural (const SoulsWords *words,
                   const char       *singular,
                   const char       *plural,
                   int               n,
                   ...)
{
  const char *arguments[MAX_ARGUMENTS];
  va_list list;
  guint n_arguments;

  va_start (list, n);
  n_arguments = collect (list, arguments);
  va_end (list);
  return fill_pattern (souls_words_say_plural (words, singular, plural, (unsigned long) n), arguments,
                       n_arguments);
}

/* A fiscal year: never grouped. (transfer full) */
char *
souls_year_text (int year)
{
  return g_strdup_printf ("%d", year);
}

/* How much was earned or lost, where the verb already says which: no sign. (transfer full) */
char *
souls_amount (const SoulsWords *words,
              double            million)
{
  return souls_words_money (words, fabs (million));
}

/* Translators: what kind of number it is, after the number. */
static const char *const kind_patterns[SOULS_N_KINDS] = {
  [SOULS_KIND_REPORTED] = N_("%1$s, reported"),
  [SOULS_KIND_ESTIMATED] = N_("%1$s, estimated"),
  [SOULS_KIND_ASSUMED] = N_("%1$s, assumed"),
};
static const char *const projected_pattern = N_("%1$s, projected");
static const char *const baseline_pattern = N_("%1$s, projected, baseline");

static const char *
kind_pattern (const SoulsChartInput *input,
              SoulsOrigin            origin,
              SoulsMetric            metric,
              int                    year)
{
  if (origin == SOULS_ORIGIN_FILED || !souls_input_is_projected (input, year))
    return kind_patterns[souls_input_kind (input, metric)];
  return origin == SOULS_ORIGIN_BASELINE ? baseline_pattern : projected_pattern;
}

/*
 * souls_value_in_words:
 * @input: what is shown
 * @origin: which set of numbers
 * @metric: a metric in US$ million
 * @year: fiscal year
 *
 * The full figure and its kind: "$45,606 million, reported".
 *
 * Returns: (transfer full): the words
 */
char *
souls_value_in_words (const SoulsChartInput *input,
                      SoulsOrigin            origin,
                      SoulsMetric            metric,
                      int                    year)
{
  SoulsDraft draft = { .input = input };
  g_autofree char *money =
    souls_words_money_full (input->words, souls_draft_value (&draft, origin, metric, year));

  return souls_fill (input->words, kind_pattern (input, origin, metric, year), money, NULL);
}

/* Translators: a full figure and the share that it is: "$45,606 million, 57.0 %". */
static const char *const share_pattern = N_("%1$s, %2$s");

/* The same with a share of the whole: "$45,606 million, 57.0 %, reported". (transfer full) */
char *
souls_share_in_words (const SoulsChartInput *input,
                      SoulsMetric            metric,
                      int                    year,
                      double                 share)
{
  SoulsDraft draft = { .input = input };
  double value = souls_draft_value (&draft, SOULS_ORIGIN_SCENARIO, metric, year);
  g_autofree char *money = souls_words_money_full (input->words, value);
  g_autofree char *percent = souls_words_percent_with (input->words, share, 1);
  g_autofree char *both = souls_fill (input->words, share_pattern, money, percent, NULL);

  return souls_fill (input->words, kind_pattern (input, SOULS_ORIGIN_SCENARIO, metric, year), both,
                     NULL);
}

/* An amount about as wide as they come in the reader's language, to keep room for labels that change
 * under the hand. (transfer full) */
char *
souls_widest_amount (const SoulsWords *words)
{
  return souls_words_money (words, -88800.0);
}

/* Translators: under an exported chart; %1$s is a fiscal year. */
static const char *const second_hand_sources =
  N_("Amazon.com, Inc. filings; fiscal %1$s partly read second-hand. Projection: Two Souls.");
static const char *const plain_sources = N_("Amazon.com, Inc. filings. Projection: Two Souls.");
/* Translators: under an exported chart: %1$s the sources, %2$s the title of a scenario, %3$s a code of letters and digits
 * that brings it back, %4$s a version number. */
static const char *const titled_foot = N_("%1$s Scenario “%2$s”, code %3$s, version %4$s.");
/* Translators: the same for a scenario without a title. */
static const char *const untitled_foot = N_("%1$s Code %2$s, version %3$s.");

/**
 * souls_chart_foot:
 * @words: the reader's language
 *
 * Returns: (transfer full): what stands under a chart that leaves the program
 */
char *
souls_chart_foot (const SoulsWords     *words,
                  const SoulsChartFoot *foot)
{
  g_autofree char *year = souls_year_text (foot->year);
  g_autofree char *sources =
    souls_fill (words, foot->second_hand ? second_hand_sources : plain_sources, year, NULL);

  if (foot->code == NULL)
    return g_steal_pointer (&sources);
  if (foot->title == NULL)
    return souls_fill (words, untitled_foot, sources, foot->code, foot->version, NULL);
  return souls_fill (words, titled_foot, sources, foot->title, foot->code, foot->version, NULL);
}

/* Translators: in a chart's subtitle; the broken lines of the chart show the baseline. */
static const char *const dashed_note = N_("dashed: baseline");

/*
 * souls_subtitle:
 * @input: what is shown
 * @measure: what the chart shows, translated
 * @with_rung: whether the chart depends on what "without AWS" means
 * @with_scenario: whether it shows any projected year, so that the scenario matters
 *
 * Measure · scenario · meaning of "without" · what the dashes are.
 *
 * Returns: (transfer full): the subtitle
 */
char *
souls_subtitle (const SoulsChartInput *input,
                const char            *measure,
                gboolean               with_rung,
                gboolean               with_scenario)
{
  GString *text = g_string_new (measure);
  SoulsRung rung = souls_input_rung (input);

  if (with_scenario && input->title && *input->title)
    g_string_append_printf (text, " · %s", input->title);
  if (with_rung && rung != SOULS_RUNG_ARITHMETIC)
    g_string_append_printf (text, " · %s", souls_words_say (input->words, souls_rung_name (rung)));
  if (with_scenario && input->moved)
    g_string_append_printf (text, " · %s", souls_words_say (input->words, dashed_note));
  return g_string_free (text, FALSE);
}
