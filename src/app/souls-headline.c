/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-chart.h"
#include "souls-headline.h"
#include "souls-rung-popover.h"
#include "souls-wrap-layout.h"
#include "souls-view-input.h"

#define SPACING 6
/* The sidebar folds by what the rest of the window would like to have; a sentence would like to be one line. */
#define NATURAL_WIDTH 496
/* Room is made for a text this much longer than the one shown, so that a digit more does not begin a line. */
#define SLACK 0.98
/* Where there is no more room than this, what the simulation says is left to its chart. */
#define LEAST_FOR_WORLDS 460

struct _SoulsHeadline
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *text;
  GtkWidget *worlds;
  GtkLabel *worlds_label;
  GtkWidget *status;
  GtkImage *tie_icon;
  GtkLabel *tie_label;
  GtkWidget *tie_button;
  GtkLabel *moved_label;
  GtkMenuButton *rung_button;
  GtkLabel *rung_label;

  /* Owned */
  SoulsSession *session;
  char *status_text;
  guint tick; /* asks the simulation in the next frame, with the charts */
  gboolean had_frame;

  /* The most height that the text took at this width while a slider was dragged. */
  int held_width;
  int held_height;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoulsHeadline, souls_headline, GTK_TYPE_WIDGET)

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static int
measure_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  return width;
}

/* The height that the text has now, or would have if it were a little longer, or had during this drag. */
static int
text_height (SoulsHeadline *self,
             int            width)
{
  GtkWidget *label = GTK_WIDGET (self->text);
  int tight = MAX ((int) (width * SLACK), measure_width (label));
  int height = measure_height (label, tight);

  if (self->session != NULL && souls_session_in_gesture (self->session) && self->held_width == width)
    height = MAX (height, self->held_height);
  self->held_width = width;
  self->held_height = height;

  return height;
}

/* The row of the worlds keeps its place also where it says nothing, so that the charts below stay where they are. */
static int
worlds_height (SoulsHeadline *self,
               int            width)
{
  return width < LEAST_FOR_WORLDS ? 0 : measure_height (self->worlds, width);
}

static void
souls_headline_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  SoulsHeadline *self = SOULS_HEADLINE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (measure_width (GTK_WIDGET (self->text)), measure_width (self->status));
      *natural = MAX (*minimum, NATURAL_WIDTH);
    }
  else
    {
      int width = for_size < 0 ? NATURAL_WIDTH : for_size;

      *minimum = *natural =
        text_height (self, width) + SPACING + worlds_height (self, width) + measure_height (self->status, width);
    }
}

static gboolean
is_mirrored (SoulsHeadline *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
souls_headline_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  SoulsHeadline *self = SOULS_HEADLINE (widget);
  int top = text_height (self, width);
  int worlds = worlds_height (self, width);
  int rest = measure_height (self->status, width);
  int wide;

  gtk_widget_measure (self->worlds, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  wide = MIN (wide, width);
  gtk_widget_set_child_visible (self->worlds, worlds > 0);
  gtk_widget_size_allocate (GTK_WIDGET (self->text), &(GtkAllocation) { 0, 0, width, top }, -1);
  if (worlds > 0)
    gtk_widget_size_allocate (self->worlds,
                              &(GtkAllocation) { is_mirrored (self) ? width - wide : 0, top + SPACING, wide, worlds }, -1);
  gtk_widget_size_allocate (self->status, &(GtkAllocation) { 0, top + SPACING + worlds, width, rest }, -1);
}

static GtkSizeRequestMode
souls_headline_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A label is laid out anew only when its text is new. */
static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
}

static char *
tie_text (int year,
          int n_differences)
{
  if (n_differences == 0)
    return g_strdup_printf (_("fiscal %d ties to the 10-K"), year);

  return g_strdup_printf (ngettext ("fiscal %d differs from the 10-K in %d figure",
                                    "fiscal %d differs from the 10-K in %d figures", n_differences),
                          year, n_differences);
}

static void
show_tie (SoulsHeadline *self)
{
  SoulsTie ties[SOULS_MAX_TIES];
  int n_ties = souls_tie_out (souls_session_get_calibration (self->session), ties);
  int n_differences = 0;
  g_autofree char *text = NULL;

  for (int i = 0; i < n_ties; i++)
    n_differences += ties[i].difference != 0;

  text = tie_text (souls_session_get_base_year (self->session), n_differences);
  set_text (self->tie_label, text);
  gtk_image_set_from_icon_name (self->tie_icon,
                                n_differences == 0 ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (self->tie_button, n_differences == 0 ? "warning" : "ties");
  gtk_widget_add_css_class (self->tie_button, n_differences == 0 ? "ties" : "warning");
}

static void
show_status (SoulsHeadline *self)
{
  SoulsRung rung = souls_session_get_settings (self->session)->rung;
  int n_moved = souls_session_get_n_moved (self->session);
  g_autofree char *moved = NULL;
  g_autofree char *meaning = NULL;

  if (n_moved == 0)
    moved = g_strdup (_("all sliders at baseline"));
  else
    moved = g_strdup_printf (ngettext ("%d slider moved", "%d sliders moved", n_moved), n_moved);
  set_text (self->moved_label, moved);

  /* Translators: %s is one of arithmetic, stranded costs, … */
  meaning = g_strdup_printf (_("meaning: %s"), _(souls_rung_name (rung)));
  set_text (self->rung_label, meaning);

  g_free (self->status_text);
  self->status_text = g_strdup_printf ("%s · %s · %s", gtk_label_get_text (self->tie_label), moved, meaning);
}

static void
show_sentence (SoulsHeadline *self)
{
  g_autofree char *sentence = NULL;
  SoulsViewInput view;

  souls_view_input_fill (&view, self->session, SOULS_CHART_WITH_WITHOUT, 0, souls_app_words ());
  sentence = souls_headline (&view.input);
  set_text (self->text, sentence);
}

/* Says nothing of a reported year, which is the same in every world. */
static void
show_worlds (SoulsHeadline *self)
{
  g_autofree char *sentence = NULL;
  SoulsViewInput view;

  souls_view_input_fill (&view, self->session, SOULS_CHART_OUTCOMES, 0, souls_app_words ());
  sentence = souls_headline_worlds (&view.input);
  set_text (self->worlds_label, sentence != NULL ? sentence : "");
  gtk_widget_set_opacity (self->worlds, sentence != NULL ? 1.0 : 0.0);
  gtk_widget_set_sensitive (self->worlds, sentence != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->worlds), GTK_ACCESSIBLE_STATE_HIDDEN, sentence == NULL, -1);
}

static gboolean
frame_begun_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  SoulsHeadline *self = SOULS_HEADLINE (widget);

  /* The window's first frame does not wait for the simulation. */
  if (!self->had_frame)
    {
      self->had_frame = TRUE;
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  show_worlds (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (SoulsHeadline *self)
{
  show_sentence (self);
  show_status (self);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_begun_cb, NULL, NULL);
}

static void
base_year_changed_cb (SoulsHeadline *self)
{
  show_tie (self);
  show_status (self);
}

static void
souls_headline_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SOULS_HEADLINE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_headline_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (id == PROP_SESSION)
    souls_headline_set_session (SOULS_HEADLINE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
souls_headline_dispose (GObject *object)
{
  SoulsHeadline *self = SOULS_HEADLINE (object);
  GtkWidget *child;

  souls_headline_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (souls_headline_parent_class)->dispose (object);
}

static void
souls_headline_finalize (GObject *object)
{
  g_free (SOULS_HEADLINE (object)->status_text);

  G_OBJECT_CLASS (souls_headline_parent_class)->finalize (object);
}

static void
souls_headline_class_init (SoulsHeadlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = souls_headline_get_property;
  object_class->set_property = souls_headline_set_property;
  object_class->dispose = souls_headline_dispose;
  object_class->finalize = souls_headline_finalize;

  widget_class->measure = souls_headline_measure;
  widget_class->size_allocate = souls_headline_size_allocate;
  widget_class->get_request_mode = souls_headline_get_request_mode;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SOULS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "headline");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-headline.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsHeadline, text);
  gtk_widget_class_bind_template_child (widget_class, SoulsHeadline, worlds);
  gtk_widget_class_bind_template_child (widget_class, SoulsHeadline, worlds_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsHeadline, status);
  gtk_widget_class_bind_template_child (widget_class, SoulsHeadline, tie_icon);
  gtk_widget_class_bind_template_child (widget_class, SoulsHeadline, tie_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsHeadline, tie_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsHeadline, moved_label);
  gtk_widget_class_bind_template_child (widget_class, SoulsHeadline, rung_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsHeadline, rung_label);
}

static void
souls_headline_init (SoulsHeadline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->status, souls_wrap_layout_new (SPACING, 0));
}

/**
 * souls_headline_set_session:
 * @self: the headline
 * @session: (nullable): the session to put into a sentence
 *
 * Follows @session from now on.
 */
void
souls_headline_set_session (SoulsHeadline *self,
                            SoulsSession  *session)
{
  g_return_if_fail (SOULS_IS_HEADLINE (self));

  if (session == self->session)
    return;

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      if (self->rung_button != NULL)
        gtk_menu_button_set_popover (self->rung_button, NULL);
    }
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "base-year-changed", G_CALLBACK (base_year_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (self->rung_button, souls_rung_popover_new (session));
      base_year_changed_cb (self);
      session_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * souls_headline_get_text:
 * @self: the headline
 *
 * Returns: (transfer none): the sentence shown
 */
const char *
souls_headline_get_text (SoulsHeadline *self)
{
  g_return_val_if_fail (SOULS_IS_HEADLINE (self), NULL);

  return gtk_label_get_text (self->text);
}

/**
 * souls_headline_get_status:
 * @self: the headline
 *
 * Returns: (transfer none): what the line under the sentence says, in one text
 */
const char *
souls_headline_get_status (SoulsHeadline *self)
{
  g_return_val_if_fail (SOULS_IS_HEADLINE (self), NULL);

  return self->status_text;
}

/**
 * souls_headline_get_worlds:
 * @self: the headline
 *
 * Returns: (transfer none): what the simulation says, as the next frame will have it; empty of a reported year
 */
const char *
souls_headline_get_worlds (SoulsHeadline *self)
{
  g_return_val_if_fail (SOULS_IS_HEADLINE (self), NULL);

  if (self->session != NULL)
    show_worlds (self);
  return gtk_label_get_text (self->worlds_label);
}
