/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-handout-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "souls-app-words.h"
#include "souls-beside-layout.h"
#include "souls-catalog.h"
#include "souls-compat.h"
#include "souls-export-preview.h"
#include "souls-handout-print.h"

struct _SoulsHandoutDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *title;
  GtkInfoBar *message_bar;
  GtkLabel *message_label;
  SoulsExportPreview *preview;
  GtkLabel *page_label;
  AdwComboRow *paper_row;
  AdwComboRow *language_row;
  AdwPreferencesGroup *lesson_group;
  GtkSwitch *lesson_switch;
  GtkSwitch *notes_switch;
  GtkSwitch *answers_switch;
  GtkWidget *notes_row;
  GtkWidget *answers_row;
  AdwPreferencesGroup *charts_group;
  GtkWidget *save_button;

  /* Owned */
  SoulsSession *session;
  SoulsLesson *lesson;      /* NULL for none */
  GPtrArray *charts;        /* char, ids: those that are shown */
  char **languages;         /* of the language row, after its first line */
  SoulsCatalog *catalog;    /* NULL: the program's language */
  SoulsKeptPages *pages;    /* NULL where they could not be made */
  GtkCheckButton *checks[SOULS_N_CHARTS];   /* borrowed */

  guint page;
  gboolean filling;         /* choices are being set: no preview yet */
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsHandoutDialog, souls_handout_dialog, ADW_TYPE_WINDOW)

static SoulsPaper
get_paper (SoulsHandoutDialog *self)
{
  return (SoulsPaper) adw_combo_row_get_selected (self->paper_row);
}

/* Paper is printed in black as often as not; slides are seen on a screen. */
static const SoulsTheme *
get_theme (SoulsHandoutDialog *self)
{
  return souls_theme_get (get_paper (self) == SOULS_PAPER_SLIDES ? SOULS_THEME_LIGHT : SOULS_THEME_PRINT);
}

static const SoulsWords *
get_words (SoulsHandoutDialog *self)
{
  return self->catalog != NULL ? souls_catalog_get_words (self->catalog) : souls_app_words ();
}

static gboolean
is_of_lesson (SoulsHandoutDialog *self)
{
  return self->lesson != NULL && gtk_switch_get_active (self->lesson_switch);
}

static void
show_message (SoulsHandoutDialog *self,
              const char         *text)
{
  gtk_label_set_text (self->message_label, text);
  gtk_info_bar_set_message_type (self->message_bar, GTK_MESSAGE_ERROR);
  gtk_info_bar_set_revealed (self->message_bar, TRUE);
}

static guint
get_n_pages (SoulsHandoutDialog *self)
{
  return self->pages != NULL ? souls_pages_get_n (self->pages->pages) : 0;
}

static void
show_page (SoulsHandoutDialog *self)
{
  const guint n = get_n_pages (self);
  g_autofree char *text = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handout.previous", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handout.next", self->page + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handout.save", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handout.print", n > 0);
  if (n == 0)
    {
      souls_export_preview_set_scene (self->preview, NULL, NULL);
      gtk_label_set_text (self->page_label, "");
      return;
    }
  /* Translators: %1$u is the number of a page, %2$u how many there are */
  text = g_strdup_printf (_("Page %1$u of %2$u"), self->page + 1, n);
  gtk_label_set_text (self->page_label, text);
  souls_export_preview_set_page (self->preview, self->pages->pages, self->page, get_theme (self));
}

static SoulsPages *
make_pages (SoulsHandoutDialog *self,
            GError            **error)
{
  SoulsDataSet *data = souls_session_get_data (self->session);
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  SoulsHandoutOptions options = { .paper = get_paper (self),
                                  .words = get_words (self),
                                  .version = SOULS_VERSION,
                                  .year = souls_session_get_year (self->session),
                                  .notes = gtk_switch_get_active (self->notes_switch),
                                  .answers = gtk_switch_get_active (self->answers_switch) };

  if (is_of_lesson (self))
    return souls_handout_new_lesson (self->lesson, data, &options, error);
  g_ptr_array_extend (charts, self->charts, NULL, NULL);
  g_ptr_array_add (charts, NULL);
  options.charts = (const char *const *) charts->pdata;
  return souls_handout_new_scenario (souls_session_get_scenario (self->session), data, &options, error);
}

/* Lays the pages out as they will be written; what is shown is what is saved. */
static void
update_preview (SoulsHandoutDialog *self)
{
  g_autoptr (GError) error = NULL;
  SoulsPages *pages;

  if (self->filling)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->charts_group), !is_of_lesson (self));
  gtk_widget_set_sensitive (self->notes_row, is_of_lesson (self));
  gtk_widget_set_sensitive (self->answers_row, is_of_lesson (self));
  souls_export_preview_set_scene (self->preview, NULL, NULL);
  g_clear_pointer (&self->pages, souls_kept_pages_unref);
  pages = make_pages (self, &error);
  if (pages != NULL)
    self->pages = souls_kept_pages_new (pages);
  else
    show_message (self, error->message);
  self->page = MIN (self->page, MAX (get_n_pages (self), 1) - 1);
  show_page (self);
}

static void
language_changed_cb (SoulsHandoutDialog *self)
{
  const guint place = adw_combo_row_get_selected (self->language_row);
  SoulsCatalog *before = self->catalog;

  self->catalog = NULL;
  if (self->languages != NULL && place > 0 && place <= g_strv_length (self->languages))
    self->catalog = souls_catalog_open (souls_app_locale_dir (), GETTEXT_PACKAGE, self->languages[place - 1]);
  update_preview (self);
  g_clear_pointer (&before, souls_catalog_free);
}

static gboolean
is_view_of (const char *id,
            SoulsChart  chart)
{
  const gsize length = strlen (souls_chart_id (chart));

  return strncmp (id, souls_chart_id (chart), length) == 0 && (id[length] == '\0' || id[length] == '/');
}

static gboolean
find_chart (SoulsHandoutDialog *self,
            SoulsChart          chart,
            guint              *place)
{
  for (guint i = 0; i < self->charts->len; i++)
    if (is_view_of (g_ptr_array_index (self->charts, i), chart))
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

static void
chart_toggled_cb (SoulsHandoutDialog *self,
                  GtkCheckButton     *check)
{
  const SoulsChart chart = (SoulsChart) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "chart"));
  guint place;

  while (find_chart (self, chart, &place))
    g_ptr_array_remove_index (self->charts, place);
  if (gtk_check_button_get_active (check))
    g_ptr_array_add (self->charts, g_strdup (souls_chart_id (chart)));
  update_preview (self);
}

static void
message_responded_cb (SoulsHandoutDialog *self)
{
  gtk_info_bar_set_revealed (self->message_bar, FALSE);
}

static GFile *
add_ending (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;
  g_autofree char *longer = NULL;

  if (path == NULL || g_str_has_suffix (lower, ".pdf"))
    return g_object_ref (file);
  longer = g_strconcat (path, ".pdf", NULL);
  return g_file_new_for_path (longer);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  data)
{
  souls_handout_dialog_save (SOULS_HANDOUT_DIALOG (data), file);
}

static char *
make_name (SoulsHandoutDialog *self)
{
  const char *title = is_of_lesson (self) ? self->lesson->id : souls_session_get_title (self->session);
  g_autofree char *name = g_strdup (title != NULL && *title != '\0' ? title : "two-souls");

  return g_strconcat (g_strdelimit (name, "/\\:", '-'), ".pdf", NULL);
}

static void
save_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SoulsHandoutDialog *self = SOULS_HANDOUT_DIALOG (widget);
  g_autofree char *name = make_name (self);

  gtk_info_bar_set_revealed (self->message_bar, FALSE);
  souls_compat_save_handout (GTK_WINDOW (self), name, file_chosen_cb, self);
}

static void
printed_cb (SoulsHandoutDialog     *self,
            GtkPrintOperationResult result,
            GtkPrintOperation      *operation)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  /* Translators: %s is the reason */
  text = g_strdup_printf (_("The pages could not be printed: %s"), error != NULL ? error->message : "");
  show_message (self, text);
}

static void
print_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  SoulsHandoutDialog *self = SOULS_HANDOUT_DIALOG (widget);
  g_autofree char *name = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->pages == NULL)
    return;
  name = make_name (self);
  operation = souls_handout_print_new (self->pages, get_theme (self), name);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* Whatever goes wrong is said by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
turn_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SoulsHandoutDialog *self = SOULS_HANDOUT_DIALOG (widget);

  if (g_str_equal (action, "handout.next"))
    souls_handout_dialog_set_page (self, self->page + 1);
  else if (self->page > 0)
    souls_handout_dialog_set_page (self, self->page - 1);
}

static void
fill_papers (SoulsHandoutDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (int i = 0; i < SOULS_N_PAPERS; i++)
    gtk_string_list_append (list, _(souls_paper_name ((SoulsPaper) i)));
  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (list));
  if (g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER))
    adw_combo_row_set_selected (self->paper_row, SOULS_PAPER_LETTER);
}

/* Each by its own name, so that whoever speaks it finds it. */
static void
fill_languages (SoulsHandoutDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  self->languages = souls_catalog_list (souls_app_locale_dir (), GETTEXT_PACKAGE);
  gtk_string_list_append (list, C_("language of a chart", "As in This Program"));
  for (char **language = self->languages; *language != NULL; language++)
    {
      g_autoptr (SoulsCatalog) catalog = souls_catalog_open (souls_app_locale_dir (), GETTEXT_PACKAGE, *language);

      gtk_string_list_append (list, catalog != NULL ? souls_catalog_get_name (catalog) : *language);
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (list));
}

static void
add_chart (SoulsHandoutDialog *self,
           SoulsChart          chart)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  guint place;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), find_chart (self, chart, &place));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(souls_chart_name (chart)));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->charts_group, row);
  g_object_set_data (G_OBJECT (check), "chart", GINT_TO_POINTER (chart));
  g_signal_connect_object (check, "toggled", G_CALLBACK (chart_toggled_cb), self, G_CONNECT_SWAPPED);
  self->checks[chart] = GTK_CHECK_BUTTON (check);
}

static void
fill_charts (SoulsHandoutDialog *self)
{
  SoulsDriver moves[SOULS_N_DRIVERS];
  const gboolean moved = souls_session_get_moves (self->session, moves) > 0;
  const char *const *id = souls_handout_get_charts (souls_session_get_scenario (self->session), moved);
  SoulsChart chart;
  int view;

  for (; *id != NULL; id++)
    if (souls_handout_find_chart (*id, &chart, &view, NULL))
      g_ptr_array_add (self->charts, g_strdup (*id));
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    add_chart (self, (SoulsChart) i);
}

static void
souls_handout_dialog_dispose (GObject *object)
{
  SoulsHandoutDialog *self = SOULS_HANDOUT_DIALOG (object);

  if (self->preview != NULL)
    souls_export_preview_set_scene (self->preview, NULL, NULL);
  self->filling = TRUE;
  g_clear_pointer (&self->pages, souls_kept_pages_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->lesson, souls_lesson_free);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_clear_pointer (&self->catalog, souls_catalog_free);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (souls_handout_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, message_bar);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, lesson_group);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, lesson_switch);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, notes_switch);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, answers_switch);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, notes_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, answers_row);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, charts_group);
  gtk_widget_class_bind_template_child (widget_class, SoulsHandoutDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, update_preview);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_responded_cb);
}

static void
souls_handout_dialog_class_init (SoulsHandoutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_handout_dialog_dispose;

  /**
   * SoulsHandoutDialog::saved:
   * @text: what to tell the user
   */
  signals[SAVED] = g_signal_new ("saved", SOULS_TYPE_HANDOUT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SOULS_TYPE_EXPORT_PREVIEW);
  g_type_ensure (SOULS_TYPE_BESIDE_LAYOUT);
  gtk_widget_class_install_action (widget_class, "handout.save", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "handout.print", NULL, print_activated);
  gtk_widget_class_install_action (widget_class, "handout.next", NULL, turn_activated);
  gtk_widget_class_install_action (widget_class, "handout.previous", NULL, turn_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "handout.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "handout.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "handout.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "handout.previous", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/twosouls/TwoSouls/ui/souls-handout-dialog.ui");
  bind_children (widget_class);
}

static void
souls_handout_dialog_init (SoulsHandoutDialog *self)
{
  self->filling = TRUE;
  self->charts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_papers (self);
  fill_languages (self);
  /* Not before all is in its place. */
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
  gtk_window_set_focus (GTK_WINDOW (self), self->save_button);
}

/**
 * souls_handout_dialog_new:
 * @session: whose scenario it is
 * @lesson: (nullable): that is in progress; copied
 *
 * Makes the window.
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
souls_handout_dialog_new (SoulsSession      *session,
                          const SoulsLesson *lesson)
{
  SoulsHandoutDialog *self = g_object_new (SOULS_TYPE_HANDOUT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->lesson = lesson != NULL ? souls_lesson_copy (lesson) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->lesson_group), lesson != NULL);
  fill_charts (self);
  self->filling = FALSE;
  g_signal_connect_object (session, "changed", G_CALLBACK (update_preview), self, G_CONNECT_SWAPPED);
  update_preview (self);

  return GTK_WIDGET (self);
}

/**
 * souls_handout_dialog_save:
 * @file: where to; an ending is added where there is none
 *
 * Writes the pages as they are shown, says `saved` and closes. Where it can't, the window stays open and says why.
 *
 * Returns: whether the file is there
 */
gboolean
souls_handout_dialog_save (SoulsHandoutDialog *self,
                           GFile              *file)
{
  g_autoptr (GFile) corrected = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (SOULS_IS_HANDOUT_DIALOG (self), FALSE);

  if (self->pages == NULL)
    return FALSE;
  corrected = add_ending (file);
  path = g_file_get_path (corrected);
  if (path == NULL)
    {
      show_message (self, _("Pages can only be saved on this computer."));
      return FALSE;
    }
  if (!souls_pages_write (self->pages->pages, get_theme (self), path, &error))
    {
      show_message (self, error->message);
      return FALSE;
    }
  name = g_file_get_basename (corrected);
  text = g_strdup_printf (_("Saved “%s”"), name);
  g_signal_emit (self, signals[SAVED], 0, text);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

/**
 * souls_handout_dialog_set_paper:
 *
 * Chooses the pages' size.
 */
void
souls_handout_dialog_set_paper (SoulsHandoutDialog *self,
                                SoulsPaper          paper)
{
  adw_combo_row_set_selected (self->paper_row, (guint) paper);
}

/**
 * souls_handout_dialog_set_chart:
 * @shown: whether a scenario's hand-out is to show it
 */
void
souls_handout_dialog_set_chart (SoulsHandoutDialog *self,
                                SoulsChart          chart,
                                gboolean            shown)
{
  gtk_check_button_set_active (self->checks[chart], shown);
}

/**
 * souls_handout_dialog_set_page:
 * @page: from 0
 *
 * Turns to a page; nothing happens where there is none.
 */
void
souls_handout_dialog_set_page (SoulsHandoutDialog *self,
                               guint               page)
{
  if (page >= get_n_pages (self))
    return;
  self->page = page;
  show_page (self);
}

/**
 * souls_handout_dialog_get_pages:
 *
 * Returns: (transfer none) (nullable): what will be written, until something else is chosen
 */
const SoulsPages *
souls_handout_dialog_get_pages (SoulsHandoutDialog *self)
{
  return self->pages != NULL ? self->pages->pages : NULL;
}

/**
 * souls_handout_dialog_get_message:
 *
 * Returns: (transfer none) (nullable): what went wrong, as shown, or %NULL
 */
const char *
souls_handout_dialog_get_message (SoulsHandoutDialog *self)
{
  return gtk_info_bar_get_revealed (self->message_bar) ? gtk_label_get_text (self->message_label) : NULL;
}
