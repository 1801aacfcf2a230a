/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-screen-form.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-chart.h"
#include "souls-driver-text.h"
#include "souls-lesson-maker.h"

struct _SoulsLessonScreenForm
{
  GtkWidget parent_instance;

  /* Owned */
  SoulsLessonEdits *edits;
  SoulsSession *session;
  GPtrArray *ids;        /* of charts and views, as the lists of charts have them from their second line on */

  /* Borrowed: children */
  AdwComboRow *left;
  AdwComboRow *right;
  GtkSwitch *hide;       /* NULL for a reveal */
  AdwActionRow *state;
  GtkWidget *drop_state;

  gboolean is_reveal;
  gboolean is_set;       /* by the program */
  int index;
};

G_DEFINE_FINAL_TYPE (SoulsLessonScreenForm, souls_lesson_screen_form, GTK_TYPE_WIDGET)

static SoulsLessonStep *
get_step (SoulsLessonScreenForm *self)
{
  return souls_lesson_edits_get_step (self->edits, self->index);
}

static SoulsLessonScreen *
get_screen (SoulsLessonScreenForm *self)
{
  SoulsLessonStep *step = get_step (self);

  return self->is_reveal ? &step->reveal_screen : &step->screen;
}

static void
begin (SoulsLessonScreenForm *self,
       const char            *field)
{
  g_autofree char *whole = g_strconcat (field, self->is_reveal ? "-reveal" : "", NULL);

  souls_lesson_edits_begin (self->edits, self->index, whole);
}

static void
end (SoulsLessonScreenForm *self)
{
  SoulsLessonStep *step = get_step (self);

  step->has_reveal = step->reveal != NULL || step->reveal_screen.scenario != NULL || step->reveal_screen.left != NULL;
  souls_lesson_screen_form_show (self, self->index);
  souls_lesson_edits_end (self->edits);
}

static const char *
get_id (SoulsLessonScreenForm *self,
        AdwComboRow           *row)
{
  const guint selected = adw_combo_row_get_selected (row);

  return selected > 0 && selected <= self->ids->len ? g_ptr_array_index (self->ids, selected - 1) : NULL;
}

/* A chart's first view may be named, or not. */
static guint
find_id (SoulsLessonScreenForm *self,
         const char            *id)
{
  g_auto (GStrv) parts = g_strsplit (id != NULL ? id : "", "/", 2);
  SoulsChart chart;

  for (guint i = 0; id != NULL && i < self->ids->len; i++)
    if (g_str_equal (g_ptr_array_index (self->ids, i), id))
      return i + 1;
  if (id != NULL && souls_chart_from_id (parts[0], &chart) && parts[1] != NULL &&
      g_strcmp0 (souls_chart_view_id (chart, 0), parts[1]) == 0)
    return find_id (self, parts[0]);
  return 0;
}

static void
left_selected_cb (SoulsLessonScreenForm *self)
{
  const char *id = get_id (self, self->left);
  SoulsLessonScreen *screen;

  if (self->is_set)
    return;
  begin (self, "charts");
  screen = get_screen (self);
  g_free (screen->left);
  screen->left = g_strdup (id);
  if (id == NULL)
    g_clear_pointer (&screen->right, g_free);
  end (self);
}

static void
right_selected_cb (SoulsLessonScreenForm *self)
{
  SoulsLessonScreen *screen;

  if (self->is_set)
    return;
  begin (self, "charts");
  screen = get_screen (self);
  g_free (screen->right);
  screen->right = g_strdup (get_id (self, self->right));
  end (self);
}

static void
hide_changed_cb (SoulsLessonScreenForm *self)
{
  if (self->is_set)
    return;
  begin (self, "hide");
  get_screen (self)->hidden = gtk_switch_get_active (self->hide);
  end (self);
}

/**
 * souls_lesson_screen_form_take:
 *
 * Takes the sliders as the session has them now.
 */
void
souls_lesson_screen_form_take (SoulsLessonScreenForm *self)
{
  begin (self, "state");
  souls_lesson_screen_take (get_screen (self), self->session);
  end (self);
}

static void
drop_clicked_cb (SoulsLessonScreenForm *self)
{
  SoulsLessonScreen *screen;

  begin (self, "state");
  screen = get_screen (self);
  g_clear_pointer (&screen->scenario, souls_scenario_free);
  g_clear_pointer (&screen->preset, g_free);
  screen->year = 0;
  end (self);
}

/* What moved: "AWS growth 8.0 %, …". */
static char *
say_moves (const SoulsScenario *scenario)
{
  const SoulsWords *words = souls_app_words ();
  g_autoptr (GString) moved = g_string_new (NULL);
  SoulsDriver moves[SOULS_N_DRIVERS];
  const int n = souls_scenario_get_moves (scenario, moves);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *value =
        souls_driver_text_value (moves[i], souls_driver_to_shown (moves[i], scenario->value[moves[i]]), words);

      /* Translators: between the sliders of a list, each with its value */
      g_string_append_printf (moved, "%s%s %s", i > 0 ? _(", ") : "", souls_driver_text_name (moves[i], words), value);
    }
  return n > 0 ? g_string_free (g_steal_pointer (&moved), FALSE) : g_strdup (_("all sliders at their baselines"));
}

static char *
say_state (SoulsLessonScreenForm *self)
{
  const SoulsLessonScreen *screen = get_screen (self);
  const int last_year = souls_data_set_get_last_year (souls_session_get_data (self->session));
  g_autofree char *moved = NULL;

  if (screen->scenario == NULL && self->is_reveal)
    return g_strdup (_("As the step shows them"));
  if (screen->scenario == NULL)
    return g_strdup (self->index > 0 ? _("As after the step before") : _("As at the start"));
  moved = say_moves (screen->scenario);
  /* Translators: the base year, and which sliders are moved where */
  return g_strdup_printf (_("Base year %1$d: %2$s"),
                          screen->scenario->base_year != 0 ? screen->scenario->base_year : last_year, moved);
}

static void
fill_ids (SoulsLessonScreenForm *self,
          GtkStringList         *names)
{
  g_ptr_array_set_size (self->ids, 0);
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      const SoulsChart chart = (SoulsChart) i;

      for (int view = 0; view < souls_chart_n_views (chart); view++)
        {
          const char *name = _(souls_chart_name (chart));
          g_autofree char *whole = view == 0 ? g_strdup (name)
                                             : g_strdup_printf ("%s: %s", name, _(souls_chart_view_name (chart, view)));

          g_ptr_array_add (self->ids, view == 0 ? g_strdup (souls_chart_id (chart))
                                                : g_strconcat (souls_chart_id (chart), "/",
                                                               souls_chart_view_id (chart, view), NULL));
          gtk_string_list_append (names, whole);
        }
    }
}

static AdwComboRow *
add_charts (SoulsLessonScreenForm *self,
            AdwPreferencesGroup   *group,
            const char            *title,
            const char            *none,
            GCallback              selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]) { none, NULL });

  fill_ids (self, names);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect_swapped (row, "notify::selected", selected, self);
  adw_preferences_group_add (group, row);
  return ADW_COMBO_ROW (row);
}

static void
add_hide (SoulsLessonScreenForm *self,
          AdwPreferencesGroup   *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Hide Charts until the Answer"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (hide_changed_cb), self);
  adw_preferences_group_add (group, row);
  self->hide = GTK_SWITCH (toggle);
}

static GtkWidget *
make_button (const char *icon,
             const char *tip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  return button;
}

static void
add_state (SoulsLessonScreenForm *self,
           AdwPreferencesGroup   *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *take = gtk_button_new_with_mnemonic (_("_Take from Window"));

  self->drop_state = make_button ("edit-clear-symbolic", _("Leave Sliders as They Are"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Sliders"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_valign (take, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (take, _("As the window shows them now, with settings and year"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->drop_state);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), take);
  g_signal_connect_swapped (take, "clicked", G_CALLBACK (souls_lesson_screen_form_take), self);
  g_signal_connect_swapped (self->drop_state, "clicked", G_CALLBACK (drop_clicked_cb), self);
  adw_preferences_group_add (group, row);
  self->state = ADW_ACTION_ROW (row);
}

static void
souls_lesson_screen_form_dispose (GObject *object)
{
  SoulsLessonScreenForm *self = SOULS_LESSON_SCREEN_FORM (object);
  GtkWidget *child;

  self->is_set = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->edits);
  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (souls_lesson_screen_form_parent_class)->dispose (object);
}

static void
souls_lesson_screen_form_class_init (SoulsLessonScreenFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = souls_lesson_screen_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
souls_lesson_screen_form_init (SoulsLessonScreenForm *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
souls_lesson_screen_form_new (SoulsLessonEdits *edits,
                              SoulsSession     *session,
                              gboolean          is_reveal)
{
  SoulsLessonScreenForm *self = g_object_new (SOULS_TYPE_LESSON_SCREEN_FORM, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->edits = g_object_ref (edits);
  self->session = g_object_ref (session);
  self->is_reveal = is_reveal;
  self->is_set = TRUE;
  self->left = add_charts (self, group, _("Left Chart"), _("As before"), G_CALLBACK (left_selected_cb));
  self->right = add_charts (self, group, _("Right Chart"), _("None"), G_CALLBACK (right_selected_cb));
  if (!is_reveal)
    add_hide (self, group);
  add_state (self, group);
  self->is_set = FALSE;
  gtk_widget_set_parent (GTK_WIDGET (group), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
souls_lesson_screen_form_show (SoulsLessonScreenForm *self,
                               int                    index)
{
  const SoulsLessonScreen *screen;
  g_autofree char *state = NULL;

  self->index = index;
  screen = get_screen (self);
  state = say_state (self);
  self->is_set = TRUE;
  adw_combo_row_set_selected (self->left, find_id (self, screen->left));
  adw_combo_row_set_selected (self->right, find_id (self, screen->right));
  gtk_widget_set_sensitive (GTK_WIDGET (self->right), screen->left != NULL);
  if (self->hide != NULL)
    gtk_switch_set_active (self->hide, screen->hidden);
  adw_action_row_set_subtitle (self->state, state);
  gtk_widget_set_sensitive (self->drop_state, screen->scenario != NULL);
  self->is_set = FALSE;
}

const char *
souls_lesson_screen_form_get_state (SoulsLessonScreenForm *self)
{
  return adw_action_row_get_subtitle (self->state);
}
