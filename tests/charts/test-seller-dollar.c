/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static Stage stage;

static const SoulsTarget *
find_target (const SoulsScene *scene,
             const char       *name)
{
  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    if (strcmp (souls_scene_get_target (scene, i)->name, name) == 0)
      return souls_scene_get_target (scene, i);
  return NULL;
}

static void
lay_out (SoulsScene *scene)
{
  SoulsChartFrame frame = { .width = 600, .height = 450, .with_finding = TRUE };

  souls_chart_layout (SOULS_CHART_SELLER_DOLLAR, &stage.input, &frame, scene);
}

static gboolean
has_text (const SoulsScene *scene,
          const char       *text)
{
  for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
    if (strcmp (souls_scene_get_text (scene, i), text) == 0)
      return TRUE;
  return FALSE;
}

typedef struct
{
  Mood mood;
  int year;
  const char *words;
} Case;

static const Case cases[] = {
  { MOOD_BASELINE, 2014,
    "Of $100 sold in fiscal 2014, sellers kept $86 shipping themselves and $71 with FBA, before their own costs." },
  { MOOD_BASELINE, 2025,
    "Of $100 sold in fiscal 2025, sellers kept $76 shipping themselves and $51 with FBA, before their own costs." },
  { MOOD_BASELINE, 2030,
    "Of $100 sold in fiscal 2030, sellers would keep $76 shipping themselves and $51 with FBA, before their own costs." },
  { MOOD_BASELINE, 2036, "There is no result for fiscal 2036." },
};

static void
test_findings (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, cases[i].mood, cases[i].year);
      lay_out (scene);
      g_assert_cmpstr (souls_scene_get_finding (scene), ==, cases[i].words);
    }
}

/* Fees of more than the sale: said without a sign, shown with a true minus. */
static void
test_losses (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, 2030);
  stage.drivers.target[SOULS_DRIVER_REFERRAL_RATE] = 0.3;
  stage.drivers.target[SOULS_DRIVER_FBA_FEE] = 0.5;
  stage.results.value[SOULS_METRIC_GMV_THIRD_PARTY][5] = 1000;
  stage.results.value[SOULS_METRIC_SALES_ADVERTISING][5] = 300;
  lay_out (scene);
  g_assert_cmpstr (souls_scene_get_finding (scene), ==,
                   "Of $100 sold in fiscal 2030, sellers would keep $40 shipping themselves; with FBA, fees would take $10 more than the sale.");
  g_assert_true (has_text (scene, "−$10 ○"));
  g_assert_cmpfloat (souls_scene_get_range (scene).min, <, 0.0);
  g_assert_cmpfloat (souls_scene_get_range (scene).max, >, 1.0);

  stage.results.value[SOULS_METRIC_SALES_ADVERTISING][5] = 900;
  lay_out (scene);
  g_assert_cmpstr (souls_scene_get_finding (scene), ==,
                   "For $100 sold in fiscal 2030, fees would take more than the sale: $20 more shipping themselves, $70 more with FBA.");

  stage.results.value[SOULS_METRIC_GMV_THIRD_PARTY][5] = 0;
  lay_out (scene);
  g_assert_cmpstr (souls_scene_get_finding (scene), ==,
                   "Sellers would sell next to nothing in fiscal 2030: there is no sale to divide.");
  g_assert_cmpuint (souls_scene_get_n_targets (scene), ==, 1);
  g_assert_cmpstr (souls_scene_get_target (scene, 0)->value, ==, "$0\u202fmillion, projected");
}

/* What the two routes keep, weighted by what goes through each, is what the model says sellers
 * keep. */
static void
test_average (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int year = stage_first_year (); year <= stage_last_year () + 10; year++)
    {
      const SoulsTarget *seller, *fba;
      double share, keeps;

      stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, year);
      lay_out (scene);
      seller = find_target (scene, "Seller keeps, Seller-fulfilled");
      fba = find_target (scene, "Seller keeps, Fulfilled by Amazon");
      g_assert_true (seller && fba && seller->value[0] == '$' && fba->value[0] == '$');
      share = souls_chart_input_value (&stage.input, SOULS_METRIC_FBA_GMV, year) /
              souls_chart_input_value (&stage.input, SOULS_METRIC_GMV_THIRD_PARTY, year);
      keeps = (1.0 - share) * g_ascii_strtod (seller->value + 1, NULL) +
              share * g_ascii_strtod (fba->value + 1, NULL);
      g_assert_cmpfloat_with_epsilon (
        keeps, 100.0 * souls_chart_input_value (&stage.input, SOULS_METRIC_SELLER_KEEPS, year),
        0.0101);
    }
}

/* Both columns are written in whole dollars that add up to a hundred. */
static void
test_sums (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  for (int year = stage_first_year (); year <= stage_last_year () + 10; year++)
    {
      SoulsChartFrame frame = { .width = 1200, .height = 800 };
      double sum = 0.0;
      int n = 0;

      stage_set (&stage, stage_last_year (), 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY, year);
      souls_chart_layout (SOULS_CHART_SELLER_DOLLAR, &stage.input, &frame, scene);
      for (guint i = 0; i < souls_scene_get_n_texts (scene); i++)
        {
          const char *text = souls_scene_get_text (scene, i);

          if (text[0] != '$' || !(strstr (text, "◐") || strstr (text, "○")))
            continue;
          sum += g_ascii_strtod (text + 1, NULL);
          n++;
        }
      g_assert_cmpint (n, ==, 7);
      g_assert_cmpfloat (sum, ==, 200.0);
    }
}

static void
test_kinds (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();

  stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025);
  lay_out (scene);
  g_assert_cmpstr (find_target (scene, "Referral fee, Fulfilled by Amazon")->value, ==,
                   "$12.00 of $100, estimated");
  g_assert_true (g_str_has_suffix (find_target (scene, "FBA fee, Fulfilled by Amazon")->value,
                                   " of $100, assumed"));
  g_assert_null (find_target (scene, "FBA fee, Seller-fulfilled"));
}

/* What the chart says of a typical seller is what the project's estimates say. */
static void
test_typical_source (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SOULS_TEST_DATA"), "estimates.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_regex_match_simple ("\"fee_total_pct_of_3p_sales_2022\": *\\{\"central\": *50, .*2023-02.*"
                                       "Kaziukenas \\(Marketplace Pulse\\).*exceed 50% for a typical seller",
                                       text, 0, 0));
  g_assert_true (g_regex_match_simple ("\"fee_total_pct_ftc_fba_seller\": *\\{\"central\": *50, .*2023-09.*"
                                       "ALLEGATION.*one of every two dollars", text, 0, 0));
}

/* Beside the average where there is room, from the top down to half of the sale; always in words. */
static void
test_typical (void)
{
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  const double widths[] = { 320, 600, 1200, 3840 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      SoulsChartFrame frame = { .width = widths[i], .height = widths[i] * 0.75, .with_finding = TRUE };
      const SoulsTarget *typical, *kept;

      stage_set (&stage, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025);
      souls_chart_layout (SOULS_CHART_SELLER_DOLLAR, &stage.input, &frame, scene);
      typical = find_target (scene, "Typical FBA seller, fees and advertising");
      kept = find_target (scene, "Seller keeps, Fulfilled by Amazon");
      g_assert_nonnull (strstr (souls_scene_get_description (scene), "over 50 %"));
      g_assert_true ((typical != NULL) == (widths[i] >= 600));
      if (typical == NULL)
        continue;
      /* The average FBA sale keeps $51, so that the bracket ends a little lower. */
      g_assert_cmpfloat (typical->box.y + typical->box.height, >, kept->box.y);
      g_assert_cmpfloat_with_epsilon (typical->box.y + typical->box.height, kept->box.y,
                                      0.05 * kept->box.height);
      g_assert_cmpfloat (typical->box.x + typical->box.width, <=, kept->box.x + 0.5);
      g_assert_nonnull (strstr (typical->value, "estimated"));
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  if (stage_has_font ())
    {
      g_test_add_func ("/charts/seller-dollar/findings", test_findings);
      g_test_add_func ("/charts/seller-dollar/losses", test_losses);
      g_test_add_func ("/charts/seller-dollar/average", test_average);
      g_test_add_func ("/charts/seller-dollar/sums", test_sums);
      g_test_add_func ("/charts/seller-dollar/kinds", test_kinds);
    }
  g_test_add_func ("/charts/seller-dollar/typical-source", test_typical_source);
  if (stage_has_font ())
    g_test_add_func ("/charts/seller-dollar/typical", test_typical);
  status = g_test_run ();
  stage_close ();
  return status;
}
