/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-flow.h"

#include <math.h>
#include <string.h>

/* A paragraph is broken over pages where it has more lines. */
#define LINES_OF_PIECE 5

/* Lengths in em of the text size. */
#define CELL_PADDING 0.35
#define COLUMN_GAP 1.2
#define BOX_SIZE 0.85
#define AXES_HEIGHT 15.0
#define BLANK_WIDTH 14.0
#define MIN_AFTER_WIDTH 12.0
#define RULE_WIDTH 0.75

/* More lines than any cell has: a table's text is never cut. */
#define CELL_LINES 200

typedef enum
{
  OP_TEXT,
  OP_RECT,
  OP_LINE,
} OpKind;

/* A mark of a piece; places are within it. */
typedef struct
{
  OpKind kind;
  char *text;   /* owned */
  SoulsTextStyle text_style;
  SoulsStyle style;
  double x0;
  double y0;
  double x1;
  double y1;
} Op;

/* What stays together. @head: index of the piece that is the head of its table, or -1. */
typedef struct
{
  GArray *ops;   /* Op */
  double before;
  double height;
  int head;
  gboolean keep_with_next;
  gboolean new_page;
  SoulsScene *picture;   /* owned, or NULL */
} Piece;

struct _SoulsFlow
{
  double width;
  double em;
  SoulsScene *ruler;   /* measures */
  GPtrArray *pieces;
  SoulsColumn columns[SOULS_MAX_COLUMNS];   /* heads are not kept */
  int n_columns;
  int head;
  gboolean breaking;
};

typedef struct
{
  double em;
  double before;
  SoulsColor color;
  gboolean bold;
  gboolean keep_with_next;
} Role;

static const Role roles[SOULS_N_TEXT_ROLES] = {
  [SOULS_ROLE_TITLE] = { 2.0, 0.0, SOULS_COLOR_TEXT, TRUE, TRUE },
  [SOULS_ROLE_HEADING] = { 1.4, 1.6, SOULS_COLOR_TEXT, TRUE, TRUE },
  [SOULS_ROLE_SUBHEADING] = { 1.0, 0.9, SOULS_COLOR_TEXT, TRUE, TRUE },
  [SOULS_ROLE_QUESTION] = { 1.1, 0.8, SOULS_COLOR_TEXT, TRUE, TRUE },
  [SOULS_ROLE_LEAD] = { 1.15, 0.7, SOULS_COLOR_TEXT, FALSE, FALSE },
  [SOULS_ROLE_BODY] = { 1.0, 0.5, SOULS_COLOR_TEXT, FALSE, FALSE },
  [SOULS_ROLE_NOTE] = { 0.85, 0.4, SOULS_COLOR_DIM, FALSE, FALSE },
  [SOULS_ROLE_DIM] = { 0.85, 0.4, SOULS_COLOR_DIM, FALSE, FALSE },
};

static void
clear_op (Op *op)
{
  g_free (op->text);
}

static void
free_piece (Piece *piece)
{
  g_array_unref (piece->ops);
  souls_scene_free (piece->picture);
  g_free (piece);
}

/**
 * souls_flow_new:
 * @width: of the column, px
 * @base_size: text size, px
 *
 * Returns: (transfer full): an empty flow
 */
SoulsFlow *
souls_flow_new (double width,
                double base_size)
{
  SoulsFlow *self = g_new0 (SoulsFlow, 1);

  self->width = width;
  self->em = base_size;
  self->ruler = souls_scene_new ();
  souls_scene_reset (self->ruler, width, width, base_size);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) free_piece);
  self->head = -1;
  return self;
}

/**
 * souls_flow_free:
 * @self: (transfer full): a flow
 */
void
souls_flow_free (SoulsFlow *self)
{
  souls_scene_free (self->ruler);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

/**
 * souls_flow_get_width:
 *
 * Returns: the width of the column, px
 */
double
souls_flow_get_width (const SoulsFlow *self)
{
  return self->width;
}

/**
 * souls_flow_get_base_size:
 *
 * Returns: the text size, px
 */
double
souls_flow_get_base_size (const SoulsFlow *self)
{
  return self->em;
}

static Piece *
get_piece (const SoulsFlow *self,
           guint            i)
{
  return g_ptr_array_index (self->pieces, i);
}

static Piece *
add_piece (SoulsFlow *self,
           double     before)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->ops = g_array_new (FALSE, FALSE, sizeof (Op));
  g_array_set_clear_func (piece->ops, (GDestroyNotify) clear_op);
  piece->before = before;
  piece->head = -1;
  piece->new_page = self->breaking;
  self->breaking = FALSE;
  g_ptr_array_add (self->pieces, piece);
  return piece;
}

/* Returns the text's height. */
static double
add_text (SoulsFlow     *self,
          Piece         *piece,
          const char    *text,
          double         x,
          double         y,
          SoulsTextStyle style)
{
  const Op op = { .kind = OP_TEXT, .text = g_strdup (text), .text_style = style, .x0 = x, .y0 = y };

  g_array_append_val (piece->ops, op);
  return souls_scene_measure_text (self->ruler, text, style).height;
}

static void
add_rect (Piece     *piece,
          SoulsBox   box,
          SoulsStyle style)
{
  const Op op = {
    .kind = OP_RECT, .style = style, .x0 = box.x, .y0 = box.y, .x1 = box.x + box.width, .y1 = box.y + box.height
  };

  g_array_append_val (piece->ops, op);
}

static void
add_line (Piece     *piece,
          double     x0,
          double     y0,
          double     x1,
          double     y1,
          SoulsStyle style)
{
  const Op op = { .kind = OP_LINE, .style = style, .x0 = x0, .y0 = y0, .x1 = x1, .y1 = y1 };

  g_array_append_val (piece->ops, op);
}

/**
 * souls_flow_break:
 *
 * Lets what is added next begin on a new page.
 */
void
souls_flow_break (SoulsFlow *self)
{
  self->breaking = TRUE;
}

/* The length of as many words of @text as @style has room for; at least one. */
static gsize
find_end (SoulsFlow     *self,
          const char    *text,
          SoulsTextStyle style)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint low = 1, high;

  for (const char *space = strchr (text, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      const gsize end = (gsize) (space - text);

      g_array_append_val (ends, end);
    }
  high = ends->len;
  if (high == 0)
    return strlen (text);
  while (low < high)
    {
      const guint middle = (low + high + 1) / 2;
      g_autofree char *part = g_strndup (text, g_array_index (ends, gsize, middle - 1));

      if (souls_scene_is_text_cut (self->ruler, part, style))
        high = middle - 1;
      else
        low = middle;
    }
  return g_array_index (ends, gsize, low - 1);
}

static void
add_whole_text (SoulsFlow     *self,
                const char    *text,
                double         before,
                gboolean       keep_with_next,
                SoulsTextStyle style)
{
  Piece *piece = add_piece (self, before);

  style.max_lines = CELL_LINES;
  piece->keep_with_next = keep_with_next;
  piece->height = add_text (self, piece, text, 0.0, 0.0, style);
}

static void
add_paragraph (SoulsFlow     *self,
               SoulsTextRole  role,
               const char    *text,
               SoulsTextStyle style)
{
  double before = roles[role].before * self->em;

  while (!roles[role].keep_with_next && souls_scene_is_text_cut (self->ruler, text, style))
    {
      const gsize end = find_end (self, text, style);
      g_autofree char *part = g_strndup (text, end);

      add_whole_text (self, part, before, FALSE, style);
      before = 0.0;
      text += end;
      text += strspn (text, " ");
    }
  if (*text != '\0')
    add_whole_text (self, text, before, roles[role].keep_with_next, style);
}

/**
 * souls_flow_add_text:
 * @text: (nullable): one paragraph a line
 *
 * Adds paragraphs.
 */
void
souls_flow_add_text (SoulsFlow    *self,
                     SoulsTextRole role,
                     const char   *text)
{
  const Role *as = &roles[role];
  const SoulsTextStyle style = {
    .color = as->color, .em = as->em, .bold = as->bold, .max_width = self->width, .max_lines = LINES_OF_PIECE
  };
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_strstrip (*line);
      add_paragraph (self, role, *line, style);
    }
}

/**
 * souls_flow_add_option:
 * @text: what may be ticked
 *
 * Adds a box to tick, with its text.
 */
void
souls_flow_add_option (SoulsFlow  *self,
                       const char *text)
{
  const double side = BOX_SIZE * self->em;
  const double indent = 1.8 * self->em;
  const SoulsTextStyle style = {
    .color = SOULS_COLOR_TEXT, .em = 1.0, .max_width = self->width - indent, .max_lines = CELL_LINES
  };
  Piece *piece = add_piece (self, 0.5 * self->em);
  const double line = souls_scene_measure_text (self->ruler, "x", (SoulsTextStyle) { .em = 1.0 }).height;

  add_rect (piece, (SoulsBox) { 0.2 * self->em, (line - side) / 2.0, side, side },
            (SoulsStyle) { .stroke = SOULS_COLOR_TEXT, .line_width = 1.0 });
  piece->height = add_text (self, piece, text, indent, 0.0, style);
}

/**
 * souls_flow_add_blank:
 * @label: what is to be written
 * @after: (nullable): unit and range
 *
 * Adds a line to write on.
 */
void
souls_flow_add_blank (SoulsFlow  *self,
                      const char *label,
                      const char *after)
{
  const SoulsTextStyle style = { .color = SOULS_COLOR_TEXT, .em = 1.0, .max_width = self->width * 0.35, .max_lines = 3 };
  const double gap = 0.5 * self->em;
  const double blank = MIN (BLANK_WIDTH * self->em, self->width * 0.35);
  Piece *piece = add_piece (self, 1.2 * self->em);
  const double x = souls_scene_measure_text (self->ruler, label, style).width + gap;
  SoulsTextStyle rest = style;
  const double needed = add_text (self, piece, label, 0.0, 0.0, style);
  double height = needed;

  rest.color = SOULS_COLOR_DIM;
  rest.max_width = self->width - x - blank - gap;
  rest.max_lines = CELL_LINES;
  add_line (piece, x, needed, x + blank, needed, (SoulsStyle) { .stroke = SOULS_COLOR_TEXT, .line_width = 1.0 });
  if (after != NULL && rest.max_width < MIN_AFTER_WIDTH * self->em)
    {
      rest.max_width = self->width;
      height += 0.5 * self->em;
      height += add_text (self, piece, after, 0.0, height, rest);
    }
  else if (after != NULL)
    height = add_text (self, piece, after, x + blank + gap, 0.0, rest);
  piece->height = MAX (height, needed) + 0.3 * self->em;
}

/**
 * souls_flow_add_code:
 * @label: what it is good for
 * @code: letters and digits
 *
 * Adds a code in a frame.
 */
void
souls_flow_add_code (SoulsFlow  *self,
                     const char *label,
                     const char *code)
{
  const double padding = 0.8 * self->em;
  const SoulsTextStyle small = {
    .color = SOULS_COLOR_DIM, .em = 0.85, .max_width = self->width - 2.0 * padding, .max_lines = CELL_LINES
  };
  SoulsTextStyle large = small;
  Piece *piece = add_piece (self, 1.2 * self->em);
  double y = padding;

  large.color = SOULS_COLOR_TEXT;
  large.em = 1.15;
  large.bold = TRUE;
  y += add_text (self, piece, label, padding, y, small) + 0.3 * self->em;
  y += add_text (self, piece, code, padding, y, large) + padding;
  add_rect (piece, (SoulsBox) { 0.0, 0.0, self->width, y },
            (SoulsStyle) { .stroke = SOULS_COLOR_GRID, .line_width = 1.0, .radius = 4.0 });
  piece->height = y;
}

/* Where the plot of axes stands in its piece. */
typedef struct
{
  const SoulsAxes *axes;
  double x;
  double y;
  double width;
  double height;
} Plot;

static double
get_x (const Plot *plot,
       int         year)
{
  const int n = MAX (plot->axes->to - plot->axes->from, 1);

  return plot->x + plot->width * (year - plot->axes->from) / n;
}

static double
get_y (const Plot *plot,
       double      value)
{
  const SoulsAxes *axes = plot->axes;

  return plot->y + plot->height * (axes->high - CLAMP (value, axes->low, axes->high)) / (axes->high - axes->low);
}

static void
add_level (SoulsFlow  *self,
           Piece      *piece,
           const Plot *plot,
           double      value,
           const char *text)
{
  const double y = get_y (plot, value);
  const SoulsColor color = value == 0.0 ? SOULS_COLOR_ZERO : SOULS_COLOR_GRID;

  add_line (piece, plot->x, y, plot->x + plot->width, y, (SoulsStyle) { .stroke = color, .line_width = 1.0 });
  add_text (self, piece, text, plot->x - 1.4 * self->em, y,
            (SoulsTextStyle) { .color = SOULS_COLOR_DIM, .em = 0.85, .anchor_x = 1.0, .anchor_y = 0.5 });
}

static void
add_years (SoulsFlow  *self,
           Piece      *piece,
           const Plot *plot)
{
  const int n = plot->axes->to - plot->axes->from;
  const int step = n > 14 ? 5 : n > 7 && plot->width < 36.0 * self->em ? 2 : 1;

  for (int year = plot->axes->from; year <= plot->axes->to; year++)
    {
      const double x = get_x (plot, year);
      g_autofree char *text = g_strdup_printf ("%d", year);

      add_line (piece, x, plot->y, x, plot->y + plot->height, (SoulsStyle) { .stroke = SOULS_COLOR_GRID, .line_width = 0.5 });
      if ((year - plot->axes->from) % step == 0)
        add_text (self, piece, text, x, plot->y + plot->height + 0.4 * self->em,
                  (SoulsTextStyle) { .color = SOULS_COLOR_DIM, .em = 0.85, .anchor_x = 0.5 });
    }
}

static void
add_values (Piece      *piece,
            const Plot *plot)
{
  const double *values = plot->axes->values;

  for (int year = plot->axes->from; year <= plot->axes->to; year++)
    {
      const int i = year - plot->axes->from;
      const double x = get_x (plot, year), y = get_y (plot, values[i]);
      const double radius = 3.0;

      if (isnan (values[i]))
        continue;
      add_rect (piece, (SoulsBox) { x - radius, y - radius, 2.0 * radius, 2.0 * radius },
                (SoulsStyle) { .fill = SOULS_COLOR_COMPANY });
      if (i > 0 && !isnan (values[i - 1]))
        add_line (piece, get_x (plot, year - 1), get_y (plot, values[i - 1]), x, y,
                  (SoulsStyle) { .stroke = SOULS_COLOR_COMPANY, .line_width = 2.0 });
    }
}

/**
 * souls_flow_add_axes:
 * @axes: borrowed for the call
 *
 * Adds a plot to draw a line in, with the values that are given.
 */
void
souls_flow_add_axes (SoulsFlow       *self,
                     const SoulsAxes *axes)
{
  Piece *piece = add_piece (self, self->em);
  const double line = 1.6 * self->em;
  const double labels = 7.4 * self->em;
  const Plot plot = { axes, labels, 0.5 * self->em, self->width - labels - 2.0 * self->em, AXES_HEIGHT * self->em };

  add_years (self, piece, &plot);
  add_level (self, piece, &plot, axes->low, axes->low_text);
  if (axes->low < 0.0 && axes->high > 0.0)
    add_level (self, piece, &plot, 0.0, axes->zero_text);
  add_level (self, piece, &plot, axes->high, axes->high_text);
  add_values (piece, &plot);
  piece->height = plot.y + plot.height + line;
}

/**
 * souls_flow_add_chart:
 * @chart: which; @input has what it needs
 * @height: px
 *
 * Adds a chart with its finding.
 */
void
souls_flow_add_chart (SoulsFlow             *self,
                      SoulsChart             chart,
                      const SoulsChartInput *input,
                      double                 height)
{
  Piece *piece = add_piece (self, self->em);
  const SoulsChartFrame frame = { .width = self->width, .height = height, .with_finding = TRUE };

  piece->picture = souls_scene_new ();
  piece->height = height;
  souls_chart_layout (chart, input, &frame, piece->picture);
}

static double
sum_weights (const SoulsFlow *self)
{
  double sum = 0.0;

  for (int i = 0; i < self->n_columns; i++)
    sum += self->columns[i].weight;
  return sum;
}

/* Adds a row's cells, and a rule below. */
static Piece *
add_cells (SoulsFlow         *self,
           const char *const *cells,
           gboolean           is_head)
{
  Piece *piece = add_piece (self, 0.0);
  const double gap = COLUMN_GAP * self->em;
  const double padding = CELL_PADDING * self->em;
  const double unit = (self->width - gap * (self->n_columns - 1)) / sum_weights (self);
  double x = 0.0, height = 0.0;

  for (int i = 0; i < self->n_columns; i++)
    {
      const double width = unit * self->columns[i].weight;
      const gboolean is_number = self->columns[i].is_number;
      const SoulsTextStyle style = { .color = is_head ? SOULS_COLOR_DIM : SOULS_COLOR_TEXT,
                                     .em = 0.85,
                                     .anchor_x = is_number ? 1.0 : 0.0,
                                     .max_width = width,
                                     .max_lines = CELL_LINES,
                                     .bold = is_head,
                                     .tabular = is_number };

      if (cells[i] != NULL && *cells[i] != '\0')
        {
          const double needed = add_text (self, piece, cells[i], is_number ? x + width : x, padding, style);

          height = MAX (height, needed);
        }
      x += width + gap;
    }
  piece->height = height + 2.0 * padding;
  add_line (piece, 0.0, piece->height, self->width, piece->height,
            (SoulsStyle) { .stroke = is_head ? SOULS_COLOR_ZERO : SOULS_COLOR_GRID, .line_width = RULE_WIDTH });
  return piece;
}

/**
 * souls_flow_begin_table:
 * @columns: (array length=n_columns): borrowed for the call
 * @n_columns: at most %SOULS_MAX_COLUMNS
 *
 * Begins a table with its head; rows follow.
 */
void
souls_flow_begin_table (SoulsFlow         *self,
                        const SoulsColumn *columns,
                        int                n_columns)
{
  const char *heads[SOULS_MAX_COLUMNS];
  Piece *piece;

  g_return_if_fail (n_columns >= 1 && n_columns <= SOULS_MAX_COLUMNS);

  self->n_columns = n_columns;
  for (int i = 0; i < n_columns; i++)
    {
      self->columns[i] = columns[i];
      heads[i] = columns[i].head;
    }
  self->head = (int) self->pieces->len;
  piece = add_cells (self, heads, TRUE);
  piece->before = 0.8 * self->em;
  piece->keep_with_next = TRUE;
}

/**
 * souls_flow_add_row:
 * @cells: (array): as many as the table has columns; %NULL for nothing
 *
 * Adds a row to the table that was begun last.
 */
void
souls_flow_add_row (SoulsFlow         *self,
                    const char *const *cells)
{
  add_cells (self, cells, FALSE)->head = self->head;
}

/**
 * souls_flow_add_table_part:
 * @text: what the next rows are
 *
 * Adds a row of one text to the table that was begun last.
 */
void
souls_flow_add_table_part (SoulsFlow  *self,
                           const char *text)
{
  const SoulsTextStyle style = {
    .color = SOULS_COLOR_TEXT, .em = 0.85, .bold = TRUE, .max_width = self->width, .max_lines = CELL_LINES
  };
  const double padding = CELL_PADDING * self->em;
  Piece *piece = add_piece (self, 0.0);

  piece->head = self->head;
  piece->keep_with_next = TRUE;
  piece->height = add_text (self, piece, text, 0.0, 2.0 * padding, style) + 3.0 * padding;
}

/**
 * souls_flow_get_height:
 *
 * Returns: the height of all of it below each other, px
 */
double
souls_flow_get_height (const SoulsFlow *self)
{
  double height = 0.0;

  for (guint i = 0; i < self->pieces->len; i++)
    height += (i > 0 ? get_piece (self, i)->before : 0.0) + get_piece (self, i)->height;
  return height;
}

static void
draw_op (SoulsScene *scene,
         const Op   *op,
         double      x,
         double      y)
{
  const SoulsPoint points[] = { { x + op->x0, y + op->y0 }, { x + op->x1, y + op->y1 } };

  switch (op->kind)
    {
    case OP_TEXT:
      souls_scene_add_text (scene, op->text, points[0].x, points[0].y, op->text_style);
      break;
    case OP_RECT:
      souls_scene_add_rect (
        scene, (SoulsBox) { points[0].x, points[0].y, points[1].x - points[0].x, points[1].y - points[0].y }, op->style);
      break;
    case OP_LINE:
      souls_scene_add_line (scene, points, 2, op->style);
      break;
    }
}

static void
put_piece (Piece      *piece,
           SoulsPages *pages,
           double      x,
           double      y)
{
  SoulsScene *scene = souls_pages_get_scene (pages, souls_pages_get_n (pages) - 1);

  for (guint i = 0; i < piece->ops->len; i++)
    draw_op (scene, &g_array_index (piece->ops, Op, i), x, y);
  if (piece->picture != NULL)
    souls_pages_place (pages, g_steal_pointer (&piece->picture), x, y);
}

/* How high a piece is with all that it has to stay with. */
static double
measure_group (const SoulsFlow *self,
               guint            first)
{
  double height = get_piece (self, first)->height;

  for (guint i = first; i + 1 < self->pieces->len && get_piece (self, i)->keep_with_next; i++)
    height += get_piece (self, i + 1)->before + get_piece (self, i + 1)->height;
  return height;
}

/**
 * souls_flow_pour:
 * @left: px of the column's left edge
 * @top: px where it begins on each page
 * @bottom: px where it ends on each page
 *
 * Fills pages with the flow, adding them as needed. The flow can be poured once.
 *
 * Returns: px where it ends on the last page
 */
double
souls_flow_pour (SoulsFlow  *self,
                 SoulsPages *pages,
                 double      left,
                 double      top,
                 double      bottom)
{
  double y = INFINITY;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = get_piece (self, i);
      const gboolean is_full = y > top && y + piece->before + measure_group (self, i) > bottom;

      if (is_full || piece->new_page)
        {
          souls_pages_append (pages, self->em);
          y = top;
          if (piece->head >= 0)
            {
              put_piece (get_piece (self, (guint) piece->head), pages, left, y);
              y += get_piece (self, (guint) piece->head)->height;
            }
        }
      else if (y > top)
        y += piece->before;
      put_piece (piece, pages, left, y);
      y += piece->height;
    }
  return y;
}

/**
 * souls_flow_put:
 * @left: px of its left edge
 * @top: px of its top
 *
 * Puts all of it on the page that was added last, of the same text size. The flow can be put once.
 */
void
souls_flow_put (SoulsFlow  *self,
                SoulsPages *pages,
                double      left,
                double      top)
{
  double y = top;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = get_piece (self, i);

      y += i > 0 ? piece->before : 0.0;
      put_piece (piece, pages, left, y);
      y += piece->height;
    }
}
