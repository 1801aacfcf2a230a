/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-wrap-layout.h"

struct _SoulsWrapLayout
{
  GtkLayoutManager parent_instance;

  int column_spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (SoulsWrapLayout, souls_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* One line of children, from @first up to and without @end. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int height;
} Line;

static int
child_width (GtkWidget *child,
             int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, width));
}

static int
child_height (GtkWidget *child,
              int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static void
fill_line (SoulsWrapLayout *self,
           GtkWidget       *first,
           int              width,
           Line            *line)
{
  int used = 0;

  *line = (Line) { .first = first };

  for (line->end = first; line->end != NULL; line->end = gtk_widget_get_next_sibling (line->end))
    {
      int wanted;

      if (!gtk_widget_should_layout (line->end))
        continue;

      wanted = child_width (line->end, width);
      if (used > 0 && used + wanted > width)
        return;

      used += wanted + self->column_spacing;
      line->height = MAX (line->height, child_height (line->end, wanted));
    }
}

static void
allocate_line (SoulsWrapLayout *self,
               const Line      *line,
               GtkWidget       *widget,
               int              width,
               int              y)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      int wanted;

      if (!gtk_widget_should_layout (child))
        continue;

      wanted = child_width (child, width);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { rtl ? width - x - wanted : x, y, wanted, line->height },
                                -1);
      x += wanted + self->column_spacing;
    }
}

static GtkSizeRequestMode
souls_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (SoulsWrapLayout *self,
               GtkWidget       *widget,
               int             *minimum,
               int             *natural)
{
  *minimum = *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->column_spacing : 0);
    }
}

static void
souls_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  SoulsWrapLayout *self = SOULS_WRAP_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int width, height = 0;

  measure_width (self, widget, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  width = for_size >= 0 ? for_size : *natural;
  while (child != NULL)
    {
      Line line;

      fill_line (self, child, width, &line);
      height += line.height + (height > 0 && line.height > 0 ? self->line_spacing : 0);
      child = line.end;
    }

  *minimum = *natural = height;
}

static void
souls_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  SoulsWrapLayout *self = SOULS_WRAP_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      Line line;

      fill_line (self, child, width, &line);
      allocate_line (self, &line, widget, width, y);
      y += line.height + self->line_spacing;
      child = line.end;
    }
}

static void
souls_wrap_layout_class_init (SoulsWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = souls_wrap_layout_get_request_mode;
  manager_class->measure = souls_wrap_layout_measure;
  manager_class->allocate = souls_wrap_layout_allocate;
}

static void
souls_wrap_layout_init (SoulsWrapLayout *self)
{
  self->column_spacing = 6;
}

/**
 * souls_wrap_layout_new:
 * @column_spacing: px between children of a line
 * @line_spacing: px between lines
 *
 * Returns: (transfer full): a layout
 */
GtkLayoutManager *
souls_wrap_layout_new (int column_spacing,
                       int line_spacing)
{
  SoulsWrapLayout *self = g_object_new (SOULS_TYPE_WRAP_LAYOUT, NULL);

  self->column_spacing = column_spacing;
  self->line_spacing = line_spacing;

  return GTK_LAYOUT_MANAGER (self);
}
