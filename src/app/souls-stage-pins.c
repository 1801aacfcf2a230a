/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-stage-pins.h"

#include <glib/gi18n.h>

#include "souls-app-state.h"

static gboolean
holds (const SoulsDriver *drivers,
       int                n,
       SoulsDriver        driver)
{
  for (int i = 0; i < n; i++)
    if (drivers[i] == driver)
      return TRUE;
  return FALSE;
}

/**
 * souls_stage_pins_list:
 * @settings: (nullable): what is remembered
 * @drivers: (out caller-allocates): the drivers, in the order pinned
 *
 * Returns: how many there are
 */
int
souls_stage_pins_list (GSettings   *settings,
                       SoulsDriver  drivers[SOULS_N_DRIVERS])
{
  g_auto (GStrv) ids = souls_app_state_get_strv (settings, SOULS_STAGE_PINS);
  int n = 0;

  for (int i = 0; ids[i] != NULL; i++)
    {
      SoulsDriver driver;

      if (souls_driver_from_id (ids[i], &driver) && !holds (drivers, n, driver))
        drivers[n++] = driver;
    }
  return n;
}

/**
 * souls_stage_pins_set:
 * @settings: (nullable): what is remembered
 *
 * Pins a driver behind those that are, or takes its pin out.
 */
void
souls_stage_pins_set (GSettings   *settings,
                      SoulsDriver  driver,
                      gboolean     pinned)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  SoulsDriver drivers[SOULS_N_DRIVERS];
  const int n = souls_stage_pins_list (settings, drivers);

  if (holds (drivers, n, driver) == pinned)
    return;
  for (int i = 0; i < n; i++)
    if (drivers[i] != driver)
      g_strv_builder_add (builder, souls_driver_info (drivers[i])->id);
  if (pinned)
    g_strv_builder_add (builder, souls_driver_info (driver)->id);
  ids = g_strv_builder_end (builder);
  souls_app_state_set (settings, SOULS_STAGE_PINS, g_variant_new_strv ((const char *const *) ids, -1));
}

static void
toggled_cb (GtkCheckButton *button,
            gpointer        data)
{
  souls_stage_pins_set (g_object_get_data (G_OBJECT (button), "settings"), (SoulsDriver) GPOINTER_TO_INT (data),
                        gtk_check_button_get_active (button));
}

/**
 * souls_stage_pin_new:
 *
 * What pins a driver's slider to the stage.
 *
 * Returns: (transfer floating) (nullable): a check button, or %NULL where nothing can be remembered
 */
GtkWidget *
souls_stage_pin_new (SoulsDriver driver)
{
  GSettings *settings = souls_app_state_open ();
  SoulsDriver drivers[SOULS_N_DRIVERS];
  GtkWidget *button;

  if (settings == NULL)
    return NULL;
  button = gtk_check_button_new_with_mnemonic (_("Show When _Presenting"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), holds (drivers, souls_stage_pins_list (settings, drivers), driver));
  g_object_set_data_full (G_OBJECT (button), "settings", settings, g_object_unref);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), GINT_TO_POINTER (driver));
  return button;
}
