/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "files.h"

static JsonNode *
read_root (gboolean beliefs)
{
  g_autofree char *path = beliefs ? get_beliefs_path () : get_reported_path ();
  g_autoptr (GError) error = NULL;
  JsonNode *root = souls_json_read (path, &error);

  g_assert_no_error (error);
  return root;
}

static JsonObject *
get_year (JsonNode   *root,
          const char *year)
{
  return json_object_get_object_member (
    json_object_get_object_member (json_node_get_object (root), "years"), year);
}

static JsonObject *
get_entry (JsonNode   *root,
           const char *year,
           const char *id)
{
  return json_object_get_object_member (get_year (root, year), id);
}

static char *
write_root (const char *folder,
            const char *name,
            JsonNode   *root)
{
  g_autoptr (GString) text = g_string_new (NULL);

  souls_json_write_node (text, root, 0);
  return write_file (folder, name, text->str, (gssize) text->len);
}

/* Loads figures or beliefs that were tampered with beside the other file as it ships. */
static SoulsDataSet *
load_changed (JsonNode *root,
              gboolean  beliefs,
              GError  **error)
{
  char *folder = make_folder ();
  g_autofree char *changed = write_root (folder, "changed.json", root);
  g_autofree char *other = beliefs ? get_reported_path () : get_beliefs_path ();
  SoulsDataSet *data = souls_data_set_load_files (
    (const char *const[]) { beliefs ? other : changed, NULL },
    (const char *const[]) { beliefs ? changed : other, NULL }, error);

  remove_folder (folder);
  return data;
}

static void
assert_refused (JsonNode   *root,
                gboolean    beliefs,
                int         code,
                const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load_changed (root, beliefs, &error));
  assert_message (error, code, part);
  g_assert_nonnull (strstr (
    error->message, beliefs || code != SOULS_SCENARIO_ERROR_VALUE ? "changed.json: " : ".json: "));
}

static void
test_shipped (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  int n;
  const SoulsCalibration *calibrations = souls_data_set_get_calibrations (data, &n);

  g_assert_cmpint (souls_data_set_get_first_year (data), ==, 2014);
  g_assert_cmpint (souls_data_set_get_last_year (data), ==, 2025);
  g_assert_cmpint (n, ==, 12);
  for (int i = 0; i < n; i++)
    {
      g_assert_cmpint (calibrations[i].year, ==, 2014 + i);
      g_assert_true (souls_data_set_get_calibration (data, 2014 + i, NULL) == &calibrations[i]);
    }
  g_assert_null (souls_data_set_get_warnings (data)[0]);
}

static void
test_resource_equals_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsDataSet) data = souls_data_set_load_default (&error);
  g_autoptr (SoulsDataSet) files = load_shipped ();
  const SoulsCalibration *ours, *theirs;

  g_assert_no_error (error);
  g_assert_null (souls_data_set_get_warnings (data)[0]);
  for (int year = 2014; year <= 2025; year++)
    {
      ours = souls_data_set_get_calibration (data, year, &error);
      theirs = souls_data_set_get_calibration (files, year, &error);
      g_assert_no_error (error);
      for (int i = 0; i < SOULS_N_SYMBOLS; i++)
        g_assert_cmpfloat (ours->symbol[i], ==, theirs->symbol[i]);
    }
}

static void
test_year_not_offered (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  static const int years[] = { 0, -1, 2013, 2026, G_MAXINT };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_data_set_get_calibration (data, years[i], &error));
      assert_message (error, SOULS_SCENARIO_ERROR_VALUE,
                      "expected a base year from 2014 to 2025, found");
    }
}

/* Every figure and belief of every year says where it is from; nothing else does. */
static void
test_provenance_of_all (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  int n;
  const SoulsCalibration *calibrations = souls_data_set_get_calibrations (data, &n);

  for (int i = 0; i < n; i++)
    {
      for (int f = 0; f < SOULS_N_FIGURES; f++)
        {
          const SoulsProvenance *provenance = souls_data_set_get_figure_provenance (
            data, calibrations[i].year, (SoulsFigure) f);

          if (provenance == NULL)
            continue;
          g_assert_cmpint (provenance->kind, ==, SOULS_KIND_REPORTED);
          g_assert_nonnull (provenance->sources[0]);
          g_assert_null (provenance->sources[1]);
          g_assert_cmpuint (strlen (provenance->sources[0]->document), >, 0);
        }
      for (int b = 0; b < SOULS_N_BELIEFS; b++)
        {
          const SoulsProvenance *provenance = souls_data_set_get_belief_provenance (
            data, calibrations[i].year, (SoulsBelief) b);

          g_assert_true (provenance != NULL || b == SOULS_BELIEF_ONE_OFF ||
                         b == SOULS_BELIEF_VIDEO);
          if (provenance != NULL)
            g_assert_true ((provenance->kind == SOULS_KIND_ASSUMED) ==
                           (provenance->sources[0] == NULL));
        }
    }
}

static void
test_provenance_details (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  const SoulsProvenance *additions = souls_data_set_get_figure_provenance (
    data, 2025, SOULS_FIGURE_ADDITIONS_AWS);
  const SoulsProvenance *recast = souls_data_set_get_figure_provenance (data, 2014,
                                                                        SOULS_FIGURE_INCOME_AWS);
  const SoulsProvenance *share = souls_data_set_get_belief_provenance (
    data, 2021, SOULS_BELIEF_THIRD_PARTY_SHARE);

  g_assert_cmpstr (additions->sources[0]->accession, ==, "0001018724-26-000004");
  g_assert_nonnull (additions->via);
  g_assert_true (additions->via->secondary);
  g_assert_true (recast->has_first_reported);
  g_assert_cmpfloat (recast->first_reported, ==, 660);
  g_assert_cmpstr (recast->first_reported_source->id, ==, "K2015");
  g_assert_cmpint (share->kind, ==, SOULS_KIND_ESTIMATED);
  g_assert_cmpstr (share->sources[1]->author, ==, "Marketplace Pulse");
  g_assert_true (souls_data_set_year_is_second_hand (data, 2025));
  g_assert_false (souls_data_set_year_is_second_hand (data, 2022));
}

/* Up to fiscal 2018 no filing separated advertising: its provenance is that of the line that held
 * it. */
static void
test_provenance_of_combined_advertising (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();

  g_assert_true (
    souls_data_set_get_figure_provenance (data, 2016, SOULS_FIGURE_SALES_ADVERTISING) ==
    souls_data_set_get_figure_provenance (data, 2016, SOULS_FIGURE_SALES_OTHER));
  g_assert_true (
    souls_data_set_get_figure_provenance (data, 2020, SOULS_FIGURE_SALES_ADVERTISING) !=
    souls_data_set_get_figure_provenance (data, 2020, SOULS_FIGURE_SALES_OTHER));
  g_assert_null (
    souls_data_set_get_figure_provenance (data, 2013, SOULS_FIGURE_SALES_ADVERTISING));
}

static void
test_sources (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  int n;
  const SoulsSource *const *sources = souls_data_set_get_sources (data, &n);

  g_assert_cmpint (n, >, 20);
  for (int i = 0; i < n; i++)
    g_assert_true (souls_data_set_get_source (data, sources[i]->id) == sources[i]);
  g_assert_null (souls_data_set_get_source (data, "K1901"));
}

/* Each part of each sum is moved by seven: the message names file, year, sum and difference. */
static void
test_broken_sums (void)
{
  static const struct
  {
    const char *figure;
    const char *sum;
    const char *difference;
  } cases[] = {
    { "sales-online", "net sales by group", "7" },
    { "sales-physical", "net sales by group", "7" },
    { "sales-third-party", "net sales by group", "7" },
    { "sales-advertising", "net sales by group", "7" },
    { "sales-subscription", "net sales by group", "7" },
    { "sales-other", "net sales by group", "7" },
    { "sales-aws", "net sales by group", "7" },
    { "sales-total", "net sales by group", "-7" },
    { "sales-north-america", "net sales by segment", "7" },
    { "sales-international", "net sales by segment", "7" },
    { "operating-income-north-america", "operating income by segment", "7" },
    { "operating-income-international", "operating income by segment", "7" },
    { "operating-income-aws", "operating income by segment", "7" },
    { "operating-income-total", "operating income by segment", "-7" },
    { "cost-of-sales", "operating expenses by function", "7" },
    { "fulfillment", "operating expenses by function", "7" },
    { "technology", "operating expenses by function", "7" },
    { "marketing", "operating expenses by function", "7" },
    { "general-administrative", "operating expenses by function", "7" },
    { "other-operating-expense", "operating expenses by function", "7" },
    { "operating-expenses-total", "operating expenses by function", "-7" },
    { "operating-cash-flow", "operating cash flow less capital expenditure", "7" },
    { "capital-expenditure", "operating cash flow less capital expenditure", "-7" },
    { "free-cash-flow", "operating cash flow less capital expenditure", "-7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = read_root (FALSE);
      JsonObject *figure = get_entry (root, "2023", cases[i].figure);
      g_autofree char *sum = g_strdup_printf ("years.2023: %s: expected ", cases[i].sum);
      g_autofree char *difference = g_strdup_printf ("difference %s", cases[i].difference);

      json_object_set_double_member (figure, "value",
                                     json_object_get_double_member (figure, "value") + 7);
      assert_refused (root, FALSE, SOULS_SCENARIO_ERROR_SUM, sum);
      assert_refused (root, FALSE, SOULS_SCENARIO_ERROR_SUM, difference);
    }
}

/* Sales less expenses is only reached where both of their own sums tie. */
static void
test_broken_income (void)
{
  static const char *const figures[] = { "operating-income-total", "operating-income-aws" };
  g_autoptr (JsonNode) root = read_root (FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      JsonObject *figure = get_entry (root, "2019", figures[i]);

      json_object_set_double_member (figure, "value",
                                     json_object_get_double_member (figure, "value") - 100);
    }
  assert_refused (root, FALSE, SOULS_SCENARIO_ERROR_SUM,
                  "years.2019: net sales less operating expenses: expected");
  assert_refused (root, FALSE, SOULS_SCENARIO_ERROR_SUM, "difference 100");
}

/* 2013 has figures, but no groups and no beliefs: it only serves as the year before; its sums
 * count all the same. */
static void
test_sums_of_partial_year (void)
{
  g_autoptr (JsonNode) root = read_root (FALSE);
  JsonObject *figure = get_entry (root, "2013", "fulfillment");

  json_object_set_double_member (figure, "value", 1);
  assert_refused (root, FALSE, SOULS_SCENARIO_ERROR_SUM,
                  "years.2013: operating expenses by function");
}

static void
test_absent_part (void)
{
  g_autoptr (JsonNode) root = read_root (FALSE);

  json_object_remove_member (get_year (root, "2024"), "sales-advertising");
  assert_refused (root, FALSE, SOULS_SCENARIO_ERROR_SUM, "years.2024: net sales by group");
}

/* What the model cannot do without, one figure and one belief at a time. */
static void
test_incomplete (void)
{
  static const char *const figures[] = { "sales-online", "operating-income-aws",
                                         "inventories",  "depreciation-aws",
                                         "income-tax",   "shipping-costs",
                                         "property-aws" };
  static const char *const beliefs[] = { "s0", "g1", "phi0", "rho0", "mu0", "L0" };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (JsonNode) root = read_root (FALSE);

      json_object_remove_member (get_year (root, "2020"), figures[i]);
      assert_refused (root, FALSE, SOULS_SCENARIO_ERROR_VALUE, "years.2020: ");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (beliefs); i++)
    {
      g_autoptr (JsonNode) root = read_root (TRUE);
      g_autoptr (GError) error = NULL;

      json_object_remove_member (get_year (root, "2020"), beliefs[i]);
      g_assert_null (load_changed (root, TRUE, &error));
      assert_message (error, SOULS_SCENARIO_ERROR_VALUE, "years.2020: ");
      g_assert_nonnull (strstr (error->message, beliefs[i]));
    }
}

/* Beliefs where figures are asked for. */
static void
test_wrong_format (void)
{
  g_autoptr (JsonNode) root = read_root (TRUE);

  assert_refused (root, FALSE, SOULS_SCENARIO_ERROR_FORM, "format: expected “two-souls-reported”");
}

static void
test_gap_in_beliefs (void)
{
  g_autoptr (JsonNode) root = read_root (TRUE);
  g_autoptr (GError) error = NULL;

  json_object_remove_member (json_object_get_object_member (json_node_get_object (root), "years"),
                             "2019");
  g_assert_null (load_changed (root, TRUE, &error));
  assert_message (error, SOULS_SCENARIO_ERROR_VALUE,
                  "years.2014: offered years must follow one another without a gap");
}

typedef void (*Damage) (JsonNode *root);

#define ENTRY(year, id) get_entry (root, year, id)
#define TOP json_node_get_object (root)

static void
damage_text_value (JsonNode *root)
{
  json_object_set_string_member (ENTRY ("2025", "sales-aws"), "value", "1");
}
static void
damage_null_value (JsonNode *root)
{
  json_object_set_null_member (ENTRY ("2025", "sales-aws"), "value");
}
static void
damage_no_value (JsonNode *root)
{
  json_object_remove_member (ENTRY ("2025", "sales-aws"), "value");
}
static void
damage_kind (JsonNode *root)
{
  json_object_set_string_member (ENTRY ("2025", "sales-aws"), "kind", "assumed");
}
static void
damage_source (JsonNode *root)
{
  json_object_set_string_member (ENTRY ("2025", "sales-aws"), "source", "K1");
}
static void
damage_via (JsonNode *root)
{
  json_object_set_string_member (ENTRY ("2025", "sales-aws"), "via", "K1");
}
static void
damage_member (JsonNode *root)
{
  json_object_set_string_member (ENTRY ("2025", "sales-aws"), "notes", "x");
}
static void
damage_year (JsonNode *root)
{
  json_object_set_int_member (json_object_get_object_member (TOP, "years"), "2025", 3);
}
static void
damage_figure (JsonNode *root)
{
  json_object_set_int_member (get_year (root, "2025"), "sales-awz", 3);
}
static void
damage_year_name (JsonNode *root)
{
  json_object_set_object_member (json_object_get_object_member (TOP, "years"), "25",
                                 json_object_new ());
}
static void
damage_years (JsonNode *root)
{
  json_object_set_array_member (TOP, "years", json_array_new ());
}
static void
damage_no_years (JsonNode *root)
{
  json_object_set_object_member (TOP, "years", json_object_new ());
}
static void damage_version (JsonNode *root) { json_object_set_int_member (TOP, "version", 2); }
static void
damage_format (JsonNode *root)
{
  json_object_set_string_member (TOP, "format", "two-souls-scenario");
}
static void damage_no_format (JsonNode *root) { json_object_remove_member (TOP, "format"); }
static void
damage_unit (JsonNode *root)
{
  json_object_set_string_member (TOP, "unit", "US$ thousand");
}
static void damage_sources (JsonNode *root) { json_object_remove_member (TOP, "sources"); }
static void
damage_a_source (JsonNode *root)
{
  json_object_remove_member (
    json_object_get_object_member (json_object_get_object_member (TOP, "sources"), "K2024"),
    "document");
}
static void
damage_belief_range (JsonNode *root)
{
  json_object_set_int_member (ENTRY ("2025", "s0"), "value", 69);
}
static void
damage_belief_order (JsonNode *root)
{
  json_object_set_double_member (ENTRY ("2025", "s0"), "low", 0.7);
}
static void
damage_belief_source (JsonNode *root)
{
  json_object_remove_member (ENTRY ("2025", "s0"), "source");
}
static void
damage_belief_zero (JsonNode *root)
{
  json_object_set_int_member (ENTRY ("2025", "phi0"), "low", 0);
}
static void
damage_belief_life (JsonNode *root)
{
  json_object_set_int_member (ENTRY ("2025", "L0"), "low", 0);
}
static void
damage_belief_id (JsonNode *root)
{
  json_object_set_int_member (get_year (root, "2025"), "s1", 0);
}
static void
damage_belief_assumed (JsonNode *root)
{
  json_object_set_string_member (ENTRY ("2025", "s0"), "kind", "assumed");
}
static void
damage_belief_sources (JsonNode *root)
{
  json_object_set_string_member (ENTRY ("2025", "s0"), "source", "K2020");
}

static void
test_damaged_form (void)
{
  static const struct
  {
    Damage damage;
    gboolean beliefs;
    const char *message;
  } cases[] = {
    { damage_text_value, FALSE, "years.2025.sales-aws.value: expected a number, found a string" },
    { damage_null_value, FALSE, "years.2025.sales-aws.value: expected a number, found null" },
    { damage_no_value, FALSE, "years.2025.sales-aws.value: expected a number, found nothing" },
    { damage_kind, FALSE, "years.2025.sales-aws.kind: expected “reported”, found “assumed”" },
    { damage_source, FALSE,
      "years.2025.sales-aws.source: expected a key of “sources”, found “K1”" },
    { damage_via, FALSE, "years.2025.sales-aws.via: expected a key of “sources”, found “K1”" },
    { damage_member, FALSE,
      "years.2025.sales-aws: “notes” is not expected here; did you mean “note”?" },
    { damage_year, FALSE, "years.2025: expected an object, found a number" },
    { damage_figure, FALSE,
      "years.2025: there is no figure “sales-awz”; did you mean “sales-aws”?" },
    { damage_year_name, FALSE, "years.25: expected a fiscal year from 1994 to 2199" },
    { damage_years, FALSE, "years: expected an object, found an array" },
    { damage_no_years, FALSE, "years: expected at least one fiscal year, found none" },
    { damage_version, FALSE, "version: expected 1, found 2: a newer program wrote this file" },
    { damage_format, FALSE,
      "format: expected “two-souls-reported” or “two-souls-beliefs”, found “two-souls-scenario”" },
    { damage_no_format, FALSE, "format: expected a string, found nothing" },
    { damage_unit, FALSE, "unit: expected “US$ million”, found “US$ thousand”" },
    { damage_sources, FALSE, "sources: expected an object, found nothing" },
    { damage_a_source, FALSE, "sources.K2024: expected a “document” or a “title”" },
    { damage_belief_range, TRUE,
      "years.2025.s0.value: expected a number from 0 to 1 (not itself), found 69" },
    { damage_belief_order, TRUE,
      "years.2025.s0: expected low ≤ value ≤ high, found 0.7, 0.69 and 0.76" },
    { damage_belief_source, TRUE,
      "years.2025.s0.source: expected at least one source, or the kind “assumed”" },
    { damage_belief_zero, TRUE,
      "years.2025.phi0.low: expected a number from 0 (not itself) to 1, found 0" },
    { damage_belief_life, TRUE, "years.2025.L0.low: expected a number above 0, found 0" },
    { damage_belief_id, TRUE, "years.2025: there is no belief “s1”; did you mean “s0”?" },
    { damage_belief_assumed, TRUE,
      "years.2025.s0.source: expected no source where the kind is “assumed”" },
    { damage_belief_sources, TRUE, "years.2025.s0.source: expected an array, found a string" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = read_root (cases[i].beliefs);
      g_autoptr (GError) error = NULL;

      cases[i].damage (root);
      g_assert_null (load_changed (root, cases[i].beliefs, &error));
      g_assert_nonnull (error);
      assert_message (error, error->code, cases[i].message);
      g_assert_nonnull (strstr (error->message, "changed.json: "));
    }
}

/* Truncated at many places: never taken, one line each time. */
static void
test_truncated (void)
{
  g_autofree char *reported = get_reported_path ();
  g_autofree char *beliefs = get_beliefs_path ();
  g_autofree char *bytes = NULL;
  char *folder = make_folder ();
  gsize length;

  g_assert_true (g_file_get_contents (reported, &bytes, &length, NULL));
  while (g_ascii_isspace (bytes[length - 1]))
    length--;
  for (gsize cut = 0; cut < length; cut += 997)
    {
      g_autofree char *path = write_file (folder, "cut.json", bytes, (gssize) cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_data_set_load_files ((const char *const[]) { path, NULL },
                                                (const char *const[]) { beliefs, NULL }, &error));
      assert_message (error, SOULS_SCENARIO_ERROR_SYNTAX, "cut.json:");
    }
  remove_folder (folder);
}

static void
test_missing_file (void)
{
  g_autofree char *beliefs = get_beliefs_path ();
  g_autoptr (GError) error = NULL;

  g_assert_null (
    souls_data_set_load_files ((const char *const[]) { "/nowhere/reported.json", NULL },
                               (const char *const[]) { beliefs, NULL }, &error));
  assert_message (error, SOULS_SCENARIO_ERROR_READ,
                  "/nowhere/reported.json: No such file or directory");
}

/* The user's folder */

static char *
make_user_folder (void)
{
  char *folder = g_build_filename (g_get_user_data_dir (), "two-souls", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return folder;
}

/* A file with one year of the shipped one under another year's name. */
static void
write_user_year (const char *folder,
                 const char *name,
                 gboolean    beliefs,
                 const char *from,
                 const char *to)
{
  g_autoptr (JsonNode) root = read_root (beliefs);
  JsonNode *year = json_node_copy (json_object_get_member (
    json_object_get_object_member (json_node_get_object (root), "years"), from));
  JsonObject *years = json_object_new ();
  g_autofree char *path = NULL;

  json_object_set_member (years, to, year);
  json_object_set_object_member (json_node_get_object (root), "years", years);
  path = write_root (folder, name, root);
}

static void
write_user_years (const char *folder,
                  const char *to)
{
  g_autofree char *reported = g_strconcat (to, ".reported.json", NULL);
  g_autofree char *beliefs = g_strconcat (to, ".beliefs.json", NULL);

  write_user_year (folder, reported, FALSE, "2025", to);
  write_user_year (folder, beliefs, TRUE, "2025", to);
}

static SoulsDataSet *
load_default (int         last_year,
              guint       n_warnings,
              const char *part)
{
  g_autoptr (GError) error = NULL;
  SoulsDataSet *data = souls_data_set_load_default (&error);
  const char *const *warnings;

  g_assert_no_error (error);
  warnings = souls_data_set_get_warnings (data);
  if (g_strv_length ((char **) warnings) != n_warnings)
    g_error ("%u warnings: %s", g_strv_length ((char **) warnings),
             warnings[0] != NULL ? warnings[0] : "none");
  for (guint i = 0; i < n_warnings; i++)
    g_assert_null (strchr (warnings[i], '\n'));
  if (n_warnings > 0 && strstr (warnings[0], part) == NULL)
    g_error ("“%s” does not say “%s”", warnings[0], part);
  g_assert_cmpint (souls_data_set_get_first_year (data), ==, 2014);
  g_assert_cmpint (souls_data_set_get_last_year (data), ==, last_year);
  return data;
}

static void
test_user_year (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autoptr (SoulsDataSet) data = NULL;
  const SoulsCalibration *calibration;

  write_user_years (folder, "2026");
  data = load_default (2026, 0, NULL);
  calibration = souls_data_set_get_calibration (data, 2026, NULL);
  g_assert_cmpint (calibration->year, ==, 2026);
  /* Its year before is the last one that ships; the figures are the same, so nothing has grown. */
  g_assert_cmpfloat (calibration->aws_growth, ==, 0);
  g_assert_nonnull (souls_data_set_get_figure_provenance (data, 2026, SOULS_FIGURE_SALES_AWS));
}

static void
test_user_year_replaces (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autoptr (SoulsDataSet) data = NULL;

  write_user_year (folder, "own.reported.json", FALSE, "2024", "2025");
  data = load_default (2025, 0, NULL);
  g_assert_cmpfloat (
    souls_data_set_get_calibration (data, 2025, NULL)->figures.value[SOULS_FIGURE_SALES_AWS], ==,
    souls_data_set_get_calibration (data, 2024, NULL)->figures.value[SOULS_FIGURE_SALES_AWS]);
}

static void
test_user_damaged (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autofree char *path = write_file (folder, "bad.reported.json", "{\"format\": ", -1);
  g_autoptr (SoulsDataSet)
    data = load_default (2025, 1, "bad.reported.json:1:12: expected a value");

  g_assert_true (
    g_str_has_suffix (souls_data_set_get_warnings (data)[0], "; the file is left out"));
}

static void
test_user_pipe (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autofree char *path = g_build_filename (folder, "pipe.beliefs.json", NULL);
  g_autoptr (SoulsDataSet) data = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  data = load_default (2025, 1, "pipe.beliefs.json: expected a file, found a pipe");
}

static void
test_user_figures_alone (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autoptr (SoulsDataSet) data = NULL;

  write_user_year (folder, "x.reported.json", FALSE, "2025", "2026");
  data = load_default (2025, 1,
                       "x.reported.json: years.2026: there are reported figures but no beliefs; "
                       "the year is left out");
}

static void
test_user_beliefs_alone (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autoptr (SoulsDataSet) data = NULL;

  write_user_year (folder, "x.beliefs.json", TRUE, "2025", "2026");
  data = load_default (2025, 1,
                       "x.beliefs.json: years.2026: there are beliefs but no reported figures");
}

static void
test_user_gap (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autoptr (SoulsDataSet) data = NULL;

  write_user_years (folder, "2027");
  data = load_default (
    2025, 1,
    "2027.reported.json: years.2027: offered years must follow one another without a gap");
}

/* A user's year that the model cannot use goes; the good one before it, and the data that ships,
 * stay. */
static void
test_user_unusable (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autofree char *path = g_build_filename (folder, "2027.reported.json", NULL);
  g_autofree char *changed = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (SoulsDataSet) data = NULL;

  write_user_years (folder, "2026");
  write_user_years (folder, "2027");
  root = souls_json_read (path, NULL);
  json_object_remove_member (get_year (root, "2027"), "inventories");
  changed = write_root (folder, "2027.reported.json", root);
  data = load_default (2026, 2, "2027.reported.json: years.2027: ");
}

static void
test_user_breaks_shipped_year (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autofree char *path = g_build_filename (folder, "own.reported.json", NULL);
  g_autofree char *changed = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (SoulsDataSet) data = NULL;
  g_autoptr (SoulsDataSet) shipped = load_shipped ();

  write_user_year (folder, "own.reported.json", FALSE, "2025", "2025");
  root = souls_json_read (path, NULL);
  json_object_remove_member (get_year (root, "2025"), "inventories");
  changed = write_root (folder, "own.reported.json", root);
  data = load_default (2025, 1, "own.reported.json is left out");
  g_assert_cmpfloat (souls_data_set_get_calibration (data, 2025, NULL)->inventory_days, ==,
                     souls_data_set_get_calibration (shipped, 2025, NULL)->inventory_days);
}

static void
test_user_wrong_format (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autoptr (SoulsDataSet) data = NULL;

  write_user_year (folder, "x.reported.json", TRUE, "2025", "2026");
  data = load_default (
    2025, 1, "x.reported.json: format: expected “two-souls-reported”, found “two-souls-beliefs”");
}

static void
test_user_other_files (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autofree char *one = write_file (folder, "reported.json.bak", "{", -1);
  g_autofree char *two = write_file (folder, ".hidden.reported.json", "{", -1);
  g_autofree char *three = write_file (folder, "lesson.souls", "{", -1);
  g_autoptr (SoulsDataSet) data = load_default (2025, 0, NULL);
}

static void
test_check_file (void)
{
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autofree char *reported = get_reported_path ();
  g_autofree char *beliefs = get_beliefs_path ();
  g_autoptr (JsonNode) root = read_root (FALSE);
  char *folder = make_folder ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (souls_data_set_check_file (data, reported, &error));
  g_assert_true (souls_data_set_check_file (data, beliefs, &error));
  json_object_remove_member (get_year (root, "2025"), "inventories");
  path = write_root (folder, "x.json", root);
  g_assert_false (souls_data_set_check_file (data, path, &error));
  assert_message (error, SOULS_SCENARIO_ERROR_VALUE, "x.json: years.2025: ");
  remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/scenario/data-set/shipped", test_shipped);
  g_test_add_func ("/scenario/data-set/resource-equals-files", test_resource_equals_files);
  g_test_add_func ("/scenario/data-set/year-not-offered", test_year_not_offered);
  g_test_add_func ("/scenario/data-set/provenance-of-all", test_provenance_of_all);
  g_test_add_func ("/scenario/data-set/provenance-details", test_provenance_details);
  g_test_add_func ("/scenario/data-set/provenance-of-combined-advertising",
                   test_provenance_of_combined_advertising);
  g_test_add_func ("/scenario/data-set/sources", test_sources);
  g_test_add_func ("/scenario/data-set/broken-sums", test_broken_sums);
  g_test_add_func ("/scenario/data-set/broken-income", test_broken_income);
  g_test_add_func ("/scenario/data-set/sums-of-partial-year", test_sums_of_partial_year);
  g_test_add_func ("/scenario/data-set/absent-part", test_absent_part);
  g_test_add_func ("/scenario/data-set/incomplete", test_incomplete);
  g_test_add_func ("/scenario/data-set/wrong-format", test_wrong_format);
  g_test_add_func ("/scenario/data-set/gap-in-beliefs", test_gap_in_beliefs);
  g_test_add_func ("/scenario/data-set/damaged-form", test_damaged_form);
  g_test_add_func ("/scenario/data-set/truncated", test_truncated);
  g_test_add_func ("/scenario/data-set/missing-file", test_missing_file);
  g_test_add_func ("/scenario/data-set/check-file", test_check_file);
  g_test_add_func ("/scenario/data-set/user-year", test_user_year);
  g_test_add_func ("/scenario/data-set/user-year-replaces", test_user_year_replaces);
  g_test_add_func ("/scenario/data-set/user-damaged", test_user_damaged);
  g_test_add_func ("/scenario/data-set/user-pipe", test_user_pipe);
  g_test_add_func ("/scenario/data-set/user-figures-alone", test_user_figures_alone);
  g_test_add_func ("/scenario/data-set/user-beliefs-alone", test_user_beliefs_alone);
  g_test_add_func ("/scenario/data-set/user-gap", test_user_gap);
  g_test_add_func ("/scenario/data-set/user-unusable", test_user_unusable);
  g_test_add_func ("/scenario/data-set/user-breaks-shipped-year", test_user_breaks_shipped_year);
  g_test_add_func ("/scenario/data-set/user-wrong-format", test_user_wrong_format);
  g_test_add_func ("/scenario/data-set/user-other-files", test_user_other_files);
  return g_test_run ();
}
