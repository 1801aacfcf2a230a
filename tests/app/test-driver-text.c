/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "souls-driver-text.h"

static const char *
say (const char *msgid)
{
  return msgid;
}

static const char *
say_plural (const char *singular, const char *plural, unsigned long n)
{
  return n == 1 ? singular : plural;
}

static const SoulsWords english = { say, say_plural, ".", ",", FALSE };
static const SoulsWords german = { say, say_plural, ",", ".", FALSE };
static const SoulsWords french = { say, say_plural, ",", "\u202f", FALSE };
static const SoulsWords arabic = { say, say_plural, "\u066b", "\u066c", TRUE };

typedef struct
{
  SoulsDriver driver;
  const SoulsWords *words;
  const char *text;
  double shown; /* NAN: refused */
} Typed;

static const Typed typed[] = {
  { SOULS_DRIVER_AWS_GROWTH, &english, "12", 12 },
  { SOULS_DRIVER_AWS_GROWTH, &english, " 12 % ", 12 },
  { SOULS_DRIVER_AWS_GROWTH, &english, "12%/yr", 12 },
  { SOULS_DRIVER_AWS_GROWTH, &english, "12.5", 12.5 },
  { SOULS_DRIVER_AWS_GROWTH, &english, "12,5", 12.5 },
  { SOULS_DRIVER_AWS_GROWTH, &english, ".5", 0.5 },
  { SOULS_DRIVER_AWS_GROWTH, &english, "-3", -3 },
  { SOULS_DRIVER_AWS_GROWTH, &english, "−3", -3 },
  { SOULS_DRIVER_AWS_GROWTH, &english, "+3", 3 },
  { SOULS_DRIVER_AWS_GROWTH, &german, "12,5 %", 12.5 },
  { SOULS_DRIVER_AWS_GROWTH, &german, "12.5", 12.5 },
  { SOULS_DRIVER_AWS_GROWTH, &arabic, "١٢٫٥", 12.5 },
  { SOULS_DRIVER_AWS_GROWTH, &english, "1000", 1000 },
  { SOULS_DRIVER_ONE_TIME_COST, &english, "2,000", 2000 },
  { SOULS_DRIVER_ONE_TIME_COST, &english, "$2,000 m", 2000 },
  { SOULS_DRIVER_ONE_TIME_COST, &english, "$2 bn", 2000 },
  { SOULS_DRIVER_ONE_TIME_COST, &english, "2.5bn", 2500 },
  { SOULS_DRIVER_ONE_TIME_COST, &german, "2.000", 2000 },
  { SOULS_DRIVER_ONE_TIME_COST, &german, "12.000,5", 12000.5 },
  { SOULS_DRIVER_ONE_TIME_COST, &french, "12\u202f000,5", 12000.5 },
  { SOULS_DRIVER_DISSYNERGY_RATE, &german, "0.250", 0.25 },
  { SOULS_DRIVER_DISSYNERGY_RATE, &english, "0,250", 0.25 },
  { SOULS_DRIVER_INVENTORY_DAYS, &english, "42 days", 42 },
  { SOULS_DRIVER_AWS_USEFUL_LIFE, &english, "5.5 years", 5.5 },
  { SOULS_DRIVER_THIRD_PARTY_SHARE, &english, "69 % of GMV", 69 },
  { SOULS_DRIVER_INTERNATIONAL_MARGIN_GAP, &english, "+2.0 points", 2 },
  { SOULS_DRIVER_AWS_GROWTH, &english, "", NAN },
  { SOULS_DRIVER_AWS_GROWTH, &english, "%", NAN },
  { SOULS_DRIVER_AWS_GROWTH, &english, "-", NAN },
  { SOULS_DRIVER_AWS_GROWTH, &english, ".", NAN },
  { SOULS_DRIVER_AWS_GROWTH, &english, "twelve", NAN },
  { SOULS_DRIVER_AWS_GROWTH, &english, "12x", NAN },
  { SOULS_DRIVER_AWS_GROWTH, &english, "1.2.3", NAN },
  { SOULS_DRIVER_AWS_GROWTH, &english, "12 bn", NAN },
  { SOULS_DRIVER_AWS_GROWTH, &english, "1e3", NAN },
  { SOULS_DRIVER_AWS_GROWTH, &english, "nan", NAN },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      double shown = NAN;
      gboolean read =
        souls_driver_text_parse (typed[i].driver, typed[i].text, typed[i].words, &shown);

      if (read != !isnan (typed[i].shown) || (read && fabs (shown - typed[i].shown) > 1e-9))
        g_error ("“%s” was read as %g, not %g", typed[i].text, shown, typed[i].shown);
    }
}

static void
test_endless (void)
{
  g_autofree char *nines = g_strnfill (5000, '9');
  double shown;

  g_assert_false (souls_driver_text_parse (SOULS_DRIVER_AWS_GROWTH, nines, &english, &shown));
}

static const struct
{
  SoulsDriver driver;
  double shown;
  const char *value;
  const char *spoken;
} said[] = {
  { SOULS_DRIVER_AWS_GROWTH, 24, "24.0\u202f%", "24.0\u202f% per year" },
  { SOULS_DRIVER_AWS_GROWTH, -3.5, "−3.5\u202f%", "−3.5\u202f% per year" },
  { SOULS_DRIVER_PRODUCT_MARGIN, 38.5, "38.5\u202f%", "38.5 % of 1P sales" },
  { SOULS_DRIVER_THIRD_PARTY_SHARE, 69.3, "1P 31 | 3P 69\u202f%", "69 % of GMV" },
  { SOULS_DRIVER_THIRD_PARTY_SHARE, 68.5, "1P 32 | 3P 68\u202f%", "68 % of GMV" },
  { SOULS_DRIVER_OVERHEAD_RATE, 5.744, "5.74\u202f%", "5.74 % of activity" },
  { SOULS_DRIVER_ONE_TIME_COST, 12250, "$12,250\u202fm", "$12,250\u202fmillion" },
  { SOULS_DRIVER_INVENTORY_DAYS, 1, "1 day", "1 day" },
  { SOULS_DRIVER_INVENTORY_DAYS, 42, "42 days", "42 days" },
  { SOULS_DRIVER_AWS_USEFUL_LIFE, 5.5, "5.5 years", "5.5 years" },
};

static void
test_say (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *value = souls_driver_text_value (said[i].driver, said[i].shown, &english);
      g_autofree char *spoken = souls_driver_text_spoken (said[i].driver, said[i].shown, &english);

      g_assert_cmpstr (value, ==, said[i].value);
      g_assert_cmpstr (spoken, ==, said[i].spoken);
    }
}

/* Whatever is shown for editing may be typed again, in any language, and gives the same value. */
static void
test_exact_round_trip (void)
{
  const SoulsWords *all[] = { &english, &german, &french, &arabic };

  for (int driver = 0; driver < SOULS_N_DRIVERS; driver++)
    for (gsize w = 0; w < G_N_ELEMENTS (all); w++)
      {
        const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) driver);
        double values[] = {
          info->min, info->max, info->step, info->min + 3 * info->step, info->max / 7.0
        };

        for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
          {
            g_autofree char *text =
              souls_driver_text_exact ((SoulsDriver) driver, values[i], all[w]);
            double shown = NAN;

            if (!souls_driver_text_parse ((SoulsDriver) driver, text, all[w], &shown))
              g_error ("%s: “%s” cannot be typed", info->id, text);
            g_assert_cmpfloat_with_epsilon (shown, values[i], 0.51e-4);
          }
      }
}

/* So may the value as it stands in the row, but for the seller mix, which is two numbers. */
static void
test_value_round_trip (void)
{
  for (int driver = 0; driver < SOULS_N_DRIVERS; driver++)
    {
      const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) driver);
      double value = info->min + 2 * info->step;
      g_autofree char *text = souls_driver_text_value ((SoulsDriver) driver, value, &german);
      double shown = NAN;

      if (driver == SOULS_DRIVER_THIRD_PARTY_SHARE)
        continue;
      g_assert_true (souls_driver_text_parse ((SoulsDriver) driver, text, &german, &shown));
      g_assert_cmpfloat_with_epsilon (
        shown, value, 0.5 * pow (10, -souls_driver_text_digits ((SoulsDriver) driver)));
    }
}

/* A step is seen: two neighbouring steps never look the same. */
static void
test_steps_differ (void)
{
  for (int driver = 0; driver < SOULS_N_DRIVERS; driver++)
    {
      const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) driver);
      g_autofree char *one =
        souls_driver_text_value ((SoulsDriver) driver, info->max - info->step, &english);
      g_autofree char *two = souls_driver_text_value ((SoulsDriver) driver, info->max, &english);

      g_assert_cmpstr (one, !=, two);
    }
}

static void
test_range (void)
{
  g_autofree char *growth = souls_driver_text_range (SOULS_DRIVER_AWS_GROWTH, -20, 80, &english);
  g_autofree char *widened =
    souls_driver_text_range (SOULS_DRIVER_COMPUTE_MARKUP, 0, 104.6, &english);

  g_assert_cmpstr (growth, ==, "−20 to 80 %/yr");
  g_assert_true (g_str_has_prefix (widened, "0 to 105 %"));
}

static void
test_fit (void)
{
  double value = 105;

  /* The end is read as 105, so 105 may be typed. */
  g_assert_true (souls_driver_text_fit (SOULS_DRIVER_COMPUTE_MARKUP, 0, 104.6, &value));
  g_assert_cmpfloat (value, ==, 104.6);
  value = 106;
  g_assert_false (souls_driver_text_fit (SOULS_DRIVER_COMPUTE_MARKUP, 0, 104.6, &value));
  value = -0.6;
  g_assert_false (souls_driver_text_fit (SOULS_DRIVER_COMPUTE_MARKUP, 0, 104.6, &value));
  value = 40;
  g_assert_true (souls_driver_text_fit (SOULS_DRIVER_COMPUTE_MARKUP, 0, 104.6, &value));
  g_assert_cmpfloat (value, ==, 40);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/driver-text/parse", test_parse);
  g_test_add_func ("/app/driver-text/endless", test_endless);
  g_test_add_func ("/app/driver-text/say", test_say);
  g_test_add_func ("/app/driver-text/exact-round-trip", test_exact_round_trip);
  g_test_add_func ("/app/driver-text/value-round-trip", test_value_round_trip);
  g_test_add_func ("/app/driver-text/steps-differ", test_steps_differ);
  g_test_add_func ("/app/driver-text/range", test_range);
  g_test_add_func ("/app/driver-text/fit", test_fit);

  return g_test_run ();
}
