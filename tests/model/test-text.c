/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "souls-text.h"

static void
test_number_reads_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (int i = 0; i < 20000; i++)
    {
      double value = ldexp (g_rand_double_range (random, -1, 1),
                            g_rand_int_range (random, -80, 80));
      g_autofree char *text = souls_text_number (value);

      g_assert_true (g_ascii_strtod (text, NULL) == value);
    }
}

static void
test_number_is_short (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = { { 0.1, "0.1" },       { 12, "12" },      { -0.0, "0" },
                { 716924, "716924" }, { 1e22, "1e+22" }, { 0.1 + 0.2, "0.30000000000000004" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = souls_text_number (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_parse (void)
{
  static const char *const good[] = { "12", " 12 ", "-3.5", "+4", "1e3", ".5", "5.", "−7" };
  static const double values[] = { 12, 12, -3.5, 4, 1000, .5, 5, -7 };
  static const char *const bad[] = { "",    " ",     "12%", "nan", "inf", "-inf", "0x10",
                                     "1,5", "1e999", "--1", "1 2", "e5",  "." };
  double value;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (souls_text_parse (good[i], &value));
      g_assert_cmpfloat (value, ==, values[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    if (souls_text_parse (bad[i], &value))
      g_error ("“%s” was read as %g", bad[i], value);
}

static void
test_nearest (void)
{
  static const char *const candidates[] = { "aws-growth", "aws-margin", "gmv-growth",
                                            "tax-rate",   "fba-fee",    NULL };
  static const struct
  {
    const char *word;
    const char *nearest;
  } cases[] = { { "aws-growht", "aws-growth" },
                { "AWS_Growth", "aws-growth" },
                { "tax", "tax-rate" },
                { "aws-margn", "aws-margin" },
                { "fbafee", "fba-fee" },
                { "zebra", NULL },
                { "", NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (souls_text_nearest (cases[i].word, candidates), ==, cases[i].nearest);
}

static void
test_nearest_of_long_word (void)
{
  static const char *const candidates[] = { "aws-growth", NULL };
  g_autofree char *word = g_strnfill (100000, 'a');

  g_assert_null (souls_text_nearest (word, candidates));
}

static void
test_line (void)
{
  g_autofree char *line = souls_text_line ("a\nb\tc\x1b[0m\xff\xe2\x80\xa8z");

  g_assert_cmpstr (line, ==, "a\\u000ab\\u0009c\\u001b[0m\xef\xbf\xbd\\u2028z");
}

static void
test_quote_is_cut (void)
{
  g_autofree char *text = g_strnfill (1000, 'x');
  g_autofree char *quote = souls_text_quote (text);

  g_assert_cmpint (g_utf8_strlen (quote, -1), ==, 51);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/text/number-reads-back", test_number_reads_back);
  g_test_add_func ("/model/text/number-is-short", test_number_is_short);
  g_test_add_func ("/model/text/parse", test_parse);
  g_test_add_func ("/model/text/nearest", test_nearest);
  g_test_add_func ("/model/text/nearest-of-long-word", test_nearest_of_long_word);
  g_test_add_func ("/model/text/line", test_line);
  g_test_add_func ("/model/text/quote-is-cut", test_quote_is_cut);
  return g_test_run ();
}
