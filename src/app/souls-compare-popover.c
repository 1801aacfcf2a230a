/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-compare-popover.h"

#include <glib/gi18n.h>

#include "souls-difference-text.h"
#include "souls-presets.h"

/* The signs that the lines of a chart bear, in order. */
static const char *const signs[SOULS_MAX_SNAPSHOTS] = { "□", "△", "◇", "▽" };

/*
 * Row:
 *
 * A line of the list: made once, shown while there is such a snapshot.
 */
typedef struct
{
  GtkWidget *row;
  GtkWidget *title;
} Row;

struct _SoulsComparePopover
{
  GtkPopover parent_instance;

  /* Template children */
  GtkWidget *add_button;
  GtkWidget *hint;
  GtkListBox *list;
  GtkListBox *presets_list;
  GtkWidget *presets_frame;

  Row rows[SOULS_MAX_SNAPSHOTS];

  /* Owned */
  SoulsSession *session;
  SoulsPresets *presets;   /* NULL until first shown */
};

G_DEFINE_FINAL_TYPE (SoulsComparePopover, souls_compare_popover, GTK_TYPE_POPOVER)

static SoulsComparison *
get_comparison (SoulsComparePopover *self)
{
  return souls_session_get_comparison (self->session);
}

/* Those that ship are known to the translators. */
static const char *
get_title (const SoulsPreset *preset)
{
  const char *title = preset->scenario->text[SOULS_SCENARIO_TITLE];

  if (title == NULL || *title == '\0')
    return preset->id;
  return preset->path == NULL ? _(title) : title;
}

static void
update_presets (SoulsComparePopover *self)
{
  const gboolean is_full = souls_comparison_is_full (get_comparison (self));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->presets_list, i)) != NULL; i++)
    {
      const SoulsPreset *preset = souls_presets_get (self->presets, i);

      gtk_widget_set_sensitive (GTK_WIDGET (row),
                                !is_full && !souls_comparison_contains (get_comparison (self), preset->scenario));
    }
}

static const char *
get_hint (SoulsComparePopover *self)
{
  SoulsComparison *comparison = get_comparison (self);

  if (souls_comparison_is_full (comparison))
    return _("Four is as many as can be told apart. Remove one to add another.");
  if (souls_comparison_contains (comparison, souls_session_get_scenario (self->session)))
    return _("What is shown is in the comparison. Move a slider and watch it part.");
  return _("Keep what is shown, as it is now, to compare what comes next with it.");
}

static void
update (SoulsComparePopover *self)
{
  SoulsComparison *comparison = get_comparison (self);
  const guint n = souls_comparison_get_n (comparison);

  for (guint i = 0; i < SOULS_MAX_SNAPSHOTS; i++)
    {
      GtkEditable *title = GTK_EDITABLE (self->rows[i].title);

      gtk_widget_set_visible (self->rows[i].row, i < n);
      if (i < n && !g_str_equal (gtk_editable_get_text (title), souls_comparison_get (comparison, i)->title))
        gtk_editable_set_text (title, souls_comparison_get (comparison, i)->title);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_sensitive (self->add_button,
                            !souls_comparison_is_full (comparison) &&
                              !souls_comparison_contains (comparison, souls_session_get_scenario (self->session)));
  gtk_label_set_text (GTK_LABEL (self->hint), get_hint (self));
  update_presets (self);
  /* It has grown or shrunk; its parent may not ask. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_present (GTK_POPOVER (self));
}

/* While it is not seen, sliders move it for nothing. */
static void
session_changed_cb (SoulsComparePopover *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static GtkWidget *
make_preset_row (const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                                   PANGO_ELLIPSIZE_END, NULL);
  g_autofree char *spoken = g_strdup_printf (_("Add “%s”"), title);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

/* Anew each time: the user's own may have come and gone. */
static void
load_presets (SoulsComparePopover *self)
{
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;
  SoulsPresets *presets = souls_presets_load (souls_session_get_data (self->session), &error);

  while ((row = gtk_list_box_get_row_at_index (self->presets_list, 0)) != NULL)
    gtk_list_box_remove (self->presets_list, GTK_WIDGET (row));
  g_clear_pointer (&self->presets, souls_presets_free);
  self->presets = presets;
  gtk_widget_set_visible (self->presets_frame, presets != NULL);
  for (int i = 0; presets != NULL && i < souls_presets_get_n (presets); i++)
    gtk_list_box_append (self->presets_list, make_preset_row (get_title (souls_presets_get (presets, i))));
}

static void
souls_compare_popover_map (GtkWidget *widget)
{
  SoulsComparePopover *self = SOULS_COMPARE_POPOVER (widget);

  if (self->session != NULL)
    {
      load_presets (self);
      update (self);
    }
  GTK_WIDGET_CLASS (souls_compare_popover_parent_class)->map (widget);
}

static gboolean
add (SoulsComparePopover *self,
     const SoulsScenario *scenario,
     const char          *title)
{
  /* What cannot be added cannot be asked for: the rows are insensitive then. */
  return souls_comparison_add (get_comparison (self), scenario, title, NULL);
}

gboolean
souls_compare_popover_add_shown (SoulsComparePopover *self)
{
  g_autofree char *title = souls_session_name_scenario (self->session);

  return add (self, souls_session_get_scenario (self->session), title);
}

gboolean
souls_compare_popover_add_preset (SoulsComparePopover *self,
                                  const char          *id)
{
  const SoulsPreset *preset;

  if (self->presets == NULL)
    load_presets (self);
  preset = self->presets != NULL ? souls_presets_find (self->presets, id) : NULL;
  return preset != NULL && add (self, preset->scenario, get_title (preset));
}

static void
add_clicked_cb (SoulsComparePopover *self)
{
  souls_compare_popover_add_shown (self);
}

/* What was asked for opens a window of its own. */
static void
left_cb (SoulsComparePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
preset_activated_cb (SoulsComparePopover *self,
                     GtkListBoxRow       *row)
{
  const SoulsPreset *preset = souls_presets_get (self->presets, gtk_list_box_row_get_index (row));

  add (self, preset->scenario, get_title (preset));
}

static guint
find_row (SoulsComparePopover *self,
          GtkWidget           *child)
{
  GtkWidget *row = gtk_widget_get_ancestor (child, GTK_TYPE_LIST_BOX_ROW);

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
remove_clicked_cb (GtkWidget           *button,
                   SoulsComparePopover *self)
{
  souls_comparison_remove (get_comparison (self), find_row (self, button));
}

static void
editing_changed_cb (GtkEditableLabel    *label,
                    GParamSpec          *pspec,
                    SoulsComparePopover *self)
{
  const guint i = find_row (self, GTK_WIDGET (label));
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (label))));

  if (gtk_editable_label_get_editing (label) || i >= souls_comparison_get_n (get_comparison (self)))
    return;
  if (*title != '\0')
    souls_comparison_rename (get_comparison (self), i, title);
  update (self);
}

static void
make_row (SoulsComparePopover *self,
          guint                i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_label_new (signs[i]);
  GtkWidget *title = gtk_editable_label_new ("");
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (sign, "dim-label");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (title), 12);
  gtk_widget_set_tooltip_text (title, _("Click to rename"));
  gtk_widget_set_tooltip_text (button, _("Remove from the comparison"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (title, "notify::editing", G_CALLBACK (editing_changed_cb), self);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), button);
  self->rows[i].row = gtk_list_box_row_new ();
  self->rows[i].title = title;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->rows[i].row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->rows[i].row), box);
  gtk_list_box_append (self->list, self->rows[i].row);
}

static void
souls_compare_popover_dispose (GObject *object)
{
  SoulsComparePopover *self = SOULS_COMPARE_POPOVER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->presets, souls_presets_free);

  G_OBJECT_CLASS (souls_compare_popover_parent_class)->dispose (object);
}

static void
souls_compare_popover_class_init (SoulsComparePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_compare_popover_dispose;
  widget_class->map = souls_compare_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-compare-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsComparePopover, add_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsComparePopover, hint);
  gtk_widget_class_bind_template_child (widget_class, SoulsComparePopover, list);
  gtk_widget_class_bind_template_child (widget_class, SoulsComparePopover, presets_list);
  gtk_widget_class_bind_template_child (widget_class, SoulsComparePopover, presets_frame);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
souls_compare_popover_init (SoulsComparePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SOULS_MAX_SNAPSHOTS; i++)
    make_row (self, i);
}

/**
 * souls_compare_popover_set_session:
 * @self: the popover
 * @session: whose comparison it is
 */
void
souls_compare_popover_set_session (SoulsComparePopover *self,
                                   SoulsSession        *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
}
