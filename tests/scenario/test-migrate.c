/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "files.h"
#include "souls-scenario-migrate.h"
#include "souls-scenario.h"

/* A chain that no program has: version 2 calls "name" a "title", version 3 counts growth in percent,
 * version 4 keeps drivers in one object. */

static gboolean
rename_title (const SoulsJsonPlace *file,
              JsonObject           *root,
              GError              **error)
{
  if (json_object_has_member (root, "name"))
    {
      json_object_set_member (root, "title", json_object_dup_member (root, "name"));
      json_object_remove_member (root, "name");
    }
  return TRUE;
}

static gboolean
scale_growth (const SoulsJsonPlace *file,
              JsonObject           *root,
              GError              **error)
{
  const SoulsJsonPlace place = { file, "growth", -1 };
  double growth;

  if (!json_object_has_member (root, "growth"))
    return TRUE;
  if (!souls_json_number (&place, json_object_get_member (root, "growth"), &growth, error))
    return FALSE;
  json_object_set_double_member (root, "growth", growth * 100);
  return TRUE;
}

static gboolean
gather_drivers (const SoulsJsonPlace *file,
                JsonObject           *root,
                GError              **error)
{
  JsonObject *drivers = json_object_new ();

  if (json_object_has_member (root, "growth"))
    json_object_set_member (drivers, "aws-growth", json_object_dup_member (root, "growth"));
  json_object_remove_member (root, "growth");
  json_object_set_object_member (root, "drivers", drivers);
  return TRUE;
}

static const SoulsMigration chain[] = { rename_title, scale_growth, gather_drivers };

static const SoulsJsonPlace file = { NULL, "f", -1 };

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = souls_json_parse ("f", text, strlen (text), &error);

  g_assert_no_error (error);
  return node;
}

/* One row for each version that a file can have: all come to the same. */
static void
test_every_version (void)
{
  static const char *const versions[] = {
    "{\"version\": 1, \"name\": \"T\", \"growth\": 0.25, \"stars\": 5}",
    "{\"version\": 2, \"title\": \"T\", \"growth\": 0.25, \"stars\": 5}",
    "{\"version\": 3, \"title\": \"T\", \"growth\": 25.0, \"stars\": 5}",
    "{\"version\": 4, \"title\": \"T\", \"drivers\": {\"aws-growth\": 25.0}, \"stars\": 5}",
  };
  g_autoptr (JsonNode) newest = parse (versions[G_N_ELEMENTS (versions) - 1]);

  for (gsize i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (JsonNode) node = parse (versions[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (souls_scenario_migrate (&file, json_node_get_object (node), chain,
                                             G_N_ELEMENTS (chain), &error));
      g_assert_no_error (error);
      g_assert_true (json_node_equal (node, newest));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *message;
  } cases[] = {
    { "{\"version\": 5}", SOULS_SCENARIO_ERROR_VERSION,
      "f: version: expected at most 4, found 5: a newer program wrote this file" },
    { "{\"version\": 0}", SOULS_SCENARIO_ERROR_VALUE, "f: version: expected a whole number from 1" },
    { "{\"version\": 1.5}", SOULS_SCENARIO_ERROR_VALUE, "f: version: expected a whole number from 1" },
    { "{\"version\": 1e300}", SOULS_SCENARIO_ERROR_VALUE, "f: version: expected a whole number from 1" },
    { "{\"version\": \"1\"}", SOULS_SCENARIO_ERROR_FORM,
      "f: version: expected a whole number, found a string" },
    { "{}", SOULS_SCENARIO_ERROR_FORM, "f: version: expected a whole number, found nothing" },
    { "{\"version\": 1, \"growth\": \"fast\"}", SOULS_SCENARIO_ERROR_FORM,
      "f: growth: expected a number, found a string" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = parse (cases[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_false (souls_scenario_migrate (&file, json_node_get_object (node), chain,
                                              G_N_ELEMENTS (chain), &error));
      assert_message (error, cases[i].code, cases[i].message);
    }
}

/* Every version that there was has a function that leads on. */
static void
test_shipped_chain (void)
{
  const SoulsMigration *shipped;
  const int n = souls_scenario_migrations (&shipped);

  g_assert_cmpint (n, ==, SOULS_SCENARIO_VERSION - 1);
  for (int i = 0; i < n; i++)
    g_assert_nonnull (shipped[i]);
}

/* A file of the first version opens, whatever the newest is. */
static void
test_first_version (void)
{
  static const char text[] = "{\"format\": \"two-souls-scenario\", \"version\": 1, \"title\": \"T\","
                             " \"base_year\": 2024, \"horizon\": 4, \"phase_in\": 2, \"rung\": \"stranded\","
                             " \"drivers\": {\"aws-growth\": 12}, \"bands\": {\"aws-growth\": [5, 15]}, \"notes\": \"N\"}";
  g_autoptr (SoulsDataSet) data = load_shipped ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsScenario) scenario = souls_scenario_parse ("f", text, strlen (text), data, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (scenario->text[SOULS_SCENARIO_TITLE], ==, "T");
  g_assert_cmpint (scenario->settings.rung, ==, SOULS_RUNG_STRANDED);
  g_assert_cmpfloat (scenario->value[SOULS_DRIVER_AWS_GROWTH], ==, 0.12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/migrate/every-version", test_every_version);
  g_test_add_func ("/scenario/migrate/refused", test_refused);
  g_test_add_func ("/scenario/migrate/shipped-chain", test_shipped_chain);
  g_test_add_func ("/scenario/migrate/first-version", test_first_version);
  return g_test_run ();
}
