/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SOULS_SCENARIO_ERROR (souls_scenario_error_quark ())

typedef enum
{
  SOULS_SCENARIO_ERROR_READ,      /* the file cannot be read */
  SOULS_SCENARIO_ERROR_TOO_BIG,   /* more bytes or nesting than any file of ours has */
  SOULS_SCENARIO_ERROR_SYNTAX,    /* not JSON */
  SOULS_SCENARIO_ERROR_FORM,      /* JSON, but not of the form expected */
  SOULS_SCENARIO_ERROR_VALUE,     /* a value outside its range, or an unknown name */
  SOULS_SCENARIO_ERROR_SUM,       /* reported figures do not add up */
  SOULS_SCENARIO_ERROR_VERSION,   /* written by a newer program */
  SOULS_SCENARIO_ERROR_CHECK,     /* a share code with a wrong letter */
} SoulsScenarioError;

GQuark    souls_scenario_error_quark (void);

/* Largest file and deepest nesting that are read; the parser recurses, so both are checked before it sees a byte. */
#define SOULS_JSON_MAX_BYTES (16 * 1024 * 1024)
#define SOULS_JSON_MAX_DEPTH 64
/* Most values in one file: a value takes many times the memory of its text. */
#define SOULS_JSON_MAX_VALUES 500000

/* Parses @bytes (UTF-8 JSON). @name stands in messages ("file:line:column: …"). (transfer full) */
JsonNode *souls_json_parse (const char *name, const char *bytes, gsize length, GError **error);
/* The same from a file; refuses what is not a regular file without blocking on it. (transfer full) */
JsonNode *souls_json_read  (const char *path, GError **error);
/* The bytes alone, followed by a zero. (transfer full) */
char     *souls_json_read_bytes (const char *path, gsize *length, GError **error);

/**
 * SoulsJsonPlace:
 *
 * Where in a file a value stands, for messages ("reported.json: years.2025.sales-aws.value: …"): a chain on the stack.
 */
typedef struct _SoulsJsonPlace SoulsJsonPlace;
struct _SoulsJsonPlace
{
  const SoulsJsonPlace *parent;   /* NULL for the file itself */
  const char *name;               /* of the file or the member */
  int index;                      /* of an array's element, else -1 */
};

void        souls_json_complain   (const SoulsJsonPlace *place, GError **error, SoulsScenarioError code,
                                   const char *format, ...) G_GNUC_PRINTF (4, 5);
/* Typed access: NULL/FALSE with an error that says the place, what was expected and what stood there. */
JsonObject *souls_json_object     (const SoulsJsonPlace *place, JsonNode *node, GError **error);
JsonArray  *souls_json_array      (const SoulsJsonPlace *place, JsonNode *node, GError **error);
gboolean    souls_json_number     (const SoulsJsonPlace *place, JsonNode *node, double *value, GError **error);
gboolean    souls_json_integer    (const SoulsJsonPlace *place, JsonNode *node, gint64 min, gint64 max, gint64 *value, GError **error);
const char *souls_json_string     (const SoulsJsonPlace *place, JsonNode *node, GError **error);
/* FALSE where @object has a member that is not among @known (%NULL-terminated). */
gboolean    souls_json_check_members (const SoulsJsonPlace *place, JsonObject *object, const char *const *known, GError **error);

/* Writing: numbers with the fewest digits that read back the same, NAN as null; indented by two spaces. */
void        souls_json_write_string (GString *text, const char *string);
void        souls_json_write_number (GString *text, double value);
void        souls_json_write_node   (GString *text, JsonNode *node, int indent);

G_END_DECLS
