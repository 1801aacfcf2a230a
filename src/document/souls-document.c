/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-document.h"

#include <string.h>

#include "souls-write.h"

#define ENDING ".souls"

struct _SoulsDocument
{
  GObject parent_instance;

  /* owned */
  SoulsSession *session;
  GFile *file;
  GFileMonitor *monitor;
  char *version;
  char *sum;          /* of what the file held when last read or written */
  char **charts;

  SoulsDocumentDisk disk;
  gboolean differs;   /* the file does not hold what the session takes for saved */
  gboolean was_modified;
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_DISK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_QUARK (souls-document-error-quark, souls_document_error)
G_DEFINE_FINAL_TYPE (SoulsDocument, souls_document, G_TYPE_OBJECT)

static void
update_modified (SoulsDocument *self)
{
  const gboolean is_modified = souls_document_is_modified (self);

  if (is_modified == self->was_modified)
    return;
  self->was_modified = is_modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static void
set_disk (SoulsDocument    *self,
          SoulsDocumentDisk disk)
{
  if (disk == SOULS_DOCUMENT_GONE)
    self->differs = TRUE;
  if (disk != self->disk)
    {
      self->disk = disk;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISK]);
    }
  update_modified (self);
}

static void
file_changed_cb (GFileMonitor     *monitor,
                 GFile            *file,
                 GFile            *other,
                 GFileMonitorEvent event,
                 SoulsDocument    *self)
{
  /* While another program is still writing there is nothing to be said about the result. */
  if (event != G_FILE_MONITOR_EVENT_CHANGED && event != G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    souls_document_check_disk (self);
}

/* Where a file cannot be watched, on a network folder say, saving still looks before it writes. */
static void
watch (SoulsDocument *self)
{
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  if (self->file == NULL)
    return;
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (file_changed_cb), self);
}

static void
set_file (SoulsDocument *self,
          GFile         *file)
{
  if (file == self->file || (file != NULL && self->file != NULL && g_file_equal (file, self->file)))
    return;
  g_set_object (&self->file, file);
  watch (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

static char *
make_sum (const char *bytes,
          gsize       length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

/* The file and the session say the same now. */
static void
settle (SoulsDocument *self,
        GFile         *file,
        const char    *bytes,
        gsize          length)
{
  g_free (self->sum);
  self->sum = file != NULL ? make_sum (bytes, length) : NULL;
  self->differs = FALSE;
  set_file (self, file);
  souls_session_mark_saved (self->session);
  set_disk (self, SOULS_DOCUMENT_SAME);
}

/* Only what is written as a scenario is a file of ours; what merely carries one, a picture say, must not be written
 * over. */
static gboolean
is_scenario_text (const char *bytes,
                  gsize       length)
{
  static const char mark[] = "\357\273\277";

  if (length >= strlen (mark) && memcmp (bytes, mark, strlen (mark)) == 0)
    {
      bytes += strlen (mark);
      length -= strlen (mark);
    }
  while (length > 0 && g_ascii_isspace (*bytes))
    {
      bytes++;
      length--;
    }
  return length > 0 && *bytes == '{';
}

static char *
get_path (GFile   *file,
          GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_set_error (error, SOULS_DOCUMENT_ERROR, SOULS_DOCUMENT_ERROR_REMOTE,
                   "%s: expected a file on this computer", uri);
    }
  return path;
}

/**
 * souls_document_open:
 * @file: a scenario file, or a picture that carries a scenario
 * @error: why it cannot be opened, and where in it
 *
 * Opens a file in place of what is open, as one step that can be undone. A picture's scenario is open afterwards, but
 * its file is not the document's.
 *
 * Returns: whether it was opened; on %FALSE nothing has changed
 */
gboolean
souls_document_open (SoulsDocument *self,
                     GFile         *file,
                     GError       **error)
{
  g_autofree char *path = get_path (file, error);
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : NULL;
  const SoulsDataSet *data = souls_session_get_data (self->session);
  g_autoptr (SoulsScenario) scenario = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;
  gboolean is_ours;

  if (path == NULL)
    return FALSE;
  bytes = souls_json_read_bytes (path, &length, NULL);
  is_ours = bytes != NULL && is_scenario_text (bytes, length);
  scenario = is_ours ? souls_scenario_parse (name, bytes, length, data, error)
                     : souls_scenario_read (path, data, error);
  if (scenario == NULL || !souls_session_load (self->session, scenario, error))
    return FALSE;
  settle (self, is_ours ? file : NULL, bytes, length);
  return TRUE;
}

/**
 * souls_document_revert:
 * @error: why the file cannot be read again
 *
 * Opens the file again as it is on the disk; a step that can be undone.
 *
 * Returns: whether that is open now
 */
gboolean
souls_document_revert (SoulsDocument *self,
                       GError       **error)
{
  g_autoptr (GFile) file = self->file != NULL ? g_object_ref (self->file) : NULL;

  if (file != NULL)
    return souls_document_open (self, file, error);
  g_set_error_literal (error, SOULS_DOCUMENT_ERROR, SOULS_DOCUMENT_ERROR_NO_FILE, "this was never saved");
  return FALSE;
}

static gboolean
write_to (SoulsDocument *self,
          GFile         *file,
          GError       **error)
{
  g_autofree char *path = get_path (file, error);
  g_autoptr (SoulsScenario) scenario = souls_document_make_scenario (self);
  gsize length;
  g_autofree char *text = souls_scenario_to_text (scenario, &length);

  if (path == NULL || !souls_write_file (path, text, length, error))
    return FALSE;
  settle (self, file, text, length);
  return TRUE;
}

/**
 * souls_document_save:
 * @force: whether to write over what another program has written since
 * @error: of %SOULS_WRITE_ERROR, or %SOULS_DOCUMENT_ERROR_CHANGED
 *
 * Saves to the document's file, as a whole or not at all.
 *
 * Returns: whether it was saved
 */
gboolean
souls_document_save (SoulsDocument *self,
                     gboolean       force,
                     GError       **error)
{
  if (self->file == NULL)
    {
      g_set_error_literal (error, SOULS_DOCUMENT_ERROR, SOULS_DOCUMENT_ERROR_NO_FILE, "this was never saved");
      return FALSE;
    }
  souls_document_check_disk (self);
  if (self->disk == SOULS_DOCUMENT_CHANGED && !force)
    {
      g_autofree char *name = g_file_get_parse_name (self->file);

      g_set_error (error, SOULS_DOCUMENT_ERROR, SOULS_DOCUMENT_ERROR_CHANGED,
                   "%s: another program has changed this file since it was opened", name);
      return FALSE;
    }
  return write_to (self, self->file, error);
}

/**
 * souls_document_save_as:
 * @file: to be replaced, or made
 * @error: of %SOULS_WRITE_ERROR
 *
 * Saves to another file, which is the document's from then on.
 *
 * Returns: whether it was saved; on %FALSE the document keeps the file that it had
 */
gboolean
souls_document_save_as (SoulsDocument *self,
                        GFile         *file,
                        GError       **error)
{
  return write_to (self, file, error);
}

void
souls_document_detach (SoulsDocument *self)
{
  settle (self, NULL, NULL, 0);
}

/**
 * souls_document_restore:
 * @file: (nullable): whose draft it is
 * @sum: (nullable): check sum of what @file held when the draft was made
 * @scenario: the draft
 * @error: why it does not fit the data
 *
 * Takes up what was not saved when the program ended. Where @file can still be read, one step of undo leads to what it
 * holds.
 *
 * Returns: whether @scenario is open now, as something to save
 */
gboolean
souls_document_restore (SoulsDocument       *self,
                        GFile               *file,
                        const char          *sum,
                        const SoulsScenario *scenario,
                        GError             **error)
{
  const gboolean was_read = file != NULL && souls_document_open (self, file, NULL) && self->file != NULL;

  if (!souls_session_load (self->session, scenario, error))
    return FALSE;
  self->differs = TRUE;
  if (file != NULL)
    {
      g_free (self->sum);
      self->sum = g_strdup (sum != NULL ? sum : "");
      set_file (self, file);
      souls_document_check_disk (self);
    }
  /* Where the file cannot be read, what is in the session was never in it. */
  self->differs = !was_read || self->disk != SOULS_DOCUMENT_SAME;
  update_modified (self);
  return TRUE;
}

/**
 * souls_document_check_disk:
 *
 * Compares what the file holds with what it held when it was last read or written: its bytes count, not its times.
 */
void
souls_document_check_disk (SoulsDocument *self)
{
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *sum = NULL;
  gsize length;

  if (path == NULL)
    return;
  bytes = souls_json_read_bytes (path, &length, NULL);
  if (bytes == NULL)
    {
      set_disk (self, g_file_test (path, G_FILE_TEST_EXISTS) ? SOULS_DOCUMENT_CHANGED : SOULS_DOCUMENT_GONE);
      return;
    }
  sum = make_sum (bytes, length);
  set_disk (self, g_strcmp0 (sum, self->sum) == 0 ? SOULS_DOCUMENT_SAME : SOULS_DOCUMENT_CHANGED);
}

void
souls_document_keep (SoulsDocument *self)
{
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  if (path == NULL)
    return;
  bytes = souls_json_read_bytes (path, &length, NULL);
  if (bytes != NULL)
    {
      g_free (self->sum);
      self->sum = make_sum (bytes, length);
    }
  self->differs = TRUE;
  set_disk (self, bytes != NULL ? SOULS_DOCUMENT_SAME : SOULS_DOCUMENT_GONE);
}

/**
 * souls_document_make_scenario:
 *
 * Returns: (transfer full): what would be saved
 */
SoulsScenario *
souls_document_make_scenario (SoulsDocument *self)
{
  SoulsScenario *scenario = souls_scenario_copy (souls_session_get_scenario (self->session));

  souls_scenario_set_text (scenario, SOULS_SCENARIO_MODEL, self->version);
  if (self->charts != NULL)
    souls_scenario_set_charts (scenario, (const char *const *) self->charts);
  return scenario;
}

void
souls_document_set_charts (SoulsDocument     *self,
                           const char *const *charts)
{
  g_strfreev (self->charts);
  self->charts = g_strdupv ((char **) charts);
}

SoulsSession *
souls_document_get_session (SoulsDocument *self)
{
  return self->session;
}

GFile *
souls_document_get_file (SoulsDocument *self)
{
  return self->file;
}

/**
 * souls_document_get_name:
 *
 * Returns: (transfer full) (nullable): the file's name to show, without its ending; %NULL without a file
 */
char *
souls_document_get_name (SoulsDocument *self)
{
  g_autofree char *base = self->file != NULL ? g_file_get_basename (self->file) : NULL;
  char *name;

  if (base == NULL)
    return NULL;
  name = g_filename_display_name (base);
  if (g_str_has_suffix (name, ENDING) && strlen (name) > strlen (ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  return name;
}

gboolean
souls_document_is_modified (SoulsDocument *self)
{
  return self->differs || souls_session_is_modified (self->session);
}

SoulsDocumentDisk
souls_document_get_disk (SoulsDocument *self)
{
  return self->disk;
}

const char *
souls_document_get_sum (SoulsDocument *self)
{
  return self->sum;
}

static void
souls_document_dispose (GObject *object)
{
  SoulsDocument *self = SOULS_DOCUMENT (object);

  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (souls_document_parent_class)->dispose (object);
}

static void
souls_document_finalize (GObject *object)
{
  SoulsDocument *self = SOULS_DOCUMENT (object);

  g_free (self->version);
  g_free (self->sum);
  g_strfreev (self->charts);
  G_OBJECT_CLASS (souls_document_parent_class)->finalize (object);
}

static void
souls_document_get_property (GObject    *object,
                             guint       property,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SoulsDocument *self = SOULS_DOCUMENT (object);

  switch (property)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, souls_document_is_modified (self));
      break;
    case PROP_DISK:
      g_value_set_int (value, (int) self->disk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
souls_document_class_init (SoulsDocumentClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = souls_document_dispose;
  object_class->finalize = souls_document_finalize;
  object_class->get_property = souls_document_get_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, readable);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  properties[PROP_DISK] = g_param_spec_int ("disk", NULL, NULL, SOULS_DOCUMENT_SAME, SOULS_DOCUMENT_GONE,
                                            SOULS_DOCUMENT_SAME, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
souls_document_init (SoulsDocument *self)
{
}

/**
 * souls_document_new:
 * @session: what is open
 * @version: of the program, for the files that it writes
 *
 * Returns: (transfer full): a document that was never saved
 */
SoulsDocument *
souls_document_new (SoulsSession *session,
                    const char   *version)
{
  SoulsDocument *self = g_object_new (SOULS_TYPE_DOCUMENT, NULL);

  self->session = g_object_ref (session);
  self->version = g_strdup (version);
  self->was_modified = souls_document_is_modified (self);
  g_signal_connect_object (session, "notify::modified", G_CALLBACK (update_modified), self, G_CONNECT_SWAPPED);
  return self;
}
