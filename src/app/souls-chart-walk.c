/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-chart-walk.h"

#include <gdk/gdk.h>
#include <glib/gi18n.h>
#include <math.h>

#include "souls-chart-hand.h"

static SoulsPoint
get_centre (const SoulsScene *scene, int index)
{
  SoulsBox box = souls_scene_get_target (scene, (guint) index)->box;

  return (SoulsPoint){ box.x + box.width / 2.0, box.y + box.height / 2.0 };
}

/* The nearest target above (−1) or below (1); going sideways counts double. The same one where
 * there is none. */
static int
find_vertical (const SoulsScene *scene, int cursor, int direction)
{
  SoulsPoint here = get_centre (scene, cursor);
  double best = INFINITY;
  int found = cursor;

  for (int i = 0; i < (int) souls_scene_get_n_targets (scene); i++)
    {
      SoulsPoint there = get_centre (scene, i);
      double ahead = (there.y - here.y) * direction;
      double distance = ahead + 2.0 * fabs (there.x - here.x);

      if (ahead > 0.5 && distance < best)
        {
          best = distance;
          found = i;
        }
    }
  return found;
}

/**
 * souls_chart_walk:
 * @cursor: the target that the keyboard is at, or -1
 * @keyval: the key
 * @rtl: whether the arrow to the left goes on
 *
 * Walks the targets of a chart: sideways in their order, up and down to the nearest.
 *
 * Returns: the target that the key goes to; -1 for none, %SOULS_CHART_WALK_NOT where the key is not
 *   for the chart
 */
int
souls_chart_walk (const SoulsScene *scene, int cursor, guint keyval, gboolean rtl)
{
  int last = (int) souls_scene_get_n_targets (scene) - 1;
  int forward = rtl ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      return cursor >= 0 ? -1 : SOULS_CHART_WALK_NOT;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return 0;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return last;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return cursor < 0 ? 0 : CLAMP (cursor + forward, 0, last);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return cursor < 0 ? 0 : CLAMP (cursor - forward, 0, last);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return cursor < 0 ? 0 : find_vertical (scene, cursor, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return cursor < 0 ? 0 : find_vertical (scene, cursor, 1);
    default:
      return SOULS_CHART_WALK_NOT;
    }
}

/**
 * souls_chart_go_to_driver:
 * @view: where the mark was chosen
 * @target: (nullable): what was chosen
 *
 * Goes from a driver's mark to its slider.
 *
 * Returns: whether the mark is a driver's
 */
gboolean
souls_chart_go_to_driver (GtkWidget         *view,
                          SoulsChart         chart,
                          const SoulsTarget *target)
{
  if (target == NULL || (souls_chart_needs (chart, 0) & SOULS_CHART_SHOWS_DRIVERS) == 0 ||
      target->key < SOULS_KEY_DRIVER || target->key >= SOULS_KEY_DRIVER + SOULS_N_DRIVERS)
    return FALSE;
  return gtk_widget_activate_action (view, "win.show-driver", "i", (int) (target->key - SOULS_KEY_DRIVER));
}

/**
 * souls_chart_find_explained:
 * @pointed: a target of @scene, or -1
 *
 * A mark that shows no metric of its own is one of the chart's: that of the first mark which does.
 *
 * Returns: (transfer none) (nullable): the mark whose metric explains what is pointed at
 */
const SoulsTarget *
souls_chart_find_explained (const SoulsScene *scene,
                            int               pointed)
{
  const SoulsTarget *target = pointed >= 0 ? souls_scene_get_target (scene, (guint) pointed) : NULL;
  guint n = souls_scene_get_n_targets (scene);

  for (guint i = 0; (target == NULL || target->metric < 0) && i < n; i++)
    target = souls_scene_get_target (scene, i);
  return target;
}

/**
 * souls_chart_say:
 * @view: a widget that shows @scene
 * @target: (nullable): the mark under the keyboard cursor
 *
 * Tells a screen reader the chart's finding, and the mark in the description.
 */
void
souls_chart_say (GtkWidget         *view,
                 const SoulsScene  *scene,
                 const SoulsTarget *target)
{
  const char *finding = souls_scene_get_finding (scene);
  const char *description = souls_scene_get_description (scene);
  g_autofree char *text = NULL;

  if (souls_chart_hand_is_steered (scene, target))
    description = _("Shift and the arrow keys move it.");
  if (target == NULL)
    text = g_strdup (description);
  else
    /* Translators: a mark of a chart, its value, then what the whole chart shows, or what moves the mark */
    text = g_strdup_printf (_("%1$s: %2$s. %3$s"), target->name, target->value, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  finding != NULL ? finding : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text,
                                  -1);
}
