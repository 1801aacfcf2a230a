/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-data-set-private.h"

#include <string.h>

#include "souls-text.h"

#define RESOURCE_FOLDER "/io/github/twosouls/TwoSouls/data/"
#define USER_FOLDER "two-souls"

/* A file of the user's that has a say in a year: its figures, else its beliefs, else the figures
 * of the year before. */
static gboolean
find_culprit (const SoulsDataSet *self,
              int                 year,
              guint              *index)
{
  const struct
  {
    int year;
    gboolean beliefs;
  } places[] = { { year, FALSE }, { year, TRUE }, { year - 1, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (souls_data_set_find_year (self, places[i].year, places[i].beliefs, index) != NULL &&
        ((SoulsDataFile *) g_ptr_array_index (self->files, *index))->is_user)
      return TRUE;
  return FALSE;
}

static const char *
name_file (const SoulsDataSet *self,
           guint               index)
{
  return ((SoulsDataFile *) g_ptr_array_index (self->files, index))->name;
}

/* Calibrates one year from what counts for it, for a message that names file and year. */
static gboolean
calibrate_year (const SoulsDataSet *self,
                int                 year,
                SoulsCalibration   *calibration,
                GError            **error)
{
  guint index = 0;
  const SoulsDataYear *figures = souls_data_set_find_year (self, year, FALSE, &index);
  const SoulsDataYear *beliefs = souls_data_set_find_year (self, year, TRUE, NULL);
  const SoulsDataYear *before = souls_data_set_find_year (self, year - 1, FALSE, NULL);
  g_autoptr (GError) local_error = NULL;
  SoulsFigures nothing;

  souls_figures_clear (&nothing);
  nothing.year = year - 1;
  if (souls_calibrate (&figures->figures, before != NULL ? &before->figures : &nothing,
                       &beliefs->beliefs, calibration, &local_error))
    return TRUE;
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE, "%s: years.%d: %s",
                       name_file (self, index), year, local_error->message);
  return FALSE;
}

static gboolean
is_complete (const SoulsDataSet *self,
             int                 year)
{
  return souls_data_set_find_year (self, year, FALSE, NULL) != NULL &&
         souls_data_set_find_year (self, year, TRUE, NULL) != NULL;
}

/* The first and last year that any file in use names; 0 where there is none. */
static void
find_span (const SoulsDataSet *self,
           int                *first,
           int                *last)
{
  *first = *last = 0;
  for (guint i = 0; i < self->files->len; i++)
    {
      const SoulsDataFile *file = g_ptr_array_index (self->files, i);
      const SoulsDataYear *start = g_ptr_array_index (file->years, 0);
      const SoulsDataYear *end = g_ptr_array_index (file->years, file->years->len - 1);

      if (!souls_data_set_is_in_use (self, i))
        continue;
      if (*first == 0 || start->year < *first)
        *first = start->year;
      *last = MAX (*last, end->year);
    }
}

/* The last complete year without the user's files: whatever they add has to join on to it. */
static int
find_anchor (const SoulsDataSet *self)
{
  int anchor = 0;

  for (guint i = 0; i < self->files->len; i++)
    {
      const SoulsDataFile *file = g_ptr_array_index (self->files, i);

      if (file->is_user || !file->is_beliefs)
        continue;
      for (guint j = 0; j < file->years->len; j++)
        {
          const SoulsDataYear *entry = g_ptr_array_index (file->years, j);

          if (is_complete (self, entry->year))
            anchor = MAX (anchor, entry->year);
        }
    }
  return anchor;
}

G_GNUC_PRINTF (2, 3)
static void
warn (SoulsDataSet *self,
      const char   *format,
      ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->warnings, souls_text_line (text));
}

/* A year that cannot be offered is a user's mistake, to be warned of, or one of the data that
 * ships. */
static gboolean
leave_year_out (SoulsDataSet *self,
                int           year,
                const char   *why,
                GError      **error)
{
  guint index = 0;

  if (souls_data_set_find_year (self, year, FALSE, &index) == NULL)
    souls_data_set_find_year (self, year, TRUE, &index);
  if (((SoulsDataFile *) g_ptr_array_index (self->files, index))->is_user)
    {
      warn (self, "%s: years.%d: %s; the year is left out", name_file (self, index), year, why);
      return TRUE;
    }
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE, "%s: years.%d: %s",
                       name_file (self, index), year, why);
  return FALSE;
}

/* Why a year outside the run from @first to @last is not offered; NULL where that is as it should
 * be: figures that only serve as a year before. */
static const char *
find_gap (const SoulsDataSet *self,
          int                 year,
          int                 first,
          int                 last)
{
  gboolean figures = souls_data_set_find_year (self, year, FALSE, NULL) != NULL;
  gboolean beliefs = souls_data_set_find_year (self, year, TRUE, NULL) != NULL;

  if (figures && beliefs)
    return "offered years must follow one another without a gap";
  if (beliefs)
    return "there are beliefs but no reported figures";
  if (figures && year > last)
    return "there are reported figures but no beliefs";
  return NULL;
}

static gboolean
check_gaps (SoulsDataSet *self,
            int           first_offered,
            int           last_offered,
            GError      **error)
{
  int first, last;

  find_span (self, &first, &last);
  for (int year = first; year <= last; year++)
    {
      const char *gap = year >= first_offered && year <= last_offered
                          ? NULL
                          : find_gap (self, year, first_offered, last_offered);

      if (gap != NULL && !leave_year_out (self, year, gap, error))
        return FALSE;
    }
  return TRUE;
}

/* Calibrates the run of years around the anchor. Where a user's file spoils it, the file is named
 * in @culprit. */
static gboolean
calibrate_run (SoulsDataSet *self,
               int           first,
               int           last,
               gboolean     *has_culprit,
               guint        *culprit,
               GError      **error)
{
  g_array_set_size (self->calibrations, 0);
  for (int year = first; year <= last; year++)
    {
      SoulsCalibration calibration;

      if (!calibrate_year (self, year, &calibration, error))
        {
          *has_culprit = find_culprit (self, year, culprit);
          return FALSE;
        }
      g_array_append_val (self->calibrations, calibration);
    }
  return TRUE;
}

static gboolean
find_run (const SoulsDataSet *self,
          int                *first,
          int                *last,
          GError            **error)
{
  int anchor = find_anchor (self);

  if (anchor == 0)
    {
      souls_json_complain (
        NULL, error, SOULS_SCENARIO_ERROR_VALUE,
        "%s: years: expected at least one year with figures and beliefs, found none",
        name_file (self, 0));
      return FALSE;
    }
  *first = *last = anchor;
  while (is_complete (self, *first - 1) && *last - *first + 1 < SOULS_MAX_HISTORY)
    (*first)--;
  while (is_complete (self, *last + 1) && *last - *first + 1 < SOULS_MAX_HISTORY)
    (*last)++;
  return TRUE;
}

/* Drops one user's file after the other until the rest fits together. */
static gboolean
assemble (SoulsDataSet *self,
          GError      **error)
{
  for (;;)
    {
      g_autoptr (GError) local_error = NULL;
      gboolean has_culprit = FALSE;
      guint culprit = 0;
      int first, last;

      if (!find_run (self, &first, &last, error))
        return FALSE;
      if (calibrate_run (self, first, last, &has_culprit, &culprit, &local_error))
        return check_gaps (self, first, last, error);
      if (!has_culprit)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      warn (self, "%s; %s is left out", local_error->message, name_file (self, culprit));
      g_array_index (self->in_use, gboolean, culprit) = FALSE;
    }
}

static gboolean
add_file (SoulsDataSet *self,
          const char   *name,
          JsonNode     *root,
          gboolean      is_beliefs,
          gboolean      is_user,
          GError      **error)
{
  gboolean yes = TRUE;
  SoulsDataFile *file = souls_data_file_parse (name, root, self->files, error);

  if (file == NULL)
    return FALSE;
  if (file->is_beliefs != is_beliefs)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_FORM,
                           "%s: format: expected “%s”, found “%s”", name,
                           is_beliefs ? SOULS_BELIEFS_FORMAT : SOULS_REPORTED_FORMAT,
                           is_beliefs ? SOULS_REPORTED_FORMAT : SOULS_BELIEFS_FORMAT);
      souls_data_file_free (file);
      return FALSE;
    }
  file->is_user = is_user;
  g_ptr_array_add (self->files, file);
  g_array_append_val (self->in_use, yes);
  return TRUE;
}

static gboolean
add_resource (SoulsDataSet *self,
              const char   *name,
              gboolean      is_beliefs,
              GError      **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (JsonNode) root = NULL;
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    {
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_READ,
                           "%s: the data that ships with the program is missing (resource %s)",
                           name, path);
      return FALSE;
    }
  data = g_bytes_get_data (bytes, &length);
  root = souls_json_parse (name, data, length, error);
  return root != NULL && add_file (self, name, root, is_beliefs, FALSE, error);
}

static gboolean
add_path (SoulsDataSet *self,
          const char   *path,
          gboolean      is_beliefs,
          gboolean      is_user,
          GError      **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (JsonNode) root = souls_json_read (path, error);

  return root != NULL && add_file (self, name, root, is_beliefs, is_user, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Paths in the user's folder that end so, in alphabetical order. */
static GPtrArray *
list_user_files (const char *ending)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), USER_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ending) && *name != '.')
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

static void
add_user_files (SoulsDataSet *self,
                const char   *ending,
                gboolean      is_beliefs)
{
  g_autoptr (GPtrArray) paths = list_user_files (ending);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!add_path (self, g_ptr_array_index (paths, i), is_beliefs, TRUE, &error))
        warn (self, "%s; the file is left out", error->message);
    }
}

static void
collect_sources (SoulsDataSet *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const SoulsDataFile *file = g_ptr_array_index (self->files, i);

      for (guint j = 0; souls_data_set_is_in_use (self, i) && j < file->sources->len; j++)
        {
          const SoulsSource *source = g_ptr_array_index (file->sources, j);
          const SoulsSource *known = souls_data_set_get_source (self, source->id);

          if (known == NULL || g_strcmp0 (known->document, source->document) != 0)
            g_ptr_array_add (self->sources, (gpointer) source);
        }
    }
}

static SoulsDataSet *
finish (SoulsDataSet *self,
        GError      **error)
{
  if (!assemble (self, error))
    {
      souls_data_set_unref (self);
      return NULL;
    }
  collect_sources (self);
  g_ptr_array_add (self->warnings, NULL);
  return self;
}

/**
 * souls_data_set_load_default:
 * @error: what is wrong with the data that ships
 *
 * Loads the data that ships, then the user's files. One of those that cannot be used is left out,
 * with a warning.
 *
 * Returns: (nullable) (transfer full): the data set
 */
SoulsDataSet *
souls_data_set_load_default (GError **error)
{
  g_autoptr (SoulsDataSet) self = souls_data_set_new ();

  if (!add_resource (self, "reported.json", FALSE, error) ||
      !add_resource (self, "beliefs.json", TRUE, error))
    return NULL;
  add_user_files (self, ".reported.json", FALSE);
  add_user_files (self, ".beliefs.json", TRUE);
  return finish (g_steal_pointer (&self), error);
}

/**
 * souls_data_set_load_files:
 * @reported: (array zero-terminated=1): paths of files of figures
 * @beliefs: (array zero-terminated=1): paths of files of beliefs
 * @error: what is wrong with one of them
 *
 * Loads named files and nothing else; a later file's year replaces an earlier one's. Any that
 * cannot be used is an error.
 *
 * Returns: (nullable) (transfer full): the data set
 */
SoulsDataSet *
souls_data_set_load_files (const char *const *reported,
                           const char *const *beliefs,
                           GError           **error)
{
  g_autoptr (SoulsDataSet) self = souls_data_set_new ();

  g_return_val_if_fail (
    reported != NULL && *reported != NULL && beliefs != NULL && *beliefs != NULL, NULL);
  for (; *reported != NULL; reported++)
    if (!add_path (self, *reported, FALSE, FALSE, error))
      return NULL;
  for (; *beliefs != NULL; beliefs++)
    if (!add_path (self, *beliefs, TRUE, FALSE, error))
      return NULL;
  return finish (g_steal_pointer (&self), error);
}
