/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-cli-options.h"
#include "souls-cli-words.h"
#include "souls-explanation.h"

#define INDENT 2

/* People */

/* Beliefs and rates are small numbers: two digits after the point, money and days as in the
 * tables. */
static char *
show_value (const SoulsExplanation *entry)
{
  SoulsUnit unit = souls_term_unit (entry->term);
  g_autofree char *number = souls_cli_show_value (unit, entry->value);

  if (isfinite (entry->value) && unit == SOULS_UNIT_MONEY)
    /* Translators: an amount in US$ million, such as 45,606. */
    return g_strdup_printf (_("$%s million"), number);
  if (isfinite (entry->value) && unit == SOULS_UNIT_DAYS)
    return g_strdup_printf (_("%s days"), number);
  if (isfinite (entry->value) && unit == SOULS_UNIT_YEARS)
    return g_strdup_printf (_("%s years"), number);
  if (isfinite (entry->value) && unit == SOULS_UNIT_PERCENT)
    return souls_words_percent_with (souls_cli_words (), entry->value, 2);
  return g_steal_pointer (&number);
}

static void
append_source (GString           *text,
               const SoulsSource *source,
               int                indent)
{
  g_string_append_printf (text, "%*s%s: ", indent, "", source->id);
  if (source->author != NULL)
    g_string_append_printf (text, "%s: ", source->author);
  g_string_append (text, source->document);
  if (source->form != NULL)
    g_string_append_printf (text, ", %s", source->form);
  if (source->accession != NULL)
    g_string_append_printf (text, " %s", source->accession);
  if (source->date != NULL)
    g_string_append_printf (text, ", %s", source->date);
}

static void
append_provenance (GString               *text,
                   const SoulsProvenance *provenance,
                   int                    indent)
{
  for (const SoulsSource *const *source = provenance->sources; *source != NULL; source++)
    {
      append_source (text, *source, indent);
      if (provenance->table != NULL)
        g_string_append_printf (text, "; %s", provenance->table);
      g_string_append_c (text, '\n');
    }
  if (provenance->via != NULL)
    {
      g_string_append_printf (text, "%*s%s ", indent, "", _("read second-hand through"));
      append_source (text, provenance->via, 0);
      g_string_append_c (text, '\n');
    }
  if (provenance->note != NULL)
    g_string_append_printf (text, "%*s%s\n", indent, "", provenance->note);
}

static void
append_entry (GString                *text,
              const SoulsExplanation *entry,
              int                     indent)
{
  g_autofree char *value = show_value (entry);

  g_string_append_printf (text, "%*s%s, %d: %s  (%s; %s)", indent, "", entry->symbol, entry->year,
                          value, _(souls_term_name (entry->term)),
                          _(souls_kind_name (entry->kind)));
  if (entry->is_repeated)
    g_string_append_printf (text, " %s", _("see above"));
  g_string_append_c (text, '\n');
  if (entry->is_repeated)
    return;
  if (entry->is_moved)
    g_string_append_printf (text, "%*s%s\n", indent + INDENT, "",
                            entry->formula != NULL ? _("moved by the scenario; its baseline is")
                                                   : _("moved by the scenario"));
  if (entry->formula != NULL)
    g_string_append_printf (text, "%*s= %s\n", indent + INDENT, "", entry->formula);
  if (entry->provenance != NULL)
    append_provenance (text, entry->provenance, indent + INDENT);
  if (entry->is_cut)
    g_string_append_printf (text, "%*s…\n", indent + 2 * INDENT, "");
  for (guint i = 0; i < entry->inputs->len; i++)
    append_entry (text, g_ptr_array_index (entry->inputs, i), indent + 2 * INDENT);
}

/* Machines */

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
create_source (const SoulsSource *source)
{
  JsonObject *object = json_object_new ();

  set_string (object, "id", source->id);
  set_string (object, "document", source->document);
  set_string (object, "author", source->author);
  set_string (object, "form", source->form);
  set_string (object, "accession", source->accession);
  set_string (object, "date", source->date);
  set_string (object, "url", source->url);
  return object;
}

static JsonArray *
create_sources (const SoulsProvenance *provenance)
{
  JsonArray *array = json_array_new ();

  for (const SoulsSource *const *source = provenance->sources; *source != NULL; source++)
    {
      JsonObject *object = create_source (*source);

      set_string (object, "table", provenance->table);
      set_string (object, "via", provenance->via != NULL ? provenance->via->id : NULL);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
create_object (const SoulsExplanation *entry)
{
  JsonObject *object = json_object_new ();
  JsonArray *inputs = json_array_new ();

  set_string (object, "symbol", entry->symbol);
  set_string (object, "name", souls_term_name (entry->term));
  json_object_set_int_member (object, "year", entry->year);
  if (isfinite (entry->value))
    json_object_set_double_member (object, "value", entry->value);
  else
    json_object_set_null_member (object, "value");
  set_string (object, "unit", souls_cli_unit_id (souls_term_unit (entry->term)));
  set_string (object, "kind", souls_kind_id (entry->kind));
  set_string (object, "formula", entry->formula);
  json_object_set_array_member (object, "source",
                                entry->provenance != NULL ? create_sources (entry->provenance)
                                                          : json_array_new ());
  set_string (object, "note", entry->provenance != NULL ? entry->provenance->note : NULL);
  json_object_set_boolean_member (object, "moved", entry->is_moved);
  json_object_set_boolean_member (object, "repeated", entry->is_repeated);
  json_object_set_boolean_member (object, "cut", entry->is_cut);
  for (guint i = 0; i < entry->inputs->len; i++)
    json_array_add_object_element (inputs, create_object (g_ptr_array_index (entry->inputs, i)));
  json_object_set_array_member (object, "inputs", inputs);
  return object;
}

static char *
write_json (const SoulsExplanation *entry)
{
  g_autoptr (JsonObject) object = create_object (entry);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  return souls_table_print_json (node);
}

static void
add_rows (SoulsTable             *table,
          const SoulsExplanation *entry,
          int                     depth)
{
  g_autoptr (GString) sources = g_string_new (NULL);
  const SoulsProvenance *provenance = entry->provenance;

  for (guint i = 0; provenance != NULL && provenance->sources[i] != NULL; i++)
    g_string_append_printf (sources, "%s%s", i > 0 ? " " : "", provenance->sources[i]->id);
  souls_table_add_number (table, depth, NULL);
  souls_table_add_text (table, entry->symbol, NULL);
  souls_table_add_text (table, souls_term_name (entry->term), NULL);
  souls_table_add_number (table, entry->year, NULL);
  souls_table_add_number (table, entry->value, NULL);
  souls_table_add_text (table, souls_cli_unit_id (souls_term_unit (entry->term)), NULL);
  souls_table_add_text (table, souls_kind_id (entry->kind), NULL);
  souls_table_add_text (table, entry->formula, NULL);
  souls_table_add_text (table, sources->str, NULL);
  souls_table_add_text (
    table, provenance != NULL && provenance->via != NULL ? provenance->via->id : NULL, NULL);
  for (guint i = 0; i < entry->inputs->len; i++)
    add_rows (table, g_ptr_array_index (entry->inputs, i), depth + 1);
}

static char *
write_csv (const SoulsExplanation *entry)
{
  static const char *const keys[] = { "depth", "symbol", "name",    "year",   "value",
                                      "unit",  "kind",   "formula", "source", "via" };
  g_autoptr (SoulsTable) table = souls_table_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    souls_table_add_column (table, keys[i], NULL);
  add_rows (table, entry, 0);
  return souls_table_to_csv (table);
}

static char *
write_explanation (const SoulsExplanation *entry,
                   SoulsTableFormat        format)
{
  GString *text;

  if (format == SOULS_TABLE_JSON)
    return write_json (entry);
  if (format == SOULS_TABLE_CSV)
    return write_csv (entry);
  text = g_string_new (NULL);
  append_entry (text, entry, 0);
  return g_string_free (text, FALSE);
}

static void
fill_context (SoulsTermContext       *context,
              const SoulsCliScenario *scenario)
{
  context->calibration = scenario->calibration;
  context->settings = &scenario->scenario->settings;
  context->drivers = &scenario->drivers;
  context->results = &scenario->results;
}

/* A year before the base year is that year's own filing: it is explained as a base year of its
 * own. */
static gboolean
find_time (SoulsCliScenario *scenario,
           const char       *text,
           int              *t,
           GError          **error)
{
  int first = souls_data_set_get_first_year (scenario->data);
  int year = scenario->calibration->year;

  if (text != NULL &&
      !souls_cli_parse_whole ("year", text, first, year + scenario->scenario->settings.horizon,
                              &year, error))
    return FALSE;
  if (year < scenario->calibration->year)
    {
      scenario->scenario->base_year = year;
      if (!souls_cli_scenario_compute (scenario, error))
        return FALSE;
    }
  *t = year - scenario->calibration->year;
  return TRUE;
}

/**
 * souls_cli_run_explain:
 *
 * Explains one metric of one year: an indented tree, nested objects, or rows with a depth.
 */
SoulsExit
souls_cli_run_explain (int      argc,
                       char   **argv,
                       GString *output,
                       GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) scenario = { 0 };
  g_autoptr (SoulsExplanation) explanation = NULL;
  g_autofree char *year = NULL;
  g_autofree char *links = NULL;
  g_autofree char *text = NULL;
  int depth = G_MAXINT;
  SoulsTermContext context;
  SoulsMetric metric;
  int t;
  const GOptionEntry entries[] = { { "year", 0, 0, G_OPTION_ARG_STRING, &year,
                                     N_("Fiscal year to explain; else the base year"),
                                     N_("YEAR") },
                                   { "depth", 0, 0, G_OPTION_ARG_STRING, &links,
                                     N_("How many links to follow; else all"), N_("N") },
                                   { NULL } };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_SCENARIO | SOULS_CLI_TAKES_REST, entries,
                                argc, argv, error) ||
      !souls_cli_check_rest (&options, 1, 2, error) ||
      (links != NULL && !souls_cli_parse_whole ("depth", links, 0, G_MAXINT, &depth, error)) ||
      !souls_cli_find_metric (options.rest[0], &metric, error) ||
      !souls_cli_scenario_load (&scenario, options.rest[1], &options, error) ||
      !find_time (&scenario, year, &t, error))
    return SOULS_EXIT_BAD;
  fill_context (&context, &scenario);
  explanation = souls_explanation_new (&context, scenario.data, metric, t, depth);
  text = write_explanation (explanation, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
