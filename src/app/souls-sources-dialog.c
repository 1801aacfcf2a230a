/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-compat.h"
#include "souls-sources-dialog.h"

struct _SoulsSourcesDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  AdwBin *bin;

  /* Owned */
  SoulsSession *session;

  int n_rows;
};

G_DEFINE_FINAL_TYPE (SoulsSourcesDialog, souls_sources_dialog, ADW_TYPE_WINDOW)

/* How a belief's value is read. */
typedef enum
{
  FRACTION,
  MONEY,
  YEARS,
} Unit;

static const Unit belief_units[SOULS_N_BELIEFS] = {
#define BELIEF(enumerator, id, name, unit) [SOULS_BELIEF_##enumerator] = unit,
  SOULS_BELIEFS (BELIEF)
#undef BELIEF
};

/* A document and the figures that were read in it. */
typedef struct
{
  const SoulsSource *source;
  GString *figures;
  int n_figures;
} Reading;

static void
clear_reading (Reading *reading)
{
  g_string_free (reading->figures, TRUE);
}

static GArray *
new_readings (void)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (Reading));

  g_array_set_clear_func (readings, (GDestroyNotify) clear_reading);

  return readings;
}

static void
add_reading (GArray            *readings,
             const SoulsSource *source,
             const char        *figure)
{
  Reading *reading = NULL;

  for (guint i = 0; i < readings->len && reading == NULL; i++)
    {
      if (g_array_index (readings, Reading, i).source == source)
        reading = &g_array_index (readings, Reading, i);
    }

  if (reading == NULL)
    {
      Reading fresh = { .source = source, .figures = g_string_new (NULL) };

      g_array_append_val (readings, fresh);
      reading = &g_array_index (readings, Reading, readings->len - 1);
    }

  if (reading->n_figures++ > 0)
    g_string_append (reading->figures, " · ");
  g_string_append (reading->figures, figure);
}

/* Joins what is there with a middle dot. (transfer full) */
static char *
join_details (const char *first,
              const char *second,
              const char *third)
{
  const char *const details[] = { first, second, third };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      if (details[i] == NULL || *details[i] == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, details[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
row_activated_cb (AdwActionRow *row,
                  const char   *url)
{
  souls_compat_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))), url);
}

static GtkWidget *
make_row (SoulsSourcesDialog *self,
          const char         *title,
          const char         *subtitle,
          const char         *url)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", title,
                                 "subtitle", subtitle,
                                 NULL);

  if (url != NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_tooltip_text (row, url);
      g_signal_connect_data (row, "activated", G_CALLBACK (row_activated_cb), g_strdup (url),
                             (GClosureNotify) (void (*) (void)) g_free, 0);
    }
  self->n_rows++;

  return row;
}

static AdwPreferencesGroup *
add_group (GtkWidget  *page,
           const char *title,
           const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_filings (SoulsSourcesDialog *self,
             GtkWidget          *page,
             GArray             *filings)
{
  AdwPreferencesGroup *group;

  if (filings->len == 0)
    return;

  group = add_group (page, _("Filings"), _("What the company reported."));
  for (guint i = 0; i < filings->len; i++)
    {
      const Reading *filing = &g_array_index (filings, Reading, i);
      g_autofree char *count = g_strdup_printf (ngettext ("%d figure", "%d figures", filing->n_figures),
                                                filing->n_figures);
      g_autofree char *details = join_details (filing->source->form, filing->source->accession, count);

      adw_preferences_group_add (group, make_row (self, filing->source->document, details, filing->source->url));
    }
}

static void
add_second_hand (SoulsSourcesDialog *self,
                 GtkWidget          *page,
                 GArray             *readings)
{
  AdwPreferencesGroup *group;

  if (readings->len == 0)
    return;

  group = add_group (page, _("Second-hand"),
                     _("Figures of the filings above that were read here, and not in the filing itself."));
  for (guint i = 0; i < readings->len; i++)
    {
      const Reading *reading = &g_array_index (readings, Reading, i);

      adw_preferences_group_add (group, make_row (self, reading->source->document, reading->figures->str,
                                                  reading->source->url));
    }
}

static char *
belief_value (SoulsBelief belief,
              double      value)
{
  const SoulsWords *words = souls_app_words ();
  g_autofree char *number = NULL;

  switch (belief_units[belief])
    {
    case MONEY:
      return souls_words_money (words, value);
    case YEARS:
      number = souls_words_number (words, value, fmod (value, 1) == 0 ? 0 : 1);
      return g_strdup_printf (_("%s years"), number);
    case FRACTION:
    default:
      return souls_words_percent (words, value);
    }
}

static void
add_belief (SoulsSourcesDialog    *self,
            AdwPreferencesGroup   *group,
            SoulsBelief            belief,
            double                 value,
            const SoulsProvenance *provenance)
{
  const SoulsSource *source = provenance->sources != NULL ? provenance->sources[0] : NULL;
  g_autofree char *kind = g_strdup_printf ("%s %s", souls_kind_sign (provenance->kind),
                                           _(souls_kind_name (provenance->kind)));
  g_autofree char *details = join_details (kind, source != NULL ? source->author : NULL,
                                           source != NULL ? source->document : provenance->note);
  g_autofree char *text = belief_value (belief, value);
  GtkWidget *row = make_row (self, _(souls_belief_name (belief)), details, source != NULL ? source->url : NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static void
add_beliefs (SoulsSourcesDialog *self,
             GtkWidget          *page)
{
  const SoulsCalibration *calibration = souls_session_get_calibration (self->session);
  SoulsDataSet *data = souls_session_get_data (self->session);
  AdwPreferencesGroup *group = add_group (page, _("Estimates and Assumptions"),
                                          _("What is believed where nothing is reported."));

  for (int i = 0; i < SOULS_N_BELIEFS; i++)
    {
      const SoulsProvenance *provenance =
        souls_data_set_get_belief_provenance (data, calibration->year, (SoulsBelief) i);

      if (provenance != NULL)
        add_belief (self, group, (SoulsBelief) i, calibration->beliefs.value[i], provenance);
    }
}

static void
read_figures (SoulsSourcesDialog *self,
              GArray             *filings,
              GArray             *second_hand)
{
  SoulsDataSet *data = souls_session_get_data (self->session);
  int year = souls_session_get_base_year (self->session);

  for (int i = 0; i < SOULS_N_FIGURES; i++)
    {
      const SoulsProvenance *provenance = souls_data_set_get_figure_provenance (data, year, (SoulsFigure) i);
      const char *name = _(souls_figure_name ((SoulsFigure) i));

      if (provenance == NULL)
        continue;
      for (int j = 0; provenance->sources != NULL && provenance->sources[j] != NULL; j++)
        add_reading (filings, provenance->sources[j], name);
      if (provenance->via != NULL)
        add_reading (second_hand, provenance->via, name);
    }
}

static void
fill (SoulsSourcesDialog *self)
{
  g_autoptr (GArray) filings = new_readings ();
  g_autoptr (GArray) second_hand = new_readings ();
  g_autofree char *subtitle = g_strdup_printf (_("Fiscal %d"), souls_session_get_base_year (self->session));
  GtkWidget *page = adw_preferences_page_new ();

  self->n_rows = 0;
  read_figures (self, filings, second_hand);
  add_filings (self, page, filings);
  add_second_hand (self, page, second_hand);
  add_beliefs (self, page);
  adw_window_title_set_subtitle (self->title, subtitle);
  adw_bin_set_child (self->bin, page);
}

static void
souls_sources_dialog_dispose (GObject *object)
{
  g_clear_object (&SOULS_SOURCES_DIALOG (object)->session);

  G_OBJECT_CLASS (souls_sources_dialog_parent_class)->dispose (object);
}

static void
souls_sources_dialog_class_init (SoulsSourcesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_sources_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-sources-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsSourcesDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SoulsSourcesDialog, bin);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
souls_sources_dialog_init (SoulsSourcesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * souls_sources_dialog_new:
 * @session: the session whose base year is explained
 *
 * Makes the window of sources; it follows @session's base year.
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
souls_sources_dialog_new (SoulsSession *session)
{
  SoulsSourcesDialog *self = g_object_new (SOULS_TYPE_SOURCES_DIALOG, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "base-year-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * souls_sources_dialog_get_n_rows:
 * @self: the window
 *
 * Returns: how many documents and beliefs are listed
 */
int
souls_sources_dialog_get_n_rows (SoulsSourcesDialog *self)
{
  g_return_val_if_fail (SOULS_IS_SOURCES_DIALOG (self), 0);

  return self->n_rows;
}
