/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-gallery.h"

#include <glib/gi18n.h>

#include "souls-chart-thumbnail.h"

#define THUMBNAIL_WIDTH 168
#define MIN_COLUMNS     2
#define MAX_COLUMNS     5

/* What a card has around its thumbnail, and what the popover has around the cards, px: the style
 * sheet's paddings, the arrow, and room to the edges of the window. */
#define CARD_PADDING    16
#define GALLERY_PADDING 44
#define MIN_HEIGHT      240
#define MAX_HEIGHT      560

/* Letters typed with less between them are one text. */
#define TYPE_AHEAD_USEC (G_USEC_PER_SEC)

struct _SoulsChartGallery
{
  GtkPopover parent_instance;

  /* Template children */
  GtkScrolledWindow *scroller;
  GtkFlowBox *cards;

  /* Owned */
  GString *typed;

  gint64 typed_at;
  SoulsChart current;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoulsChartGallery, souls_chart_gallery, GTK_TYPE_POPOVER)

static GtkWidget *
make_picture (SoulsSession *session, SoulsChart chart, int width, gboolean is_current)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *check;

  gtk_overlay_set_child (GTK_OVERLAY (overlay), souls_chart_thumbnail_new (session, chart, width));
  gtk_widget_set_halign (overlay, GTK_ALIGN_CENTER);
  if (!is_current)
    return overlay;
  check = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_add_css_class (check, "check");
  gtk_widget_set_halign (check, GTK_ALIGN_END);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), check);
  return overlay;
}

static GtkWidget *
make_name (SoulsChart chart)
{
  GtkWidget *label = gtk_label_new (_(souls_chart_name (chart)));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* The thumbnail gives the card its width. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_card (SoulsSession *session, SoulsChart chart, int width, gboolean is_current)
{
  GtkWidget *card = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), make_picture (session, chart, width, is_current));
  gtk_box_append (GTK_BOX (box), make_name (chart));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (card), box);
  gtk_widget_set_tooltip_text (card, _(souls_chart_summary (chart)));
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  if (is_current)
    gtk_widget_add_css_class (card, "current");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(souls_chart_name (chart)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(souls_chart_summary (chart)),
                                  -1);
  return card;
}

static void
card_activated_cb (SoulsChartGallery *self, GtkFlowBoxChild *card)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, gtk_flow_box_child_get_index (card));
}

static int
get_focused (SoulsChartGallery *self)
{
  GtkWidget *card = gtk_widget_get_focus_child (GTK_WIDGET (self->cards));

  return card != NULL ? gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (card)) : 0;
}

/* A letter goes on with the text typed, or begins another one with the next card. */
static gboolean
key_pressed_cb (SoulsChartGallery *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gint64 now = g_get_monotonic_time ();
  gboolean goes_on = self->typed->len > 0 && now - self->typed_at < TYPE_AHEAD_USEC;
  int found;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      !(g_unichar_isalnum (letter) || (letter == ' ' && goes_on)))
    return GDK_EVENT_PROPAGATE;
  if (!goes_on)
    g_string_truncate (self->typed, 0);
  g_string_append_unichar (self->typed, letter);
  self->typed_at = now;
  found = souls_chart_gallery_find (self->typed->str, get_focused (self) + (goes_on ? 0 : 1));
  if (found >= 0)
    gtk_widget_grab_focus (souls_chart_gallery_get_card (self, (SoulsChart) found));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

/* A box without a selection calls every card unselected when it gets the focus. */
static void
say_current (SoulsChartGallery *self)
{
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    gtk_accessible_update_state (
      GTK_ACCESSIBLE (souls_chart_gallery_get_card (self, (SoulsChart) i)),
      GTK_ACCESSIBLE_STATE_SELECTED,
      (SoulsChart) i == self->current,
      -1);
}

/* The focus begins at the chart that is shown. */
static void
souls_chart_gallery_map (GtkWidget *widget)
{
  SoulsChartGallery *self = SOULS_CHART_GALLERY (widget);
  GtkWidget *card = souls_chart_gallery_get_card (self, self->current);

  GTK_WIDGET_CLASS (souls_chart_gallery_parent_class)->map (widget);
  g_string_truncate (self->typed, 0);
  if (card == NULL)
    return;
  gtk_widget_grab_focus (card);
  say_current (self);
}

static void
souls_chart_gallery_finalize (GObject *object)
{
  g_string_free (SOULS_CHART_GALLERY (object)->typed, TRUE);

  G_OBJECT_CLASS (souls_chart_gallery_parent_class)->finalize (object);
}

static void
souls_chart_gallery_class_init (SoulsChartGalleryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = souls_chart_gallery_finalize;
  widget_class->map = souls_chart_gallery_map;

  /**
   * SoulsChartGallery::chosen:
   * @chart: a #SoulsChart
   */
  signals[CHOSEN] = g_signal_new ("chosen",
                                  SOULS_TYPE_CHART_GALLERY,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/twosouls/TwoSouls/ui/souls-chart-gallery.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsChartGallery, scroller);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartGallery, cards);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
souls_chart_gallery_init (SoulsChartGallery *self)
{
  self->typed = g_string_new (NULL);
  self->current = SOULS_N_CHARTS;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * souls_chart_gallery_new:
 *
 * Returns: (transfer floating): a gallery without cards
 */
GtkWidget *
souls_chart_gallery_new (void)
{
  return g_object_new (SOULS_TYPE_CHART_GALLERY, NULL);
}

/**
 * souls_chart_gallery_fill:
 * @session: what the thumbnails show
 * @current: the chart to mark, and where the keyboard begins
 * @width: px that there are for the gallery
 * @height: the same, above or below what it points at
 *
 * Makes the cards, in as many columns as fit. A gallery is filled once.
 */
void
souls_chart_gallery_fill (SoulsChartGallery *self,
                          SoulsSession *session,
                          SoulsChart current,
                          int width,
                          int height)
{
  int room = width - GALLERY_PADDING;
  int columns =
    CLAMP (room / (THUMBNAIL_WIDTH + CARD_PADDING), MIN_COLUMNS, MIN (MAX_COLUMNS, SOULS_N_CHARTS));
  int thumbnail = MIN (THUMBNAIL_WIDTH, room / columns - CARD_PADDING);

  g_return_if_fail (SOULS_IS_CHART_GALLERY (self));
  g_return_if_fail (SOULS_IS_SESSION (session));

  self->current = current;
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    gtk_flow_box_append (
      self->cards, make_card (session, (SoulsChart) i, thumbnail, (SoulsChart) i == current));
  gtk_flow_box_set_min_children_per_line (self->cards, (guint) columns);
  gtk_flow_box_set_max_children_per_line (self->cards, (guint) columns);
  gtk_scrolled_window_set_max_content_height (
    self->scroller, CLAMP (height - GALLERY_PADDING, MIN_HEIGHT, MAX_HEIGHT));
}

/**
 * souls_chart_gallery_set_map_drivers:
 * @x: across
 * @y: upwards; another one
 *
 * Chooses the two sliders of the break-even map, once the gallery is filled.
 */
void
souls_chart_gallery_set_map_drivers (SoulsChartGallery *self, SoulsDriver x, SoulsDriver y)
{
  GtkWidget *card, *overlay;

  g_return_if_fail (SOULS_IS_CHART_GALLERY (self));

  card = souls_chart_gallery_get_card (self, SOULS_CHART_BREAK_EVEN_MAP);
  g_return_if_fail (card != NULL);
  overlay = gtk_widget_get_first_child (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (card)));
  souls_chart_thumbnail_set_map_drivers (
    SOULS_CHART_THUMBNAIL (gtk_overlay_get_child (GTK_OVERLAY (overlay))), x, y);
}

/**
 * souls_chart_gallery_get_card:
 *
 * Returns: (transfer none) (nullable): the card of a chart; %NULL before there are any
 */
GtkWidget *
souls_chart_gallery_get_card (SoulsChartGallery *self, SoulsChart chart)
{
  g_return_val_if_fail (SOULS_IS_CHART_GALLERY (self), NULL);

  return GTK_WIDGET (gtk_flow_box_get_child_at_index (self->cards, (int) chart));
}

/**
 * souls_chart_gallery_find:
 * @text: what was typed
 * @from: the chart to begin with; behind the last one comes the first
 *
 * Finds a chart by the beginning of a word of its name in the reader's language, whatever the case
 * and the accents.
 *
 * Returns: a #SoulsChart, or -1
 */
int
souls_chart_gallery_find (const char *text, int from)
{
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      int chart = (from + i) % SOULS_N_CHARTS;

      if (g_str_match_string (text, _(souls_chart_name ((SoulsChart) chart)), TRUE))
        return chart;
    }
  return -1;
}
