/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-explain-popover.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-source-rows.h"
#include "souls-why-rows.h"

#define WIDTH      360
#define MIN_HEIGHT 200
#define MAX_HEIGHT 480
/* The popover's frame and arrow, and room to the edges of the window, px. */
#define AROUND_WIDTH  24
#define AROUND_HEIGHT 80

struct _SoulsExplainPopover
{
  GtkPopover parent_instance;

  /* Template children */
  GtkWidget *back;
  GtkLabel *title;
  GtkScrolledWindow *scroller;
  GtkBox *content;

  /* Owned */
  SoulsSession *session;
  GArray *path; /* of SoulsNode: the pages from the first to the one shown */

  /* Borrowed: the page's rows, or NULL */
  GtkListBox *reasons; /* of the sliders that moved, above @rows */
  GtkListBox *rows;
  GtkWidget *formula; /* its heading */

  int width; /* of the page, px */
  int max_height;
  int year;
  SoulsExplain explain;
  SoulsWhy why; /* of the page shown, if it has @reasons */
};

G_DEFINE_FINAL_TYPE (SoulsExplainPopover, souls_explain_popover, GTK_TYPE_POPOVER)

static GtkWidget *
add_label (SoulsExplainPopover *self, const char *text, const char *css_class)
{
  return souls_source_rows_add_label (GTK_WIDGET (self->content), text, css_class);
}

static GtkWidget *
add_heading (SoulsExplainPopover *self, const char *text)
{
  GtkWidget *heading = add_label (self, text, "heading");

  gtk_widget_add_css_class (heading, "section");
  return heading;
}

static gboolean
is_constant (SoulsNode node)
{
  return node.term.type == SOULS_TERM_DRIVER &&
         (souls_driver_info ((SoulsDriver) node.term.index)->flags & SOULS_DRIVER_CONSTANT) != 0;
}

static void
add_value (SoulsExplainPopover *self, SoulsNode node)
{
  g_autofree char *value = souls_explain_say (&self->explain, node, souls_app_words ());
  g_autofree char *kind = souls_kind_describe (souls_explain_kind (&self->explain, node));
  g_autofree char *text = NULL;

  if (is_constant (node) && !souls_explain_is_moved (&self->explain, node))
    text = g_strdup_printf ("%s · %s", value, kind);
  else
    /* Translators: a value, its fiscal year, its kind: "$80.0 bn in fiscal 2025 · ● reported" */
    text = g_strdup_printf (_("%1$s in fiscal %2$d · %3$s"),
                            value,
                            souls_explain_year (&self->explain, node),
                            kind);
  add_label (self, text, "explain-value");
}

static void
add_driver_notes (SoulsExplainPopover *self, SoulsNode node)
{
  const SoulsDriverInfo *info = souls_driver_info ((SoulsDriver) node.term.index);

  add_label (self, _(info->explanation), NULL);
  if (souls_explain_is_moved (&self->explain, node))
    add_label (self,
               is_constant (node)
                 ? _("The scenario moved it away from a number of ours, which has no source.")
                 : _("The scenario moved it. Below is how its baseline is computed."),
               "source-detail");
  else if (is_constant (node))
    add_label (
      self, _("A number of ours, the same for every base year; no source."), "source-detail");
}

static void
add_notes (SoulsExplainPopover *self, SoulsNode node)
{
  if (node.term.type == SOULS_TERM_DRIVER)
    add_driver_notes (self, node);
  else if (node.term.type == SOULS_TERM_METRIC && node.term.index == SOULS_METRIC_WITHOUT_AWS)
    add_label (
      self, _(souls_rung_explanation (self->explain.settings.rung)), "source-detail");
  else if (node.term.type == SOULS_TERM_SYMBOL &&
           self->explain.context.calibration->missing[node.term.index])
    add_label (self,
               _("A figure of the year before is missing, so this is 0 by rule."),
               "source-detail");
}

/* Mathematics runs from left to right in every language. */
static void
add_mathematics (GtkWidget *box, const char *text)
{
  GtkWidget *label = souls_source_rows_add_label (box, text, "formula");
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_label_set_xalign (GTK_LABEL (label), rtl ? 1.0f : 0.0f);
}

static void
add_formula (SoulsExplainPopover *self, SoulsNode node)
{
  g_autofree char *formula = souls_explain_formula (&self->explain, node);
  g_autofree char *numbers = NULL;
  gboolean in_billions, in_millions;
  GtkWidget *box;

  if (formula == NULL)
    return;
  numbers = souls_explain_numbers (
    &self->explain, node, souls_app_words (), &in_billions, &in_millions);
  self->formula = add_heading (self, _("How it is computed"));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (box, "formula-box");
  add_mathematics (box, formula);
  add_mathematics (box, numbers);
  gtk_box_append (self->content, box);
  if (in_billions)
    add_label (self, _("Amounts in $ billion"), "source-detail");
  else if (in_millions)
    add_label (self, _("Amounts in $ million"), "source-detail");
}

/* The symbol, and the year where it is another than that of the page. */
static char *
say_symbol (SoulsExplainPopover *self, SoulsNode input, SoulsNode node)
{
  g_autofree char *symbol = souls_explain_symbol (&self->explain, input, node);
  int year = souls_explain_year (&self->explain, input);

  if (year == souls_explain_year (&self->explain, node))
    return g_steal_pointer (&symbol);
  return g_strdup_printf ("%s · %d", symbol, year);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_names (const char *name, const char *symbol)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = make_label (name, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_label (symbol, "formula"));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
make_row (SoulsExplainPopover *self, SoulsNode input, SoulsNode node)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  SoulsKind kind = souls_explain_kind (&self->explain, input);
  const char *name = _(souls_term_name (input.term));
  g_autofree char *symbol = say_symbol (self, input, node);
  g_autofree char *value = souls_explain_say (&self->explain, input, souls_app_words ());
  /* Translators: a term of a formula for the screen reader: its name, value and kind */
  g_autofree char *label =
    g_strdup_printf (_("%1$s: %2$s, %3$s"), name, value, _(souls_kind_name (kind)));
  GtkWidget *sign = make_label (souls_kind_sign (kind), "kind-sign");

  gtk_widget_set_tooltip_text (sign, _(souls_kind_name (kind)));
  gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (line), make_names (name, symbol));
  gtk_box_append (GTK_BOX (line), make_label (value, "numeric"));
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static void
reason_activated_cb (SoulsExplainPopover *self, GtkListBoxRow *row)
{
  int driver = (int) self->why.reason[gtk_list_box_row_get_index (row)].driver;
  g_autoptr (SoulsExplainPopover) kept = g_object_ref (self);

  /* First, for closing gives the focus back to where it came from. */
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (kept), "win.show-driver", "i", driver);
}

static void
chart_clicked_cb (SoulsExplainPopover *self)
{
  g_autoptr (SoulsExplainPopover) kept = g_object_ref (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (kept), "win.why", NULL);
}

/* The chart of the same question. */
static void
add_chart_button (SoulsExplainPopover *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Show as a Chart"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chart_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->content, button);
}

/* From the baseline to the number, slider by slider in the order moved. */
static void
add_reasons (SoulsExplainPopover *self, SoulsNode node)
{
  g_autofree char *total = NULL;

  self->reasons = NULL;
  if (node.term.type != SOULS_TERM_METRIC ||
      !souls_why_fill (
        &self->why, self->session, (SoulsMetric) node.term.index, souls_explain_year (&self->explain, node)))
    return;
  add_heading (self, _("Why it differs from the baseline"));
  total = souls_why_say_total (&self->why, souls_app_words ());
  add_label (self, total, "explain-value");
  self->reasons = souls_why_rows_new (&self->why, self->session);
  g_signal_connect_object (
    self->reasons, "row-activated", G_CALLBACK (reason_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->content, GTK_WIDGET (self->reasons));
  if (node.term.index == SOULS_METRIC_WITHOUT_AWS)
    add_chart_button (self);
}

static void
row_activated_cb (SoulsExplainPopover *self, GtkListBoxRow *row)
{
  SoulsNode inputs[SOULS_MAX_INPUTS];
  int n = souls_explain_inputs (&self->explain, souls_explain_popover_get_node (self), inputs);
  int index = gtk_list_box_row_get_index (row);

  if (index < n)
    souls_explain_popover_go (self, inputs[index]);
}

static void
add_rows (SoulsExplainPopover *self, SoulsNode node)
{
  SoulsNode inputs[SOULS_MAX_INPUTS];
  int n = souls_explain_inputs (&self->explain, node, inputs);

  self->rows = NULL;
  if (n == 0)
    return;
  add_heading (self, _("What goes in"));
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "explain-rows");
  for (int i = 0; i < n; i++)
    gtk_list_box_append (self->rows, make_row (self, inputs[i], node));
  g_signal_connect_object (
    self->rows, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->content, GTK_WIDGET (self->rows));
}

/* At the end of a chain the source itself; of what is computed from one filing, its documents. */
static void
add_sources (SoulsExplainPopover *self, SoulsNode node)
{
  const SoulsProvenance *provenance = souls_explain_provenance (&self->explain, node);
  g_autoptr (GPtrArray) sources = NULL;

  if (provenance != NULL)
    {
      add_heading (self, _("Source"));
      souls_source_rows_add (GTK_WIDGET (self->content), provenance);
      return;
    }
  if (node.term.type == SOULS_TERM_FIGURE || node.term.type == SOULS_TERM_FIGURE_BEFORE)
    add_label (self, _("This year’s filing does not print it."), "source-detail");
  if (node.t != 0 || node.term.type == SOULS_TERM_DRIVER)
    return;
  sources = souls_explain_sources (&self->explain, node);
  if (sources->len > 0)
    add_heading (self, _("Sources"));
  for (guint i = 0; i < sources->len; i++)
    souls_source_rows_add_source (GTK_WIDGET (self->content), g_ptr_array_index (sources, i));
}

static void
clear_page (SoulsExplainPopover *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  self->formula = NULL;
}

/* A scrolled window does not ask how high its texts are once they wrap. */
static void
fit_page (SoulsExplainPopover *self)
{
  int height;

  gtk_widget_measure (
    GTK_WIDGET (self->content), GTK_ORIENTATION_VERTICAL, self->width, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (self->scroller, MIN (height, self->max_height));
}

static int
count_reasons (SoulsExplainPopover *self)
{
  return self->reasons != NULL ? self->why.bridge.n_steps : 0;
}

/* The page's rows from top to bottom. */
static GtkWidget *
get_row (SoulsExplainPopover *self, int row)
{
  const int n = count_reasons (self);

  if (row < n)
    return GTK_WIDGET (gtk_list_box_get_row_at_index (self->reasons, row));
  return self->rows != NULL ? GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, row - n)) : NULL;
}

/* The keyboard goes to a row, else to where it can go back, else to the page. */
static void
focus_page (SoulsExplainPopover *self, int row)
{
  gboolean has_back = gtk_widget_get_visible (self->back);
  GtkWidget *widget = get_row (self, row);

  gtk_widget_set_focusable (GTK_WIDGET (self->content), get_row (self, 0) == NULL && !has_back);
  if (widget == NULL)
    widget = has_back ? self->back : GTK_WIDGET (self->content);
  gtk_widget_grab_focus (widget);
}

static void
fill_page (SoulsExplainPopover *self)
{
  SoulsNode node = souls_explain_popover_get_node (self);
  const char *name = _(souls_term_name (node.term));

  clear_page (self);
  gtk_label_set_text (self->title, name);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->back, self->path->len > 1);
  add_value (self, node);
  add_notes (self, node);
  add_reasons (self, node);
  add_formula (self, node);
  add_rows (self, node);
  add_sources (self, node);
}

static void
show_page (SoulsExplainPopover *self)
{
  fill_page (self);
  fit_page (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
  focus_page (self, 0);
}

static int
get_focused_index (GtkListBox *rows)
{
  GtkWidget *row = rows != NULL ? gtk_widget_get_focus_child (GTK_WIDGET (rows)) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* New numbers on the same page, or none where the scenario no longer has the year. One that was closed says no more. */
static void
session_changed_cb (SoulsExplainPopover *self)
{
  int base_year = self->explain.context.calibration->year;
  int reason = get_focused_index (self->reasons);
  int input = get_focused_index (self->rows);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (!souls_explain_fill (&self->explain, self->session, self->year) ||
      self->explain.context.calibration->year != base_year)
    {
      g_signal_handlers_disconnect_by_func (self->session, session_changed_cb, self);
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  fill_page (self);
  fit_page (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_page (self, input >= 0 ? count_reasons (self) + input : MAX (reason, 0));
}

static void
back_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  souls_explain_popover_go_back (SOULS_EXPLAIN_POPOVER (widget));
}

static gboolean
close_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_popover_popdown (GTK_POPOVER (widget));
  return GDK_EVENT_STOP;
}

/* Now that it has a place, it has a style. */
static void
souls_explain_popover_show (GtkWidget *widget)
{
  fit_page (SOULS_EXPLAIN_POPOVER (widget));
  GTK_WIDGET_CLASS (souls_explain_popover_parent_class)->show (widget);
}

static void
souls_explain_popover_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (souls_explain_popover_parent_class)->map (widget);
  focus_page (SOULS_EXPLAIN_POPOVER (widget), 0);
}

static void
souls_explain_popover_dispose (GObject *object)
{
  SoulsExplainPopover *self = SOULS_EXPLAIN_POPOVER (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (souls_explain_popover_parent_class)->dispose (object);
}

static void
souls_explain_popover_finalize (GObject *object)
{
  g_array_unref (SOULS_EXPLAIN_POPOVER (object)->path);

  G_OBJECT_CLASS (souls_explain_popover_parent_class)->finalize (object);
}

static void
souls_explain_popover_class_init (SoulsExplainPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = souls_explain_popover_dispose;
  object_class->finalize = souls_explain_popover_finalize;
  widget_class->show = souls_explain_popover_show;
  widget_class->map = souls_explain_popover_map;

  gtk_widget_class_install_action (widget_class, "explain.back", NULL, back_activated);
  gtk_widget_class_add_binding_action (
    widget_class, GDK_KEY_BackSpace, 0, "explain.back", NULL);
  gtk_widget_class_add_binding_action (
    widget_class, GDK_KEY_Left, GDK_ALT_MASK, "explain.back", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_i, 0, close_cb, NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/twosouls/TwoSouls/ui/souls-explain-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsExplainPopover, back);
  gtk_widget_class_bind_template_child (widget_class, SoulsExplainPopover, title);
  gtk_widget_class_bind_template_child (widget_class, SoulsExplainPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, SoulsExplainPopover, content);
}

static void
souls_explain_popover_init (SoulsExplainPopover *self)
{
  self->path = g_array_new (FALSE, FALSE, sizeof (SoulsNode));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * souls_explain_popover_new:
 * @metric: what the mark shows
 * @year: of which fiscal year
 * @width: px that there are for the popover
 * @height: the same
 *
 * Returns: (transfer floating) (nullable): a popover without a parent; %NULL where the session has
 *   no numbers for the year
 */
GtkWidget *
souls_explain_popover_new (SoulsSession *session, SoulsMetric metric, int year, int width, int height)
{
  SoulsExplainPopover *self;
  SoulsNode node;

  g_return_val_if_fail (SOULS_IS_SESSION (session), NULL);
  g_return_val_if_fail ((guint) metric < SOULS_N_SERIES, NULL);

  self = g_object_new (SOULS_TYPE_EXPLAIN_POPOVER, NULL);
  if (!souls_explain_fill (&self->explain, session, year))
    {
      g_object_unref (g_object_ref_sink (self));
      return NULL;
    }
  self->session = g_object_ref (session);
  self->year = year;
  node = souls_explain_metric (&self->explain, metric, year);
  g_array_append_val (self->path, node);
  fill_page (self);
  self->width = MIN (WIDTH, width - AROUND_WIDTH);
  self->max_height = CLAMP (height - AROUND_HEIGHT, MIN_HEIGHT, MAX_HEIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (self->scroller), self->width, -1);
  gtk_scrolled_window_set_max_content_height (self->scroller, self->max_height);
  g_signal_connect_object (
    session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Where the formula stands is known only once the page has been laid out. */
static gboolean
scroll_to_formula_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SoulsExplainPopover *self = SOULS_EXPLAIN_POPOVER (widget);
  double x, y;

  if (gtk_widget_get_height (GTK_WIDGET (self->content)) == 0)
    return G_SOURCE_CONTINUE;
  if (self->formula == NULL)
    return G_SOURCE_REMOVE;
  focus_page (self, count_reasons (self));
  gtk_widget_translate_coordinates (self->formula, GTK_WIDGET (self->content), 0, 0, &x, &y);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), y);
  return G_SOURCE_REMOVE;
}

/**
 * souls_explain_popover_show_formula:
 *
 * Brings the formula and the sources in sight, below the reasons.
 */
void
souls_explain_popover_show_formula (SoulsExplainPopover *self)
{
  g_return_if_fail (SOULS_IS_EXPLAIN_POPOVER (self));

  if (self->reasons != NULL && self->formula != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_formula_cb, NULL, NULL);
}

/**
 * souls_explain_popover_go:
 * @node: a term of the page shown
 *
 * Goes a link deeper.
 */
void
souls_explain_popover_go (SoulsExplainPopover *self, SoulsNode node)
{
  g_return_if_fail (SOULS_IS_EXPLAIN_POPOVER (self));
  g_return_if_fail (souls_explain_has (&self->explain, node));

  g_array_append_val (self->path, node);
  show_page (self);
}

/* The row of @child on the page now shown. */
static int
find_row (SoulsExplainPopover *self, SoulsNode child)
{
  SoulsNode inputs[SOULS_MAX_INPUTS];
  int n = souls_explain_inputs (&self->explain, souls_explain_popover_get_node (self), inputs);

  for (int i = 0; i < n; i++)
    if (inputs[i].term.type == child.term.type && inputs[i].term.index == child.term.index &&
        inputs[i].t == child.t)
      return count_reasons (self) + i;
  return 0;
}

/**
 * souls_explain_popover_go_back:
 *
 * Goes back to the page before, to the row that led on.
 *
 * Returns: whether there was one
 */
gboolean
souls_explain_popover_go_back (SoulsExplainPopover *self)
{
  SoulsNode child;

  g_return_val_if_fail (SOULS_IS_EXPLAIN_POPOVER (self), FALSE);

  if (self->path->len < 2)
    return FALSE;
  child = souls_explain_popover_get_node (self);
  g_array_set_size (self->path, self->path->len - 1);
  show_page (self);
  focus_page (self, find_row (self, child));
  return TRUE;
}

/**
 * souls_explain_popover_get_node:
 *
 * Returns: what the page shown is about
 */
SoulsNode
souls_explain_popover_get_node (SoulsExplainPopover *self)
{
  return g_array_index (self->path, SoulsNode, self->path->len - 1);
}

/**
 * souls_explain_popover_get_depth:
 *
 * Returns: how many pages there are to go back to
 */
int
souls_explain_popover_get_depth (SoulsExplainPopover *self)
{
  g_return_val_if_fail (SOULS_IS_EXPLAIN_POPOVER (self), 0);

  return (int) self->path->len - 1;
}

/**
 * souls_explain_popover_get_why:
 *
 * Returns: (transfer none) (nullable): why the number differs from the baseline's; %NULL where the page does not tell
 */
const SoulsWhy *
souls_explain_popover_get_why (SoulsExplainPopover *self)
{
  g_return_val_if_fail (SOULS_IS_EXPLAIN_POPOVER (self), NULL);

  return self->reasons != NULL ? &self->why : NULL;
}

/**
 * souls_explain_popover_activate_reason:
 * @step: from 0
 *
 * As if its row were clicked.
 *
 * Returns: whether there is one
 */
gboolean
souls_explain_popover_activate_reason (SoulsExplainPopover *self, int step)
{
  g_return_val_if_fail (SOULS_IS_EXPLAIN_POPOVER (self), FALSE);

  if (step < 0 || step >= count_reasons (self))
    return FALSE;
  gtk_widget_activate (get_row (self, step));
  return TRUE;
}
