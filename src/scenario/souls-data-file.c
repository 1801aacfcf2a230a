/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-data-reader.h"

#include <math.h>
#include <string.h>

#include "souls-text.h"

#define MIN_YEAR 1994
#define MAX_YEAR 2199

/* What a belief can be at all, so that a percent written for a fraction is found at once.
 * Exclusive bounds are those that the calibration divides by. */
typedef struct
{
  double min;
  double max;
  gboolean above_min;
  gboolean below_max;
} Range;

static const Range belief_ranges[SOULS_N_BELIEFS] = {
  [SOULS_BELIEF_THIRD_PARTY_SHARE] = { 0, 1, FALSE, TRUE },
  [SOULS_BELIEF_MERCHANDISE] = { 0, 1, TRUE, FALSE },
  [SOULS_BELIEF_FBA_SHARE] = { 0, 1, TRUE, FALSE },
  [SOULS_BELIEF_REFERRAL_RATE] = { 0, 1, FALSE, FALSE },
  [SOULS_BELIEF_AD_MARGIN] = { -1, 1, FALSE, FALSE },
  [SOULS_BELIEF_OTHER_MARGIN] = { -1, 1, FALSE, FALSE },
  [SOULS_BELIEF_PAYMENT_COST] = { 0, 1, FALSE, FALSE },
  [SOULS_BELIEF_ENTERPRISE_SHARE] = { 0, 1, FALSE, FALSE },
  [SOULS_BELIEF_ENTERPRISE_COST] = { 0, 1, FALSE, FALSE },
  [SOULS_BELIEF_SELF_SERVICE_COST] = { 0, 1, FALSE, FALSE },
  [SOULS_BELIEF_INFRASTRUCTURE] = { 0, HUGE_VAL, FALSE, FALSE },
  [SOULS_BELIEF_USEFUL_LIFE] = { 0, HUGE_VAL, TRUE, FALSE },
  [SOULS_BELIEF_ONE_OFF] = { -HUGE_VAL, HUGE_VAL, FALSE, FALSE },
  [SOULS_BELIEF_VIDEO] = { 0, HUGE_VAL, FALSE, FALSE },
};

/**
 * souls_data_file_free:
 * @self: (nullable) (transfer full): a file
 */
void
souls_data_file_free (SoulsDataFile *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->years);
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static SoulsDataFile *
create_file (const char *name)
{
  SoulsDataFile *self = g_new0 (SoulsDataFile, 1);

  self->name = g_strdup (name);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->years = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (4096);
  return self;
}

/**
 * souls_data_file_find_source:
 * @self: a file
 * @id: a key of its sources
 *
 * Returns: (nullable): the source
 */
const SoulsSource *
souls_data_file_find_source (const SoulsDataFile *self,
                             const char          *id)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const SoulsSource *source = g_ptr_array_index (self->sources, i);

      if (strcmp (source->id, id) == 0)
        return source;
    }
  return NULL;
}

/**
 * souls_data_file_find_year:
 * @self: a file
 * @year: a fiscal year
 *
 * Returns: (nullable): what the file says of it
 */
const SoulsDataYear *
souls_data_file_find_year (const SoulsDataFile *self,
                           int                  year)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      const SoulsDataYear *entry = g_ptr_array_index (self->years, i);

      if (entry->year == year)
        return entry;
    }
  return NULL;
}

/* An array of sources that lives as long as the file. */
static const SoulsSource **
create_source_array (const SoulsDataReader *reader,
                     guint                  n)
{
  const SoulsSource **sources = g_new0 (const SoulsSource *, n + 1);

  g_ptr_array_add (reader->file->blocks, sources);
  return sources;
}

static gboolean
read_kind (const SoulsDataReader *reader,
           const SoulsJsonPlace  *parent,
           JsonObject            *object,
           SoulsKind             *kind)
{
  SoulsJsonPlace place = { parent, "kind", -1 };
  const char *id = souls_json_string (&place, json_object_get_member (object, "kind"),
                                      reader->error);
  g_autofree char *quote = NULL;

  if (id == NULL)
    return FALSE;
  if (souls_kind_from_id (id, kind) && (reader->file->is_beliefs || *kind == SOULS_KIND_REPORTED))
    return TRUE;
  quote = souls_text_quote (id);
  souls_json_complain (
    &place, reader->error, SOULS_SCENARIO_ERROR_VALUE, "expected %s, found %s",
    reader->file->is_beliefs ? "“reported”, “estimated” or “assumed”" : "“reported”", quote);
  return FALSE;
}

static gboolean
read_first_reported (const SoulsDataReader *reader,
                     const SoulsJsonPlace  *parent,
                     JsonObject            *figure,
                     SoulsProvenance       *provenance)
{
  static const char *const members[] = { "value", "source", "note", NULL };
  SoulsJsonPlace place = { parent, "as_first_reported", -1 };
  JsonNode *node = json_object_get_member (figure, "as_first_reported");
  JsonObject *object;

  if (node == NULL)
    return TRUE;
  object = souls_json_object (&place, node, reader->error);
  if (object == NULL || !souls_json_check_members (&place, object, members, reader->error))
    return FALSE;
  provenance->has_first_reported = TRUE;
  return souls_json_number (&(SoulsJsonPlace) { &place, "value", -1 },
                            json_object_get_member (object, "value"), &provenance->first_reported,
                            reader->error) &&
         souls_data_reader_source_id (reader, &(SoulsJsonPlace) { &place, "source", -1 },
                                      json_object_get_member (object, "source"),
                                      &provenance->first_reported_source) &&
         souls_data_reader_text (reader, &place, object, "note", &provenance->first_reported_note);
}

static gboolean
read_figure_sources (const SoulsDataReader *reader,
                     const SoulsJsonPlace  *place,
                     JsonObject            *object,
                     SoulsProvenance       *provenance)
{
  const SoulsSource **sources = create_source_array (reader, 1);
  JsonNode *via = json_object_get_member (object, "via");

  provenance->sources = sources;
  if (!souls_data_reader_source_id (reader, &(SoulsJsonPlace) { place, "source", -1 },
                                    json_object_get_member (object, "source"), &sources[0]))
    return FALSE;
  return via == NULL || souls_data_reader_source_id (reader, &(SoulsJsonPlace) { place, "via", -1 },
                                                     via, &provenance->via);
}

static gboolean
read_figure (const SoulsDataReader *reader,
             const SoulsJsonPlace  *place,
             JsonNode              *node,
             double                *value,
             SoulsProvenance       *provenance)
{
  static const char *const members[] = {
    "value", "source", "kind", "via", "table", "note", "as_first_reported", NULL
  };
  JsonObject *object = souls_json_object (place, node, reader->error);

  return object != NULL && souls_json_check_members (place, object, members, reader->error) &&
         souls_json_number (&(SoulsJsonPlace) { place, "value", -1 },
                            json_object_get_member (object, "value"), value, reader->error) &&
         read_kind (reader, place, object, &provenance->kind) &&
         read_figure_sources (reader, place, object, provenance) &&
         souls_data_reader_text (reader, place, object, "table", &provenance->table) &&
         souls_data_reader_text (reader, place, object, "note", &provenance->note) &&
         read_first_reported (reader, place, object, provenance);
}

static gboolean
read_belief_sources (const SoulsDataReader *reader,
                     const SoulsJsonPlace  *parent,
                     JsonObject            *object,
                     SoulsProvenance       *provenance)
{
  SoulsJsonPlace place = { parent, "source", -1 };
  JsonNode *node = json_object_get_member (object, "source");
  JsonArray *array = node != NULL ? souls_json_array (&place, node, reader->error) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;
  const SoulsSource **sources = create_source_array (reader, n);

  provenance->sources = sources;
  if (node != NULL && array == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!souls_data_reader_source_id (reader, &(SoulsJsonPlace) { &place, "source", (int) i },
                                      json_array_get_element (array, i), &sources[i]))
      return FALSE;
  if ((provenance->kind == SOULS_KIND_ASSUMED) == (n == 0))
    return TRUE;
  souls_json_complain (&place, reader->error, SOULS_SCENARIO_ERROR_FORM, "%s",
                       n == 0 ? "expected at least one source, or the kind “assumed”"
                              : "expected no source where the kind is “assumed”");
  return FALSE;
}

static gboolean
check_belief_range (const SoulsDataReader *reader,
                    const SoulsJsonPlace  *place,
                    SoulsBelief            belief,
                    double                 value)
{
  const Range *range = &belief_ranges[belief];
  g_autofree char *found = NULL;

  if (value >= range->min && value <= range->max && !(range->above_min && value == range->min) &&
      !(range->below_max && value == range->max))
    return TRUE;
  found = souls_text_number (value);
  if (isinf (range->max))
    souls_json_complain (place, reader->error, SOULS_SCENARIO_ERROR_VALUE,
                         "expected a number %s %g, found %s",
                         range->above_min ? "above" : "of at least", range->min, found);
  else
    souls_json_complain (place, reader->error, SOULS_SCENARIO_ERROR_VALUE,
                         "expected a number from %g%s to %g%s, found %s", range->min,
                         range->above_min ? " (not itself)" : "", range->max,
                         range->below_max ? " (not itself)" : "", found);
  return FALSE;
}

static void
complain_of_order (const SoulsDataReader *reader,
                   const SoulsJsonPlace  *place,
                   double                 low,
                   double                 value,
                   double                 high)
{
  g_autofree char *lowest = souls_text_number (low);
  g_autofree char *middle = souls_text_number (value);
  g_autofree char *highest = souls_text_number (high);

  souls_json_complain (place, reader->error, SOULS_SCENARIO_ERROR_VALUE,
                       "expected low ≤ value ≤ high, found %s, %s and %s", lowest, middle,
                       highest);
}

static gboolean
read_belief_values (const SoulsDataReader *reader,
                    const SoulsJsonPlace  *parent,
                    JsonObject            *object,
                    SoulsBelief            belief,
                    SoulsBeliefs          *beliefs)
{
  const struct
  {
    const char *name;
    double *value;
  } values[] = {
    { "value", &beliefs->value[belief] },
    { "low", &beliefs->low[belief] },
    { "high", &beliefs->high[belief] },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      SoulsJsonPlace place = { parent, values[i].name, -1 };

      if (!souls_json_number (&place, json_object_get_member (object, values[i].name),
                              values[i].value, reader->error) ||
          !check_belief_range (reader, &place, belief, *values[i].value))
        return FALSE;
    }
  if (*values[1].value <= *values[0].value && *values[0].value <= *values[2].value)
    return TRUE;
  complain_of_order (reader, parent, *values[1].value, *values[0].value, *values[2].value);
  return FALSE;
}

static gboolean
read_belief (const SoulsDataReader *reader,
             const SoulsJsonPlace  *place,
             JsonNode              *node,
             SoulsBelief            belief,
             SoulsDataYear         *year)
{
  static const char *const members[] = { "value", "low", "high", "kind", "source", "note", NULL };
  JsonObject *object = souls_json_object (place, node, reader->error);
  SoulsProvenance *provenance = &year->provenance[belief];

  return object != NULL && souls_json_check_members (place, object, members, reader->error) &&
         read_belief_values (reader, place, object, belief, &year->beliefs) &&
         read_kind (reader, place, object, &provenance->kind) &&
         read_kind (reader, place, object, &year->beliefs.kind[belief]) &&
         read_belief_sources (reader, place, object, provenance) &&
         souls_data_reader_text (reader, place, object, "note", &provenance->note);
}

static gboolean
complain_of_id (const SoulsDataReader *reader,
                const SoulsJsonPlace  *place,
                const char            *id)
{
  const char *ids[SOULS_N_FIGURES + 1] = { NULL };
  g_autofree char *quote = souls_text_quote (id);
  g_autofree char *hint = NULL;
  int n = reader->file->is_beliefs ? (int) SOULS_N_BELIEFS : (int) SOULS_N_FIGURES;

  for (int i = 0; i < n; i++)
    ids[i] = reader->file->is_beliefs ? souls_belief_id ((SoulsBelief) i)
                                      : souls_figure_id ((SoulsFigure) i);
  hint = souls_text_hint (id, ids);
  souls_json_complain (place, reader->error, SOULS_SCENARIO_ERROR_VALUE, "there is no %s %s%s",
                       reader->file->is_beliefs ? "belief" : "figure", quote, hint);
  return FALSE;
}

static gboolean
read_entry (const SoulsDataReader *reader,
            const SoulsJsonPlace  *parent,
            const char            *id,
            JsonNode              *node,
            SoulsDataYear         *year)
{
  SoulsJsonPlace place = { parent, id, -1 };
  SoulsFigure figure;
  SoulsBelief belief;

  if (!reader->file->is_beliefs && souls_figure_from_id (id, &figure))
    return read_figure (reader, &place, node, &year->figures.value[figure],
                        &year->provenance[figure]);
  if (reader->file->is_beliefs && souls_belief_from_id (id, &belief))
    return read_belief (reader, &place, node, belief, year);
  return complain_of_id (reader, parent, id);
}

static int
parse_year (const char *text)
{
  if (strlen (text) != 4 || strspn (text, "0123456789") != 4)
    return 0;
  return (int) g_ascii_strtoll (text, NULL, 10);
}

static SoulsDataYear *
create_year (const SoulsDataReader *reader,
             int                    number)
{
  SoulsDataYear *year = g_new0 (SoulsDataYear, 1);

  year->year = number;
  souls_figures_clear (&year->figures);
  souls_beliefs_clear (&year->beliefs);
  year->figures.year = number;
  g_ptr_array_add (reader->file->years, year);
  return year;
}

static gboolean
read_year (const SoulsDataReader *reader,
           const SoulsJsonPlace  *place,
           JsonNode              *node)
{
  int number = parse_year (place->name);
  JsonObject *object;
  SoulsDataYear *year;
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (number < MIN_YEAR || number > MAX_YEAR)
    {
      souls_json_complain (place, reader->error, SOULS_SCENARIO_ERROR_VALUE,
                           "expected a fiscal year from %d to %d", MIN_YEAR, MAX_YEAR);
      return FALSE;
    }
  object = souls_json_object (place, node, reader->error);
  if (object == NULL)
    return FALSE;
  year = create_year (reader, number);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, &member))
    if (!read_entry (reader, place, id, member, year))
      return FALSE;
  return reader->file->is_beliefs || souls_data_sums_check (place, &year->figures, reader->error);
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  const SoulsDataYear *const *first = a, *const *second = b;

  return (*first)->year - (*second)->year;
}

static gboolean
read_years (const SoulsDataReader *reader,
            const SoulsJsonPlace  *place,
            JsonNode              *node)
{
  JsonObject *object = souls_json_object (place, node, reader->error);
  JsonObjectIter iter;
  const char *year;
  JsonNode *member;

  if (object == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &year, &member))
    if (!read_year (reader, &(SoulsJsonPlace) { place, year, -1 }, member))
      return FALSE;
  g_ptr_array_sort (reader->file->years, compare_years);
  if (reader->file->years->len > 0)
    return TRUE;
  souls_json_complain (place, reader->error, SOULS_SCENARIO_ERROR_FORM,
                       "expected at least one fiscal year, found none");
  return FALSE;
}

static gboolean
read_format (const SoulsDataReader *reader,
             const SoulsJsonPlace  *parent,
             JsonObject            *root)
{
  SoulsJsonPlace place = { parent, "format", -1 };
  const char *format = souls_json_string (&place, json_object_get_member (root, "format"),
                                          reader->error);
  g_autofree char *quote = NULL;

  if (format == NULL)
    return FALSE;
  reader->file->is_beliefs = strcmp (format, SOULS_BELIEFS_FORMAT) == 0;
  if (reader->file->is_beliefs || strcmp (format, SOULS_REPORTED_FORMAT) == 0)
    return TRUE;
  quote = souls_text_quote (format);
  souls_json_complain (&place, reader->error, SOULS_SCENARIO_ERROR_FORM,
                       "expected “%s” or “%s”, found %s", SOULS_REPORTED_FORMAT,
                       SOULS_BELIEFS_FORMAT, quote);
  return FALSE;
}

static gboolean
read_version (const SoulsDataReader *reader,
              const SoulsJsonPlace  *parent,
              JsonObject            *root)
{
  SoulsJsonPlace place = { parent, "version", -1 };
  gint64 version;

  if (!souls_json_integer (&place, json_object_get_member (root, "version"), 1, G_MAXINT, &version,
                           reader->error))
    return FALSE;
  if (version == 1)
    return TRUE;
  souls_json_complain (&place, reader->error, SOULS_SCENARIO_ERROR_VERSION,
                       "expected 1, found %" G_GINT64_FORMAT ": a newer program wrote this file",
                       version);
  return FALSE;
}

static gboolean
read_unit (const SoulsDataReader *reader,
           const SoulsJsonPlace  *parent,
           JsonObject            *root)
{
  SoulsJsonPlace place = { parent, "unit", -1 };
  const char *unit;
  g_autofree char *quote = NULL;

  if (reader->file->is_beliefs)
    return TRUE;
  unit = souls_json_string (&place, json_object_get_member (root, "unit"), reader->error);
  if (unit == NULL)
    return FALSE;
  if (strcmp (unit, "US$ million") == 0)
    return TRUE;
  quote = souls_text_quote (unit);
  souls_json_complain (&place, reader->error, SOULS_SCENARIO_ERROR_VALUE,
                       "expected “US$ million”, found %s", quote);
  return FALSE;
}

static gboolean
read_head (const SoulsDataReader *reader,
           const SoulsJsonPlace  *place,
           JsonObject            *root)
{
  static const char *const members[] = { "$schema", "format",  "version", "company",
                                         "unit",    "sources", "years",   NULL };
  const char *text;

  return read_format (reader, place, root) && read_version (reader, place, root) &&
         souls_json_check_members (place, root, members, reader->error) &&
         read_unit (reader, place, root) &&
         souls_data_reader_text (reader, place, root, "$schema", &text) &&
         souls_data_reader_text (reader, place, root, "company", &text);
}

/**
 * souls_data_file_parse:
 * @name: of the file, for messages
 * @root: what stands in it
 * @earlier: (nullable) (element-type SoulsDataFile): files whose sources it may name
 * @error: a form, value, version or sum error
 *
 * Reads a file of figures or of beliefs, whichever its "format" says, and checks its form and its
 * sums.
 *
 * Returns: (nullable) (transfer full): the file
 */
SoulsDataFile *
souls_data_file_parse (const char  *name,
                       JsonNode    *root,
                       GPtrArray   *earlier,
                       GError     **error)
{
  g_autoptr (SoulsDataFile) file = create_file (name);
  SoulsDataReader reader = { file, earlier, error };
  SoulsJsonPlace place = { NULL, name, -1 };
  JsonObject *object = souls_json_object (&place, root, error);

  if (object == NULL || !read_head (&reader, &place, object) ||
      !souls_data_reader_sources (&reader, &(SoulsJsonPlace) { &place, "sources", -1 },
                                  json_object_get_member (object, "sources")) ||
      !read_years (&reader, &(SoulsJsonPlace) { &place, "years", -1 },
                   json_object_get_member (object, "years")))
    return NULL;
  return g_steal_pointer (&file);
}
