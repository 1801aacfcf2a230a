/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-pane.h"

#include <glib/gi18n.h>

#include "souls-chart-table.h"
#include "souls-compat.h"
#include "souls-output.h"

/* Width of the list of charts, in characters. */
#define LIST_CHARS 36

struct _SoulsChartPane
{
  GtkWidget parent_instance;

  /* Template children */
  GtkMenuButton *picker;
  SoulsChartView *view;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_CHART,
  N_PROPS
};

enum
{
  SAID,
  N_SIGNALS
};

/* A picture that leaves the program: its size in px, and how many pixels each has. */
#define PICTURE_WIDTH 960.0
#define PICTURE_HEIGHT 640.0
#define PICTURE_SCALE 2.0

static guint signals[N_SIGNALS];

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoulsChartPane, souls_chart_pane, GTK_TYPE_WIDGET)

static void
update_picker (SoulsChartPane *self)
{
  const char *name = _(souls_chart_name (souls_chart_view_get_chart (self->view)));
  /* Translators: %s is the name of a chart */
  g_autofree char *label = g_strdup_printf (_("Chart: %s"), name);

  gtk_menu_button_set_label (self->picker, name);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->picker), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* One width, so that the list knows its height before it has a place. */
  gtk_label_set_width_chars (GTK_LABEL (label), LIST_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LIST_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static gboolean
has_icon (const char *name)
{
  return gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                  name);
}

static GtkWidget *
make_row (SoulsChart chart, gboolean chosen)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  if (has_icon (souls_chart_icon_name (chart)))
    gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (souls_chart_icon_name (chart)));
  gtk_box_append (GTK_BOX (texts), make_label (_(souls_chart_name (chart)), NULL));
  gtk_box_append (GTK_BOX (texts), make_label (_(souls_chart_summary (chart)), "chart-summary"));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_widget_set_opacity (check, chosen ? 1.0 : 0.0);
  gtk_box_append (GTK_BOX (line), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(souls_chart_name (chart)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(souls_chart_summary (chart)),
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
  return row;
}

static void
row_activated_cb (SoulsChartPane *self, GtkListBoxRow *row)
{
  int chart = gtk_list_box_row_get_index (row);

  gtk_menu_button_popdown (self->picker);
  souls_chart_pane_set_chart (self, souls_chart_id ((SoulsChart) chart));
}

static void
create_popover (GtkMenuButton *button, gpointer user_data)
{
  SoulsChartPane *self = SOULS_CHART_PANE (user_data);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (int i = 0; i < SOULS_N_CHARTS; i++)
    gtk_list_box_append (
      GTK_LIST_BOX (list),
      make_row ((SoulsChart) i, (SoulsChart) i == souls_chart_view_get_chart (self->view)));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  g_signal_connect_object (
    list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (
    GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "chart-list");
  gtk_menu_button_set_popover (button, popover);
}

static GtkWindow *
get_window (SoulsChartPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
say (SoulsChartPane *self, gboolean is_error, const char *text)
{
  g_signal_emit (self, signals[SAID], 0, is_error, text);
}

static void
show_table_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SoulsChartPane *self = SOULS_CHART_PANE (widget);
  const SoulsScene *scene = souls_chart_view_get_scene (self->view);
  GtkWidget *table;

  if (scene == NULL)
    return;
  table = souls_chart_table_new (_(souls_chart_name (souls_chart_view_get_chart (self->view))), scene);
  gtk_window_set_transient_for (GTK_WINDOW (table), get_window (self));
  gtk_window_present (GTK_WINDOW (table));
}

static void
copy_table_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SoulsChartPane *self = SOULS_CHART_PANE (widget);
  const SoulsScene *scene = souls_chart_view_get_scene (self->view);
  g_autofree char *text = NULL;

  if (scene == NULL)
    return;
  text = souls_chart_table_text (scene);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  say (self, FALSE, _("Table copied"));
}

/* Light and opaque, as most places want it that a picture is taken to. */
static void
copy_picture_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SoulsChartPane *self = SOULS_CHART_PANE (widget);
  g_autoptr (SoulsScene) scene = souls_chart_view_make_picture (self->view, PICTURE_WIDTH, PICTURE_HEIGHT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (scene == NULL)
    return;
  bytes = souls_scene_render (scene, souls_theme_get (SOULS_THEME_LIGHT), SOULS_FORMAT_PNG, PICTURE_SCALE, &error);
  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, &error);
  if (texture == NULL)
    {
      say (self, TRUE, error->message);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  say (self, FALSE, _("Picture copied"));
}

/**
 * souls_chart_pane_save_picture:
 * @file: where to; its ending says the format
 * @error: says what is wrong with the name, or why it could not be written
 *
 * Returns: whether the picture is there
 */
gboolean
souls_chart_pane_save_picture (SoulsChartPane *self, GFile *file, GError **error)
{
  g_autoptr (SoulsScene) scene = NULL;
  g_autofree char *path = g_file_get_path (file);
  SoulsFormat format;

  g_return_val_if_fail (SOULS_IS_CHART_PANE (self), FALSE);

  scene = souls_chart_view_make_picture (self->view, PICTURE_WIDTH, PICTURE_HEIGHT);
  if (scene == NULL || path == NULL)
    {
      g_set_error_literal (error, SOULS_PLOT_ERROR, SOULS_PLOT_ERROR_WRITE, _("This place cannot be written to"));
      return FALSE;
    }
  return souls_format_from_path (path, &format, error) &&
         souls_scene_write (scene, souls_theme_get (SOULS_THEME_LIGHT), format, PICTURE_SCALE, path, error);
}

static void
picture_chosen (GFile *file, gpointer data)
{
  SoulsChartPane *self = SOULS_CHART_PANE (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;

  if (!souls_chart_pane_save_picture (self, file, &error))
    {
      say (self, TRUE, error->message);
      return;
    }
  /* Only what is there is called saved. */
  if (!g_file_query_exists (file, NULL))
    return;
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("Saved “%s”"), name);
  say (self, FALSE, text);
}

static void
save_picture_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SoulsChartPane *self = SOULS_CHART_PANE (widget);
  g_autofree char *name = g_strdup_printf ("%s.png", souls_chart_pane_get_chart (self));

  souls_compat_save_picture (get_window (self), name, picture_chosen, self);
}

static void
souls_chart_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SoulsChartPane *self = SOULS_CHART_PANE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, souls_chart_view_get_session (self->view));
      break;
    case PROP_CHART:
      g_value_set_string (value, souls_chart_pane_get_chart (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
souls_chart_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SoulsChartPane *self = SOULS_CHART_PANE (object);

  switch (id)
    {
    case PROP_SESSION:
      souls_chart_pane_set_session (self, g_value_get_object (value));
      break;
    case PROP_CHART:
      souls_chart_pane_set_chart (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
souls_chart_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (souls_chart_pane_parent_class)->dispose (object);
}

static void
souls_chart_pane_class_init (SoulsChartPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = souls_chart_pane_get_property;
  object_class->set_property = souls_chart_pane_set_property;
  object_class->dispose = souls_chart_pane_dispose;

  /**
   * SoulsChartPane:session:
   *
   * What the chart is about.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session",
                         NULL,
                         NULL,
                         SOULS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * SoulsChartPane:chart:
   *
   * The id of the chart shown. An unknown one is ignored, so that it may be bound to a setting.
   */
  properties[PROP_CHART] =
    g_param_spec_string ("chart",
                         NULL,
                         NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SoulsChartPane::said:
   * @is_error: whether something went wrong
   * @text: what to tell the user
   */
  signals[SAID] = g_signal_new ("said", SOULS_TYPE_CHART_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "chart.show-table", NULL, show_table_activated);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, copy_table_activated);
  gtk_widget_class_install_action (widget_class, "chart.copy-picture", NULL, copy_picture_activated);
  gtk_widget_class_install_action (widget_class, "chart.save-picture", NULL, save_picture_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "chart.show-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy-picture", NULL);

  g_type_ensure (SOULS_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/twosouls/TwoSouls/ui/souls-chart-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SoulsChartPane, picker);
  gtk_widget_class_bind_template_child (widget_class, SoulsChartPane, view);
  gtk_widget_class_set_css_name (widget_class, "chartpane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
souls_chart_pane_init (SoulsChartPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_menu_button_set_create_popup_func (self->picker, create_popover, self, NULL);
  update_picker (self);
}

/**
 * souls_chart_pane_new:
 *
 * Returns: (transfer floating): a pane with the first chart of the table and no session
 */
GtkWidget *
souls_chart_pane_new (void)
{
  return g_object_new (SOULS_TYPE_CHART_PANE, NULL);
}

/**
 * souls_chart_pane_set_session:
 * @session: (nullable): what the chart is about
 */
void
souls_chart_pane_set_session (SoulsChartPane *self, SoulsSession *session)
{
  g_return_if_fail (SOULS_IS_CHART_PANE (self));

  if (souls_chart_view_get_session (self->view) == session)
    return;
  souls_chart_view_set_session (self->view, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * souls_chart_pane_set_chart:
 * @id: (nullable): a chart's id; an unknown one is ignored
 */
void
souls_chart_pane_set_chart (SoulsChartPane *self, const char *id)
{
  SoulsChart chart;

  g_return_if_fail (SOULS_IS_CHART_PANE (self));

  if (!souls_chart_from_id (id, &chart) || souls_chart_view_get_chart (self->view) == chart)
    return;
  souls_chart_view_set_chart (self->view, chart);
  update_picker (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

/**
 * souls_chart_pane_get_chart:
 *
 * Returns: (transfer none): the id of the chart shown
 */
const char *
souls_chart_pane_get_chart (SoulsChartPane *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_PANE (self), NULL);

  return souls_chart_id (souls_chart_view_get_chart (self->view));
}

/**
 * souls_chart_pane_get_view:
 *
 * Returns: (transfer none): the view inside
 */
SoulsChartView *
souls_chart_pane_get_view (SoulsChartPane *self)
{
  g_return_val_if_fail (SOULS_IS_CHART_PANE (self), NULL);

  return self->view;
}
