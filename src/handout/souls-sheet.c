/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-handout-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "souls-text.h"

G_DEFINE_QUARK (souls-handout-error-quark, souls_handout_error)

#define MM (96.0 / 25.4)
#define MAX_SLIDE_TEXT 26.0
#define MIN_SLIDE_TEXT 8.0

/* Of a slide's width, where charts stand beside it. */
#define SLIDE_TEXT_WIDTH 0.4

/* Of a chart's text on a slide, px: to be read from the last row, but never more than its width has room for. */
#define SLIDE_CHART_TEXT 20.0
#define SLIDE_CHARTS_TEXT 16.0

/**
 * Paper:
 * @width: px
 * @height: px
 * @margin: px on all sides
 * @base_size: text size, px
 * @foot: px that the foot takes of the page above the margin
 */
typedef struct
{
  const char *id;
  const char *name;
  double width;
  double height;
  double margin;
  double base_size;
  double foot;
} Paper;

static const Paper papers[SOULS_N_PAPERS] = {
  [SOULS_PAPER_A4] = { "a4", N_("A4"), 210.0 * MM, 297.0 * MM, 18.0 * MM, 13.5, 40.0 },
  [SOULS_PAPER_LETTER] = { "letter", N_("US Letter"), 816.0, 1056.0, 18.0 * MM, 13.5, 40.0 },
  [SOULS_PAPER_SLIDES] = { "slides", N_("Slides, 16:9"), 1280.0, 720.0, 48.0, 17.0, 28.0 },
};

/* Translators: the number of a page, and how many there are */
static const char *const page_number = N_("%1$s / %2$s");

/**
 * souls_paper_id:
 *
 * Returns: the word on the command line
 */
const char *
souls_paper_id (SoulsPaper paper)
{
  return papers[paper].id;
}

/**
 * souls_paper_name:
 *
 * Returns: the name on screen, marked for translation
 */
const char *
souls_paper_name (SoulsPaper paper)
{
  return papers[paper].name;
}

/**
 * souls_paper_from_id:
 * @id: a word
 * @paper: (out): the paper
 *
 * Returns: whether there is such a paper
 */
gboolean
souls_paper_from_id (const char *id,
                     SoulsPaper *paper)
{
  for (int i = 0; i < SOULS_N_PAPERS; i++)
    if (g_strcmp0 (papers[i].id, id) == 0)
      {
        *paper = (SoulsPaper) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
complain_chart (const char *what,
                const char *id,
                GPtrArray  *ids,
                GError    **error)
{
  g_autofree char *quote = souls_text_quote (id);
  g_autofree char *hint = NULL;

  g_ptr_array_add (ids, NULL);
  hint = souls_text_hint (id, (const char *const *) ids->pdata);
  g_set_error (error, SOULS_HANDOUT_ERROR, SOULS_HANDOUT_ERROR_CHART, "there is no %s %s%s", what, quote, hint);
  return FALSE;
}

/**
 * souls_handout_find_chart:
 * @id: of a chart, a view's after a slash
 * @chart: (out): the chart
 * @view: (out): which of its views
 * @error: names the nearest
 *
 * Returns: whether there is such a chart
 */
gboolean
souls_handout_find_chart (const char *id,
                          SoulsChart *chart,
                          int        *view,
                          GError    **error)
{
  g_auto (GStrv) parts = g_strsplit (id, "/", 2);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  *view = 0;
  if (!souls_chart_from_id (parts[0] != NULL ? parts[0] : "", chart))
    {
      for (int i = 0; i < SOULS_N_CHARTS; i++)
        g_ptr_array_add (ids, (gpointer) souls_chart_id ((SoulsChart) i));
      return complain_chart ("chart", parts[0] != NULL ? parts[0] : "", ids, error);
    }
  if (parts[1] == NULL)
    return TRUE;
  for (int i = 0; souls_chart_n_views (*chart) > 1 && i < souls_chart_n_views (*chart); i++)
    {
      g_ptr_array_add (ids, (gpointer) souls_chart_view_id (*chart, i));
      *view = i;
      if (strcmp (souls_chart_view_id (*chart, i), parts[1]) == 0)
        return TRUE;
    }
  return complain_chart ("view", parts[1], ids, error);
}

void
souls_sheet_init (SoulsSheet                *self,
                  const SoulsHandoutOptions *options,
                  SoulsDataSet              *data)
{
  const Paper *paper = &papers[options->paper];

  *self = (SoulsSheet) { .options = options, .data = data, .pages = souls_pages_new (paper->width, paper->height) };
}

void
souls_sheet_clear (SoulsSheet *self)
{
  g_clear_pointer (&self->pages, souls_pages_free);
  g_clear_pointer (&self->foot, g_free);
}

gboolean
souls_sheet_is_slides (const SoulsSheet *self)
{
  return self->options->paper == SOULS_PAPER_SLIDES;
}

const char *
souls_sheet_say (const SoulsSheet *self,
                 const char       *msgid)
{
  return souls_words_say (self->options->words, msgid);
}

/* The second first, so that a text filled in is never searched for places. */
char *
souls_sheet_fill (const SoulsSheet *self,
                  const char       *msgid,
                  const char       *first,
                  const char       *second)
{
  g_auto (GStrv) parts = g_strsplit (souls_sheet_say (self, msgid), "%2$s", 2);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (parts[i], "%1$s", 2);
      g_autofree char *part = g_strjoinv (first, halves);

      g_string_append_printf (text, "%s%s", i > 0 && second != NULL ? second : "", part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
souls_sheet_say_driver (const SoulsSheet *self,
                        SoulsDriver       driver,
                        double            value)
{
  const SoulsQuantity quantity = souls_quantity_driver (driver, value);

  return souls_quantity_say (&quantity, self->options->words);
}

void
souls_sheet_set_source (SoulsSheet *self,
                        const char *title,
                        int         base_year,
                        const char *code)
{
  const SoulsChartFoot foot = { .year = base_year,
                                .second_hand = souls_data_set_year_is_second_hand (self->data, base_year),
                                .title = title,
                                .code = code,
                                .version = self->options->version };

  g_free (self->foot);
  self->foot = souls_chart_foot (self->options->words, &foot);
}

static const Paper *
get_paper (const SoulsSheet *self)
{
  return &papers[self->options->paper];
}

SoulsFlow *
souls_sheet_start (const SoulsSheet *self)
{
  const Paper *paper = get_paper (self);

  return souls_flow_new (paper->width - 2.0 * paper->margin, paper->base_size);
}

/* Two of them and some lines fit on a page. */
double
souls_sheet_get_chart_height (const SoulsSheet *self)
{
  const Paper *paper = get_paper (self);

  return 0.56 * (paper->width - 2.0 * paper->margin);
}

static double
get_bottom (const SoulsSheet *self)
{
  return get_paper (self)->height - get_paper (self)->margin - get_paper (self)->foot;
}

void
souls_sheet_pour (SoulsSheet *self,
                  SoulsFlow  *flow)
{
  const double margin = get_paper (self)->margin;

  souls_flow_pour (flow, self->pages, margin, margin, get_bottom (self));
}

static void
add_foot (const SoulsSheet *self,
          guint             page)
{
  const Paper *paper = get_paper (self);
  SoulsScene *scene = souls_pages_get_scene (self->pages, page);
  /* Slides have their own text sizes; feet are alike. */
  const double em = 0.75 * paper->base_size / souls_scene_get_base_size (scene);
  const double bottom = paper->height - paper->margin;
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *total = g_strdup_printf ("%u", souls_pages_get_n (self->pages));
  g_autofree char *text = souls_sheet_fill (self, page_number, number, total);
  SoulsTextStyle style = { .color = SOULS_COLOR_DIM, .em = em, .anchor_x = 1.0, .anchor_y = 1.0 };
  SoulsBox box = souls_scene_add_text (scene, text, paper->width - paper->margin, bottom, style);

  style.anchor_x = 0.0;
  style.max_width = box.x - paper->margin - 2.0 * paper->base_size;
  style.max_lines = 2;
  souls_scene_add_text (scene, self->foot, paper->margin, bottom, style);
}

SoulsPages *
souls_sheet_finish (SoulsSheet *self,
                    const char *title,
                    const char *description)
{
  SoulsScene *first = souls_pages_get_scene (self->pages, 0);

  for (guint i = 0; i < souls_pages_get_n (self->pages); i++)
    add_foot (self, i);
  souls_scene_set_finding (first, title);
  souls_scene_set_description (first, description);
  souls_scene_set_words (first, self->options->words);
  if (self->options->words->rtl)
    souls_pages_mirror (self->pages);
  return g_steal_pointer (&self->pages);
}

static void
place_chart (SoulsSheet     *self,
             SoulsSituation *situation,
             const char     *id,
             double          base_size,
             SoulsBox        box)
{
  SoulsScene *scene = souls_scene_new ();
  SoulsChartFrame frame = { .width = box.width, .height = box.height, .base_size = base_size, .with_finding = TRUE };
  SoulsChart chart;
  int view;

  if (souls_handout_find_chart (id, &chart, &view, NULL))
    souls_chart_layout (chart, souls_situation_look (situation, chart, view), &frame, scene);
  souls_pages_place (self->pages, scene, box.x, box.y);
}

static void
place_charts (SoulsSheet     *self,
              SoulsSituation *situation,
              const char     *left,
              const char     *right,
              SoulsBox        box)
{
  const double gap = 16.0;

  if (right == NULL)
    {
      place_chart (self, situation, left, SLIDE_CHART_TEXT, box);
      return;
    }
  box.height = (box.height - gap) / 2.0;
  place_chart (self, situation, left, SLIDE_CHARTS_TEXT, box);
  box.y += box.height + gap;
  place_chart (self, situation, right, SLIDE_CHARTS_TEXT, box);
}

/* The largest text that has room. */
static SoulsFlow *
fit_text (SoulsSlidePart fill,
          gpointer       data,
          double         width,
          double         height)
{
  double size = MAX_SLIDE_TEXT;
  SoulsFlow *flow = souls_flow_new (width, size);

  for (fill (flow, data); souls_flow_get_height (flow) > height && size > MIN_SLIDE_TEXT; fill (flow, data))
    {
      souls_flow_free (flow);
      size -= 1.0;
      flow = souls_flow_new (width, size);
    }
  return flow;
}

/* Above the middle, as titles stand. */
void
souls_sheet_add_title_slide (SoulsSheet    *self,
                             SoulsSlidePart fill,
                             gpointer       data)
{
  const Paper *paper = get_paper (self);
  const double height = get_bottom (self) - paper->margin;
  g_autoptr (SoulsFlow) flow = fit_text (fill, data, paper->width - 2.0 * paper->margin, height);

  souls_pages_append (self->pages, souls_flow_get_base_size (flow));
  souls_flow_put (flow, self->pages, paper->margin, paper->margin + 0.35 * (height - souls_flow_get_height (flow)));
}

void
souls_sheet_add_slide (SoulsSheet     *self,
                       SoulsSlidePart  fill,
                       gpointer        data,
                       SoulsSituation *situation,
                       const char     *left,
                       const char     *right)
{
  const Paper *paper = get_paper (self);
  const double width = paper->width - 2.0 * paper->margin;
  const double height = get_bottom (self) - paper->margin;
  const double gap = 32.0;
  const double text_width = fill == NULL ? 0.0 : left != NULL ? SLIDE_TEXT_WIDTH * width : width;
  const double x = paper->margin + (fill != NULL ? text_width + gap : 0.0);
  g_autoptr (SoulsFlow) flow = fill != NULL ? fit_text (fill, data, text_width, height) : NULL;

  souls_pages_append (self->pages, flow != NULL ? souls_flow_get_base_size (flow) : paper->base_size);
  if (flow != NULL)
    souls_flow_put (flow, self->pages, paper->margin, paper->margin);
  if (left != NULL)
    place_charts (self, situation, left, right,
                  (SoulsBox) { x, paper->margin, paper->width - paper->margin - x, height });
}
