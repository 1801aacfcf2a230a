/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-data-set-private.h"

#include <math.h>
#include <string.h>

/**
 * souls_data_set_new:
 *
 * Returns: (transfer full): a set without files, to be filled
 */
SoulsDataSet *
souls_data_set_new (void)
{
  SoulsDataSet *self = g_new0 (SoulsDataSet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) souls_data_file_free);
  self->in_use = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->sources = g_ptr_array_new ();
  self->calibrations = g_array_new (FALSE, FALSE, sizeof (SoulsCalibration));
  return self;
}

/**
 * souls_data_set_ref:
 * @self: a data set
 *
 * Returns: (transfer full): @self
 */
SoulsDataSet *
souls_data_set_ref (SoulsDataSet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * souls_data_set_unref:
 * @self: (transfer full): a data set
 */
void
souls_data_set_unref (SoulsDataSet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->files);
  g_array_unref (self->in_use);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->sources);
  g_array_unref (self->calibrations);
  souls_references_free (self->references);
  g_free (self);
}

/**
 * souls_data_set_find_year:
 * @self: a data set
 * @year: a fiscal year
 * @beliefs: whether beliefs are wanted, else figures
 * @index: (out) (optional): which file
 *
 * Finds the file whose word counts for a year: the last in use that has it.
 *
 * Returns: (nullable) (transfer none): what it says
 */
const SoulsDataYear *
souls_data_set_find_year (const SoulsDataSet *self,
                          int                 year,
                          gboolean            beliefs,
                          guint              *index)
{
  for (guint i = self->files->len; i-- > 0;)
    {
      const SoulsDataFile *file = g_ptr_array_index (self->files, i);
      const SoulsDataYear *entry;

      if (file->is_beliefs != beliefs || !souls_data_set_is_in_use (self, i))
        continue;
      entry = souls_data_file_find_year (file, year);
      if (entry != NULL)
        {
          if (index != NULL)
            *index = i;
          return entry;
        }
    }
  return NULL;
}

/**
 * souls_data_set_get_calibrations:
 * @self: a data set
 * @n_calibrations: (out) (optional): how many
 *
 * Returns: (array length=n_calibrations) (transfer none): the base years, ascending, without a gap
 */
const SoulsCalibration *
souls_data_set_get_calibrations (const SoulsDataSet *self,
                                 int                *n_calibrations)
{
  if (n_calibrations != NULL)
    *n_calibrations = (int) self->calibrations->len;
  return &g_array_index (self->calibrations, SoulsCalibration, 0);
}

/**
 * souls_data_set_get_first_year:
 * @self: a data set
 *
 * Returns: the first base year that can be chosen
 */
int
souls_data_set_get_first_year (const SoulsDataSet *self)
{
  return g_array_index (self->calibrations, SoulsCalibration, 0).year;
}

/**
 * souls_data_set_get_last_year:
 * @self: a data set
 *
 * Returns: the last base year that can be chosen
 */
int
souls_data_set_get_last_year (const SoulsDataSet *self)
{
  return g_array_index (self->calibrations, SoulsCalibration, self->calibrations->len - 1).year;
}

/**
 * souls_data_set_get_calibration:
 * @self: a data set
 * @year: a fiscal year
 * @error: a value error that names the years that are offered
 *
 * Returns: (nullable) (transfer none): the calibration of @year
 */
const SoulsCalibration *
souls_data_set_get_calibration (const SoulsDataSet *self,
                                int                 year,
                                GError            **error)
{
  int first = souls_data_set_get_first_year (self);

  if (year >= first && year <= souls_data_set_get_last_year (self))
    return &g_array_index (self->calibrations, SoulsCalibration, year - first);
  souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE,
                       "expected a base year from %d to %d, found %d", first,
                       souls_data_set_get_last_year (self), year);
  return NULL;
}

/**
 * souls_data_set_get_figure_provenance:
 * @self: a data set
 * @year: a fiscal year, of figures (so also the one before the first base year)
 * @figure: a figure
 *
 * Returns: (nullable) (transfer none): where it is from; %NULL where nothing was printed
 */
const SoulsProvenance *
souls_data_set_get_figure_provenance (const SoulsDataSet *self,
                                      int                 year,
                                      SoulsFigure         figure)
{
  const SoulsDataYear *entry = souls_data_set_find_year (self, year, FALSE, NULL);

  if (entry == NULL)
    return NULL;
  /* Up to fiscal 2018 advertising is the line "other" as reported: the calibration takes it so. */
  if (figure == SOULS_FIGURE_SALES_ADVERTISING && isnan (entry->figures.value[figure]))
    figure = SOULS_FIGURE_SALES_OTHER;
  return isnan (entry->figures.value[figure]) ? NULL : &entry->provenance[figure];
}

/**
 * souls_data_set_get_belief_provenance:
 * @self: a data set
 * @year: a fiscal year
 * @belief: a belief
 *
 * Returns: (nullable) (transfer none): where it is from; %NULL where there is none
 */
const SoulsProvenance *
souls_data_set_get_belief_provenance (const SoulsDataSet *self,
                                      int                 year,
                                      SoulsBelief         belief)
{
  const SoulsDataYear *entry = souls_data_set_find_year (self, year, TRUE, NULL);

  return entry == NULL || isnan (entry->beliefs.value[belief]) ? NULL : &entry->provenance[belief];
}

/**
 * souls_data_set_get_source:
 * @self: a data set
 * @id: a key of "sources"
 *
 * Returns: (nullable) (transfer none): the document
 */
const SoulsSource *
souls_data_set_get_source (const SoulsDataSet *self,
                           const char         *id)
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
 * souls_data_set_get_sources:
 * @self: a data set
 * @n_sources: (out): how many
 *
 * Returns: (array length=n_sources) (transfer none): all documents, in the order of the files
 */
const SoulsSource *const *
souls_data_set_get_sources (const SoulsDataSet *self,
                            int                *n_sources)
{
  *n_sources = (int) self->sources->len;
  return (const SoulsSource *const *) self->sources->pdata;
}

/**
 * souls_data_set_year_is_second_hand:
 * @self: a data set
 * @year: a fiscal year
 *
 * Returns: whether any figure of the year was read through another document than the filing
 */
gboolean
souls_data_set_year_is_second_hand (const SoulsDataSet *self,
                                    int                 year)
{
  const SoulsDataYear *entry = souls_data_set_find_year (self, year, FALSE, NULL);

  for (int i = 0; entry != NULL && i < SOULS_N_FIGURES; i++)
    if (!isnan (entry->figures.value[i]) &&
        (entry->provenance[i].via != NULL || entry->provenance[i].sources[0]->secondary))
      return TRUE;
  return FALSE;
}

/**
 * souls_data_set_get_warnings:
 * @self: a data set
 *
 * Returns: (array zero-terminated=1) (transfer none): a line for each user's file or year that was
 * left out
 */
const char *const *
souls_data_set_get_warnings (const SoulsDataSet *self)
{
  return (const char *const *) self->warnings->pdata;
}

/* A set like @self with one file more, whose years have what they miss lent by the years around
 * them, so that what the model would say of the file alone comes out. */
static gboolean
check_years (const SoulsDataSet  *self,
             const SoulsDataFile *file,
             GError             **error)
{
  int last = souls_data_set_get_last_year (self);

  for (guint i = 0; i < file->years->len; i++)
    {
      const SoulsDataYear *entry = g_ptr_array_index (file->years, i);
      const SoulsDataYear *figures = file->is_beliefs
                                       ? souls_data_set_find_year (self, entry->year, FALSE, NULL)
                                       : entry;
      const SoulsDataYear *beliefs = file->is_beliefs
                                       ? entry
                                       : souls_data_set_find_year (self, MIN (entry->year, last),
                                                                   TRUE, NULL);
      const SoulsDataYear *before = souls_data_file_find_year (file, entry->year - 1);
      g_autoptr (GError) local_error = NULL;
      SoulsCalibration calibration;
      SoulsFigures nothing;

      if (file->is_beliefs || before == NULL)
        before = souls_data_set_find_year (self, entry->year - 1, FALSE, NULL);
      souls_figures_clear (&nothing);
      nothing.year = entry->year - 1;
      if (figures == NULL || beliefs == NULL ||
          souls_calibrate (&figures->figures, before != NULL ? &before->figures : &nothing,
                           &beliefs->beliefs, &calibration, &local_error))
        continue;
      souls_json_complain (NULL, error, SOULS_SCENARIO_ERROR_VALUE, "%s: years.%d: %s", file->name,
                           entry->year, local_error->message);
      return FALSE;
    }
  return TRUE;
}

/**
 * souls_data_set_check_file:
 * @self: the data that the file would be added to
 * @path: a file of figures or beliefs
 * @error: what is wrong with it
 *
 * Checks a file's form and sums, and that the model can use its years with the beliefs (or
 * figures) that there are.
 *
 * Returns: whether it would be taken
 */
gboolean
souls_data_set_check_file (const SoulsDataSet *self,
                           const char         *path,
                           GError            **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (JsonNode) root = souls_json_read (path, error);
  g_autoptr (SoulsDataFile) file = NULL;

  if (root == NULL)
    return FALSE;
  file = souls_data_file_parse (name, root, self->files, error);
  return file != NULL && check_years (self, file, error);
}

/**
 * souls_data_set_get_references:
 * @self: a data set, on the thread that loaded it
 * @error: says what is wrong with the data that ships
 *
 * Reads them when they are asked for the first time: most runs show none.
 *
 * Returns: (nullable) (transfer none): what other companies publish
 */
const SoulsReferenceSet *
souls_data_set_get_references (SoulsDataSet *self,
                               GError      **error)
{
  if (self->references == NULL)
    self->references = souls_references_load (error);
  return self->references != NULL ? souls_references_get_set (self->references) : NULL;
}

/**
 * souls_data_set_get_estimates:
 * @self: a data set, on the thread that loaded it
 * @error: says what is wrong with the data that ships
 *
 * Returns: (nullable) (transfer none): every published estimate
 */
const SoulsEstimateSet *
souls_data_set_get_estimates (SoulsDataSet *self,
                              GError      **error)
{
  return souls_data_set_get_references (self, error) != NULL ? souls_references_get_estimates (self->references) : NULL;
}
