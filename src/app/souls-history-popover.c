/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>

#include "souls-app-words.h"
#include "souls-change-text.h"
#include "souls-history-popover.h"

struct _SoulsHistoryPopover
{
  GtkPopover parent_instance;

  /* Template children */
  GtkListView *list;
  GtkWidget *hint;
  GtkWidget *replay_all;

  /* Owned */
  SoulsSession *session;
  GtkStringList *points;   /* one empty string for each: a row asks the session */
  GPtrArray *bound;        /* of GtkListItem, borrowed: the rows that are shown */

  int step;                /* of the session when it was last looked at */
  gboolean going;          /* the rows stay: it is from here that one goes to another */
};

enum
{
  REPLAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsHistoryPopover, souls_history_popover, GTK_TYPE_POPOVER)

/* The children of a row. */
typedef struct
{
  GtkWidget *sign;
  GtkLabel *text;
  GtkLabel *effect;
  GtkWidget *play;
} Row;

static void
say_beginning (SoulsHistoryPopover *self,
               char               **text,
               char               **effect)
{
  SoulsState state;

  souls_session_get_point (self->session, 0, &state);
  /* Translators: the first point of the history */
  *text = g_strdup (_("Beginning"));
  *effect = souls_state_get_n_changed (&state) == 0
              ? g_strdup_printf (_("Baseline of fiscal %d"), state.base_year) : NULL;
}

/**
 * souls_history_popover_get_row:
 * @row: a point of the history
 * @text: (out) (transfer full): what was done
 * @effect: (out) (transfer full) (nullable): what came of it
 */
void
souls_history_popover_get_row (SoulsHistoryPopover *self,
                               int                  row,
                               char               **text,
                               char               **effect)
{
  const int year = souls_session_get_year (self->session);
  SoulsChange change;

  if (row == 0)
    {
      say_beginning (self, text, effect);
      return;
    }
  souls_session_get_change (self->session, row, year, &change);
  *text = souls_change_text (&change, souls_app_words ());
  *effect = souls_change_effect (&change, year, souls_app_words ());
}

static void
show_row (SoulsHistoryPopover *self,
          GtkListItem         *item)
{
  const int row = (int) gtk_list_item_get_position (item);
  const int now = souls_session_get_step (self->session);
  const Row *children = g_object_get_data (G_OBJECT (item), "row");
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;
  g_autofree char *effect = NULL;
  g_autofree char *play = NULL;

  souls_history_popover_get_row (self, row, &text, &effect);
  gtk_label_set_text (children->text, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (children->text), text);
  gtk_label_set_text (children->effect, effect != NULL ? effect : "");
  gtk_widget_set_visible (GTK_WIDGET (children->effect), effect != NULL);
  gtk_widget_set_opacity (children->sign, row == now ? 1 : 0);
  if (row > now)
    gtk_widget_add_css_class (box, "undone");
  else
    gtk_widget_remove_css_class (box, "undone");
  gtk_widget_set_visible (children->play, row > 0);
  /* Translators: %s is a change of the history */
  play = g_strdup_printf (_("Replay “%s”"), text);
  gtk_widget_set_tooltip_text (children->play, play);
  gtk_accessible_update_property (GTK_ACCESSIBLE (children->play), GTK_ACCESSIBLE_PROPERTY_LABEL, play, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_STATE_SELECTED,
                               row == now, -1);
}

static void
play_clicked_cb (GtkButton   *button,
                 GtkListItem *item)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (button), SOULS_TYPE_HISTORY_POPOVER);
  const int change = (int) gtk_list_item_get_position (item);

  g_signal_emit (self, signals[REPLAY], 0, change, change);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "lines", 2, "ellipsize",
                                   PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
row_set_up_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Row *row = g_new (Row, 1);

  row->sign = gtk_image_new_from_icon_name ("object-select-symbolic");
  row->play = gtk_button_new_from_icon_name ("media-playback-start-symbolic");
  row->text = add_label (words, NULL);
  row->effect = add_label (words, "row-effect");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (row->play, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row->play, "flat");
  gtk_widget_add_css_class (row->play, "circular");
  gtk_widget_add_css_class (box, "history-row");
  gtk_box_append (GTK_BOX (box), row->sign);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), row->play);
  g_signal_connect (row->play, "clicked", G_CALLBACK (play_clicked_cb), item);
  g_object_set_data_full (G_OBJECT (item), "row", row, g_free);
  gtk_list_item_set_child (item, box);
}

static void
row_bound_cb (SoulsHistoryPopover *self,
              GtkListItem         *item)
{
  g_ptr_array_add (self->bound, item);
  show_row (self, item);
}

static void
row_unbound_cb (SoulsHistoryPopover *self,
                GtkListItem         *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
row_activated_cb (SoulsHistoryPopover *self,
                  guint                position)
{
  souls_history_popover_activate (self, (int) position);
}

static void
replay_all_clicked_cb (SoulsHistoryPopover *self)
{
  g_signal_emit (self, signals[REPLAY], 0, 1, souls_session_get_n_steps (self->session) - 1);
}

/* As many rows as points. Those from @first on may be other ones. */
static void
renew_points (SoulsHistoryPopover *self,
              guint                first,
              guint                n)
{
  const guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->points));
  g_auto (GStrv) fresh = g_new0 (char *, MAX (n, first) - first + 1);

  first = MIN (first, n_before);
  for (guint i = first; i < n; i++)
    fresh[i - first] = g_strdup ("");
  gtk_string_list_splice (self->points, first, n_before - first, (const char *const *) fresh);
}

static void
update_rows (SoulsHistoryPopover *self)
{
  const int step = souls_session_get_step (self->session);
  const guint n = (guint) souls_session_get_n_steps (self->session);
  const gboolean same = n == g_list_model_get_n_items (G_LIST_MODEL (self->points));

  /* At the last point, others may have come in place of those that were undone. */
  if (!same || (step == (int) n - 1 && step != self->step && !self->going))
    renew_points (self, (guint) MIN (step, self->step) + 1, n);
  self->step = step;
  gtk_widget_set_visible (self->hint, n == 1);
  gtk_widget_set_sensitive (self->replay_all, n > 1);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      /* Newer lists keep a row whose point has gone for the next one, and unbind it only then. */
      if (gtk_list_item_get_position (item) < n)
        show_row (self, item);
    }
}

static void
session_changed_cb (SoulsHistoryPopover *self)
{
  if (!souls_session_in_gesture (self->session))
    update_rows (self);
}

/* From where one is, up is back and down is on. */
static void
focus_now (gpointer data)
{
  g_autoptr (SoulsHistoryPopover) self = data;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      if ((int) gtk_list_item_get_position (item) == self->step)
        gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (item)));
    }
}

static void
souls_history_popover_map (GtkWidget *widget)
{
  SoulsHistoryPopover *self = SOULS_HISTORY_POPOVER (widget);

  GTK_WIDGET_CLASS (souls_history_popover_parent_class)->map (widget);
  update_rows (self);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) self->step);
  /* The popover gives the focus away itself once it is shown. */
  g_idle_add_once (focus_now, g_object_ref (self));
}

static void
souls_history_popover_dispose (GObject *object)
{
  SoulsHistoryPopover *self = SOULS_HISTORY_POPOVER (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->session);
  g_clear_object (&self->points);
  g_clear_pointer (&self->bound, g_ptr_array_unref);

  G_OBJECT_CLASS (souls_history_popover_parent_class)->dispose (object);
}

static void
souls_history_popover_class_init (SoulsHistoryPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = souls_history_popover_dispose;
  widget_class->map = souls_history_popover_map;

  /**
   * SoulsHistoryPopover::replay:
   * @first: the first change
   * @last: the last change
   *
   * The user wants to see these changes again.
   */
  signals[REPLAY] = g_signal_new ("replay", SOULS_TYPE_HISTORY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/twosouls/TwoSouls/ui/souls-history-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsHistoryPopover, list);
  gtk_widget_class_bind_template_child (widget_class, SoulsHistoryPopover, hint);
  gtk_widget_class_bind_template_child (widget_class, SoulsHistoryPopover, replay_all);
  gtk_widget_class_bind_template_callback (widget_class, row_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bound_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbound_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, replay_all_clicked_cb);
}

static void
souls_history_popover_init (SoulsHistoryPopover *self)
{
  self->bound = g_ptr_array_new ();
  self->points = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * souls_history_popover_new:
 * @session: whose history it is
 *
 * Returns: (transfer floating): a popover that follows @session
 */
GtkWidget *
souls_history_popover_new (SoulsSession *session)
{
  SoulsHistoryPopover *self = g_object_new (SOULS_TYPE_HISTORY_POPOVER, NULL);
  g_autoptr (GtkNoSelection) model = NULL;

  self->session = g_object_ref (session);
  self->step = souls_session_get_step (session);
  renew_points (self, 0, (guint) souls_session_get_n_steps (session));
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->points)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  update_rows (self);

  return GTK_WIDGET (self);
}

int
souls_history_popover_get_n_rows (SoulsHistoryPopover *self)
{
  g_return_val_if_fail (SOULS_IS_HISTORY_POPOVER (self), 0);

  return (int) g_list_model_get_n_items (G_LIST_MODEL (self->points));
}

/**
 * souls_history_popover_activate:
 * @row: a point of the history
 *
 * Goes there.
 */
void
souls_history_popover_activate (SoulsHistoryPopover *self,
                                int                  row)
{
  g_return_if_fail (SOULS_IS_HISTORY_POPOVER (self));

  self->going = TRUE;
  souls_session_jump (self->session, row);
  self->going = FALSE;
}
