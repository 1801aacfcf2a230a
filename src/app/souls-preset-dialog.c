/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-preset-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

struct _SoulsPresetDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  GtkListBox *shipped_list;
  GtkListBox *own_list;
  GtkWidget *own_hint;
  GtkLabel *warning_label;

  /* Owned */
  SoulsDataSet *data;
  SoulsPresets *presets;
  char *deleted_path;       /* what Undo writes again */
  GBytes *deleted_bytes;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsPresetDialog, souls_preset_dialog, ADW_TYPE_WINDOW)

static GQuark
preset_quark (void)
{
  return g_quark_from_static_string ("souls-preset");
}

static void
add_text (GtkWidget  *box,
          const char *text,
          const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                        PANGO_WRAP_WORD_CHAR, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
delete_clicked_cb (GtkButton *button,
                   gpointer   preset)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (button), SOULS_TYPE_PRESET_DIALOG);

  souls_preset_dialog_delete (SOULS_PRESET_DIALOG (self), GPOINTER_TO_INT (preset));
}

static GtkWidget *
make_delete_button (int         preset,
                    const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *text = g_strdup_printf (_("Delete “%s”"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (delete_clicked_cb), GINT_TO_POINTER (preset));
  return button;
}

static GtkWidget *
make_row (SoulsPresetDialog *self,
          int                i)
{
  const SoulsPreset *preset = souls_presets_get (self->presets, i);
  g_autoptr (SoulsScenario) scenario = souls_preset_to_scenario (preset);
  const char *title = scenario->text[SOULS_SCENARIO_TITLE] != NULL ? scenario->text[SOULS_SCENARIO_TITLE] : preset->id;
  const char *question = scenario->text[SOULS_SCENARIO_QUESTION];
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  add_text (words, title, "heading");
  add_text (words, question, NULL);
  add_text (words, scenario->text[SOULS_SCENARIO_NOTES], "preset-notes");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  if (preset->path != NULL)
    gtk_box_append (GTK_BOX (box), make_delete_button (i, title));
  gtk_widget_add_css_class (box, "preset");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, question != NULL ? question : "", -1);
  g_object_set_qdata (G_OBJECT (row), preset_quark (), GINT_TO_POINTER (i));
  return row;
}

static void
empty (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_warnings (SoulsPresetDialog *self)
{
  const char *const *warnings = souls_presets_get_warnings (self->presets);
  g_autofree char *lines = g_strjoinv ("\n", (char **) warnings);

  gtk_label_set_text (self->warning_label, lines);
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), warnings[0] != NULL);
}

static void
fill (SoulsPresetDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsPresets) presets = souls_presets_load (self->data, &error);
  int n_own = 0;

  empty (self->shipped_list);
  empty (self->own_list);
  if (presets == NULL)
    {
      gtk_label_set_text (self->warning_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->warning_label), TRUE);
      return;
    }
  g_clear_pointer (&self->presets, souls_presets_free);
  self->presets = g_steal_pointer (&presets);
  for (int i = 0; i < souls_presets_get_n (self->presets); i++)
    {
      const gboolean own = souls_presets_get (self->presets, i)->path != NULL;

      gtk_list_box_append (own ? self->own_list : self->shipped_list, make_row (self, i));
      n_own += own;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->own_list), n_own > 0);
  gtk_widget_set_visible (self->own_hint, n_own == 0);
  show_warnings (self);
}

static void
row_activated_cb (SoulsPresetDialog *self,
                  GtkListBoxRow     *row)
{
  souls_preset_dialog_choose (self, GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (row), preset_quark ())));
}

static void
say (SoulsPresetDialog *self,
     const char        *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
undo_delete_activated_cb (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  SoulsPresetDialog *self = SOULS_PRESET_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  gconstpointer bytes;
  gsize length;

  if (self->deleted_path == NULL)
    return;
  bytes = g_bytes_get_data (self->deleted_bytes, &length);
  if (!g_file_set_contents (self->deleted_path, bytes, (gssize) length, &error))
    say (self, error->message);
  g_clear_pointer (&self->deleted_path, g_free);
  g_clear_pointer (&self->deleted_bytes, g_bytes_unref);
  fill (self);
}

static void
souls_preset_dialog_dispose (GObject *object)
{
  SoulsPresetDialog *self = SOULS_PRESET_DIALOG (object);

  g_clear_pointer (&self->presets, souls_presets_free);
  g_clear_pointer (&self->data, souls_data_set_unref);
  g_clear_pointer (&self->deleted_path, g_free);
  g_clear_pointer (&self->deleted_bytes, g_bytes_unref);

  G_OBJECT_CLASS (souls_preset_dialog_parent_class)->dispose (object);
}

static void
souls_preset_dialog_class_init (SoulsPresetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_preset_dialog_dispose;

  /**
   * SoulsPresetDialog::chosen:
   * @scenario: (type gpointer): what to open, borrowed
   *
   * The user wants to start from there.
   */
  signals[CHOSEN] = g_signal_new ("chosen", SOULS_TYPE_PRESET_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-preset-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsPresetDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SoulsPresetDialog, shipped_list);
  gtk_widget_class_bind_template_child (widget_class, SoulsPresetDialog, own_list);
  gtk_widget_class_bind_template_child (widget_class, SoulsPresetDialog, own_hint);
  gtk_widget_class_bind_template_child (widget_class, SoulsPresetDialog, warning_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "preset.undo-delete", NULL, undo_delete_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
souls_preset_dialog_init (SoulsPresetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * souls_preset_dialog_new:
 * @data: what presets are checked against
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
souls_preset_dialog_new (SoulsDataSet *data)
{
  SoulsPresetDialog *self = g_object_new (SOULS_TYPE_PRESET_DIALOG, NULL);

  self->data = souls_data_set_ref (data);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * souls_preset_dialog_get_n:
 *
 * Returns: how many presets are listed, those that ship first
 */
int
souls_preset_dialog_get_n (SoulsPresetDialog *self)
{
  g_return_val_if_fail (SOULS_IS_PRESET_DIALOG (self), 0);

  return self->presets != NULL ? souls_presets_get_n (self->presets) : 0;
}

/**
 * souls_preset_dialog_choose:
 * @preset: its place in the list
 *
 * Says that it was chosen, and closes.
 */
void
souls_preset_dialog_choose (SoulsPresetDialog *self,
                            int                preset)
{
  g_autoptr (SoulsScenario) scenario = NULL;

  g_return_if_fail (SOULS_IS_PRESET_DIALOG (self));

  scenario = souls_preset_to_scenario (souls_presets_get (self->presets, preset));
  g_signal_emit (self, signals[CHOSEN], 0, scenario);
  gtk_window_close (GTK_WINDOW (self));
}

/**
 * souls_preset_dialog_delete:
 * @preset: the place of one of the user's own in the list
 *
 * Deletes its file; a toast offers to undo that.
 */
void
souls_preset_dialog_delete (SoulsPresetDialog *self,
                            int                preset)
{
  const SoulsPreset *gone = souls_presets_get (self->presets, preset);
  const char *title = gone->scenario->text[SOULS_SCENARIO_TITLE];
  g_autofree char *text = g_strdup_printf (_("“%s” deleted"), title != NULL ? title : gone->id);
  g_autofree char *bytes = NULL;
  g_autofree char *path = g_strdup (gone->path);
  g_autoptr (GError) error = NULL;
  AdwToast *toast;
  gsize length;

  g_return_if_fail (path != NULL);

  if (!g_file_get_contents (path, &bytes, &length, &error))
    {
      say (self, error->message);
      return;
    }
  if (g_unlink (path) != 0)
    {
      g_autofree char *problem = g_strdup_printf (_("“%1$s” cannot be deleted: %2$s"), path, g_strerror (errno));

      say (self, problem);
      return;
    }
  g_clear_pointer (&self->deleted_bytes, g_bytes_unref);
  g_free (self->deleted_path);
  self->deleted_path = g_steal_pointer (&path);
  self->deleted_bytes = g_bytes_new_take (g_steal_pointer (&bytes), length);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "preset.undo-delete");
  adw_toast_overlay_add_toast (self->toasts, toast);
  fill (self);
}

/**
 * souls_preset_to_scenario:
 *
 * Returns: (transfer full): the scenario to open, in the reader's language where the program knows its words
 */
SoulsScenario *
souls_preset_to_scenario (const SoulsPreset *preset)
{
  static const SoulsScenarioText texts[] = { SOULS_SCENARIO_TITLE, SOULS_SCENARIO_QUESTION, SOULS_SCENARIO_NOTES };
  SoulsScenario *scenario = souls_scenario_copy (preset->scenario);

  for (guint i = 0; preset->path == NULL && i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = preset->scenario->text[texts[i]];

      if (text != NULL && *text != '\0')
        souls_scenario_set_text (scenario, texts[i], _(text));
    }
  return scenario;
}
