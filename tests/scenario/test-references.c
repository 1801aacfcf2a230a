/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-data-set.h"
#include "souls-references.h"

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
  return g_test_run ();
}
