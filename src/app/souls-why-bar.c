/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-why-bar.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "souls-app-words.h"
#include "souls-bridge.h"
#include "souls-driver-text.h"
#include "souls-explain-popover.h"
#include "souls-seek.h"

struct _SoulsWhyBar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *why_button;
  GtkLabel *words;
  GtkWidget *chips;

  /* Owned */
  SoulsSession *session;

  GtkWidget *button[SOULS_WHY_MAX_CHIPS];   /* in @chips, as is the next */
  GtkWidget *more;
  SoulsWhyChip chip[SOULS_WHY_MAX_CHIPS];
  int n_chips;
  gboolean has_edges;                       /* the chips are where the answer flips */
  double rest;                              /* of the moved sliders that have no chip */
  GtkWidget *closed_popover;                /* the last one, a child until the next closes */
};

G_DEFINE_FINAL_TYPE (SoulsWhyBar, souls_why_bar, GTK_TYPE_WIDGET)

/* The year under the scrubber; nothing moves a reported one, so there the last. */
static int
get_year (SoulsWhyBar *self)
{
  const int year = souls_session_get_year (self->session);

  return year > souls_session_get_base_year (self->session) ? year : souls_session_get_last_year (self->session);
}

static SoulsQuestion
get_question (SoulsWhyBar *self)
{
  return (SoulsQuestion) {
    .calibration = souls_session_get_calibration (self->session),
    .settings = souls_session_get_settings (self->session),
    .drivers = souls_session_get_drivers (self->session),
    .metric = SOULS_METRIC_WITHOUT_AWS,
    .t = CLAMP (get_year (self) - souls_session_get_base_year (self->session), 1,
                souls_session_get_settings (self->session)->horizon),
  };
}

static int
get_question_year (const SoulsQuestion *question)
{
  return question->calibration->year + question->t;
}

/* Whether the sentence above speaks of another year. */
static gboolean
is_other_year (SoulsWhyBar         *self,
               const SoulsQuestion *question)
{
  return souls_session_get_year (self->session) != get_question_year (question);
}

static void
set_label (GtkWidget  *button,
           const char *text)
{
  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), text) != 0)
    gtk_button_set_label (GTK_BUTTON (button), text);
}

static void
set_words (SoulsWhyBar *self,
           const char  *text)
{
  if (g_strcmp0 (gtk_label_get_text (self->words), text != NULL ? text : "") != 0)
    gtk_label_set_text (self->words, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), text != NULL);
}

/* A sentence of its own gives way to a narrow window; one that leads to chips scrolls with them. */
static void
set_alone (SoulsWhyBar *self,
           gboolean     alone)
{
  gtk_label_set_ellipsize (self->words, alone ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), alone ? gtk_label_get_text (self->words) : NULL);
}

static void
show_chips (SoulsWhyBar *self,
            int          n_chips)
{
  self->n_chips = n_chips;
  for (int i = 0; i < SOULS_WHY_MAX_CHIPS; i++)
    gtk_widget_set_visible (self->button[i], i < n_chips);
}

static void
show_change (SoulsWhyBar *self,
             int          i,
             SoulsDriver  driver,
             double       change)
{
  const SoulsWords *words = souls_app_words ();
  const double value = souls_session_get_driver (self->session, driver);
  const double baseline = souls_session_get_calibration (self->session)->baseline[driver];
  const char *name = souls_driver_text_name (driver, words);
  g_autofree char *money = souls_words_money_change (words, change);
  g_autofree char *from = souls_driver_text_value (driver, souls_driver_to_shown (driver, baseline), words);
  g_autofree char *to = souls_driver_text_value (driver, souls_driver_to_shown (driver, value), words);
  /* Translators: what a moved slider adds, and its name: "−$12.3 bn AWS margin" */
  g_autofree char *text = g_strdup_printf (_("%1$s %2$s"), money, name);
  g_autofree char *way = g_strdup_printf (_("%1$s %2$s → %3$s"), name, from, to);

  self->chip[i] = (SoulsWhyChip) { driver, change };
  set_label (self->button[i], text);
  gtk_widget_set_tooltip_text (self->button[i], way);
}

/* Whether fewer than so many as there is room for are larger; of equals the first moved counts as larger. */
static gboolean
is_large (const SoulsBridge *bridge,
          int                step)
{
  const double size = fabs (bridge->change[step]);
  int n_larger = 0;

  for (int i = 0; i < bridge->n_steps; i++)
    n_larger += fabs (bridge->change[i]) > size || (i < step && fabs (bridge->change[i]) >= size);
  return n_larger < SOULS_WHY_MAX_CHIPS;
}

static void
show_why (SoulsWhyBar       *self,
          const SoulsDriver *moves,
          int                n_moves)
{
  const SoulsQuestion question = get_question (self);
  /* Translators: the question of what changed the answer, for another year than the one shown; %d is a fiscal year */
  g_autofree char *why = is_other_year (self, &question) ? g_strdup_printf (_("Why in %d?"), get_question_year (&question))
                                                         : g_strdup (_("Why?"));
  g_autofree char *more = NULL;
  SoulsBridge bridge;
  int n = 0;

  souls_bridge_compute (&question, moves, n_moves, &bridge);
  self->rest = 0;
  for (int i = 0; i < bridge.n_steps; i++)
    if (is_large (&bridge, i))
      show_change (self, n++, bridge.driver[i], bridge.change[i]);
    else
      self->rest += bridge.change[i];

  set_words (self, NULL);
  set_label (self->why_button, why);
  gtk_widget_set_visible (self->why_button, TRUE);
  show_chips (self, n);
  /* Translators: sliders that are not listed */
  more = g_strdup_printf (ngettext ("… %d more", "… %d more", (unsigned long) (bridge.n_steps - n)), bridge.n_steps - n);
  set_label (self->more, more);
  gtk_widget_set_visible (self->more, bridge.n_steps > n);
}

static char *
say_edge (SoulsDriver driver,
          double      value)
{
  const SoulsWords *words = souls_app_words ();
  const double shown = souls_driver_to_shown (driver, value);

  /* Two parts of a whole cannot be compared with more or less. */
  return driver == SOULS_DRIVER_THIRD_PARTY_SHARE ? souls_driver_text_spoken (driver, shown, words)
                                                  : souls_driver_text_value (driver, shown, words);
}

static void
show_edge (SoulsWhyBar          *self,
           int                   i,
           const SoulsKnifeEdge *edge)
{
  const double present = souls_session_get_driver (self->session, edge->driver);
  const char *name = souls_driver_text_name (edge->driver, souls_app_words ());
  g_autofree char *value = say_edge (edge->driver, edge->value);
  /* Translators: a slider's name, and the value beyond which the answer has the other sign: "Handling cost > 34.4 %" */
  g_autofree char *text = g_strdup_printf (edge->value > present ? _("%1$s > %2$s") : _("%1$s < %2$s"), name, value);
  /* Translators: a slider's name and a value: "Take Handling cost to 34.4 %" */
  g_autofree char *tip = g_strdup_printf (_("Take %1$s to %2$s"), name, value);

  self->chip[i] = (SoulsWhyChip) { edge->driver, edge->value };
  set_label (self->button[i], text);
  gtk_widget_set_tooltip_text (self->button[i], tip);
}

static void
show_edges (SoulsWhyBar *self)
{
  const SoulsQuestion question = get_question (self);
  const gboolean other = is_other_year (self, &question);
  g_autofree char *words = NULL;
  SoulsKnifeEdge edges[SOULS_N_DRIVERS];
  const int n = souls_knife_edges_find (&question, souls_session_get_bands (self->session), edges);

  if (n == 0)
    words = g_strdup (_("No slider alone flips the answer within its plausible range."));
  else if (other)
    /* Translators: followed by sliders with values: "Handling cost > 34.4 %" */
    words = g_strdup_printf (_("The answer for fiscal %d flips when"), get_question_year (&question));
  else
    /* Translators: followed by sliders with values: "Handling cost > 34.4 %" */
    words = g_strdup (_("The answer flips when"));

  self->rest = 0;
  for (int i = 0; i < MIN (n, SOULS_WHY_MAX_CHIPS); i++)
    show_edge (self, i, &edges[i]);
  set_words (self, words);
  set_alone (self, n == 0);
  gtk_widget_set_visible (self->why_button, FALSE);
  gtk_widget_set_visible (self->more, FALSE);
  show_chips (self, MIN (n, SOULS_WHY_MAX_CHIPS));
}

static void
update (SoulsWhyBar *self)
{
  SoulsDriver moves[SOULS_N_DRIVERS];
  const int n_moves = souls_session_get_moves (self->session, moves);

  self->has_edges = n_moves == 0;
  if (n_moves > 0)
    show_why (self, moves, n_moves);
  else
    show_edges (self);
}

/* To what changed the answer, or to where it would change. */
static void
chip_clicked_cb (SoulsWhyBar *self,
                 GtkWidget   *button)
{
  int i = 0;

  while (i < self->n_chips && self->button[i] != button)
    i++;
  if (i == self->n_chips)
    return;
  if (self->has_edges)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(id)", (int) self->chip[i].driver,
                                self->chip[i].value);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-driver", "i", (int) self->chip[i].driver);
}

/* GTK may still look for the surface of a popover that the pointer is in when it closes. */
static void
popover_closed_cb (SoulsWhyBar *self,
                   GtkPopover  *popover)
{
  gtk_widget_grab_focus (self->why_button);
  if (self->closed_popover == GTK_WIDGET (popover))
    return;
  g_clear_pointer (&self->closed_popover, gtk_widget_unparent);
  self->closed_popover = GTK_WIDGET (popover);
}

static void
why_clicked_cb (SoulsWhyBar *self)
{
  souls_why_bar_explain (self);
}

static void
souls_why_bar_dispose (GObject *object)
{
  SoulsWhyBar *self = SOULS_WHY_BAR (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  self->closed_popover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (souls_why_bar_parent_class)->dispose (object);
}

static void
souls_why_bar_class_init (SoulsWhyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_why_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "whybar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/twosouls/TwoSouls/ui/souls-why-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsWhyBar, why_button);
  gtk_widget_class_bind_template_child (widget_class, SoulsWhyBar, words);
  gtk_widget_class_bind_template_child (widget_class, SoulsWhyBar, chips);
}

static void
souls_why_bar_init (SoulsWhyBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->why_button, "clicked", G_CALLBACK (why_clicked_cb), self, G_CONNECT_SWAPPED);
  for (int i = 0; i < SOULS_WHY_MAX_CHIPS; i++)
    {
      self->button[i] = gtk_button_new ();
      gtk_widget_add_css_class (self->button[i], "numeric");
      gtk_widget_set_visible (self->button[i], FALSE);
      g_signal_connect_object (self->button[i], "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->chips), self->button[i]);
    }
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_visible (self->more, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->more), "win.why");
  gtk_box_append (GTK_BOX (self->chips), self->more);
}

/**
 * souls_why_bar_set_session:
 * @self: the bar, which has none yet
 * @session: whose answer it explains
 */
void
souls_why_bar_set_session (SoulsWhyBar  *self,
                           SoulsSession *session)
{
  g_return_if_fail (SOULS_IS_WHY_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * souls_why_bar_get_chips:
 * @n_chips: (out): how many
 * @rest: (out): what the moved sliders add that have none, US$ million
 *
 * Returns: (transfer none) (array length=n_chips): what the chips are about
 */
const SoulsWhyChip *
souls_why_bar_get_chips (SoulsWhyBar *self,
                         int         *n_chips,
                         double      *rest)
{
  g_return_val_if_fail (SOULS_IS_WHY_BAR (self), NULL);

  *n_chips = self->n_chips;
  *rest = self->rest;
  return self->chip;
}

static void
add_text (GString   *text,
          GtkWidget *widget,
          const char *part)
{
  if (gtk_widget_get_visible (widget))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", part);
}

/**
 * souls_why_bar_get_text:
 *
 * Returns: (transfer full): the line as it reads, its parts with bars between
 */
char *
souls_why_bar_get_text (SoulsWhyBar *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (SOULS_IS_WHY_BAR (self), NULL);

  add_text (text, self->why_button, gtk_button_get_label (GTK_BUTTON (self->why_button)));
  add_text (text, GTK_WIDGET (self->words), gtk_label_get_text (self->words));
  for (int i = 0; i < self->n_chips; i++)
    add_text (text, self->button[i], gtk_button_get_label (GTK_BUTTON (self->button[i])));
  add_text (text, self->more, gtk_button_get_label (GTK_BUTTON (self->more)));
  return g_string_free (text, FALSE);
}

/**
 * souls_why_bar_activate:
 * @chip: from 0
 *
 * As if it were clicked.
 *
 * Returns: whether there is one
 */
gboolean
souls_why_bar_activate (SoulsWhyBar *self,
                        int          chip)
{
  g_return_val_if_fail (SOULS_IS_WHY_BAR (self), FALSE);

  if (chip < 0 || chip >= self->n_chips)
    return FALSE;
  g_signal_emit_by_name (self->button[chip], "clicked");
  return TRUE;
}

/**
 * souls_why_bar_explain:
 *
 * Tells why operating income without AWS is what it is: each moved slider with its sentence, the formula, the sources.
 *
 * Returns: (transfer none) (nullable): the popover, open; %NULL where no slider is moved
 */
GtkWidget *
souls_why_bar_explain (SoulsWhyBar *self)
{
  GtkWidget *root, *popover;
  double x, y, top;

  g_return_val_if_fail (SOULS_IS_WHY_BAR (self), NULL);

  root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  if (self->has_edges || root == NULL)
    return NULL;
  gtk_widget_translate_coordinates (self->why_button, root, 0, 0, &x, &top);
  popover = souls_explain_popover_new (self->session, SOULS_METRIC_WITHOUT_AWS, get_year (self),
                                       gtk_widget_get_width (root), (int) top);
  if (popover == NULL)
    return NULL;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_widget_translate_coordinates (self->why_button, GTK_WIDGET (self), 0, 0, &x, &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle) { (int) x, (int) y, gtk_widget_get_width (self->why_button),
                                                 gtk_widget_get_height (self->why_button) });
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_TOP);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
  return popover;
}
