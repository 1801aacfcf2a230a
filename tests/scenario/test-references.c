/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-data-set.h"
#include "souls-references.h"

#include <math.h>
#include <string.h>

/* As the peers print them: operating income by net sales, net revenues by merchandise value. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsDataSet) data = souls_data_set_load_default (&error);
  const SoulsReferenceSet *set = souls_data_set_get_references (data, &error);
  const SoulsReference *walmart, *ebay;

  g_assert_no_error (error);
  g_assert_nonnull (set);
  walmart = &set->references[SOULS_REFERENCE_OPERATING_MARGIN][0];
  ebay = &set->references[SOULS_REFERENCE_TAKE_RATE][0];
  g_assert_cmpstr (walmart->name, ==, "Walmart");
  g_assert_cmpfloat_with_epsilon (walmart->value, 29825.0 / 706413.0, 0.0005);
  g_assert_cmpstr (ebay->name, ==, "eBay");
  g_assert_cmpfloat_with_epsilon (ebay->value, 0.1394, 1e-9);
  for (int kind = 0; kind < SOULS_N_REFERENCE_KINDS; kind++)
    {
      g_assert_cmpint (set->n[kind], >, 0);
      for (int i = 0; i < set->n[kind]; i++)
        {
          const SoulsReference *reference = &set->references[kind][i];

          g_assert_cmpfloat (reference->value, >, 0);
          g_assert_cmpfloat (reference->value, <, 1);
          g_assert_cmpstr (reference->period, !=, "");
          g_assert_cmpstr (reference->author, !=, "");
          g_assert_cmpstr (reference->document, !=, "");
        }
    }
  g_assert_true (souls_data_set_get_references (data, NULL) == set);
}

/* Every number of the file, with the ends that it has. */
static void
test_estimates (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsDataSet) data = souls_data_set_load_default (&error);
  const SoulsEstimateSet *set = souls_data_set_get_estimates (data, &error);
  gboolean found_ends = FALSE, found_central = FALSE;

  g_assert_no_error (error);
  g_assert_cmpint (set->n, >=, 70);
  for (int i = 0; i < set->n; i++)
    {
      const SoulsEstimate *estimate = &set->estimates[i];

      g_assert_cmpstr (estimate->unit, !=, "");
      g_assert_true (isfinite (estimate->low) || isfinite (estimate->central) || isfinite (estimate->high));
      if (g_str_equal (estimate->id, "fee_fba_pct_of_3p_sales"))
        {
          found_ends = TRUE;
          g_assert_cmpfloat (estimate->low, ==, 20);
          g_assert_true (isnan (estimate->central));
          g_assert_cmpfloat (estimate->high, ==, 35);
          g_assert_cmpstr (estimate->unit, ==, "percent of seller sales");
        }
      if (g_str_equal (estimate->id, "gmv_3p_q4_2012"))
        {
          found_central = TRUE;
          g_assert_cmpfloat (estimate->central, ==, 20.5);
          g_assert_true (isnan (estimate->low) && isnan (estimate->high));
        }
    }
  g_assert_true (found_ends && found_central);
}

/* One estimate with @members beside the peers that have to be there; NULL and an error, or the references. */
static SoulsReferences *
parse_with (const char  *members,
            GError     **error)
{
  static const char *const peers[] = { "peer_walmart_total_operating_margin", "peer_ebay_operating_margin",
                                       "peer_ebay_take_rate", "peer_mercadolibre_commerce_services_take_rate" };
  g_autoptr (GString) text = g_string_new ("{\"format\": \"two-souls-estimates\", \"estimates\": {");

  for (gsize i = 0; i < G_N_ELEMENTS (peers); i++)
    g_string_append_printf (text, "\"%s\": {\"central\": 4, \"unit\": \"percent\", \"as_of\": \"2025\", \"author\": \"A\", "
                            "\"title\": \"T\"}, ", peers[i]);
  g_string_append_printf (text, "\"other\": {%s}}}", members);
  return souls_references_parse ("estimates.json", text->str, text->len, error);
}

static void
test_refused_estimates (void)
{
  const struct
  {
    const char *members;
    const char *message;
  } cases[] = {
    { "\"low\": 1", "estimates.other.unit: is missing" },
    { "\"unit\": \"percent\"", "estimates.other: expected low, central or high" },
    { "\"unit\": \"percent\", \"high\": \"4\"", "estimates.other.high: " },
  };
  g_autoptr (GError) none = NULL;
  g_autoptr (SoulsReferences) good = parse_with ("\"unit\": \"percent\", \"high\": 4", &none);

  g_assert_no_error (none);
  g_assert_cmpint (souls_references_get_estimates (good)->n, ==, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse_with (cases[i].members, &error));
      if (strstr (error->message, cases[i].message) == NULL)
        g_error ("%s: expected “%s”", error->message, cases[i].message);
    }
}

/* What is missing or wrong is named with its place. */
static void
test_refused (void)
{
  const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "[]", "estimates.json: " },
    { "{}", "estimates.json: format: is missing" },
    { "{\"format\": \"other\"}", "expected “two-souls-estimates”, found “other”" },
    { "{\"format\": \"two-souls-estimates\"}", "estimates: is missing" },
    { "{\"format\": \"two-souls-estimates\", \"estimates\": {}}", "peer_walmart_total_operating_margin: is missing" },
    { "{\"format\": \"two-souls-estimates\", \"estimates\": {\"peer_walmart_total_operating_margin\": {\"central\": \"4\"}}}",
      "estimates.peer_walmart_total_operating_margin.central: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_references_parse ("estimates.json", cases[i].text, strlen (cases[i].text), &error));
      g_assert_nonnull (error);
      if (strstr (error->message, cases[i].message) == NULL)
        g_error ("%s: expected “%s”", error->message, cases[i].message);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/references/shipped", test_shipped);
  g_test_add_func ("/scenario/references/refused", test_refused);
  g_test_add_func ("/scenario/references/estimates", test_estimates);
  g_test_add_func ("/scenario/references/refused-estimates", test_refused_estimates);
  return g_test_run ();
}
