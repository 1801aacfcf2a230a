/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "app-test.h"
#include "souls-chart-gallery.h"
#include "souls-chart-thumbnail.h"

static SoulsApplication *application;

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The gallery of a window's first pane, open. */
static SoulsChartGallery *
open_gallery (SoulsWindow *window)
{
  GtkWidget *button = find (GTK_WIDGET (window->left_pane), GTK_TYPE_MENU_BUTTON);
  GtkPopover *gallery;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  app_test_settle ();
  gallery = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (gallery)));

  return SOULS_CHART_GALLERY (gallery);
}

/* One after the other: GTK looks for a tooltip in a popover that went with its window. */
static void
close_all (SoulsWindow       *window,
           SoulsChartGallery *gallery)
{
  gtk_popover_popdown (GTK_POPOVER (gallery));
  app_test_settle ();
  app_test_close (window);
}

static SoulsChartThumbnail *
get_thumbnail (SoulsChartGallery *gallery,
               SoulsChart         chart)
{
  GtkWidget *card = souls_chart_gallery_get_card (gallery, chart);

  return SOULS_CHART_THUMBNAIL (find (card, SOULS_TYPE_CHART_THUMBNAIL));
}

static gboolean
press (SoulsChartGallery *gallery,
       guint              keyval,
       GdkModifierType    state)
{
  GtkWidget *cards = find (GTK_WIDGET (gallery), GTK_TYPE_FLOW_BOX);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (cards);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }

  return handled;
}

static void
type_text (SoulsChartGallery *gallery,
           const char        *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (press (gallery, gdk_unicode_to_keyval (g_utf8_get_char (p)), 0));
}

static SoulsChart
get_focused (SoulsChartGallery *gallery)
{
  GtkWidget *cards = find (GTK_WIDGET (gallery), GTK_TYPE_FLOW_BOX);
  GtkWidget *card = gtk_widget_get_focus_child (cards);

  g_assert_nonnull (card);

  return (SoulsChart) gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (card));
}

/* Every chart of the registry is there and named; the one shown is marked and has the focus. */
static void
test_all_charts (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsChartGallery *gallery;

  souls_chart_pane_set_chart (window->left_pane, souls_chart_id (SOULS_CHART_LINES));
  gallery = open_gallery (window);
  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      SoulsChart chart = (SoulsChart) i;
      GtkWidget *card = souls_chart_gallery_get_card (gallery, chart);
      gboolean is_current = chart == SOULS_CHART_LINES;

      g_assert_nonnull (card);
      g_assert_cmpint (souls_chart_thumbnail_get_chart (get_thumbnail (gallery, chart)), ==, chart);
      gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           souls_chart_name (chart));
      gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           souls_chart_summary (chart));
      gtk_test_accessible_assert_state (card, GTK_ACCESSIBLE_STATE_SELECTED, is_current);
      g_assert_cmpint (gtk_widget_has_css_class (card, "current"), ==, is_current);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (card), ==, souls_chart_summary (chart));
    }
  g_assert_null (souls_chart_gallery_get_card (gallery, SOULS_N_CHARTS));
  g_assert_cmpint (get_focused (gallery), ==, SOULS_CHART_LINES);
  close_all (window, gallery);
}

/* What is in view is drawn, with marks, and again when the session changes. */
static void
test_live (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsChartGallery *gallery = open_gallery (window);
  SoulsChartThumbnail *thumbnail = get_thumbnail (gallery, SOULS_CHART_WITH_WITHOUT);
  SoulsSession *session = souls_window_get_session (window);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_nonnull (souls_chart_thumbnail_get_scene (thumbnail));
  g_assert_cmpuint (souls_scene_get_n_targets (souls_chart_thumbnail_get_scene (thumbnail)), >, 0);
  before = souls_scene_dump (souls_chart_thumbnail_get_scene (thumbnail));
  g_assert_true (souls_session_set_driver (session, SOULS_DRIVER_AWS_GROWTH, 0, NULL));
  g_assert_null (souls_chart_thumbnail_get_scene (thumbnail));
  app_test_settle ();
  after = souls_scene_dump (souls_chart_thumbnail_get_scene (thumbnail));
  g_assert_cmpstr (before, !=, after);
  close_all (window, gallery);
}

static void
test_choose (void)
{
  SoulsWindow *window = app_test_show (application);

  for (int i = SOULS_N_CHARTS - 1; i >= 0; i--)
    {
      SoulsChartGallery *gallery = open_gallery (window);

      gtk_widget_activate (souls_chart_gallery_get_card (gallery, (SoulsChart) i));
      app_test_settle ();
      g_assert_cmpstr (souls_chart_pane_get_chart (window->left_pane), ==,
                       souls_chart_id ((SoulsChart) i));
      g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (gallery)));
    }
  app_test_close (window);
}

/* Letters go to the next chart with such a word, more letters narrow, and come round. */
static void
test_type_ahead (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsChartGallery *gallery;

  souls_chart_pane_set_chart (window->left_pane, souls_chart_id (SOULS_CHART_WITH_WITHOUT));
  gallery = open_gallery (window);
  type_text (gallery, "cash c");
  g_assert_cmpint (get_focused (gallery), ==, SOULS_CHART_CASH_CYCLE);
  g_assert_false (press (gallery, GDK_KEY_s, GDK_CONTROL_MASK));
  g_assert_false (press (gallery, GDK_KEY_Down, 0));
  g_assert_false (press (gallery, GDK_KEY_Escape, 0));
  close_all (window, gallery);
}

static void
test_find (void)
{
  const struct
  {
    const char *text;
    int from;
    int found;
  } rows[] = {
    { "W", 0, SOULS_CHART_WITH_WITHOUT },
    { "year", 0, SOULS_CHART_TIMELINE },
    { "YEAR B", 0, SOULS_CHART_TIMELINE },
    { "lines", 0, SOULS_CHART_LINES },                       /* a later word */
    { "s", SOULS_CHART_SEGMENTS, SOULS_CHART_SEGMENTS },
    { "s", SOULS_CHART_SEGMENTS + 1, SOULS_CHART_MARIMEKKO }, /* the next one */
    { "with", SOULS_N_CHARTS, SOULS_CHART_WITH_WITHOUT },    /* and round */
    { "zebra", 0, -1 },
    { "ear", 0, -1 },                                        /* not inside a word */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (souls_chart_gallery_find (rows[i].text, rows[i].from), ==, rows[i].found);
}

/* In the smallest window there are two columns, and the gallery is not wider than the window. */
static void
test_columns (void)
{
  static const struct
  {
    int width;
    int columns;
  } rows[] = { { 360, 2 }, { 640, 3 }, { 1280, 5 }, { 3000, 5 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SoulsChartGallery *gallery = g_object_ref_sink (SOULS_CHART_GALLERY (souls_chart_gallery_new ()));
      GtkFlowBox *cards = GTK_FLOW_BOX (find (GTK_WIDGET (gallery), GTK_TYPE_FLOW_BOX));
      SoulsWindow *window = app_test_show (application);
      int width;

      souls_chart_gallery_fill (gallery, souls_window_get_session (window), SOULS_CHART_TIMELINE,
                                rows[i].width, 400);
      g_assert_cmpuint (gtk_flow_box_get_max_children_per_line (cards), ==, rows[i].columns);
      gtk_widget_measure (GTK_WIDGET (cards), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                          NULL);
      g_assert_cmpint (width, <=, rows[i].width - 24);
      g_object_unref (gallery);
      app_test_close (window);
    }
}

/* Every view of every chart can be shown, and another chart begins with its first. */
static void
test_views (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsChartPane *pane = window->left_pane;
  SoulsChartView *view = souls_chart_pane_get_view (pane);
  int most = 1;

  for (int i = 0; i < SOULS_N_CHARTS; i++)
    {
      SoulsChart chart = (SoulsChart) i;
      int n = souls_chart_n_views (chart);

      most = MAX (most, n);
      souls_chart_pane_set_chart (pane, souls_chart_id (chart));
      g_assert_cmpint (souls_chart_view_get_view (view), ==, 0);
      for (int j = n - 1; j >= 0 && n > 1; j--)
        {
          g_autofree char *id = NULL;

          gtk_widget_activate_action (GTK_WIDGET (pane), "chart.view", "s",
                                      souls_chart_view_id (chart, j));
          app_test_settle ();
          g_object_get (pane, "view", &id, NULL);
          g_assert_cmpstr (id, ==, souls_chart_view_id (chart, j));
          g_assert_cmpint (souls_chart_view_get_view (view), ==, j);
          g_assert_cmpuint (souls_scene_get_n_targets (souls_chart_view_get_scene (view)), >, 0);
        }
      souls_chart_pane_set_chart_view (pane, "no-such-view");
      g_assert_cmpint (souls_chart_view_get_view (view), ==, 0);
      if (n == 1)
        g_assert_cmpstr (souls_chart_pane_get_chart_view (pane), ==, "");
      else
        souls_chart_pane_set_chart_view (pane, souls_chart_view_id (chart, n - 1));
    }
  g_assert_cmpint (most, >, 1);
  app_test_close (window);
}

/* Reference marks are drawn once asked for, in both panes, and remembered like the views. */
static void
test_references (void)
{
  SoulsWindow *window = app_test_show (application);
  SoulsChartPane *pane = window->left_pane;
  SoulsChartView *view = souls_chart_pane_get_view (pane);
  guint n;

  souls_chart_pane_set_chart (pane, souls_chart_id (SOULS_CHART_MARIMEKKO));
  souls_chart_pane_set_chart (window->right_pane, souls_chart_id (SOULS_CHART_BRIDGE));
  souls_chart_pane_set_chart_view (window->right_pane, souls_chart_view_id (SOULS_CHART_BRIDGE, 1));
  app_test_settle ();
  n = souls_scene_get_n_targets (souls_chart_view_get_scene (view));
  gtk_widget_activate_action (GTK_WIDGET (pane), "chart.references", NULL);
  app_test_settle ();
  g_assert_cmpuint (souls_scene_get_n_targets (souls_chart_view_get_scene (view)), >, n);
  g_assert_true (souls_chart_view_get_references (souls_chart_pane_get_view (window->right_pane)));
  app_test_close (window);

  window = app_test_show (application);
  g_assert_true (souls_chart_view_get_references (souls_chart_pane_get_view (window->left_pane)));
  g_assert_cmpint (souls_chart_view_get_view (souls_chart_pane_get_view (window->right_pane)), ==, 1);
  souls_chart_pane_set_references (window->right_pane, FALSE);
  g_assert_false (souls_chart_view_get_references (souls_chart_pane_get_view (window->left_pane)));
  app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = app_test_start ("io.github.twosouls.TestGallery", NULL, NULL);
  g_test_add_func ("/app/gallery/all-charts", test_all_charts);
  g_test_add_func ("/app/gallery/live", test_live);
  g_test_add_func ("/app/gallery/choose", test_choose);
  g_test_add_func ("/app/gallery/type-ahead", test_type_ahead);
  g_test_add_func ("/app/gallery/find", test_find);
  g_test_add_func ("/app/gallery/columns", test_columns);
  g_test_add_func ("/app/chart-pane/views", test_views);
  g_test_add_func ("/app/chart-pane/references", test_references);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
