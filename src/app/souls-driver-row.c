/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-driver-row.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-driver-origin.h"
#include "souls-driver-text.h"
#include "souls-provenance-popover.h"

struct _SoulsDriverRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *line;
  GtkLabel *moved_dot;
  GtkLabel *name_label;
  GtkMenuButton *kind_button;
  GtkLabel *kind_label;
  GtkWidget *reset_button;
  GtkStack *value_stack;
  GtkWidget *value_button;
  GtkLabel *value_label;
  GtkEditable *entry;
  SoulsSlider *slider;
  GtkWidget *caption;
  GtkLabel *low_label;
  GtkLabel *high_label;
  GtkLabel *message_label;

  /* Owned */
  SoulsSession *session;

  SoulsDriver driver;
  const char *without_effect; /* borrowed from a table: compared by address */
  char *entry_start;          /* the entry's text when editing began */
  gboolean syncing;           /* the slider is being moved by the session */
  gboolean editing;
  gboolean closing; /* the entry is being left */
  gboolean quiet;   /* nothing tells where the baseline is */
  gboolean in_gesture;
};

enum
{
  PROP_0,
  PROP_QUIET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoulsDriverRow, souls_driver_row, GTK_TYPE_WIDGET)

/* Values in the unit shown; the ends and the baseline are exactly those of the calibration. */
static double
shown (SoulsDriverRow *self, double value)
{
  return souls_driver_to_shown (self->driver, value);
}

static const SoulsCalibration *
calibration (SoulsDriverRow *self)
{
  return souls_session_get_calibration (self->session);
}

/* The unit shown does not hold every value of the model to the last bit, so ends and baseline
 * are told by name. */
static void
set_shown (SoulsDriverRow *self, double value)
{
  const SoulsCalibration *base = calibration (self);
  double target = souls_driver_from_shown (self->driver, value);

  if (value == shown (self, base->baseline[self->driver]))
    {
      souls_session_reset_driver (self->session, self->driver);
      return;
    }
  target = CLAMP (target, base->min[self->driver], base->max[self->driver]);
  if (value == shown (self, base->min[self->driver]))
    target = base->min[self->driver];
  else if (value == shown (self, base->max[self->driver]))
    target = base->max[self->driver];
  souls_session_set_driver (self->session, self->driver, target, NULL);
}

static void
show_moved (SoulsDriverRow *self)
{
  gboolean moved = souls_session_is_moved (self->session, self->driver) && !self->quiet;

  gtk_widget_set_opacity (GTK_WIDGET (self->moved_dot), moved ? 1.0 : 0.0);
  gtk_widget_set_opacity (self->reset_button, moved ? 1.0 : 0.0);
  gtk_widget_set_sensitive (self->reset_button, moved);
  gtk_widget_set_can_target (self->reset_button, moved);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self->reset_button), GTK_ACCESSIBLE_STATE_HIDDEN, !moved, -1);
  if (moved)
    gtk_widget_add_css_class (GTK_WIDGET (self), "moved");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "moved");
}

static void
sync_value (SoulsDriverRow *self)
{
  double value = shown (self, souls_session_get_driver (self->session, self->driver));
  g_autofree char *text = souls_driver_text_value (self->driver, value, souls_app_words ());
  g_autofree char *spoken = souls_driver_text_spoken (self->driver, value, souls_app_words ());

  self->syncing = TRUE;
  gtk_range_set_value (GTK_RANGE (self->slider), value);
  self->syncing = FALSE;

  gtk_label_set_label (self->value_label, text);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, -1);
  show_moved (self);
}

static void
sync_band (SoulsDriverRow *self)
{
  const SoulsBand *band = &souls_session_get_bands (self->session)[self->driver];

  if (band->origin == SOULS_BAND_NONE)
    souls_slider_set_band (self->slider, 0.0, 0.0);
  else
    souls_slider_set_band (self->slider, shown (self, band->low), shown (self, band->high));
}

/* One line below the slider, always there so that nothing jumps: the ends' names, or what must
 * be said instead. */
static void
show_message (SoulsDriverRow *self, const char *message, gboolean is_error)
{
  gboolean has_message = message != NULL;

  gtk_label_set_label (self->message_label, has_message ? message : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->message_label), message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), has_message);
  gtk_widget_set_visible (GTK_WIDGET (self->low_label), !has_message);
  gtk_widget_set_visible (GTK_WIDGET (self->high_label), !has_message);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "error");
}

static void
show_usual_message (SoulsDriverRow *self)
{
  show_message (self, self->without_effect != NULL ? _(self->without_effect) : NULL, FALSE);
}

static void
sync_effect (SoulsDriverRow *self)
{
  const char *reason = souls_session_get_without_effect (self->session, self->driver);

  if (reason == self->without_effect)
    return;
  self->without_effect = reason;
  if (reason != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "without-effect");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "without-effect");
  if (!self->editing)
    show_usual_message (self);
}

/* The kind of a driver's baseline: the worst of what its calibration is made of. */
static void
sync_kind (SoulsDriverRow *self)
{
  SoulsOrigin origin = souls_origin (souls_session_get_data (self->session), calibration (self));
  SoulsKind kind = souls_origin_get_kind (&origin, self->driver);
  g_autofree char *tip = NULL;

  gtk_label_set_label (self->kind_label, souls_kind_sign (kind));
  /* Translators: %s is "reported", "estimated" or "assumed" */
  tip = g_strdup_printf (_("Baseline: %s. Where it comes from"), _(souls_kind_name (kind)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind_button), tip);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

static void
sync_base (SoulsDriverRow *self)
{
  const SoulsCalibration *base = calibration (self);

  self->syncing = TRUE;
  souls_slider_set_range (self->slider,
                          shown (self, base->min[self->driver]),
                          shown (self, base->max[self->driver]),
                          souls_driver_info (self->driver)->step);
  souls_slider_set_baseline (self->slider, shown (self, base->baseline[self->driver]));
  self->syncing = FALSE;
  sync_kind (self);
  sync_band (self);
  sync_value (self);
  sync_effect (self);
}

static void
set_entry_error (SoulsDriverRow *self, const char *message)
{
  show_message (self, message, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}

static void
clear_entry_error (SoulsDriverRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static char *
describe_range (SoulsDriverRow *self)
{
  const SoulsCalibration *base = calibration (self);

  return souls_driver_text_range (self->driver,
                                  shown (self, base->min[self->driver]),
                                  shown (self, base->max[self->driver]),
                                  souls_app_words ());
}

static void
begin_editing (SoulsDriverRow *self)
{
  double value = shown (self, souls_session_get_driver (self->session, self->driver));
  g_autofree char *range = describe_range (self);

  g_clear_pointer (&self->entry_start, g_free);
  self->entry_start = souls_driver_text_exact (self->driver, value, souls_app_words ());
  self->editing = TRUE;
  clear_entry_error (self);
  show_message (self, range, FALSE);
  gtk_editable_set_text (self->entry, self->entry_start);
  gtk_stack_set_visible_child_name (self->value_stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
end_editing (SoulsDriverRow *self, gboolean take_focus)
{
  if (!self->editing)
    return;
  self->editing = FALSE;
  self->closing = TRUE;
  clear_entry_error (self);
  show_usual_message (self);
  /* Focus must go before the entry does, or GTK looks for a place by itself. */
  if (take_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->slider));
  gtk_stack_set_visible_child_name (self->value_stack, "value");
  self->closing = FALSE;
}

/* Returns whether the entry may be left: it is unchanged, or holds a value of the range, which
 * is then set. */
static gboolean
commit (SoulsDriverRow *self)
{
  const SoulsCalibration *base = calibration (self);
  const char *text = gtk_editable_get_text (self->entry);
  double value;

  if (g_strcmp0 (text, self->entry_start) == 0)
    return TRUE;
  if (!souls_driver_text_parse (self->driver, text, souls_app_words (), &value) ||
      !souls_driver_text_fit (self->driver,
                              shown (self, base->min[self->driver]),
                              shown (self, base->max[self->driver]),
                              &value))
    return FALSE;
  set_shown (self, value);
  return TRUE;
}

static char *
describe_refusal (SoulsDriverRow *self)
{
  g_autofree char *range = describe_range (self);

  /* Translators: a value typed is no number or out of range; %s is "−20 to 80 %/yr" */
  return g_strdup_printf (_("Type %s"), range);
}

static void
complain (SoulsDriverRow *self)
{
  g_autofree char *message = describe_refusal (self);

  set_entry_error (self, message);
  gtk_widget_error_bell (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
entry_activated_cb (SoulsDriverRow *self)
{
  if (commit (self))
    end_editing (self, TRUE);
  else
    complain (self);
}

/* Leaving with Tab or a click takes a good value; a bad one is refused, and the row says so until
 * its value changes. */
static void
entry_left_cb (SoulsDriverRow *self)
{
  g_autofree char *refusal = NULL;

  if (!self->editing || self->closing)
    return;
  if (!commit (self))
    refusal = describe_refusal (self);
  end_editing (self, FALSE);
  if (refusal != NULL)
    show_message (self, refusal, TRUE);
}

static void
entry_changed_cb (SoulsDriverRow *self)
{
  g_autofree char *range = NULL;

  if (!self->editing || !gtk_widget_has_css_class (GTK_WIDGET (self->entry), "error"))
    return;
  range = describe_range (self);
  clear_entry_error (self);
  show_message (self, range, FALSE);
}

static gboolean
entry_key_pressed_cb (SoulsDriverRow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_editing (self, TRUE);
  return GDK_EVENT_STOP;
}

static gboolean
row_key_pressed_cb (SoulsDriverRow *self, guint keyval)
{
  gboolean on_slider = gtk_widget_has_focus (GTK_WIDGET (self->slider));
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (self->editing || !(keyval == GDK_KEY_F2 || (enter && on_slider)))
    return GDK_EVENT_PROPAGATE;
  begin_editing (self);
  return GDK_EVENT_STOP;
}

static void
value_changed_cb (SoulsDriverRow *self)
{
  if (self->syncing || self->session == NULL)
    return;
  set_shown (self, gtk_range_get_value (GTK_RANGE (self->slider)));
  /* What the session refused goes back to where it was. */
  sync_value (self);
}

static void
gesture_begun_cb (SoulsDriverRow *self)
{
  if (self->in_gesture)
    return;
  self->in_gesture = TRUE;
  souls_session_begin_gesture (self->session);
}

static void
gesture_ended_cb (SoulsDriverRow *self)
{
  if (!self->in_gesture)
    return;
  self->in_gesture = FALSE;
  souls_session_end_gesture (self->session);
}

static void
reset_cb (SoulsDriverRow *self)
{
  if (self->quiet)
    return;
  souls_session_reset_driver (self->session, self->driver);
  if (gtk_widget_has_focus (self->reset_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->slider));
}

static void
driver_changed_cb (SoulsDriverRow *self, int driver)
{
  if (driver != (int) self->driver)
    return;
  sync_value (self);
  if (!self->editing)
    show_usual_message (self);
}

/* A row that nobody sees is brought up to date when it is shown. */
static void
changed_cb (SoulsDriverRow *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  sync_band (self);
  sync_effect (self);
}

static void
create_popover (GtkMenuButton *button, gpointer user_data)
{
  SoulsDriverRow *self = SOULS_DRIVER_ROW (user_data);

  gtk_menu_button_set_popover (
    button, souls_provenance_popover_new_for_driver (self->session, self->driver));
}

static void
souls_driver_row_map (GtkWidget *widget)
{
  SoulsDriverRow *self = SOULS_DRIVER_ROW (widget);

  GTK_WIDGET_CLASS (souls_driver_row_parent_class)->map (widget);
  if (self->session != NULL)
    changed_cb (self);
}

static void
souls_driver_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_QUIET)
    g_value_set_boolean (value, SOULS_DRIVER_ROW (object)->quiet);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_driver_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_QUIET)
    souls_driver_row_set_quiet (SOULS_DRIVER_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_driver_row_dispose (GObject *object)
{
  SoulsDriverRow *self = SOULS_DRIVER_ROW (object);
  GtkWidget *child;

  if (self->session != NULL)
    gesture_ended_cb (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->entry_start, g_free);

  G_OBJECT_CLASS (souls_driver_row_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, line);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, moved_dot);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, kind_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, reset_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, value_stack);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, value_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, value_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, entry);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, slider);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, low_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, high_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsDriverRow, message_label);
}

static void
souls_driver_row_class_init (SoulsDriverRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = souls_driver_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = souls_driver_row_set_property;
  G_OBJECT_CLASS (klass)->dispose = souls_driver_row_dispose;
  widget_class->map = souls_driver_row_map;

  properties[PROP_QUIET] =
    g_param_spec_boolean ("quiet",
                          NULL,
                          NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (SOULS_TYPE_SLIDER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/twosouls/TwoSouls/ui/souls-driver-row.ui");
  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "driverrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
connect_slider (SoulsDriverRow *self)
{
  g_signal_connect_object (
    self->slider, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
    self->slider, "gesture-begin", G_CALLBACK (gesture_begun_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
    self->slider, "gesture-end", G_CALLBACK (gesture_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->slider, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
    self->reset_button, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
}

static void
connect_entry (SoulsDriverRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *row_keys = gtk_event_controller_key_new ();

  g_signal_connect_object (
    self->value_button, "clicked", G_CALLBACK (begin_editing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
    self->entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
    self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  g_signal_connect_swapped (row_keys, "key-pressed", G_CALLBACK (row_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), row_keys);
}

static void
souls_driver_row_init (SoulsDriverRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_menu_button_set_create_popup_func (self->kind_button, create_popover, self, NULL);
  connect_slider (self);
  connect_entry (self);
}

static char *
describe (SoulsDriver driver)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);

  if (info->caution == NULL)
    return g_strdup (_(info->explanation));
  return g_strdup_printf ("%s\n\n%s", _(info->explanation), _(info->caution));
}

static void
set_driver (SoulsDriverRow *self, SoulsDriver driver)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  const char *name = souls_driver_text_name (driver, souls_app_words ());
  g_autofree char *description = describe (driver);
  /* Translators: the name of a slider, what its number is a part of, an explanation */
  g_autofree char *tooltip =
    g_strdup_printf (_("%1$s, %2$s\n%3$s"), name, _(info->basis), description);
  /* Translators: %s is the name of a slider */
  g_autofree char *reset = g_strdup_printf (_("Reset %s (Delete)"), name);

  self->driver = driver;
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->low_label, _(info->low_end));
  gtk_label_set_label (self->high_label, _(info->high_end));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), tooltip);
  gtk_widget_set_tooltip_text (self->reset_button, reset);
  souls_slider_set_color (self->slider, souls_group_color (info->group));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description,
                                  -1);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * souls_driver_row_new:
 * @session: what the row shows and changes
 * @driver: which driver
 *
 * Returns: (transfer floating): a row that follows @session
 */
GtkWidget *
souls_driver_row_new (SoulsSession *session, SoulsDriver driver)
{
  SoulsDriverRow *self;

  g_return_val_if_fail (SOULS_IS_SESSION (session), NULL);
  g_return_val_if_fail ((guint) driver < SOULS_N_DRIVERS, NULL);

  self = g_object_new (SOULS_TYPE_DRIVER_ROW, NULL);
  set_driver (self, driver);
  self->session = g_object_ref (session);
  g_signal_connect_object (
    session, "driver-changed", G_CALLBACK (driver_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
    session, "base-year-changed", G_CALLBACK (sync_base), self, G_CONNECT_SWAPPED);
  sync_base (self);
  return GTK_WIDGET (self);
}

/**
 * souls_driver_row_get_driver:
 *
 * Returns: the driver that the row moves
 */
SoulsDriver
souls_driver_row_get_driver (SoulsDriverRow *self)
{
  g_return_val_if_fail (SOULS_IS_DRIVER_ROW (self), SOULS_N_DRIVERS);

  return self->driver;
}

/**
 * souls_driver_row_get_slider:
 *
 * Returns: (transfer none): the row's slider, in the unit shown
 */
SoulsSlider *
souls_driver_row_get_slider (SoulsDriverRow *self)
{
  g_return_val_if_fail (SOULS_IS_DRIVER_ROW (self), NULL);

  return self->slider;
}

/**
 * souls_driver_row_set_quiet:
 * @quiet: whether nothing in the row is to tell where the baseline is, or where it comes from
 */
void
souls_driver_row_set_quiet (SoulsDriverRow *self, gboolean quiet)
{
  g_return_if_fail (SOULS_IS_DRIVER_ROW (self));

  if (self->quiet == quiet)
    return;
  self->quiet = quiet;
  souls_slider_set_quiet (self->slider, quiet);
  /* Its place stays, so that nothing jumps. */
  gtk_widget_set_opacity (GTK_WIDGET (self->kind_button), quiet ? 0.0 : 1.0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_button), !quiet);
  gtk_widget_set_can_target (GTK_WIDGET (self->kind_button), !quiet);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_STATE_HIDDEN, quiet, -1);
  show_moved (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUIET]);
}

gboolean
souls_driver_row_get_quiet (SoulsDriverRow *self)
{
  g_return_val_if_fail (SOULS_IS_DRIVER_ROW (self), FALSE);

  return self->quiet;
}

/**
 * souls_driver_row_edit:
 *
 * Turns the value into an entry and takes the focus.
 */
void
souls_driver_row_edit (SoulsDriverRow *self)
{
  g_return_if_fail (SOULS_IS_DRIVER_ROW (self));

  if (!self->editing)
    begin_editing (self);
}

/**
 * souls_driver_row_is_editing:
 *
 * Returns: whether the value is an entry at present
 */
gboolean
souls_driver_row_is_editing (SoulsDriverRow *self)
{
  g_return_val_if_fail (SOULS_IS_DRIVER_ROW (self), FALSE);

  return self->editing;
}
