/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-setting-row.h"

/* One row each: what the spin button shows and what it sets. */
static const struct
{
  const char *name;
  const char *explanation;
  int max;
  gsize offset;
  gboolean (*set) (SoulsSession *session, int value, GError **error);
} kinds[SOULS_N_SETTING_ROWS] = {
  [SOULS_SETTING_HORIZON] = { N_("Years ahead"), N_("How many years after the base year are computed."),
                              SOULS_MAX_HORIZON, G_STRUCT_OFFSET (SoulsSettings, horizon),
                              souls_session_set_horizon },
  [SOULS_SETTING_PHASE_IN] = { N_("Years to phase in"),
                               N_("How long margins, shares and rates take from their baseline to where the slider stands."),
                               SOULS_MAX_PHASE_IN, G_STRUCT_OFFSET (SoulsSettings, phase_in),
                               souls_session_set_phase_in },
};

struct _SoulsSettingRow
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *label;
  GtkWidget *spin;

  /* Owned */
  SoulsSession *session;

  SoulsSettingKind kind;
};

G_DEFINE_FINAL_TYPE (SoulsSettingRow, souls_setting_row, GTK_TYPE_WIDGET)

static void
session_changed_cb (SoulsSettingRow *self)
{
  int value = G_STRUCT_MEMBER (int, souls_session_get_settings (self->session), kinds[self->kind].offset);

  if (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spin)) != value)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin), value);
}

static void
spin_changed_cb (SoulsSettingRow *self)
{
  int value = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spin));

  /* The spin button has the setting's own range, so nothing can be refused. */
  kinds[self->kind].set (self->session, value, NULL);
}

static void
souls_setting_row_dispose (GObject *object)
{
  SoulsSettingRow *self = SOULS_SETTING_ROW (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->spin, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (souls_setting_row_parent_class)->dispose (object);
}

static void
souls_setting_row_class_init (SoulsSettingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_setting_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "settingrow");
}

static void
souls_setting_row_init (SoulsSettingRow *self)
{
}

static void
build (SoulsSettingRow *self)
{
  const char *name = _(kinds[self->kind].name);

  self->label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->spin = gtk_spin_button_new_with_range (1, kinds[self->kind].max, 1);
  gtk_widget_set_valign (self->spin, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->spin, "numeric");
  gtk_editable_set_alignment (GTK_EDITABLE (self->spin), 1.0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(kinds[self->kind].explanation),
                                  -1);
  gtk_widget_set_parent (self->spin, GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _(kinds[self->kind].explanation));
}

/**
 * souls_setting_row_new:
 * @session: the session whose setting it is
 * @kind: which setting
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
souls_setting_row_new (SoulsSession     *session,
                       SoulsSettingKind  kind)
{
  SoulsSettingRow *self = g_object_new (SOULS_TYPE_SETTING_ROW, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  build (self);
  session_changed_cb (self);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (spin_changed_cb), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * souls_setting_row_get_spin:
 * @self: the row
 *
 * Returns: (transfer none): its spin button
 */
GtkSpinButton *
souls_setting_row_get_spin (SoulsSettingRow *self)
{
  g_return_val_if_fail (SOULS_IS_SETTING_ROW (self), NULL);

  return GTK_SPIN_BUTTON (self->spin);
}
