/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-app-state.h"
#include "souls-driver-row.h"
#include "souls-stage-pins.h"
#include "souls-stage-private.h"

/* 24 pt at 96 dots per inch, where the window is 1080 px high; a narrow window is taken for one that is less high. */
#define TEXT_SIZE 32.0
#define FULL_HEIGHT 1080.0
#define LEAST_ASPECT (4.0 / 3.0)
#define LEAST_TEXT_SIZE 11.0

#define POINTER_MS 3000
#define SAY_MS 4000

enum
{
  PROP_0,
  PROP_FULLSCREEN,
  PROP_CAPTION,
  N_PROPS
};

enum
{
  STEP_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsStage, souls_stage, ADW_TYPE_WINDOW)

/* What stands over the charts */

static void
set_caption (SoulsStage *self,
             const char *caption)
{
  if (g_strcmp0 (self->caption, caption) == 0)
    return;
  g_free (self->caption);
  self->caption = g_strdup (caption);
  if (caption != NULL)
    gtk_label_set_text (GTK_LABEL (self->caption_label), caption);
  gtk_widget_set_visible (self->pill, caption != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}

void
souls_stage_update_caption (SoulsStage *self)
{
  if (souls_replay_get_playing (self->replay))
    set_caption (self, souls_replay_get_caption (self->replay));
  else if (self->shows_baseline)
    {
      g_autofree char *text = g_strdup_printf (_("Baseline of fiscal %d"), souls_session_get_base_year (self->session));

      set_caption (self, text);
    }
  else if (self->say_id == 0)
    set_caption (self, NULL);
}

static gboolean
said_cb (gpointer data)
{
  SoulsStage *self = data;

  self->say_id = 0;
  self->is_asking = FALSE;
  souls_stage_update_caption (self);
  return G_SOURCE_REMOVE;
}

void
souls_stage_say (SoulsStage *self,
                 const char *text)
{
  g_clear_handle_id (&self->say_id, g_source_remove);
  self->say_id = g_timeout_add (SAY_MS, said_cb, self);
  set_caption (self, text);
}

/* The step */

static void
update_counter (SoulsStage *self)
{
  const int n = souls_stage_get_n_steps (self);
  const int step = souls_stage_get_step (self);
  /* Translators: a step's number, how many there are */
  g_autofree char *text = g_strdup_printf (_("%1$d of %2$d"), step, n);

  gtk_label_set_text (GTK_LABEL (self->counter), text);
  gtk_widget_set_visible (self->counter, n > 1);
  gtk_widget_set_opacity (self->progress, n > 1 ? 1.0 : 0.0);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), n > 1 ? (double) (step - 1) / (n - 1) : 0.0);
}

/* A row that a hand is on stays until the hand has let go. */
static void
update_sliders (SoulsStage *self)
{
  SoulsDriver drivers[SOULS_N_DRIVERS];
  GtkWidget *child;
  guint n_columns;
  int n;

  if (souls_session_in_gesture (self->session))
    return;
  n = souls_stage_choose_drivers (self, drivers);
  if (n == self->n_drivers && memcmp (drivers, self->drivers, sizeof *drivers * (gsize) n) == 0)
    return;
  memcpy (self->drivers, drivers, sizeof drivers);
  self->n_drivers = n;
  while ((child = gtk_widget_get_first_child (self->sliders)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->sliders), child);
  for (int i = 0; i < n; i++)
    {
      GtkWidget *row = souls_driver_row_new (self->session, drivers[i]);

      gtk_flow_box_append (GTK_FLOW_BOX (self->sliders), row);
      gtk_widget_set_focusable (gtk_widget_get_parent (row), FALSE);
    }
  n_columns = (guint) CLAMP (n <= 4 ? n : (n + 1) / 2, 1, 4);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->sliders), n_columns);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->sliders), n_columns);
  gtk_widget_set_visible (self->sliders, n > 0);
  gtk_widget_set_hexpand (self->counter, n == 0);
}

static void
update_step (SoulsStage *self)
{
  update_counter (self);
  souls_stage_update_charts (self);
  update_sliders (self);
  souls_stage_update_text (self);
  g_signal_emit (self, signals[STEP_CHANGED], 0);
}

static void
session_changed_cb (SoulsStage *self)
{
  if (self->shows_baseline && !souls_session_in_preview (self->session))
    self->shows_baseline = FALSE;
  souls_stage_update_caption (self);
  souls_stage_update_text (self);
  if (souls_session_in_gesture (self->session))
    return;
  update_sliders (self);
  if (self->run != NULL)
    return;
  update_counter (self);
  g_signal_emit (self, signals[STEP_CHANGED], 0);
}

static void
run_changed_cb (SoulsStage *self)
{
  self->is_asking = FALSE;
  self->shows_charts = FALSE;
  update_step (self);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* Type size and pointer */

static gboolean
restyle_cb (gpointer data)
{
  SoulsStage *self = data;
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  self->style_id = 0;
  g_ascii_formatd (size, sizeof size, "%.1f", self->text_size);
  css = g_strdup_printf ("window#%s { font-size: %spx; }", gtk_widget_get_name (GTK_WIDGET (self)), size);
  gtk_css_provider_load_from_data (self->provider, css, -1);
  souls_stage_board_set_text_size (SOULS_STAGE_BOARD (self->board), self->text_size);
  return G_SOURCE_REMOVE;
}

/* Whether the size is another one. */
static gboolean
choose_text_size (SoulsStage *self,
                  int         width,
                  int         height)
{
  const double room = MIN (height, width / LEAST_ASPECT);
  const double size = MAX (floor (TEXT_SIZE * room / FULL_HEIGHT * 10.0 + 0.5) / 10.0, LEAST_TEXT_SIZE);

  if (size == self->text_size)
    return FALSE;
  self->text_size = size;
  return TRUE;
}

/* For a size that the window will have: so that its first frame is right. */
void
souls_stage_size_text (SoulsStage *self,
                       int         width,
                       int         height)
{
  if (choose_text_size (self, width, height))
    restyle_cb (self);
}

/* Nothing may change its style while it is laid out. */
static void
souls_stage_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  SoulsStage *self = SOULS_STAGE (widget);

  GTK_WIDGET_CLASS (souls_stage_parent_class)->size_allocate (widget, width, height, baseline);
  if (choose_text_size (self, width, height) && self->style_id == 0)
    self->style_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, restyle_cb, self, NULL);
}

static gboolean
pointer_rested_cb (gpointer data)
{
  SoulsStage *self = data;

  self->pointer_id = 0;
  if (self->fullscreen)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

void
souls_stage_show_pointer (SoulsStage *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->pointer_id, g_source_remove);
  self->pointer_id = g_timeout_add (POINTER_MS, pointer_rested_cb, self);
}

/* A slider that was dragged does not keep the arrow keys; one that was gone to with Tab does. */
static void
slider_released_cb (SoulsStage *self)
{
  if (SOULS_IS_SLIDER (gtk_window_get_focus (GTK_WINDOW (self))))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* The class */

/* Where portals are switched off there may be nobody to ask, of which GTK would warn. */
static gboolean
can_inhibit (void)
{
  return g_strcmp0 (g_getenv ("GTK_USE_PORTAL"), "0") != 0;
}

static void
souls_stage_map (GtkWidget *widget)
{
  SoulsStage *self = SOULS_STAGE (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (souls_stage_parent_class)->map (widget);
  if (application != NULL && self->inhibit_cookie == 0 && can_inhibit ())
    self->inhibit_cookie =
      gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE, _("Presenting"));
}

static void
souls_stage_unmap (GtkWidget *widget)
{
  SoulsStage *self = SOULS_STAGE (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibit_cookie != 0)
    gtk_application_uninhibit (application, self->inhibit_cookie);
  self->inhibit_cookie = 0;
  GTK_WIDGET_CLASS (souls_stage_parent_class)->unmap (widget);
}

static void
souls_stage_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SoulsStage *self = SOULS_STAGE (object);

  switch (id)
    {
    case PROP_FULLSCREEN:
      g_value_set_boolean (value, self->fullscreen);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
souls_stage_dispose (GObject *object)
{
  SoulsStage *self = SOULS_STAGE (object);

  g_clear_handle_id (&self->digits_id, g_source_remove);
  g_clear_handle_id (&self->style_id, g_source_remove);
  g_clear_handle_id (&self->pointer_id, g_source_remove);
  g_clear_handle_id (&self->say_id, g_source_remove);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (self->replay, self);
      souls_replay_stop (self->replay);
      if (self->shows_baseline)
        souls_session_end_preview (self->session);
    }
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  if (self->provider != NULL)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->provider);
  g_clear_object (&self->replay);
  g_clear_object (&self->sketch);
  g_clear_object (&self->run);
  g_clear_object (&self->session);
  g_clear_object (&self->monitor);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (souls_stage_parent_class)->dispose (object);
}

static void
souls_stage_finalize (GObject *object)
{
  SoulsStage *self = SOULS_STAGE (object);

  g_free (self->caption);
  g_free (self->charts[0]);
  g_free (self->charts[1]);

  G_OBJECT_CLASS (souls_stage_parent_class)->finalize (object);
}

static void
souls_stage_class_init (SoulsStageClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = souls_stage_get_property;
  object_class->dispose = souls_stage_dispose;
  object_class->finalize = souls_stage_finalize;
  widget_class->map = souls_stage_map;
  widget_class->unmap = souls_stage_unmap;
  widget_class->size_allocate = souls_stage_size_allocate;

  /**
   * SoulsStage:fullscreen:
   *
   * Whether the stage fills a monitor, or is to.
   */
  properties[PROP_FULLSCREEN] = g_param_spec_boolean ("fullscreen", NULL, NULL, FALSE, readable);

  /**
   * SoulsStage:caption:
   *
   * What is shown in place of the scenario, or said for a moment.
   */
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SoulsStage::step-changed:
   *
   * Another step is shown, or what the speaker is told of it is new.
   */
  signals[STEP_CHANGED] = g_signal_new ("step-changed", SOULS_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  souls_stage_class_add_actions (widget_class);
}

static GtkWidget *
make_header (void)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("view-fullscreen-symbolic");

  gtk_widget_set_tooltip_text (button, _("Full Screen (F5)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "stage.fullscreen");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  gtk_widget_add_css_class (header, "flat");

  return header;
}

static GtkWidget *
make_foot (SoulsStage *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkGesture *release = gtk_gesture_click_new ();
  GtkWidget *scroller;

  self->sliders = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->sliders), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->sliders), TRUE);
  gtk_widget_set_hexpand (self->sliders, TRUE);
  gtk_widget_add_css_class (self->sliders, "stage-sliders");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (release), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (release, "released", G_CALLBACK (slider_released_cb), self);
  gtk_widget_add_controller (self->sliders, GTK_EVENT_CONTROLLER (release));
  self->counter = gtk_label_new (NULL);
  gtk_widget_set_valign (self->counter, GTK_ALIGN_END);
  gtk_widget_set_halign (self->counter, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->counter, "numeric");
  gtk_widget_add_css_class (self->counter, "stage-counter");
  gtk_box_append (GTK_BOX (foot), self->sliders);
  gtk_box_append (GTK_BOX (foot), self->counter);
  gtk_widget_add_css_class (foot, "stage-foot");
  /* Or a window could not be made narrower than its large type wants, which gets smaller only with the window. */
  scroller = gtk_scrolled_window_new ();
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_EXTERNAL, "vscrollbar-policy", GTK_POLICY_NEVER,
                "propagate-natural-height", TRUE, "child", foot, NULL);

  return scroller;
}

static GtkWidget *
make_page (SoulsStage *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->header = make_header ();
  self->progress = gtk_progress_bar_new ();
  gtk_widget_add_css_class (self->progress, "stage-progress");
  gtk_widget_set_vexpand (self->board, TRUE);
  gtk_box_append (GTK_BOX (page), self->header);
  gtk_box_append (GTK_BOX (page), self->progress);
  gtk_box_append (GTK_BOX (page), self->board);
  gtk_box_append (GTK_BOX (page), make_foot (self));

  return page;
}

static GtkWidget *
make_pill (SoulsStage *self)
{
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->caption_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->caption_label), TRUE);
  gtk_box_append (GTK_BOX (pill), self->caption_label);
  gtk_widget_set_halign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (pill, GTK_ALIGN_END);
  gtk_widget_set_can_target (pill, FALSE);
  gtk_widget_add_css_class (pill, "stage-caption");

  return pill;
}

static void
add_pointer (SoulsStage *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (souls_stage_show_pointer), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
add_style (SoulsStage *self)
{
  static guint n_stages;
  g_autofree char *name = g_strdup_printf ("stage-%u", ++n_stages);

  gtk_widget_set_name (GTK_WIDGET (self), name);
  gtk_widget_add_css_class (GTK_WIDGET (self), "stage");
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

static void
souls_stage_init (SoulsStage *self)
{
  add_style (self);
  add_pointer (self);
  souls_stage_add_keys (self);
  gtk_widget_set_size_request (GTK_WIDGET (self), 320, 240);
}

static void
add_content (SoulsStage *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->board = souls_stage_board_new (self->session);
  souls_stage_choose_text (self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), make_page (self));
  self->pill = make_pill (self);
  self->cover = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->keys = souls_stage_make_key_list ();
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->pill);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->cover);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->keys);
  gtk_widget_set_visible (self->pill, FALSE);
  gtk_widget_set_visible (self->cover, FALSE);
  gtk_widget_set_visible (self->keys, FALSE);
  adw_window_set_content (ADW_WINDOW (self), overlay);
}

/**
 * souls_stage_new:
 * @session: what is shown
 *
 * Returns: (transfer none): a stage, not yet shown; GTK holds it until it is closed
 */
GtkWidget *
souls_stage_new (SoulsSession *session)
{
  SoulsStage *self = g_object_new (SOULS_TYPE_STAGE, NULL);

  self->session = g_object_ref (session);
  self->replay = souls_replay_new (session, GTK_WIDGET (self));
  self->settings = souls_app_state_open ();
  gtk_window_set_title (GTK_WINDOW (self), _("Two Souls on Stage"));
  add_content (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->replay, "notify", G_CALLBACK (souls_stage_update_caption), self, G_CONNECT_SWAPPED);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::" SOULS_STAGE_PINS, G_CALLBACK (update_sliders), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (souls_stage_follow_state), NULL);
  update_step (self);

  return GTK_WIDGET (self);
}

/**
 * souls_stage_set_run:
 * @run: (nullable): the lesson in progress, or %NULL for none
 */
void
souls_stage_set_run (SoulsStage     *self,
                     SoulsLessonRun *run)
{
  g_return_if_fail (SOULS_IS_STAGE (self));

  if (self->run == run)
    return;
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_set_object (&self->run, run);
  souls_stage_choose_text (self);
  if (run != NULL)
    {
      g_signal_connect_object (run, "step-changed", G_CALLBACK (run_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (run, "revealed", G_CALLBACK (run_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (run, "answer-changed", G_CALLBACK (souls_stage_update_charts), self, G_CONNECT_SWAPPED);
    }
  update_step (self);
}

SoulsLessonRun *
souls_stage_get_run (SoulsStage *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), NULL);

  return self->run;
}

void
souls_stage_set_charts (SoulsStage *self,
                        const char *left,
                        const char *right)
{
  const char *const ids[2] = { left, right };

  g_return_if_fail (SOULS_IS_STAGE (self));

  for (int i = 0; i < 2; i++)
    {
      g_free (self->charts[i]);
      self->charts[i] = g_strdup (ids[i]);
    }
  souls_stage_update_charts (self);
}

const char *
souls_stage_get_caption (SoulsStage *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), NULL);

  return self->caption;
}

SoulsBlank
souls_stage_get_blank (SoulsStage *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), SOULS_BLANK_NONE);

  return self->blank;
}

gboolean
souls_stage_get_shows_keys (SoulsStage *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), FALSE);

  return gtk_widget_get_visible (self->keys);
}

double
souls_stage_get_text_size (SoulsStage *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), 0.0);

  return self->text_size;
}

SoulsStageBoard *
souls_stage_get_board (SoulsStage *self)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), NULL);

  return SOULS_STAGE_BOARD (self->board);
}

int
souls_stage_get_drivers (SoulsStage  *self,
                         SoulsDriver  drivers[SOULS_N_DRIVERS])
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), 0);

  memcpy (drivers, self->drivers, sizeof self->drivers);
  return self->n_drivers;
}
