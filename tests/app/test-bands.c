/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "app-test.h"
#include "souls-app-state.h"
#include "souls-app-words.h"
#include "souls-band-editor.h"
#include "souls-change-text.h"
#include "souls-provenance-popover.h"

static SoulsApplication *application;

static SoulsWindow *
open_window (void)
{
  g_autoptr (GSettings) settings = souls_app_state_open ();
  const char *const *keys = souls_app_state_keys ();
  SoulsWindow *window;

  for (int i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  window = app_test_show (application);
  g_assert_true (souls_session_set_base_year (window->session, 2025, NULL));
  souls_session_set_year (window->session, 2030);
  return window;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      int       *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The editor in the popover of a row's sign, as a click on it brings it. */
typedef struct
{
  SoulsWindow *window;
  GtkMenuButton *button;
  GtkWidget *editor;
  GtkWidget *low;
  GtkWidget *high;
  GtkWidget *reset;
  GtkLabel *origin;
} Editor;

static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          int        n)
{
  return find (widget, type, &n);
}

static Editor
open_editor (SoulsWindow *window,
             SoulsGroup   group,
             SoulsDriver  driver)
{
  SoulsDriverRow *row = app_test_row (window, group, driver);
  Editor self = { .window = window };

  self.button = GTK_MENU_BUTTON (find_nth (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON, 0));
  gtk_menu_button_popup (self.button);
  app_test_settle ();
  self.editor = find_nth (GTK_WIDGET (gtk_menu_button_get_popover (self.button)), SOULS_TYPE_BAND_EDITOR, 0);
  g_assert_nonnull (self.editor);
  self.low = find_nth (self.editor, GTK_TYPE_ENTRY, 0);
  self.high = find_nth (self.editor, GTK_TYPE_ENTRY, 1);
  self.reset = find_nth (self.editor, GTK_TYPE_BUTTON, 0);
  self.origin = GTK_LABEL (gtk_widget_get_last_child (self.editor));
  return self;
}

static void
close_editor (Editor *self)
{
  gtk_menu_button_popdown (self->button);
  app_test_settle ();
}

/* Types both ends and presses Enter. */
static void
type (Editor     *self,
      const char *low,
      const char *high)
{
  gtk_editable_set_text (GTK_EDITABLE (self->low), low);
  gtk_editable_set_text (GTK_EDITABLE (self->high), high);
  g_signal_emit_by_name (self->high, "activate");
  app_test_settle ();
}

static void
show (SoulsWindow *window,
      const char  *chart)
{
  souls_chart_pane_set_chart (window->right_pane, chart);
  app_test_settle ();
}

/* All that the chart on the right has to tell, in one text; not where it stands, for axes ease. */
static char *
read_chart (SoulsWindow *window)
{
  const SoulsScene *scene = souls_chart_view_get_scene (souls_chart_pane_get_view (window->right_pane));
  GString *text = g_string_new (souls_scene_get_subtitle (scene));

  for (guint i = 0; i < souls_scene_get_n_targets (scene); i++)
    {
      const SoulsTarget *target = souls_scene_get_target (scene, i);

      g_string_append_printf (text, "\n%s: %s", target->name, target->value);
    }
  return g_string_free (text, FALSE);
}

static const SoulsBand *
get_band (SoulsWindow *window,
          SoulsDriver  driver)
{
  return &souls_session_get_bands (window->session)[driver];
}

/* A range typed in the popover moves the charts that are made of ranges; undo takes both back, and so does the button. */
static void
test_edit (void)
{
  const char *const charts[] = { "tornado", "outcomes" };
  SoulsWindow *window = open_window ();
  const SoulsBand before = *get_band (window, SOULS_DRIVER_AD_MARGIN);

  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *at_first = NULL;
      g_autofree char *edited = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *sentence = NULL;
      SoulsChange change;
      Editor editor;

      show (window, charts[i]);
      at_first = read_chart (window);
      editor = open_editor (window, SOULS_GROUP_ADVERTISING_PRIME, SOULS_DRIVER_AD_MARGIN);
      g_assert_false (gtk_widget_get_visible (editor.reset));
      type (&editor, "5", "95 %");
      g_assert_cmpfloat_with_epsilon (get_band (window, SOULS_DRIVER_AD_MARGIN)->low, 0.05, 1e-12);
      g_assert_cmpint (get_band (window, SOULS_DRIVER_AD_MARGIN)->origin, ==, SOULS_BAND_OWN);
      g_assert_cmpstr (gtk_label_get_label (editor.origin), ==, "yours");
      g_assert_true (gtk_widget_get_visible (editor.reset));
      close_editor (&editor);
      edited = read_chart (window);
      g_assert_false (g_str_equal (edited, at_first));
      souls_session_get_change (window->session, souls_session_get_step (window->session), 2030, &change);
      sentence = souls_change_sentence (&change, 2030, souls_app_words ());
      g_assert_true (g_str_has_prefix (sentence, "Plausible range of Advertising margin: 5"));

      app_test_activate (window, "undo", NULL);
      app_test_settle ();
      undone = read_chart (window);
      g_assert_true (g_str_equal (undone, at_first));
      g_assert_cmpfloat (get_band (window, SOULS_DRIVER_AD_MARGIN)->low, ==, before.low);

      app_test_activate (window, "redo", NULL);
      editor = open_editor (window, SOULS_GROUP_ADVERTISING_PRIME, SOULS_DRIVER_AD_MARGIN);
      g_signal_emit_by_name (editor.reset, "clicked");
      app_test_settle ();
      g_assert_false (gtk_widget_get_visible (editor.reset));
      g_assert_cmpfloat (get_band (window, SOULS_DRIVER_AD_MARGIN)->high, ==, before.high);
      close_editor (&editor);
    }
  app_test_close (window);
}

/* What cannot be a range is refused where it was typed, with the reason, until something else is typed. */
static void
test_refuse (void)
{
  static const struct
  {
    const char *low;
    const char *high;
    const char *reason;
  } wrong[] = {
    { "60", "40", "The lowest value is above the highest." },
    { "much", "40", "Type " },
    { "", "40", "Type " },
    { "40", "9999", "Type " },
  };
  SoulsWindow *window = open_window ();
  Editor editor = open_editor (window, SOULS_GROUP_ADVERTISING_PRIME, SOULS_DRIVER_AD_MARGIN);
  const SoulsBand before = *get_band (window, SOULS_DRIVER_AD_MARGIN);
  g_autofree char *usual = g_strdup (gtk_label_get_label (editor.origin));
  const int step = souls_session_get_step (window->session);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      type (&editor, wrong[i].low, wrong[i].high);
      g_assert_true (g_str_has_prefix (gtk_label_get_label (editor.origin), wrong[i].reason));
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (editor.origin), "error"));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor.low)), ==, wrong[i].low);
      g_assert_cmpmem (&before.low, sizeof (double), &get_band (window, SOULS_DRIVER_AD_MARGIN)->low, sizeof (double));
      gtk_editable_set_text (GTK_EDITABLE (editor.high), "50");
      g_assert_cmpstr (gtk_label_get_label (editor.origin), ==, usual);
    }
  g_assert_cmpint (souls_session_get_step (window->session), ==, step);
  close_editor (&editor);
  app_test_close (window);
}

/* The way from one end to the other takes nothing; leaving both takes what was typed. */
static void
test_leave (void)
{
  SoulsWindow *window = open_window ();
  Editor editor = open_editor (window, SOULS_GROUP_ADVERTISING_PRIME, SOULS_DRIVER_AD_MARGIN);
  const int step = souls_session_get_step (window->session);

  gtk_widget_grab_focus (editor.low);
  gtk_editable_set_text (GTK_EDITABLE (editor.low), "90");
  gtk_widget_grab_focus (editor.high);
  g_assert_cmpint (souls_session_get_step (window->session), ==, step);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (editor.origin), "error"));
  gtk_editable_set_text (GTK_EDITABLE (editor.high), "95");
  close_editor (&editor);
  g_assert_cmpint (souls_session_get_step (window->session), ==, step + 1);
  g_assert_cmpfloat_with_epsilon (get_band (window, SOULS_DRIVER_AD_MARGIN)->low, 0.9, 1e-12);
  g_assert_cmpfloat_with_epsilon (get_band (window, SOULS_DRIVER_AD_MARGIN)->high, 0.95, 1e-12);
  app_test_close (window);
}

/* Every driver's popover says where its range comes from, and what has no source says that it is assumed. */
static void
test_origins (void)
{
  SoulsWindow *window = open_window ();

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const SoulsBand *band = get_band (window, (SoulsDriver) i);
      GtkWidget *editor = g_object_ref_sink (souls_band_editor_new (window->session, (SoulsDriver) i));
      const char *origin = gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (editor)));

      switch (band->origin)
        {
        case SOULS_BAND_HISTORY:
          g_assert_true (g_str_has_prefix (origin, "seen in history, 2014–2025: "));
          break;
        case SOULS_BAND_BELIEF:
          g_assert_true (g_str_equal (origin, "published low and high") || g_str_has_prefix (origin, "assumed: "));
          break;
        case SOULS_BAND_ASSUMED:
          g_assert_true (g_str_has_prefix (origin, "assumed: ±"));
          break;
        case SOULS_BAND_NONE:
          g_assert_cmpstr (origin, ==, "held at its baseline");
          break;
        case SOULS_BAND_OWN:
        default:
          g_assert_not_reached ();
        }
      /* What nobody touched is not taken for a range of one's own. */
      g_signal_emit_by_name (find_nth (editor, GTK_TYPE_ENTRY, 0), "activate");
      g_assert_cmpint (band->origin, !=, SOULS_BAND_OWN);
      g_object_unref (editor);
    }
  app_test_close (window);
}

/* The chart of the worlds says how many, and finds what stands under the headline. */
static void
check_chart (SoulsWindow *window,
             const char  *ending)
{
  const SoulsScene *scene = souls_chart_view_get_scene (souls_chart_pane_get_view (window->right_pane));

  g_assert_true (g_str_has_suffix (souls_scene_get_subtitle (scene), ending));
  g_assert_cmpstr (souls_headline_get_worlds (window->headline), ==, souls_scene_get_finding (scene));
}

/* Under the headline stands what the chart finds, in every projected year; it follows the hand, and opens the chart. */
static void
test_headline (void)
{
  SoulsWindow *window = open_window ();
  const SoulsCalibration *base = souls_session_get_calibration (window->session);
  g_autofree char *before = NULL;
  int height = 0;

  show (window, "outcomes");
  for (int year = 2024; year <= 2035; year++)
    {
      const char *said;

      souls_session_set_year (window->session, year);
      app_test_settle ();
      said = souls_headline_get_worlds (window->headline);
      g_assert_true (height == 0 || gtk_widget_get_height (GTK_WIDGET (window->headline)) == height);
      height = gtk_widget_get_height (GTK_WIDGET (window->headline));
      if (year <= 2025)
        g_assert_cmpstr (said, ==, "");
      else
        check_chart (window, "20,000 worlds, drivers drawn independently");
    }
  before = g_strdup (souls_headline_get_worlds (window->headline));
  souls_session_begin_gesture (window->session);
  souls_session_set_driver (window->session, SOULS_DRIVER_PRODUCT_MARGIN, base->min[SOULS_DRIVER_PRODUCT_MARGIN], NULL);
  app_test_settle ();
  g_assert_cmpstr (souls_headline_get_worlds (window->headline), !=, before);
  check_chart (window, "2,000 worlds while you move · dashed: baseline");
  souls_session_end_gesture (window->session);
  app_test_settle ();
  check_chart (window, "20,000 worlds, drivers drawn independently · dashed: baseline");

  show (window, "timeline");
  app_test_activate (window, "worlds", NULL);
  g_assert_cmpstr (souls_chart_pane_get_chart (window->right_pane), ==, "outcomes");
  app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_test_start ("io.github.twosouls.TwoSouls.TestBands", NULL, NULL);

  g_test_add_func ("/app/bands/edit", test_edit);
  g_test_add_func ("/app/bands/refuse", test_refuse);
  g_test_add_func ("/app/bands/leave", test_leave);
  g_test_add_func ("/app/bands/origins", test_origins);
  g_test_add_func ("/app/bands/headline", test_headline);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
