/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-stage-private.h"

/**
 * Key:
 * @action: what it does; %NULL for a digit
 * @first: whether it comes before what a widget with the focus does with it
 * @elsewhere: whether it does the same in the speaker's window
 */
typedef struct
{
  guint keyval;
  GdkModifierType state;
  const char *action;
  gboolean first;
  gboolean elsewhere;
} Key;

/* Clickers send Page Up and Page Down, some F5, Escape and a full stop or b. */
static const Key keys[] = {
  { GDK_KEY_Page_Down, 0, "stage.next", TRUE, TRUE },
  { GDK_KEY_KP_Page_Down, 0, "stage.next", TRUE, TRUE },
  { GDK_KEY_Page_Up, 0, "stage.back", TRUE, TRUE },
  { GDK_KEY_KP_Page_Up, 0, "stage.back", TRUE, TRUE },
  { GDK_KEY_space, 0, "stage.next", FALSE, FALSE },
  { GDK_KEY_Right, 0, "stage.next", FALSE, FALSE },
  { GDK_KEY_KP_Right, 0, "stage.next", FALSE, FALSE },
  { GDK_KEY_Left, 0, "stage.back", FALSE, FALSE },
  { GDK_KEY_KP_Left, 0, "stage.back", FALSE, FALSE },
  { GDK_KEY_BackSpace, 0, "stage.back", FALSE, FALSE },
  { GDK_KEY_Up, 0, "stage.next-year", FALSE, FALSE },
  { GDK_KEY_Down, 0, "stage.previous-year", FALSE, FALSE },
  { GDK_KEY_r, 0, "stage.replay", FALSE, TRUE },
  { GDK_KEY_b, 0, "stage.baseline", FALSE, TRUE },
  { GDK_KEY_0, 0, "stage.reset", FALSE, TRUE },
  { GDK_KEY_KP_0, 0, "stage.reset", FALSE, TRUE },
  { GDK_KEY_z, 0, "stage.zoom", FALSE, TRUE },
  { GDK_KEY_w, 0, "stage.white", FALSE, TRUE },
  { GDK_KEY_comma, 0, "stage.white", FALSE, TRUE },
  { GDK_KEY_w, GDK_SHIFT_MASK, "stage.black", FALSE, TRUE },
  { GDK_KEY_period, 0, "stage.black", FALSE, TRUE },
  { GDK_KEY_question, 0, "stage.keys", FALSE, FALSE },
  { GDK_KEY_question, GDK_SHIFT_MASK, "stage.keys", FALSE, FALSE },
  { GDK_KEY_F1, 0, "stage.keys", TRUE, FALSE },
  { GDK_KEY_F5, 0, "stage.fullscreen", TRUE, FALSE },
  { GDK_KEY_F11, 0, "stage.fullscreen", TRUE, FALSE },
  { GDK_KEY_Escape, 0, "stage.leave", FALSE, FALSE },
  { GDK_KEY_w, GDK_CONTROL_MASK, "window.close", TRUE, FALSE },
};

/* What the list says of them. */
static const struct
{
  const char *keys;
  const char *text;
} lines[] = {
  /* Translators: keys; leave → and ← as they are */
  { N_("Space · → · Page Down"), N_("Next") },
  { N_("← · Page Up"), N_("Back") },
  { N_("1 … 40"), N_("Go to that step, or answer") },
  { "R", N_("Show the last change again") },
  { "B", N_("Baseline on and off") },
  { "0", N_("Put the sliders back") },
  { "Z", N_("One chart alone, or all") },
  { "↑ · ↓", N_("Another year") },
  { N_("W · comma"), N_("White screen") },
  { N_("Shift W · full stop"), N_("Black screen") },
  { "F5 · F11", N_("Full screen or a window") },
  { N_("? · F1"), N_("This list") },
  { N_("Esc"), N_("Leave") },
};

/* How long after a digit a second one makes it a larger number. */
#define DIGIT_MS 1000

static void
run (SoulsStage *self,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
jump (SoulsStage *self)
{
  const int step = self->digits;

  self->digits = 0;
  g_clear_handle_id (&self->digits_id, g_source_remove);
  gtk_widget_activate_action (GTK_WIDGET (self), "stage.jump", "i", step);
}

static gboolean
digits_done_cb (gpointer data)
{
  SoulsStage *self = data;

  self->digits_id = 0;
  jump (self);
  return G_SOURCE_REMOVE;
}

/* An option's number answers, as long as nothing else has. */
static gboolean
choose_option (SoulsStage *self,
               int         digit)
{
  SoulsLessonRun *lesson = self->run;
  const SoulsAsk *ask = lesson != NULL ? &souls_lesson_run_get_step (lesson)->ask : NULL;

  if (ask == NULL || ask->kind != SOULS_ASK_CHOICE || digit > ask->n_options ||
      souls_lesson_run_is_committed (lesson, souls_lesson_run_get_index (lesson)))
    return FALSE;
  souls_lesson_page_choose (SOULS_LESSON_PAGE (self->page), digit - 1);
  return TRUE;
}

/* A first digit waits for a second one only where there are steps that need it. A zero alone is no step. */
static gboolean
type_digit (SoulsStage *self,
            int         digit)
{
  if (digit == 0 && self->digits == 0)
    return FALSE;
  if (self->digits == 0 && choose_option (self, digit))
    return TRUE;
  self->digits = self->digits * 10 + digit;
  g_clear_handle_id (&self->digits_id, g_source_remove);
  if (self->digits >= 10 || self->digits * 10 > souls_stage_get_n_steps (self))
    jump (self);
  else
    self->digits_id = g_timeout_add (DIGIT_MS, digits_done_cb, self);
  return TRUE;
}

static int
get_digit (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  return -1;
}

/**
 * souls_stage_press:
 * @keyval: without Shift's effect on letters
 * @state: the modifiers that count
 *
 * Does what a key of the stage does.
 *
 * Returns: whether there is such a key
 */
gboolean
souls_stage_press (SoulsStage      *self,
                   guint            keyval,
                   GdkModifierType  state)
{
  const int digit = state == 0 ? get_digit (keyval) : -1;

  g_return_val_if_fail (SOULS_IS_STAGE (self), FALSE);

  if (digit >= 0 && type_digit (self, digit))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == gdk_keyval_to_lower (keyval) && keys[i].state == state)
      {
        run (self, keys[i].action);
        return TRUE;
      }
  return FALSE;
}

/* Where another alphabet is set, a key is still what is printed on it in Latin letters. */
static gboolean
is_key (GdkEvent  *event,
        const Key *key)
{
  return gdk_key_event_matches (event, key->keyval, key->state) != GDK_KEY_MATCH_NONE;
}

static gboolean
press_digit (SoulsStage *self,
             GdkEvent   *event)
{
  const GdkModifierType state = gdk_event_get_modifier_state (event) & gtk_accelerator_get_default_mod_mask ();
  const int digit = state == 0 ? get_digit (gdk_key_event_get_keyval (event)) : -1;

  return digit >= 0 && type_digit (self, digit);
}

/**
 * souls_stage_press_event:
 * @event: a key press that no widget wanted
 * @from_elsewhere: whether it was pressed in the speaker's window
 *
 * Returns: whether it did anything
 */
gboolean
souls_stage_press_event (SoulsStage *self,
                         GdkEvent   *event,
                         gboolean    from_elsewhere)
{
  g_return_val_if_fail (SOULS_IS_STAGE (self), FALSE);

  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS)
    return FALSE;
  if (press_digit (self, event))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if ((!from_elsewhere || keys[i].elsewhere) && is_key (event, &keys[i]))
      {
        run (self, keys[i].action);
        return TRUE;
      }
  return FALSE;
}

/* A clicker works wherever the focus is; a slider would take its keys. */
static gboolean
key_pressed_first_cb (SoulsStage            *self,
                      guint                  keyval,
                      guint                  keycode,
                      GdkModifierType        state,
                      GtkEventControllerKey *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].first && is_key (event, &keys[i]))
      {
        run (self, keys[i].action);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_pressed_cb (SoulsStage            *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  return souls_stage_press_event (self, gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller)), FALSE);
}

void
souls_stage_add_keys (SoulsStage *self)
{
  GtkEventController *first = gtk_event_controller_key_new ();
  GtkEventController *last = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (first, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (first, "key-pressed", G_CALLBACK (key_pressed_first_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), first);
  g_signal_connect_swapped (last, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), last);
}

static GtkWidget *
make_cell (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * souls_stage_make_key_list:
 *
 * Returns: (transfer floating): all keys and what they do
 */
GtkWidget *
souls_stage_make_key_list (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "stage-keys");
  gtk_widget_set_halign (grid, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (grid, GTK_ALIGN_CENTER);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      gtk_grid_attach (GTK_GRID (grid), make_cell (_(lines[i].keys), "stage-key"), 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_cell (_(lines[i].text), "stage-key-text"), 1, (int) i, 1, 1);
    }

  return grid;
}
