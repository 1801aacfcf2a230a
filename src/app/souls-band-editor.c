/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-band-editor.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-driver-text.h"

typedef enum
{
  END_LOW,
  END_HIGH,
  N_ENDS
} End;

struct _SoulsBandEditor
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *ends;
  GtkEditable *low_entry;
  GtkEditable *high_entry;
  GtkLabel *basis_label;
  GtkWidget *reset_button;
  GtkLabel *origin_label;

  /* Owned */
  SoulsSession *session;
  char *start[N_ENDS]; /* what the entries said of the band */

  SoulsDriver driver;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (SoulsBandEditor, souls_band_editor, GTK_TYPE_WIDGET)

static GtkEditable *
get_entry (SoulsBandEditor *self, End end)
{
  return end == END_LOW ? self->low_entry : self->high_entry;
}

static const SoulsBand *
get_band (SoulsBandEditor *self)
{
  return &souls_session_get_bands (self->session)[self->driver];
}

static const SoulsCalibration *
get_base (SoulsBandEditor *self)
{
  return souls_session_get_calibration (self->session);
}

static char *
say_history (SoulsBandEditor *self)
{
  int n;
  const SoulsCalibration *all =
    souls_data_set_get_calibrations (souls_session_get_data (self->session), &n);

  if (souls_band_spans_history (self->driver))
    /* Translators: where a plausible range comes from; two fiscal years */
    return g_strdup_printf (
      _("seen in history, %1$d–%2$d: lowest to highest"), all[0].year, all[n - 1].year);
  /* Translators: where a plausible range comes from; two fiscal years */
  return g_strdup_printf (
    _("seen in history, %1$d–%2$d: 10th to 90th percentile"), all[0].year, all[n - 1].year);
}

/* What has no source says so. */
static char *
say_belief (SoulsBandEditor *self)
{
  const char *origin = souls_driver_info (self->driver)->origin;
  SoulsBelief belief;

  if (origin != NULL && souls_belief_from_id (origin, &belief) &&
      get_base (self)->beliefs.kind[belief] != SOULS_KIND_ASSUMED)
    return g_strdup (_("published low and high"));
  return g_strdup (_("assumed: a low and a high of ours"));
}

static char *
say_assumed (SoulsBandEditor *self)
{
  SoulsUnit unit;
  double width = souls_band_assumed_width (self->driver, &unit);
  double scale = unit == SOULS_UNIT_DAYS ? 1.0 : 100.0;
  g_autofree char *number = souls_words_number (souls_app_words (), scale * width, 0);

  if (unit == SOULS_UNIT_POINTS)
    /* Translators: a plausible range without a source: so many percentage points around the baseline */
    return g_strdup_printf (_("assumed: ±%s points"), number);
  if (unit == SOULS_UNIT_DAYS)
    /* Translators: a plausible range without a source: so many days around the baseline */
    return g_strdup_printf (_("assumed: ±%s days"), number);
  /* Translators: a plausible range without a source: so many percent around the baseline */
  return g_strdup_printf (_("assumed: ±%s %%"), number);
}

static char *
say_origin (SoulsBandEditor *self)
{
  switch (get_band (self)->origin)
    {
    case SOULS_BAND_BELIEF:
      return say_belief (self);
    case SOULS_BAND_HISTORY:
      return say_history (self);
    case SOULS_BAND_ASSUMED:
      return say_assumed (self);
    case SOULS_BAND_OWN:
      /* Translators: where a plausible range comes from: the reader typed it */
      return g_strdup (_("yours"));
    case SOULS_BAND_NONE:
    default:
      return g_strdup (_("held at its baseline"));
    }
}

static void
show_origin (SoulsBandEditor *self)
{
  g_autofree char *origin = say_origin (self);

  gtk_label_set_label (self->origin_label, origin);
  gtk_widget_remove_css_class (GTK_WIDGET (self->origin_label), "error");
  for (int end = 0; end < N_ENDS; end++)
    {
      GtkWidget *entry = GTK_WIDGET (get_entry (self, (End) end));

      gtk_widget_remove_css_class (entry, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_update_property (
        GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, origin, -1);
    }
}

/* In the place of the origin, so that nothing jumps. */
static void
complain (SoulsBandEditor *self, GtkEditable *entry, const char *message)
{
  gtk_label_set_label (self->origin_label, message);
  gtk_widget_add_css_class (GTK_WIDGET (self->origin_label), "error");
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}

static void
show_band (SoulsBandEditor *self)
{
  const SoulsBand *band = get_band (self);
  const double value[N_ENDS] = { band->low, band->high };

  self->syncing = TRUE;
  for (int end = 0; end < N_ENDS; end++)
    {
      g_free (self->start[end]);
      self->start[end] = souls_driver_text_exact (
        self->driver, souls_driver_to_shown (self->driver, value[end]), souls_app_words ());
      gtk_editable_set_text (get_entry (self, (End) end), self->start[end]);
    }
  self->syncing = FALSE;
  gtk_widget_set_visible (self->reset_button, band->origin == SOULS_BAND_OWN);
  show_origin (self);
}

static gboolean
is_touched (SoulsBandEditor *self, End end)
{
  return !g_str_equal (gtk_editable_get_text (get_entry (self, end)), self->start[end]);
}

/* What an entry says, in the model's unit. One that nobody touched says what the band has, to the last digit. */
static gboolean
read_end (SoulsBandEditor *self, End end, double *value)
{
  const SoulsCalibration *base = get_base (self);
  const double min = souls_driver_to_shown (self->driver, base->min[self->driver]);
  const double max = souls_driver_to_shown (self->driver, base->max[self->driver]);
  double shown;

  *value = end == END_LOW ? get_band (self)->low : get_band (self)->high;
  if (!is_touched (self, end))
    return TRUE;
  if (!souls_driver_text_parse (
        self->driver, gtk_editable_get_text (get_entry (self, end)), souls_app_words (), &shown) ||
      !souls_driver_text_fit (self->driver, min, max, &shown))
    return FALSE;
  *value = CLAMP (
    souls_driver_from_shown (self->driver, shown), base->min[self->driver], base->max[self->driver]);
  return TRUE;
}

static char *
describe_refusal (SoulsBandEditor *self)
{
  const SoulsCalibration *base = get_base (self);
  g_autofree char *range =
    souls_driver_text_range (self->driver,
                             souls_driver_to_shown (self->driver, base->min[self->driver]),
                             souls_driver_to_shown (self->driver, base->max[self->driver]),
                             souls_app_words ());

  /* Translators: a value typed is no number or out of range; %s is "−20 to 80 %/yr" */
  return g_strdup_printf (_("Type %s"), range);
}

/* Takes both ends, or says why not. */
static void
commit (SoulsBandEditor *self)
{
  double value[N_ENDS];

  if (!is_touched (self, END_LOW) && !is_touched (self, END_HIGH))
    return;
  show_origin (self);
  for (int end = 0; end < N_ENDS; end++)
    if (!read_end (self, (End) end, &value[end]))
      {
        g_autofree char *message = describe_refusal (self);

        complain (self, get_entry (self, (End) end), message);
        return;
      }
  if (value[END_LOW] > value[END_HIGH])
    {
      complain (self,
                get_entry (self, is_touched (self, END_HIGH) ? END_HIGH : END_LOW),
                _("The lowest value is above the highest."));
      return;
    }
  souls_session_set_band (self->session, self->driver, value[END_LOW], value[END_HIGH], NULL);
  /* Also where the band is the same, so that it is written as it is. */
  show_band (self);
}

static void
entry_activated_cb (SoulsBandEditor *self)
{
  commit (self);
  if (gtk_widget_has_css_class (GTK_WIDGET (self->origin_label), "error"))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
entry_changed_cb (SoulsBandEditor *self)
{
  if (!self->syncing && gtk_widget_has_css_class (GTK_WIDGET (self->origin_label), "error"))
    show_origin (self);
}

/* The first time Escape brings back what the entries said, the next time it closes what is around them. */
static gboolean
key_pressed_cb (SoulsBandEditor *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || (!is_touched (self, END_LOW) && !is_touched (self, END_HIGH)))
    return GDK_EVENT_PROPAGATE;
  show_band (self);
  return GDK_EVENT_STOP;
}

static void
reset_cb (SoulsBandEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->low_entry));
  souls_session_reset_band (self->session, self->driver);
}

static void
souls_band_editor_dispose (GObject *object)
{
  SoulsBandEditor *self = SOULS_BAND_EDITOR (object);
  GtkWidget *child;

  /* First, so that nothing is taken from entries that go. */
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (souls_band_editor_parent_class)->dispose (object);
}

static void
souls_band_editor_finalize (GObject *object)
{
  SoulsBandEditor *self = SOULS_BAND_EDITOR (object);

  for (int end = 0; end < N_ENDS; end++)
    g_free (self->start[end]);

  G_OBJECT_CLASS (souls_band_editor_parent_class)->finalize (object);
}

static void
souls_band_editor_class_init (SoulsBandEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = souls_band_editor_dispose;
  object_class->finalize = souls_band_editor_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/twosouls/TwoSouls/ui/souls-band-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsBandEditor, ends);
  gtk_widget_class_bind_template_child (widget_class, SoulsBandEditor, low_entry);
  gtk_widget_class_bind_template_child (widget_class, SoulsBandEditor, high_entry);
  gtk_widget_class_bind_template_child (widget_class, SoulsBandEditor, basis_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsBandEditor, reset_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsBandEditor, origin_label);
  gtk_widget_class_set_css_name (widget_class, "bandeditor");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
souls_band_editor_init (SoulsBandEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkBoxLayout *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  for (int end = 0; end < N_ENDS; end++)
    {
      g_signal_connect_object (get_entry (self, (End) end), "activate", G_CALLBACK (entry_activated_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (get_entry (self, (End) end), "changed", G_CALLBACK (entry_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (
    self->reset_button, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  /* Around both, for the way from one to the other is not the end of it. */
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (self->ends, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->ends, keys);
}

/**
 * souls_band_editor_new:
 * @session: whose band it shows and changes
 * @driver: which driver's
 *
 * Returns: (transfer floating): an editor that follows @session
 */
GtkWidget *
souls_band_editor_new (SoulsSession *session, SoulsDriver driver)
{
  SoulsBandEditor *self;

  g_return_val_if_fail (SOULS_IS_SESSION (session), NULL);
  g_return_val_if_fail ((guint) driver < SOULS_N_DRIVERS, NULL);

  self = g_object_new (SOULS_TYPE_BAND_EDITOR, NULL);
  self->session = g_object_ref (session);
  self->driver = driver;
  gtk_label_set_label (self->basis_label,
                       souls_words_say (souls_app_words (), souls_driver_info (driver)->basis));
  g_signal_connect_object (session, "base-year-changed", G_CALLBACK (show_band), self, G_CONNECT_SWAPPED);
  show_band (self);
  return GTK_WIDGET (self);
}
