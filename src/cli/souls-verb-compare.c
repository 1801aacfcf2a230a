/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-cli-others.h"
#include "souls-cli-words.h"
#include "souls-difference.h"

/*
 * Comparison:
 * @names: what each side was called by; borrowed
 * @titles: borrowed
 * @side: what each side is
 * @n: how many
 */
typedef struct
{
  const char *names[SOULS_MAX_SIDES];
  const char *titles[SOULS_MAX_SIDES];
  SoulsSide side[SOULS_MAX_SIDES];
  int n;
} Comparison;

G_STATIC_ASSERT (SOULS_MAX_OTHERS + 1 == SOULS_MAX_SIDES);

static SoulsSide
make_side (const SoulsCliScenario *scenario)
{
  return (SoulsSide) { scenario->calibration, &scenario->scenario->settings, &scenario->drivers, &scenario->results };
}

/* Without a year: the last that the first scenario projects. */
static gboolean
find_year (const Comparison   *self,
           const SoulsDataSet *data,
           const char         *text,
           int                *year,
           GError            **error)
{
  int last = 0;

  for (int i = 0; i < self->n; i++)
    last = MAX (last, self->side[i].results->base_year + self->side[i].results->horizon);
  *year = self->side[0].results->base_year + self->side[0].results->horizon;
  return text == NULL ||
         souls_cli_parse_whole ("year", text, souls_data_set_get_first_year (data), last, year, error);
}

/* For people: a driver's number with its unit; nothing for a driver at its baseline. (transfer full) */
static char *
show_value (const SoulsDifference *row,
            int                    side)
{
  const double value = row->value[side];
  const SoulsDriverInfo *info;
  g_autofree char *number = NULL;

  if (row->kind == SOULS_DIFFERENCE_METRIC)
    return souls_cli_show_value (souls_metric_info ((SoulsMetric) row->which)->unit, value);
  if (row->kind == SOULS_DIFFERENCE_SETTING)
    return row->which == SOULS_COMPARED_RUNG ? g_strdup (_(souls_rung_name ((SoulsRung) (int) value)))
                                             : g_strdup_printf ("%d", (int) value);
  if (isnan (value))
    return g_strdup ("");
  info = souls_driver_info ((SoulsDriver) row->which);
  number = souls_words_number (souls_cli_words (), value, info->step >= 1 ? 0 : info->step >= 0.1 ? 1 : 2);
  return g_strdup_printf ("%s %s", number, _(info->basis));
}

static void
add_row (SoulsTable            *table,
         const Comparison      *self,
         const SoulsDifference *row)
{
  const char *name = souls_difference_name (row);

  souls_table_add_text (table, souls_difference_kind_id (row->kind), NULL);
  souls_table_add_text (table, souls_difference_id (row), NULL);
  souls_table_add_text (table, name, _(name));
  souls_table_add_text (table, souls_difference_unit (row), NULL);
  for (int i = 0; i < self->n; i++)
    {
      g_autofree char *shown = show_value (row, i);

      if (row->kind == SOULS_DIFFERENCE_SETTING && row->which == SOULS_COMPARED_RUNG)
        souls_table_add_text (table, souls_rung_id ((SoulsRung) (int) row->value[i]), shown);
      else
        souls_table_add_number (table, row->value[i], shown);
    }
}

static char *
write_differences (const Comparison   *self,
                   const SoulsDataSet *data,
                   int                 year,
                   SoulsTableFormat    format)
{
  g_autoptr (SoulsTable) table = souls_table_new ();
  g_autoptr (GArray) rows = souls_differences (data, self->side, self->n, year);

  if (rows->len == 0 && format == SOULS_TABLE_TEXT)
    return g_strdup_printf ("%s\n", _("Nothing differs."));
  souls_table_add_column (table, "kind", NULL);
  souls_table_add_column (table, "id", NULL);
  souls_table_add_column (table, "name", _("What differs"));
  souls_table_add_column (table, "unit", NULL);
  for (int i = 0; i < self->n; i++)
    souls_table_add_column (table, self->names[i], self->titles[i]);
  for (guint k = 0; k < rows->len; k++)
    add_row (table, self, &g_array_index (rows, SoulsDifference, k));
  return souls_table_write (table, format);
}

/* Two columns of one name could not be told apart. */
static gboolean
check_names (char   **names,
             GError **error)
{
  for (char **name = names; *name != NULL; name++)
    if (g_strv_contains ((const char *const *) name + 1, *name))
      {
        souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE, "compare: expected different scenarios, found “%s” twice",
                             *name);
        return FALSE;
      }
  return TRUE;
}

static void
comparison_fill (Comparison             *self,
                 const SoulsCliScenario *first,
                 const char             *first_title,
                 const SoulsCliOthers   *others,
                 char                  **names)
{
  self->n = 1 + others->n;
  self->side[0] = make_side (first);
  self->titles[0] = first_title;
  for (int i = 0; i < others->n; i++)
    {
      self->side[1 + i] = make_side (others->scenario[i]);
      self->titles[1 + i] = others->title[i];
    }
  for (int i = 0; i < self->n; i++)
    self->names[i] = names[i];
}

/**
 * souls_cli_run_compare:
 *
 * Lists what differs between scenarios: settings, drivers, and results in a year.
 */
SoulsExit
souls_cli_run_compare (int      argc,
                       char   **argv,
                       GString *output,
                       GError **error)
{
  g_auto (SoulsCliOptions) options = { 0 };
  g_auto (SoulsCliScenario) first = { 0 };
  g_auto (SoulsCliOthers) others = { 0 };
  g_autofree char *year_text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  Comparison comparison = { 0 };
  int year;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_STRING, &year_text, N_("Fiscal year whose results are compared"), N_("YEAR") },
    { NULL }
  };

  if (!souls_cli_options_parse (&options, SOULS_CLI_TAKES_REST, entries, argc, argv, error) ||
      !souls_cli_check_rest (&options, 2, SOULS_MAX_SIDES, error) || !check_names (options.rest, error) ||
      !souls_cli_scenario_load (&first, options.rest[0], &options, error) ||
      !souls_cli_others_load (&others, first.data, (const char *const *) options.rest + 1, error))
    return SOULS_EXIT_BAD;
  title = souls_cli_title (first.scenario, options.rest[0]);
  comparison_fill (&comparison, &first, title, &others, options.rest);
  if (!find_year (&comparison, first.data, year_text, &year, error))
    return SOULS_EXIT_BAD;
  text = write_differences (&comparison, first.data, year, options.format);
  g_string_append (output, text);
  return SOULS_EXIT_YES;
}
