/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "souls-words.h"

/* Narrow no-break space, true minus, left-to-right mark, en dash. */
#define N "\u202f"
#define M "\u2212"
#define L "\u200e"
#define D "\u2013"

typedef struct
{
  double value;
  const char *text;
} Row;

typedef char *(*Func) (const SoulsWords *words,
                       double            value);

static void
check_rows (Func        func,
            const Row  *rows,
            guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = func (souls_words_plain (), rows[i].value);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_money (void)
{
  static const Row rows[] = {
    { 0.0, "$0" }, { -0.0, "$0" }, { 0.004, "$0" }, { -0.004, "$0" }, { 0.006, "$0.01" N "m" },
    { 0.5, "$0.50" N "m" }, { 1.0, "$1.00" N "m" }, { 9.99, "$9.99" N "m" },
    { 9.996, "$10.0" N "m" }, { 99.94, "$99.9" N "m" }, { 99.96, "$100" N "m" },
    { 280.0, "$280" N "m" }, { -280.0, M "$280" N "m" }, { 999.4, "$999" N "m" },
    { 999.5, "$1.00" N "bn" }, { -999.6, M "$1.00" N "bn" }, { 1000.0, "$1.00" N "bn" },
    { 4106.0, "$4.11" N "bn" }, { 41234.0, "$41.2" N "bn" }, { 45606.0, "$45.6" N "bn" },
    { -10550.0, M "$10.6" N "bn" }, { 79975.0, "$80.0" N "bn" }, { 716924.0, "$717" N "bn" },
    { 999400.0, "$999" N "bn" }, { 999600.0, "$1.00" N "tn" }, { 1.2e6, "$1.20" N "tn" },
    { -1.2e6, M "$1.20" N "tn" }, { 1.2345e9, "$1,234" N "tn" },
    { NAN, D }, { HUGE_VAL, D }, { -HUGE_VAL, D },
  };

  check_rows (souls_words_money, rows, G_N_ELEMENTS (rows));
}

static void
test_money_change (void)
{
  static const Row rows[] = {
    { 0.0, "$0" }, { -0.0, "$0" }, { -0.001, "$0" }, { 41234.0, "+$41.2" N "bn" },
    { -280.0, M "$280" N "m" }, { 280.0, "+$280" N "m" }, { 1.2e6, "+$1.20" N "tn" }, { NAN, D },
  };

  check_rows (souls_words_money_change, rows, G_N_ELEMENTS (rows));
}

static void
test_money_full (void)
{
  static const Row rows[] = {
    { 0.0, "$0" N "million" }, { -0.4, "$0" N "million" }, { 280.0, "$280" N "million" },
    { 1000.0, "$1,000" N "million" }, { 45606.0, "$45,606" N "million" },
    { -10640.0, M "$10,640" N "million" }, { 1234567.8, "$1,234,568" N "million" }, { NAN, D },
  };

  check_rows (souls_words_money_full, rows, G_N_ELEMENTS (rows));
}

static void
test_percent (void)
{
  static const Row rows[] = {
    { 0.0441, "4.4" N "%" }, { -0.0441, M "4.4" N "%" }, { 0.0, "0.0" N "%" },
    { -0.0, "0.0" N "%" }, { -0.0004, "0.0" N "%" }, { -0.0006, M "0.1" N "%" },
    { 0.12, "12.0" N "%" }, { 0.999, "99.9" N "%" }, { 0.9996, "100" N "%" },
    { 1.0, "100" N "%" }, { 1.424, "142" N "%" }, { -1.424, M "142" N "%" },
    { 12.34, "1,234" N "%" }, { NAN, D }, { HUGE_VAL, D },
  };

  check_rows (souls_words_percent, rows, G_N_ELEMENTS (rows));
}

static void
test_percent_with (void)
{
  static const struct
  {
    double value;
    int digits;
    const char *text;
  } rows[] = {
    { 0.5, 0, "50" N "%" }, { 0.12345, 2, "12.35" N "%" }, { -0.004, 0, "0" N "%" },
    { -0.006, 0, M "1" N "%" }, { 0.5, -3, "50" N "%" }, { NAN, 2, D },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = souls_words_percent_with (souls_words_plain (), rows[i].value,
                                                        rows[i].digits);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_points (void)
{
  static const Row rows[] = {
    { 0.021, "+2.1" N "points" }, { -0.021, M "2.1" N "points" }, { 0.0, "0.0" N "points" },
    { -0.0, "0.0" N "points" }, { -0.0003, "0.0" N "points" }, { NAN, D },
  };

  check_rows (souls_words_points, rows, G_N_ELEMENTS (rows));
}

/* A growth has its sign, a distance none. */
static void
test_changes (void)
{
  static const Row changes[] = {
    { 0.0441, "+4.4" N "%" }, { -0.12, M "12.0" N "%" }, { 8.63, "+863" N "%" }, { 0.0, "0.0" N "%" },
    { -0.0003, "0.0" N "%" }, { NAN, D },
  };
  static const Row distances[] = {
    { 0.021, "2.1" N "points" }, { -0.021, "2.1" N "points" }, { 0.0, "0.0" N "points" }, { NAN, D },
  };
  const SoulsWords hebrew = { souls_words_plain ()->translate, souls_words_plain ()->translate_plural, ".", ",", TRUE };
  g_autofree char *more = souls_words_number_change (souls_words_plain (), 1234.5, 1);
  g_autofree char *less = souls_words_number_change (souls_words_plain (), -3.0, 0);
  g_autofree char *same = souls_words_number_change (souls_words_plain (), 0.2, 0);
  g_autofree char *none = souls_words_number_change (souls_words_plain (), NAN, 0);
  g_autofree char *mirrored = souls_words_number_change (&hebrew, 5.0, 0);

  check_rows (souls_words_percent_change, changes, G_N_ELEMENTS (changes));
  check_rows (souls_words_points_apart, distances, G_N_ELEMENTS (distances));
  g_assert_cmpstr (more, ==, "+1,234.5");
  g_assert_cmpstr (less, ==, M "3");
  g_assert_cmpstr (same, ==, "0");
  g_assert_cmpstr (none, ==, D);
  g_assert_cmpstr (mirrored, ==, L "+5");
}

static void
test_number (void)
{
  static const struct
  {
    double value;
    int digits;
    const char *text;
  } rows[] = {
    { 0.0, 0, "0" }, { -0.0, 2, "0.00" }, { -0.001, 2, "0.00" }, { 12.0, 0, "12" },
    { 999.0, 0, "999" }, { 1000.0, 0, "1,000" }, { -1234.5, 1, M "1,234.5" },
    { 1234567.0, 0, "1,234,567" }, { 999999.96, 1, "1,000,000.0" }, { 0.125, 9, "0.125000000" },
    { 1.0, 99, "1.000000000" }, { NAN, 0, D },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = souls_words_number (souls_words_plain (), rows[i].value,
                                                  rows[i].digits);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* The largest numbers there are must not break anything. */
static void
test_huge (void)
{
  static const Func funcs[] = { souls_words_money, souls_words_money_change, souls_words_money_full,
                                souls_words_percent, souls_words_points };

  for (guint i = 0; i < G_N_ELEMENTS (funcs); i++)
    {
      g_autofree char *text = funcs[i] (souls_words_plain (), -1e305);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_true (g_str_has_prefix (text, M));
    }
}

static const char *
translate_to_german (const char *msgid)
{
  static const struct
  {
    const char *msgid;
    const char *translation;
  } rows[] = {
    { "$%s" N "bn", "%s" N "Mrd." N "$" }, { M "$%s" N "bn", M "%s" N "Mrd." N "$" },
    { "%s" N "%%", "%%%s" }, { "$0", "0" N "$" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (msgid, rows[i].msgid) == 0)
      return rows[i].translation;
  return msgid;
}

static const char *
translate_plural (const char    *singular,
                  const char    *plural,
                  unsigned long  n)
{
  return n == 1 ? singular : plural;
}

static void
test_translated (void)
{
  const SoulsWords german = { translate_to_german, translate_plural, ",", ".", FALSE };
  const SoulsWords hebrew = { translate_to_german, translate_plural, ".", ",", TRUE };
  static const Row rows[] = {
    { 41234.0, "41,2" N "Mrd." N "$" }, { -10550.0, M "10,6" N "Mrd." N "$" }, { 0.0, "0" N "$" },
  };
  g_autofree char *percent = souls_words_percent (&german, 0.0441);
  g_autofree char *number = souls_words_number (&german, 1234.5, 1);
  g_autofree char *loss = souls_words_money (&hebrew, -10550.0);
  g_autofree char *negative = souls_words_number (&hebrew, -5.0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = souls_words_money (&german, rows[i].value);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  g_assert_cmpstr (percent, ==, "%4,4");
  g_assert_cmpstr (number, ==, "1.234,5");
  g_assert_cmpstr (loss, ==, L M "10.6" N "Mrd." N "$");
  g_assert_cmpstr (negative, ==, L M "5");
}

static void
test_plain (void)
{
  const SoulsWords *plain = souls_words_plain ();

  g_assert_cmpstr (souls_words_say (plain, "Stores"), ==, "Stores");
  g_assert_cmpstr (plain->translate_plural ("%d year", "%d years", 1), ==, "%d year");
  g_assert_cmpstr (plain->translate_plural ("%d year", "%d years", 0), ==, "%d years");
  g_assert_false (plain->rtl);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/words/money", test_money);
  g_test_add_func ("/plot/words/money-change", test_money_change);
  g_test_add_func ("/plot/words/money-full", test_money_full);
  g_test_add_func ("/plot/words/percent", test_percent);
  g_test_add_func ("/plot/words/percent-with", test_percent_with);
  g_test_add_func ("/plot/words/points", test_points);
  g_test_add_func ("/plot/words/number", test_number);
  g_test_add_func ("/plot/words/changes", test_changes);
  g_test_add_func ("/plot/words/huge", test_huge);
  g_test_add_func ("/plot/words/translated", test_translated);
  g_test_add_func ("/plot/words/plain", test_plain);
  return g_test_run ();
}
