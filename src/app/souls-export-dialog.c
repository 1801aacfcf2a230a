/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-export-dialog.h"

#include <glib/gi18n.h>

#include "souls-app-state.h"
#include "souls-app-words.h"
#include "souls-beside-layout.h"
#include "souls-catalog.h"
#include "souls-compat.h"
#include "souls-export-preview.h"
#include "souls-export.h"

/* px of a screen to the inch. */
#define DENSITY 96

/* Width before height, in a language that runs from right to left as well. */
#define DIMENSIONS "\u2066%d × %d\u2069"
#define TIMES "\u2066%d×\u2069"

struct _SoulsExportDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkInfoBar *message_bar;
  GtkLabel *message_label;
  GtkStack *stack;
  SoulsExportPreview *preview;
  GtkTextBuffer *table;
  AdwComboRow *format_row;
  AdwComboRow *theme_row;
  AdwComboRow *size_row;
  AdwActionRow *width_row;
  AdwActionRow *height_row;
  GtkSpinButton *width_spin;
  GtkSpinButton *height_spin;
  AdwComboRow *scale_row;
  AdwComboRow *language_row;
  GtkWidget *save_button;

  /* Owned */
  SoulsChartView *view;
  GSettings *settings;     /* NULL without a schema */
  SoulsScene *scene;
  char **languages;        /* of the language row, after its first line */
  SoulsCatalog *catalog;   /* NULL: the program's language */

  int screen_width;
  int screen_height;
  gboolean filling;        /* choices are being set: no preview yet */
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsExportDialog, souls_export_dialog, ADW_TYPE_WINDOW)

static const SoulsTheme *
get_theme (SoulsExportDialog *self)
{
  return souls_theme_get (souls_export_dialog_get_theme (self));
}

static const SoulsWords *
get_words (SoulsExportDialog *self)
{
  return self->catalog != NULL ? souls_catalog_get_words (self->catalog) : souls_app_words ();
}

static void
get_dimensions (SoulsExportDialog *self,
                int               *width,
                int               *height)
{
  const int size = souls_export_dialog_get_size (self);
  const SoulsExportSize *preset = souls_export_size (size);

  *width = preset->width;
  *height = preset->height;
  if (size == SOULS_EXPORT_SIZE_SCREEN)
    {
      *width = self->screen_width;
      *height = self->screen_height;
    }
  else if (size == SOULS_EXPORT_SIZE_CUSTOM)
    {
      *width = gtk_spin_button_get_value_as_int (self->width_spin);
      *height = gtk_spin_button_get_value_as_int (self->height_spin);
    }
}

static void
show_message (SoulsExportDialog *self,
              const char        *text)
{
  gtk_label_set_text (self->message_label, text);
  gtk_info_bar_set_message_type (self->message_bar, GTK_MESSAGE_ERROR);
  gtk_info_bar_set_revealed (self->message_bar, TRUE);
}

/* What does not count for a format can't be chosen. */
static void
update_rows (SoulsExportDialog *self)
{
  const SoulsFormat format = souls_export_dialog_get_format (self);
  const gboolean is_picture = !souls_export_is_table (format);
  const gboolean is_custom = souls_export_dialog_get_size (self) == SOULS_EXPORT_SIZE_CUSTOM;
  const int scale = souls_export_dialog_get_scale (self);
  g_autofree char *size_text = NULL;
  g_autofree char *pixels = NULL;
  g_autofree char *scale_text = NULL;
  int width, height;

  get_dimensions (self, &width, &height);
  gtk_widget_set_sensitive (GTK_WIDGET (self->theme_row), is_picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->size_row), is_picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->width_row), is_picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->height_row), is_picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale_row), souls_export_has_pixels (format));
  gtk_widget_set_visible (GTK_WIDGET (self->width_row), is_custom);
  gtk_widget_set_visible (GTK_WIDGET (self->height_row), is_custom);

  size_text = is_custom ? g_strdup ("") : g_strdup_printf (DIMENSIONS, width, height);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->size_row), size_text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->scale_row), is_picture ? _("Sharp at any size") : "");
  if (!souls_export_has_pixels (format))
    return;
  pixels = g_strdup_printf (DIMENSIONS, width * scale, height * scale);
  /* Translators: %1$s is a picture's width and height in pixels, as in 2560 × 1440, %2$d how many of them make an inch */
  scale_text = g_strdup_printf (_("%1$s pixels, %2$d dpi"), pixels, DENSITY * scale);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->scale_row), scale_text);
}

static void
show_table (SoulsExportDialog *self,
            SoulsFormat        format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = souls_scene_render (self->scene, get_theme (self), format, 1.0, &error);
  gsize size;
  const char *text;

  if (bytes == NULL)
    {
      show_message (self, error->message);
      return;
    }
  text = g_bytes_get_data (bytes, &size);
  /* A mark of the byte order is for other programs. */
  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      size -= 3;
    }
  gtk_text_buffer_set_text (self->table, text, (int) size);
  gtk_stack_set_visible_child_name (self->stack, "table");
}

/* Lays the chart out as it will be written; what is shown is what is saved. */
static void
update_preview (SoulsExportDialog *self)
{
  const SoulsFormat format = souls_export_dialog_get_format (self);
  int width, height;

  if (self->filling)
    return;
  update_rows (self);
  souls_export_preview_set_scene (self->preview, NULL, NULL);
  g_clear_pointer (&self->scene, souls_scene_free);
  get_dimensions (self, &width, &height);
  self->scene = souls_chart_view_make_picture (self->view, get_words (self), width, height);
  if (self->scene == NULL)
    return;
  souls_export_preview_set_scene (self->preview, self->scene, get_theme (self));
  if (souls_export_is_table (format))
    show_table (self, format);
  else
    gtk_stack_set_visible_child_name (self->stack, "picture");
}

static void
language_changed_cb (SoulsExportDialog *self)
{
  const char *language = souls_export_dialog_get_language (self);

  g_clear_pointer (&self->catalog, souls_catalog_free);
  if (*language != '\0')
    self->catalog = souls_catalog_open (souls_app_locale_dir (), GETTEXT_PACKAGE, language);
  update_preview (self);
}

static void
message_responded_cb (SoulsExportDialog *self)
{
  gtk_info_bar_set_revealed (self->message_bar, FALSE);
}

/* Only what was chosen is kept: the print theme goes by whether there is any choice. */
static void
remember_value (SoulsExportDialog *self,
                const char        *key,
                GVariant          *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autoptr (GVariant) before = self->settings != NULL ? g_settings_get_value (self->settings, key) : NULL;

  if (before == NULL || !g_variant_equal (before, owned))
    souls_app_state_set (self->settings, key, owned);
}

static void
remember (SoulsExportDialog *self)
{
  const int size = souls_export_dialog_get_size (self);

  remember_value (self, "export-format",
                  g_variant_new_string (souls_format_id (souls_export_dialog_get_format (self))));
  remember_value (self, "export-theme", g_variant_new_string (get_theme (self)->id));
  remember_value (self, "export-size", g_variant_new_string (souls_export_size (size)->id));
  remember_value (self, "export-width", g_variant_new_int32 (gtk_spin_button_get_value_as_int (self->width_spin)));
  remember_value (self, "export-height", g_variant_new_int32 (gtk_spin_button_get_value_as_int (self->height_spin)));
  remember_value (self, "export-scale", g_variant_new_int32 (souls_export_dialog_get_scale (self)));
  remember_value (self, "export-language", g_variant_new_string (souls_export_dialog_get_language (self)));
}

static gboolean
write_file (SoulsExportDialog *self,
            GFile             *file,
            GError           **error)
{
  SoulsFormat format = souls_export_dialog_get_format (self);
  g_autoptr (GFile) corrected = souls_export_correct (file, &format, error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (corrected == NULL || !souls_export_write (self->scene, get_theme (self), format,
                                                souls_export_dialog_get_scale (self), corrected, error))
    return FALSE;
  name = g_file_get_basename (corrected);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("Saved “%s”"), name);
  g_signal_emit (self, signals[SAVED], 0, text);
  return TRUE;
}

static void
file_chosen_cb (GFile    *file,
                gpointer  data)
{
  souls_export_dialog_save (SOULS_EXPORT_DIALOG (data), file);
}

static void
save_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SoulsExportDialog *self = SOULS_EXPORT_DIALOG (widget);
  SoulsSession *session = souls_chart_view_get_session (self->view);
  g_autofree char *name = souls_export_name (souls_chart_id (souls_chart_view_get_chart (self->view)),
                                             souls_session_get_year (session),
                                             souls_export_dialog_get_format (self));

  /* A number that is still being typed counts. */
  gtk_spin_button_update (self->width_spin);
  gtk_spin_button_update (self->height_spin);
  gtk_info_bar_set_revealed (self->message_bar, FALSE);
  souls_compat_save_chart (GTK_WINDOW (self), name, file_chosen_cb, self);
}

static void
set_choices (AdwComboRow *row,
             char       **choices)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) choices);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
fill_formats (SoulsExportDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) choices = NULL;

  for (int i = 0; i < SOULS_N_FORMATS; i++)
    {
      g_autofree char *name = g_ascii_strup (souls_format_id ((SoulsFormat) i), -1);

      g_strv_builder_add (builder, name);
    }
  choices = g_strv_builder_end (builder);
  set_choices (self->format_row, choices);
}

static void
fill_themes_and_sizes (SoulsExportDialog *self)
{
  g_autoptr (GStrvBuilder) themes = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) sizes = g_strv_builder_new ();
  g_auto (GStrv) theme_names = NULL;
  g_auto (GStrv) size_names = NULL;

  for (int i = 0; i < SOULS_N_THEMES; i++)
    g_strv_builder_add (themes, _(souls_theme_get ((SoulsThemeId) i)->name));
  for (int i = 0; i < SOULS_N_EXPORT_SIZES; i++)
    g_strv_builder_add (sizes, _(souls_export_size (i)->name));
  theme_names = g_strv_builder_end (themes);
  size_names = g_strv_builder_end (sizes);
  set_choices (self->theme_row, theme_names);
  set_choices (self->size_row, size_names);
}

static void
fill_scales (SoulsExportDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) choices = NULL;

  for (int i = 1; i <= SOULS_EXPORT_MAX_SCALE; i++)
    {
      g_autofree char *name = g_strdup_printf (TIMES, i);

      g_strv_builder_add (builder, name);
    }
  choices = g_strv_builder_end (builder);
  set_choices (self->scale_row, choices);
}

/* Each by its own name, so that whoever speaks it finds it. */
static void
fill_languages (SoulsExportDialog *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) choices = NULL;

  self->languages = souls_catalog_list (souls_app_locale_dir (), GETTEXT_PACKAGE);
  /* Translators: the language that the program speaks; keep it short */
  g_strv_builder_add (names, C_("language of a chart", "As in This Program"));
  for (char **language = self->languages; *language != NULL; language++)
    {
      g_autoptr (SoulsCatalog) catalog = souls_catalog_open (souls_app_locale_dir (), GETTEXT_PACKAGE, *language);

      g_strv_builder_add (names, catalog != NULL ? souls_catalog_get_name (catalog) : *language);
    }
  choices = g_strv_builder_end (names);
  set_choices (self->language_row, choices);
}

/* What is remembered and is no more, a language that was removed say, is left at its default. */
static void
recall (SoulsExportDialog *self)
{
  g_autofree char *format_id = souls_app_state_get_string (self->settings, "export-format");
  g_autofree char *theme_id = souls_app_state_get_string (self->settings, "export-theme");
  g_autofree char *size_id = souls_app_state_get_string (self->settings, "export-size");
  g_autofree char *language = souls_app_state_get_string (self->settings, "export-language");
  SoulsFormat format = SOULS_FORMAT_PNG;
  SoulsThemeId theme = SOULS_THEME_LIGHT;

  souls_format_from_id (format_id, &format);
  souls_theme_from_id (theme_id, &theme);
  self->filling = TRUE;
  souls_export_dialog_set_format (self, format);
  souls_export_dialog_set_theme (self, theme);
  souls_export_dialog_set_size (self, souls_export_size_from_id (size_id),
                                souls_app_state_get_int (self->settings, "export-width"),
                                souls_app_state_get_int (self->settings, "export-height"));
  souls_export_dialog_set_scale (self, souls_app_state_get_int (self->settings, "export-scale"));
  souls_export_dialog_set_language (self, language);
  self->filling = FALSE;
}

static void
souls_export_dialog_dispose (GObject *object)
{
  SoulsExportDialog *self = SOULS_EXPORT_DIALOG (object);

  if (self->preview != NULL)
    souls_export_preview_set_scene (self->preview, NULL, NULL);
  self->filling = TRUE;
  g_clear_object (&self->view);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->scene, souls_scene_free);
  g_clear_pointer (&self->catalog, souls_catalog_free);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (souls_export_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, message_bar);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, table);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, width_spin);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, height_spin);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsExportDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, update_preview);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_responded_cb);
}

static void
souls_export_dialog_class_init (SoulsExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_export_dialog_dispose;

  /**
   * SoulsExportDialog::saved:
   * @text: what to tell the user
   */
  signals[SAVED] = g_signal_new ("saved", SOULS_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SOULS_TYPE_EXPORT_PREVIEW);
  g_type_ensure (SOULS_TYPE_BESIDE_LAYOUT);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "export.save", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-export-dialog.ui");
  bind_children (widget_class);
}

static void
souls_export_dialog_init (SoulsExportDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = souls_app_state_open ();
  gtk_spin_button_set_range (self->width_spin, SOULS_EXPORT_MIN_WIDTH, SOULS_EXPORT_MAX_SIDE);
  gtk_spin_button_set_range (self->height_spin, SOULS_EXPORT_MIN_HEIGHT, SOULS_EXPORT_MAX_SIDE);
  fill_formats (self);
  fill_themes_and_sizes (self);
  fill_scales (self);
  fill_languages (self);
  /* Not before all is in its place. */
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
  gtk_window_set_focus (GTK_WINDOW (self), self->save_button);
}

/**
 * souls_export_dialog_new:
 * @view: the chart, with a session
 *
 * Makes the window, with what was chosen last.
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
souls_export_dialog_new (SoulsChartView *view)
{
  SoulsExportDialog *self = g_object_new (SOULS_TYPE_EXPORT_DIALOG, NULL);

  self->view = g_object_ref (view);
  self->screen_width = CLAMP (gtk_widget_get_width (GTK_WIDGET (view)), SOULS_EXPORT_MIN_WIDTH,
                              SOULS_EXPORT_MAX_SIDE);
  self->screen_height = CLAMP (gtk_widget_get_height (GTK_WIDGET (view)), SOULS_EXPORT_MIN_HEIGHT,
                               SOULS_EXPORT_MAX_SIDE);
  adw_window_title_set_subtitle (self->title, _(souls_chart_name (souls_chart_view_get_chart (view))));
  recall (self);
  g_signal_connect_object (souls_chart_view_get_session (view), "changed", G_CALLBACK (update_preview), self,
                           G_CONNECT_SWAPPED);
  update_preview (self);

  return GTK_WIDGET (self);
}

/**
 * souls_export_dialog_save:
 * @file: where to
 *
 * Writes the chart as it is shown, says `saved` and closes. Where it can't, the window stays open and says why.
 *
 * Returns: whether the file is there
 */
gboolean
souls_export_dialog_save (SoulsExportDialog *self,
                          GFile             *file)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SOULS_IS_EXPORT_DIALOG (self), FALSE);

  if (self->scene == NULL)
    return FALSE;
  if (!write_file (self, file, &error))
    {
      show_message (self, error->message);
      return FALSE;
    }
  remember (self);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

void
souls_export_dialog_set_format (SoulsExportDialog *self,
                                SoulsFormat        format)
{
  adw_combo_row_set_selected (self->format_row, (guint) format);
}

SoulsFormat
souls_export_dialog_get_format (SoulsExportDialog *self)
{
  return (SoulsFormat) adw_combo_row_get_selected (self->format_row);
}

void
souls_export_dialog_set_theme (SoulsExportDialog *self,
                               SoulsThemeId       theme)
{
  adw_combo_row_set_selected (self->theme_row, (guint) theme);
}

SoulsThemeId
souls_export_dialog_get_theme (SoulsExportDialog *self)
{
  return (SoulsThemeId) adw_combo_row_get_selected (self->theme_row);
}

/**
 * souls_export_dialog_set_size:
 * @size: one of the sizes
 * @width: px, for a custom size
 * @height: px, for a custom size
 *
 * Chooses the size that the chart is laid out in.
 */
void
souls_export_dialog_set_size (SoulsExportDialog *self,
                              int                size,
                              int                width,
                              int                height)
{
  gtk_spin_button_set_value (self->width_spin, width);
  gtk_spin_button_set_value (self->height_spin, height);
  adw_combo_row_set_selected (self->size_row, (guint) size);
}

int
souls_export_dialog_get_size (SoulsExportDialog *self)
{
  return (int) adw_combo_row_get_selected (self->size_row);
}

void
souls_export_dialog_set_scale (SoulsExportDialog *self,
                               int                scale)
{
  adw_combo_row_set_selected (self->scale_row, (guint) CLAMP (scale, 1, SOULS_EXPORT_MAX_SCALE) - 1);
}

int
souls_export_dialog_get_scale (SoulsExportDialog *self)
{
  return (int) adw_combo_row_get_selected (self->scale_row) + 1;
}

/**
 * souls_export_dialog_set_language:
 * @language: a code, or "" for the program's language
 *
 * Chooses the language that the chart speaks.
 *
 * Returns: whether there is such a language
 */
gboolean
souls_export_dialog_set_language (SoulsExportDialog *self,
                                  const char        *language)
{
  guint place = 0;

  if (*language != '\0')
    {
      while (self->languages[place] != NULL && !g_str_equal (self->languages[place], language))
        place++;
      if (self->languages[place] == NULL)
        return FALSE;
      place++;
    }
  adw_combo_row_set_selected (self->language_row, place);
  return TRUE;
}

/**
 * souls_export_dialog_get_language:
 *
 * Returns: (transfer none): the code of the language chosen, or "" for the program's
 */
const char *
souls_export_dialog_get_language (SoulsExportDialog *self)
{
  const guint place = adw_combo_row_get_selected (self->language_row);

  return self->languages != NULL && place > 0 && place <= g_strv_length (self->languages)
           ? self->languages[place - 1]
           : "";
}

/**
 * souls_export_dialog_get_scene:
 *
 * Returns: (transfer none) (nullable): the chart as it will be written, until something else is chosen
 */
const SoulsScene *
souls_export_dialog_get_scene (SoulsExportDialog *self)
{
  return self->scene;
}

/**
 * souls_export_dialog_get_table:
 *
 * Returns: (transfer full) (nullable): the text of the preview where it shows a table, or %NULL
 */
char *
souls_export_dialog_get_table (SoulsExportDialog *self)
{
  GtkTextIter start, end;

  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "table"))
    return NULL;
  gtk_text_buffer_get_bounds (self->table, &start, &end);
  return gtk_text_buffer_get_text (self->table, &start, &end, TRUE);
}

/**
 * souls_export_dialog_get_message:
 *
 * Returns: (transfer none) (nullable): what went wrong, as shown, or %NULL
 */
const char *
souls_export_dialog_get_message (SoulsExportDialog *self)
{
  return gtk_info_bar_get_revealed (self->message_bar) ? gtk_label_get_text (self->message_label) : NULL;
}
