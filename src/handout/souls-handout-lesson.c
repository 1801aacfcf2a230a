/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-handout-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Where a reader is to fill in what they said. */
#define BLANK "……………"

/* A message with a count, marked for translation (xgettext: --keyword=NP_:1,2). */
#define NP_(singular, plural) singular, plural

static const char *const minutes_pattern[2] = { NP_ ("%d minute", "%d minutes") };

/* Of a lesson's charts on paper: two of them and their text fit on a page. */
#define CHART_HEIGHT 0.82

/**
 * Part:
 * @title: of the step, with its number
 * @paragraphs: expanded
 * @ask: (nullable): what is asked
 * @question: expanded
 * @options: expanded, by option
 * @truth: (nullable): what is so, in words
 * @values: of a line: what is given, or what is so
 * @notes: (nullable): for the speaker, expanded
 *
 * What a page says of a step, before or after its answer.
 */
typedef struct
{
  SoulsSheet *sheet;
  char *title;
  GPtrArray *paragraphs;
  const SoulsAsk *ask;
  char *question;
  char *options[SOULS_MAX_LESSON_OPTIONS];
  char *truth;
  double *values;
  GPtrArray *notes;
  char *unit;
} Part;

static void
part_free (Part *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->paragraphs);
  g_free (self->question);
  for (int i = 0; i < SOULS_MAX_LESSON_OPTIONS; i++)
    g_free (self->options[i]);
  g_free (self->truth);
  g_free (self->values);
  g_ptr_array_unref (self->notes);
  g_free (self->unit);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Part, part_free)

static Part *
part_new (SoulsSheet *sheet)
{
  Part *self = g_new0 (Part, 1);

  self->sheet = sheet;
  self->paragraphs = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* @situation: of the screen that is looked at; @context: the same for texts */
typedef struct
{
  SoulsSheet *sheet;
  const SoulsLesson *lesson;
  int index;
  const SoulsLessonStep *step;
  SoulsSituation *situation;
  SoulsTextContext context;
  SoulsQuantity truth;
  SoulsLessonScreen screen;
} Reader;

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->situation, souls_situation_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Lessons that ship are known to the translators; others are as they are. */
static const char *
translate (const SoulsSheet  *sheet,
           const SoulsLesson *lesson,
           const char        *text)
{
  return lesson->path == NULL && text != NULL ? souls_sheet_say (sheet, text) : text;
}

/* Takes the step's screen as the scenario of what follows. */
static gboolean
look_at (Reader  *self,
         int      index,
         gboolean revealed,
         GError **error)
{
  self->index = index;
  self->step = souls_lesson_get_step (self->lesson, index);
  souls_lesson_get_screen (self->lesson, index, revealed, &self->screen);
  g_clear_pointer (&self->situation, souls_situation_free);
  self->situation = souls_situation_new (self->screen.scenario, self->sheet->data, self->screen.year, self->sheet->options->words,
                                         error);
  if (self->situation == NULL)
    return FALSE;
  if (self->screen.year == 0)
    self->situation->input.year = self->situation->calibration->year;
  self->context.input = &self->situation->input;
  self->context.truth = NULL;
  return TRUE;
}

/* On paper nobody has answered yet. */
static char *
expand (Reader     *self,
        const char *text,
        GError    **error)
{
  g_autoptr (GString) template = g_string_new (translate (self->sheet, self->lesson, text));
  char *said;

  g_string_replace (template, "{gap}", BLANK, 0);
  g_string_replace (template, "{answer}", BLANK, 0);
  said = souls_text_expand (template->str, &self->context, error);
  if (said == NULL)
    g_prefix_error (error, "step “%s”: ", self->step->id);
  return said;
}

static gboolean
expand_all (Reader      *self,
            char *const *texts,
            GPtrArray   *paragraphs,
            GError     **error)
{
  for (; texts != NULL && *texts != NULL; texts++)
    {
      char *text = expand (self, *texts, error);

      if (text == NULL)
        return FALSE;
      g_ptr_array_add (paragraphs, text);
    }
  return TRUE;
}

static char *
make_title (const Reader *self)
{
  return g_strdup_printf ("%d · %s", self->index + 1, translate (self->sheet, self->lesson, self->step->title));
}

/* The unit and the range in words, after the line to write on. */
static gboolean
say_range (Reader  *self,
           char   **unit,
           GError **error)
{
  const SoulsAsk *ask = &self->step->ask;
  SoulsQuantity like = souls_quantity_new (SOULS_QUANTITY_COUNT, 0.0), low, high;
  g_autofree char *low_text = NULL, *high_text = NULL;

  if (ask->kind == SOULS_ASK_SLIDER)
    {
      const SoulsCalibration *calibration = self->situation->calibration;

      low = souls_quantity_driver (ask->driver, calibration->min[ask->driver]);
      high = souls_quantity_driver (ask->driver, calibration->max[ask->driver]);
    }
  else
    {
      if (!souls_expression_evaluate (ask->answer, &self->context, &like, error))
        return FALSE;
      like.is_range = FALSE;
      low = souls_quantity_from_shown (&like, ask->low);
      high = souls_quantity_from_shown (&like, ask->high);
    }
  low_text = souls_quantity_say (&low, self->sheet->options->words);
  high_text = souls_quantity_say (&high, self->sheet->options->words);
  *unit = souls_sheet_fill (self->sheet, N_("from %1$s to %2$s"), low_text, high_text);
  return TRUE;
}

/* In the unit shown; the years that are given, or all. */
static double *
list_values (const Reader *self,
             gboolean      all)
{
  const SoulsAsk *ask = &self->step->ask;
  const double scale = souls_metric_info (ask->metric)->unit == SOULS_UNIT_PERCENT ? 100.0 : 1.0;
  double *values = g_new (double, ask->to - ask->from + 1);

  for (int year = ask->from; year <= ask->to; year++)
    values[year - ask->from] =
      all || year <= ask->shown ? scale * souls_chart_input_value (&self->situation->input, ask->metric, year) : NAN;
  return values;
}

static gboolean
read_ask (Reader  *self,
          Part    *part,
          GError **error)
{
  const SoulsAsk *ask = &self->step->ask;

  if (ask->kind == SOULS_ASK_NONE)
    return TRUE;
  part->ask = ask;
  if ((part->question = expand (self, ask->question, error)) == NULL)
    return FALSE;
  for (int i = 0; i < ask->n_options; i++)
    if ((part->options[i] = expand (self, ask->options[i].text, error)) == NULL)
      return FALSE;
  if (ask->kind == SOULS_ASK_LINE)
    part->values = list_values (self, FALSE);
  return (ask->kind != SOULS_ASK_NUMBER && ask->kind != SOULS_ASK_SLIDER) || say_range (self, &part->unit, error);
}

/* What a page says before the answer; the screen is the step's. (transfer full) */
static Part *
read_front (Reader  *self,
            int      index,
            GError **error)
{
  g_autoptr (Part) part = part_new (self->sheet);

  if (!look_at (self, index, FALSE, error))
    return NULL;
  part->title = make_title (self);
  if (!expand_all (self, self->step->text, part->paragraphs, error) ||
      (self->sheet->options->notes && !expand_all (self, self->step->notes, part->notes, error)) ||
      !read_ask (self, part, error))
    return NULL;
  return g_steal_pointer (&part);
}

static gboolean
find_right_option (Reader  *self,
                   char   **truth,
                   GError **error)
{
  const SoulsAsk *ask = &self->step->ask;

  for (int i = 0; i < ask->n_options && *truth == NULL; i++)
    {
      gboolean holds = FALSE;

      if (ask->options[i].when == NULL)
        continue;
      if (!souls_condition_holds (ask->options[i].when, &self->context, &holds, error))
        return FALSE;
      if (holds && (*truth = expand (self, ask->options[i].text, error)) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_truth (Reader  *self,
            Part    *part,
            GError **error)
{
  const SoulsAsk *ask = &self->step->ask;

  if (ask->kind == SOULS_ASK_CHOICE)
    return find_right_option (self, &part->truth, error);
  if (ask->kind == SOULS_ASK_LINE)
    {
      part->ask = ask;
      part->values = list_values (self, TRUE);
    }
  if (ask->answer == NULL)
    return TRUE;
  if (!souls_expression_evaluate (ask->answer, &self->context, &self->truth, error))
    return FALSE;
  self->context.truth = &self->truth;
  part->truth = souls_quantity_say (&self->truth, self->sheet->options->words);
  return TRUE;
}

/* What a page says with the answer; the screen is the reveal's. (transfer full) */
static Part *
read_back (Reader  *self,
           int      index,
           GError **error)
{
  g_autoptr (Part) part = part_new (self->sheet);

  if (!look_at (self, index, TRUE, error))
    return NULL;
  part->title = make_title (self);
  if (!find_truth (self, part, error) || !expand_all (self, self->step->reveal, part->paragraphs, error))
    return NULL;
  return g_steal_pointer (&part);
}

static void
add_axes (SoulsFlow  *flow,
          const Part *part)
{
  const SoulsAsk *ask = part->ask;
  const SoulsWords *words = part->sheet->options->words;
  const SoulsUnit unit = souls_metric_info (ask->metric)->unit;
  const SoulsQuantity like = souls_quantity_new (unit == SOULS_UNIT_MONEY     ? SOULS_QUANTITY_MONEY
                                                 : unit == SOULS_UNIT_PERCENT ? SOULS_QUANTITY_PERCENT
                                                                              : SOULS_QUANTITY_DAYS,
                                                 0.0);
  const SoulsQuantity low = souls_quantity_from_shown (&like, ask->low);
  const SoulsQuantity high = souls_quantity_from_shown (&like, ask->high);
  g_autofree char *low_text = souls_quantity_say (&low, words);
  g_autofree char *zero_text = souls_quantity_say (&like, words);
  g_autofree char *high_text = souls_quantity_say (&high, words);
  const SoulsAxes axes = { ask->from, ask->to, ask->low, ask->high, low_text, zero_text, high_text, part->values };

  souls_flow_add_axes (flow, &axes);
}

static void
add_answer_room (SoulsFlow  *flow,
                 const Part *part)
{
  if (part->question != NULL)
    souls_flow_add_text (flow, SOULS_ROLE_QUESTION, part->question);
  for (int i = 0; i < SOULS_MAX_LESSON_OPTIONS && part->options[i] != NULL; i++)
    souls_flow_add_option (flow, part->options[i]);
  if (part->unit != NULL)
    souls_flow_add_blank (flow, souls_sheet_say (part->sheet, N_("Your answer:")), part->unit);
}

/* A #SoulsSlidePart; on paper the same. */
static void
add_part (SoulsFlow *flow,
          gpointer   data)
{
  const Part *part = data;
  g_autofree char *truth =
    part->truth != NULL ? souls_sheet_fill (part->sheet, N_("Answer: %1$s"), part->truth, NULL) : NULL;

  souls_flow_add_text (flow, SOULS_ROLE_HEADING, part->title);
  souls_flow_add_text (flow, SOULS_ROLE_LEAD, truth);
  for (guint i = 0; i < part->paragraphs->len; i++)
    souls_flow_add_text (flow, SOULS_ROLE_BODY, g_ptr_array_index (part->paragraphs, i));
  add_answer_room (flow, part);
  if (part->values != NULL)
    add_axes (flow, part);
  if (part->notes->len > 0)
    souls_flow_add_text (flow, SOULS_ROLE_SUBHEADING, souls_sheet_say (part->sheet, N_("For the speaker")));
  for (guint i = 0; i < part->notes->len; i++)
    souls_flow_add_text (flow, SOULS_ROLE_NOTE, g_ptr_array_index (part->notes, i));
}

static void
add_chart (Reader     *self,
           SoulsFlow  *flow,
           const char *id)
{
  SoulsChart chart;
  int view;

  if (id != NULL && souls_handout_find_chart (id, &chart, &view, NULL))
    souls_flow_add_chart (flow, chart, souls_situation_look (self->situation, chart, view),
                          CHART_HEIGHT * souls_sheet_get_chart_height (self->sheet));
}

/* A picture that was on paper already is not drawn again. */
static gboolean
is_same (const SoulsLessonScreen *a,
         const SoulsLessonScreen *b)
{
  return a->scenario == b->scenario && a->year == b->year && g_strcmp0 (a->left, b->left) == 0 &&
         g_strcmp0 (a->right, b->right) == 0;
}

static void
add_screen (Reader            *self,
            SoulsFlow         *flow,
            SoulsLessonScreen *before)
{
  if (is_same (&self->screen, before))
    return;
  add_chart (self, flow, self->screen.left);
  add_chart (self, flow, self->screen.right);
  *before = self->screen;
}

/* (transfer full) */
static char *
say_minutes (const SoulsSheet *sheet,
             int               minutes)
{
  const char *pattern =
    souls_words_say_plural (sheet->options->words, minutes_pattern[0], minutes_pattern[1], (unsigned long) minutes);
  g_auto (GStrv) parts = g_strsplit (pattern, "%d", 2);
  g_autofree char *number = g_strdup_printf ("%d", minutes);

  return g_strjoinv (number, parts);
}

static void
add_front_page (const SoulsSheet  *sheet,
                const SoulsLesson *lesson,
                SoulsFlow         *flow)
{
  g_autofree char *author = lesson->author != NULL ? souls_sheet_fill (sheet, N_("By %1$s"), lesson->author, NULL) : NULL;
  g_autofree char *time = say_minutes (sheet, lesson->minutes);

  souls_flow_add_text (flow, SOULS_ROLE_TITLE, translate (sheet, lesson, lesson->title));
  souls_flow_add_text (flow, SOULS_ROLE_LEAD, translate (sheet, lesson, lesson->summary));
  souls_flow_add_text (flow, SOULS_ROLE_DIM, author);
  souls_flow_add_text (flow, SOULS_ROLE_DIM, time);
}

static gboolean
add_answers (Reader    *self,
             SoulsFlow *flow,
             GError   **error)
{
  SoulsLessonScreen shown = { NULL };

  souls_flow_break (flow);
  souls_flow_add_text (flow, SOULS_ROLE_TITLE, souls_sheet_say (self->sheet, N_("Answers")));
  for (int i = 0; i < souls_lesson_get_n_steps (self->lesson); i++)
    {
      const SoulsLessonStep *step = souls_lesson_get_step (self->lesson, i);
      g_autoptr (Part) part = NULL;

      if (!step->has_reveal && step->ask.kind == SOULS_ASK_NONE)
        continue;
      if ((part = read_back (self, i, error)) == NULL)
        return FALSE;
      add_part (flow, part);
      add_screen (self, flow, &shown);
    }
  return TRUE;
}

static gboolean
make_paper (Reader  *self,
            GError **error)
{
  g_autoptr (SoulsFlow) flow = souls_sheet_start (self->sheet);
  SoulsLessonScreen shown = { NULL };

  add_front_page (self->sheet, self->lesson, flow);
  for (int i = 0; i < souls_lesson_get_n_steps (self->lesson); i++)
    {
      g_autoptr (Part) part = read_front (self, i, error);

      if (part == NULL)
        return FALSE;
      add_part (flow, part);
      if (!self->screen.hidden)
        add_screen (self, flow, &shown);
    }
  if (self->sheet->options->answers && !add_answers (self, flow, error))
    return FALSE;
  souls_sheet_pour (self->sheet, flow);
  return TRUE;
}

/* @data: a #Reader */
static void
fill_title_slide (SoulsFlow *flow,
                  gpointer   data)
{
  const Reader *self = data;

  add_front_page (self->sheet, self->lesson, flow);
}

static gboolean
add_step_slides (Reader  *self,
                 int      index,
                 GError **error)
{
  g_autoptr (Part) front = read_front (self, index, error);
  g_autoptr (Part) back = NULL;

  if (front == NULL)
    return FALSE;
  souls_sheet_add_slide (self->sheet, add_part, front, self->situation, self->screen.hidden ? NULL : self->screen.left,
                         self->screen.hidden ? NULL : self->screen.right);
  if (!self->sheet->options->answers || !self->step->has_reveal)
    return TRUE;
  if ((back = read_back (self, index, error)) == NULL)
    return FALSE;
  /* A chart shows the line better. */
  if (self->screen.left != NULL)
    g_clear_pointer (&back->values, g_free);
  souls_sheet_add_slide (self->sheet, add_part, back, self->situation, self->screen.left, self->screen.right);
  return TRUE;
}

static gboolean
make_slides (Reader  *self,
             GError **error)
{
  souls_sheet_add_title_slide (self->sheet, fill_title_slide, self);
  for (int i = 0; i < souls_lesson_get_n_steps (self->lesson); i++)
    if (!add_step_slides (self, i, error))
      return FALSE;
  return TRUE;
}

/**
 * souls_handout_new_lesson:
 * @error: an error of %SOULS_EXPRESSION_ERROR, with the step
 *
 * Lays a lesson out on pages. What is hidden in the window until the answer is given stands with the answers only.
 *
 * Returns: (transfer full) (nullable): the pages
 */
SoulsPages *
souls_handout_new_lesson (const SoulsLesson         *lesson,
                          SoulsDataSet              *data,
                          const SoulsHandoutOptions *options,
                          GError                   **error)
{
  g_auto (SoulsSheet) sheet = { 0 };
  g_auto (Reader) reader = { .sheet = &sheet, .lesson = lesson };
  const char *title;

  reader.context.facts = souls_data_set_get_estimates (data, error);
  if (reader.context.facts == NULL)
    return NULL;
  souls_sheet_init (&sheet, options, data);
  title = translate (&sheet, lesson, lesson->title);
  souls_sheet_set_source (&sheet, title, souls_data_set_get_last_year (data), NULL);
  if (!(souls_sheet_is_slides (&sheet) ? make_slides (&reader, error) : make_paper (&reader, error)))
    return NULL;
  return souls_sheet_finish (&sheet, title, translate (&sheet, lesson, lesson->summary));
}
