/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-beside-layout.h"

#define LIST_WIDTH 372
#define LEAST_PICTURE 268
/* The picture's part of the height where it stands above the list. */
#define MOST_HEIGHT 0.45

struct _SoulsBesideLayout
{
  GtkLayoutManager parent_instance;

  gboolean wide;
};

G_DEFINE_FINAL_TYPE (SoulsBesideLayout, souls_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
souls_beside_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_least (GtkWidget      *child,
               GtkOrientation  orientation)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, orientation, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Both ways must be possible at the minimum, for a window may get any size above it. */
static void
souls_beside_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  GtkWidget *picture = gtk_widget_get_first_child (widget);
  GtkWidget *list = gtk_widget_get_last_child (widget);
  const int first = measure_least (picture, orientation);
  const int second = measure_least (list, orientation);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (first, second);
      *natural = LIST_WIDTH + LEAST_PICTURE;
    }
  else
    {
      *minimum = first + second;
      *natural = MAX (*minimum, 480);
    }
}

static void
place (GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
souls_beside_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  SoulsBesideLayout *self = SOULS_BESIDE_LAYOUT (manager);
  GtkWidget *picture = gtk_widget_get_first_child (widget);
  GtkWidget *list = gtk_widget_get_last_child (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  self->wide = width >= LIST_WIDTH + LEAST_PICTURE;
  if (self->wide)
    {
      place (picture, rtl ? LIST_WIDTH : 0, 0, width - LIST_WIDTH, height);
      place (list, rtl ? 0 : width - LIST_WIDTH, 0, LIST_WIDTH, height);
    }
  else
    {
      int minimum, natural, least = measure_least (list, GTK_ORIENTATION_VERTICAL);

      gtk_widget_measure (picture, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
      natural = MIN (natural, MIN ((int) (height * MOST_HEIGHT), height - least));
      natural = MAX (natural, minimum);
      place (picture, 0, 0, width, natural);
      place (list, 0, natural, width, MAX (height - natural, least));
    }
}

static void
souls_beside_layout_class_init (SoulsBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = souls_beside_layout_get_request_mode;
  manager_class->measure = souls_beside_layout_measure;
  manager_class->allocate = souls_beside_layout_allocate;
}

static void
souls_beside_layout_init (SoulsBesideLayout *self)
{
}

gboolean
souls_beside_layout_is_wide (SoulsBesideLayout *self)
{
  g_return_val_if_fail (SOULS_IS_BESIDE_LAYOUT (self), FALSE);

  return self->wide;
}
