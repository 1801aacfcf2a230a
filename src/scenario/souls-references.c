/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-references.h"

#include <gio/gio.h>
#include <math.h>

#define RESOURCE "/io/github/twosouls/TwoSouls/data/estimates.json"
#define PER_CENT 100.0

/*
 * Peer:
 * @id: of the estimate
 * @name: how a chart calls the company: a proper name, the same in every language
 */
typedef struct
{
  const char *id;
  const char *name;
  SoulsReferenceKind kind;
} Peer;

/* Those that teach: a store, a store with a marketplace, two marketplaces. */
static const Peer peers[] = {
  { "peer_walmart_total_operating_margin", "Walmart", SOULS_REFERENCE_OPERATING_MARGIN },
  { "peer_ebay_operating_margin", "eBay", SOULS_REFERENCE_OPERATING_MARGIN },
  { "peer_ebay_take_rate", "eBay", SOULS_REFERENCE_TAKE_RATE },
  { "peer_mercadolibre_commerce_services_take_rate", "MercadoLibre", SOULS_REFERENCE_TAKE_RATE },
};

struct _SoulsReferences
{
  SoulsReference by_kind[SOULS_N_REFERENCE_KINDS][G_N_ELEMENTS (peers)];
  SoulsReferenceSet set;
  GArray *estimates;
  SoulsEstimateSet estimate_set;
  GStringChunk *texts;
};

static JsonNode *
get_member (const SoulsJsonPlace *place,
            JsonObject           *object,
            GError              **error)
{
  JsonNode *node = json_object_get_member (object, place->name);

  if (node == NULL)
    souls_json_complain (place, error, SOULS_SCENARIO_ERROR_FORM, "is missing");
  return node;
}

static const char *
read_text (const SoulsJsonPlace *parent,
           JsonObject           *object,
           const char           *member,
           GError              **error)
{
  const SoulsJsonPlace place = { parent, member, -1 };
  JsonNode *node = get_member (&place, object, error);

  return node != NULL ? souls_json_string (&place, node, error) : NULL;
}

static gboolean
read_peer (SoulsReferences      *self,
           const SoulsJsonPlace *file,
           JsonObject           *estimates,
           const Peer           *peer,
           GError              **error)
{
  const SoulsJsonPlace parent = { file, "estimates", -1 };
  const SoulsJsonPlace place = { &parent, peer->id, -1 };
  const SoulsJsonPlace value_place = { &place, "central", -1 };
  SoulsReference *reference = &self->by_kind[peer->kind][self->set.n[peer->kind]];
  JsonNode *node = get_member (&place, estimates, error);
  JsonObject *estimate = node != NULL ? souls_json_object (&place, node, error) : NULL;
  const char *period, *author, *title;
  double value;

  if (estimate == NULL || (node = get_member (&value_place, estimate, error)) == NULL ||
      !souls_json_number (&value_place, node, &value, error) ||
      (period = read_text (&place, estimate, "as_of", error)) == NULL ||
      (author = read_text (&place, estimate, "author", error)) == NULL ||
      (title = read_text (&place, estimate, "title", error)) == NULL)
    return FALSE;
  reference->name = peer->name;
  reference->value = value / PER_CENT;
  reference->period = g_string_chunk_insert (self->texts, period);
  reference->author = g_string_chunk_insert (self->texts, author);
  reference->document = g_string_chunk_insert (self->texts, title);
  self->set.n[peer->kind]++;
  return TRUE;
}

static gboolean
read_part (const SoulsJsonPlace *parent,
           JsonObject           *object,
           const char           *member,
           double               *value,
           GError              **error)
{
  const SoulsJsonPlace place = { parent, member, -1 };
  JsonNode *node = json_object_get_member (object, member);

  *value = NAN;
  return node == NULL || souls_json_number (&place, node, value, error);
}

static gboolean
read_estimate (SoulsReferences      *self,
               const SoulsJsonPlace *parent,
               JsonObject           *estimates,
               const char           *id,
               GError              **error)
{
  const SoulsJsonPlace place = { parent, id, -1 };
  JsonObject *object = souls_json_object (&place, json_object_get_member (estimates, id), error);
  SoulsEstimate estimate = { .id = g_string_chunk_insert (self->texts, id) };
  const char *unit;

  if (object == NULL || !read_part (&place, object, "low", &estimate.low, error) ||
      !read_part (&place, object, "central", &estimate.central, error) ||
      !read_part (&place, object, "high", &estimate.high, error) ||
      (unit = read_text (&place, object, "unit", error)) == NULL)
    return FALSE;
  if (isnan (estimate.low) && isnan (estimate.central) && isnan (estimate.high))
    {
      souls_json_complain (&place, error, SOULS_SCENARIO_ERROR_VALUE, "expected low, central or high");
      return FALSE;
    }
  estimate.unit = g_string_chunk_insert_const (self->texts, unit);
  g_array_append_val (self->estimates, estimate);
  return TRUE;
}

static gboolean
read_estimates (SoulsReferences      *self,
                const SoulsJsonPlace *place,
                JsonObject           *estimates,
                GError              **error)
{
  g_autoptr (GList) ids = json_object_get_members (estimates);

  for (GList *id = ids; id != NULL; id = id->next)
    if (!read_estimate (self, place, estimates, id->data, error))
      return FALSE;
  self->estimate_set = (SoulsEstimateSet) { (const SoulsEstimate *) (gpointer) self->estimates->data,
                                            (int) self->estimates->len };
  return TRUE;
}

/**
 * souls_references_parse:
 * @name: of the file, for messages
 * @bytes: (array length=length): what it holds
 *
 * Returns: (transfer full): the references in a file of estimates
 */
SoulsReferences *
souls_references_parse (const char  *name,
                        const char  *bytes,
                        gsize        length,
                        GError     **error)
{
  g_autoptr (SoulsReferences) self = g_new0 (SoulsReferences, 1);
  g_autoptr (JsonNode) root = souls_json_parse (name, bytes, length, error);
  const SoulsJsonPlace file = { NULL, name, -1 };
  const SoulsJsonPlace place = { &file, "estimates", -1 };
  JsonObject *object, *estimates;
  const char *format;
  JsonNode *node;

  self->texts = g_string_chunk_new (256);
  self->estimates = g_array_new (FALSE, FALSE, sizeof (SoulsEstimate));
  object = root != NULL ? souls_json_object (&file, root, error) : NULL;
  if (object == NULL || (format = read_text (&file, object, "format", error)) == NULL)
    return NULL;
  if (!g_str_equal (format, SOULS_ESTIMATES_FORMAT))
    {
      souls_json_complain (&file, error, SOULS_SCENARIO_ERROR_FORM,
                           "format: expected “%s”, found “%s”", SOULS_ESTIMATES_FORMAT, format);
      return NULL;
    }
  node = get_member (&place, object, error);
  estimates = node != NULL ? souls_json_object (&place, node, error) : NULL;
  if (estimates == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (peers); i++)
    if (!read_peer (self, &file, estimates, &peers[i], error))
      return NULL;
  if (!read_estimates (self, &place, estimates, error))
    return NULL;
  for (int kind = 0; kind < SOULS_N_REFERENCE_KINDS; kind++)
    self->set.references[kind] = self->by_kind[kind];
  return g_steal_pointer (&self);
}

/**
 * souls_references_load:
 *
 * Returns: (transfer full): the references that ship with the program
 */
SoulsReferences *
souls_references_load (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize length;
  gconstpointer data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return souls_references_parse ("estimates.json", data, length, error);
}

void
souls_references_free (SoulsReferences *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->estimates, g_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_free (self);
}

const SoulsReferenceSet *
souls_references_get_set (const SoulsReferences *self)
{
  return &self->set;
}

/**
 * souls_references_get_estimates:
 *
 * Returns: (transfer none): every number of the file, as long as @self lives
 */
const SoulsEstimateSet *
souls_references_get_estimates (const SoulsReferences *self)
{
  return &self->estimate_set;
}
