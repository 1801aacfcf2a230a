/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-json.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "souls-text.h"

G_DEFINE_QUARK (souls-scenario-error-quark, souls_scenario_error)

/* Member names come from files and may be of any length. */
#define MAX_STEP 40

static void
append_place (GString              *text,
              const SoulsJsonPlace *place)
{
  if (place == NULL)
    return;
  append_place (text, place->parent);
  if (place->parent == NULL)
    {
      g_string_append_printf (text, "%s: ", place->name);
      return;
    }
  if (place->index >= 0)
    {
      g_string_append_printf (text, "[%d]", place->index);
      return;
    }
  if (!g_str_has_suffix (text->str, ": "))
    g_string_append_c (text, '.');
  if (g_utf8_strlen (place->name, -1) > MAX_STEP)
    {
      g_autofree char *start = g_utf8_substring (place->name, 0, MAX_STEP);

      g_string_append_printf (text, "%s…", start);
    }
  else
    {
      g_string_append (text, place->name);
    }
}

/**
 * souls_json_complain:
 * @place: where
 * @error: what to set
 * @code: what kind of error
 * @format: what was expected and what stood there
 *
 * Sets @error to one line: the file, the place in it, and the message.
 */
void
souls_json_complain (const SoulsJsonPlace *place,
                     GError              **error,
                     SoulsScenarioError    code,
                     const char           *format,
                     ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *line = NULL;
  va_list arguments;

  append_place (text, place);
  if (place != NULL && place->parent != NULL)
    g_string_append (text, ": ");
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
  line = souls_text_line (text->str);
  g_set_error_literal (error, SOULS_SCENARIO_ERROR, code, line);
}

static const char *
describe_value (JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return "a string";
  if (type == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node) ? "true" : "false";
  return "a number";
}

static const char *
describe_node (JsonNode *node)
{
  if (node == NULL)
    return "nothing";
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return "an object";
    case JSON_NODE_ARRAY:
      return "an array";
    case JSON_NODE_VALUE:
      return describe_value (node);
    case JSON_NODE_NULL:
    default:
      return "null";
    }
}

static void
complain_of_form (const SoulsJsonPlace *place,
                  JsonNode             *node,
                  const char           *expected,
                  GError              **error)
{
  souls_json_complain (place, error, SOULS_SCENARIO_ERROR_FORM, "expected %s, found %s", expected,
                       describe_node (node));
}

static gboolean
is_number (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  return json_node_get_value_type (node) == G_TYPE_INT64 ||
         json_node_get_value_type (node) == G_TYPE_DOUBLE;
}

/**
 * souls_json_object:
 * @place: where @node stands
 * @node: (nullable): the value, %NULL where there is none
 * @error: a form error
 *
 * Returns: (nullable) (transfer none): the object
 */
JsonObject *
souls_json_object (const SoulsJsonPlace *place,
                   JsonNode             *node,
                   GError              **error)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  complain_of_form (place, node, "an object", error);
  return NULL;
}

/**
 * souls_json_array:
 * @place: where @node stands
 * @node: (nullable): the value, %NULL where there is none
 * @error: a form error
 *
 * Returns: (nullable) (transfer none): the array
 */
JsonArray *
souls_json_array (const SoulsJsonPlace *place,
                  JsonNode             *node,
                  GError              **error)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  complain_of_form (place, node, "an array", error);
  return NULL;
}

/**
 * souls_json_number:
 * @place: where @node stands
 * @node: (nullable): the value, %NULL where there is none
 * @value: (out): the number, always finite
 * @error: a form error
 *
 * Returns: whether it is a number
 */
gboolean
souls_json_number (const SoulsJsonPlace *place,
                   JsonNode             *node,
                   double               *value,
                   GError              **error)
{
  if (!is_number (node))
    {
      complain_of_form (place, node, "a number", error);
      return FALSE;
    }
  *value = json_node_get_double (node);
  return TRUE;
}

/**
 * souls_json_integer:
 * @place: where @node stands
 * @node: (nullable): the value, %NULL where there is none
 * @min: the least allowed
 * @max: the greatest allowed
 * @value: (out): the whole number
 * @error: a form or value error
 *
 * Returns: whether it is a whole number in the range
 */
gboolean
souls_json_integer (const SoulsJsonPlace *place,
                    JsonNode             *node,
                    gint64                min,
                    gint64                max,
                    gint64               *value,
                    GError              **error)
{
  double number;

  if (!is_number (node))
    {
      complain_of_form (place, node, "a whole number", error);
      return FALSE;
    }
  number = json_node_get_double (node);
  if (number != floor (number) || number < (double) min || number > (double) max)
    {
      g_autofree char *found = souls_text_number (number);

      souls_json_complain (place, error, SOULS_SCENARIO_ERROR_VALUE,
                           "expected a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT
                           ", found %s",
                           min, max, found);
      return FALSE;
    }
  *value = (gint64) number;
  return TRUE;
}

/**
 * souls_json_string:
 * @place: where @node stands
 * @node: (nullable): the value, %NULL where there is none
 * @error: a form error
 *
 * Returns: (nullable) (transfer none): the string
 */
const char *
souls_json_string (const SoulsJsonPlace *place,
                   JsonNode             *node,
                   GError              **error)
{
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  complain_of_form (place, node, "a string", error);
  return NULL;
}

/**
 * souls_json_check_members:
 * @place: where @object stands
 * @object: an object
 * @known: (array zero-terminated=1): the names that may stand in it
 * @error: a form error that names the first other one, and what was probably meant
 *
 * Returns: whether there are no others
 */
gboolean
souls_json_check_members (const SoulsJsonPlace *place,
                          JsonObject           *object,
                          const char *const    *known,
                          GError              **error)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (known, name))
      {
        g_autofree char *quote = souls_text_quote (name);
        g_autofree char *hint = souls_text_hint (name, known);

        souls_json_complain (place, error, SOULS_SCENARIO_ERROR_FORM, "%s is not expected here%s",
                             quote, hint);
        return FALSE;
      }
  return TRUE;
}

static gboolean
complain_of_file (const char *path,
                  GError    **error,
                  const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  souls_json_complain (&(SoulsJsonPlace) { NULL, name, -1 }, error, SOULS_SCENARIO_ERROR_READ, "%s",
                       reason);
  return FALSE;
}

static const char *
describe_mode (mode_t mode)
{
  if (S_ISDIR (mode))
    return "expected a file, found a folder";
  if (S_ISFIFO (mode))
    return "expected a file, found a pipe";
  if (S_ISSOCK (mode))
    return "expected a file, found a socket";
  return "expected a file, found a device";
}

static void
complain_of_size (const char *path,
                  GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  souls_json_complain (&(SoulsJsonPlace) { NULL, name, -1 }, error, SOULS_SCENARIO_ERROR_TOO_BIG,
                       "expected at most %d MiB, found more",
                       SOULS_JSON_MAX_BYTES / (1024 * 1024));
}

/* Reads no more than one byte past the limit: a file can grow while it is read. */
static GString *
read_all (const char *path,
          int         fd,
          GError    **error)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  char buffer[65536];

  for (;;)
    {
      ssize_t n = read (fd, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          complain_of_file (path, error, g_strerror (errno));
          return NULL;
        }
      if (n == 0)
        return g_steal_pointer (&bytes);
      g_string_append_len (bytes, buffer, n);
      if (bytes->len > SOULS_JSON_MAX_BYTES)
        {
          complain_of_size (path, error);
          return NULL;
        }
    }
}

static GString *
read_descriptor (const char *path,
                 int         fd,
                 GError    **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    {
      complain_of_file (path, error, g_strerror (errno));
      return NULL;
    }
  if (!S_ISREG (status.st_mode))
    {
      complain_of_file (path, error, describe_mode (status.st_mode));
      return NULL;
    }
  if (status.st_size > SOULS_JSON_MAX_BYTES)
    {
      complain_of_size (path, error);
      return NULL;
    }
  return read_all (path, fd, error);
}

/**
 * souls_json_read_bytes:
 * @path: a file
 * @length: (out): how many bytes
 * @error: a read or size error
 *
 * Reads a file of at most %SOULS_JSON_MAX_BYTES. Does not wait for pipes and devices: what is no
 * regular file is refused.
 *
 * Returns: (nullable) (transfer full): the bytes, and a zero after them
 */
char *
souls_json_read_bytes (const char *path,
                       gsize      *length,
                       GError    **error)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);
  GString *bytes;

  if (fd < 0)
    {
      complain_of_file (path, error, g_strerror (errno));
      return NULL;
    }
  bytes = read_descriptor (path, fd, error);
  close (fd);
  if (bytes == NULL)
    return NULL;

  *length = bytes->len;
  return g_string_free (bytes, FALSE);
}

/**
 * souls_json_read:
 * @path: a file
 * @error: why it cannot be read, or where it is not JSON
 *
 * Returns: (nullable) (transfer full): what stands in the file
 */
JsonNode *
souls_json_read (const char *path,
                 GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *bytes = NULL;
  gsize length;

  bytes = souls_json_read_bytes (path, &length, error);
  if (bytes == NULL)
    return NULL;
  return souls_json_parse (name, bytes, length, error);
}
