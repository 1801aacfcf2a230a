/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "app-test.h"

/* An application of this process alone; with @data, or with @problem, or with what ships. */
SoulsApplication *
app_test_start (const char   *id,
                SoulsDataSet *data,
                const char   *problem)
{
  SoulsApplication *application = souls_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_application_id (G_APPLICATION (application), id);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (data != NULL || problem != NULL)
    souls_application_set_data (application, data, problem);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

/* Runs until nothing is left to do: no frame, no timeout that is due. */
void
app_test_settle (void)
{
  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5 * 1000);
    }
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

/* Shows a window and waits for its first frame. */
SoulsWindow *
app_test_show (SoulsApplication *application)
{
  SoulsWindow *window = souls_window_new (application);
  gboolean painted = FALSE;
  GdkFrameClock *clock;

  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, &painted);

  return window;
}

void
app_test_close (SoulsWindow *window)
{
  /* What a test has changed is not to be asked about. */
  if (window->document != NULL)
    souls_document_detach (window->document);
  gtk_window_close (GTK_WINDOW (window));
  app_test_settle ();
}

void
app_test_activate (SoulsWindow *window,
                   const char  *action,
                   GVariant    *parameter)
{
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, parameter);
}

gboolean
app_test_enabled (SoulsWindow *window,
                  const char  *action)
{
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), action));

  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

/* (transfer full) */
GVariant *
app_test_state (SoulsWindow *window,
                const char  *action)
{
  return g_action_group_get_action_state (G_ACTION_GROUP (window), action);
}

/* The row of @driver in @group, which is opened for it. */
SoulsDriverRow *
app_test_row (SoulsWindow *window,
              SoulsGroup   group,
              SoulsDriver  driver)
{
  SoulsDriverGroup *widget = souls_sidebar_get_group (window->sidebar, group);

  souls_driver_group_set_expanded (widget, TRUE);

  return souls_driver_group_get_row (widget, driver);
}
