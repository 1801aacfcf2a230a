/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include "souls-lesson-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "souls-app-words.h"
#include "souls-expression.h"
#include "souls-signs.h"
#include "souls-view-input.h"

#define PER_CENT 100.0

/* Of a slider, how much of its range still counts as close. */
#define CLOSE_PART 0.1

struct _SoulsLessonText
{
  SoulsLessonRun *run;       /* borrowed: lives longer */
  const SoulsLesson *lesson;
  SoulsSession *session;     /* of its own */
  SoulsViewInput input;
  SoulsTextContext context;
  SoulsQuantity answer;
  SoulsQuantity truth;
};

/**
 * souls_lesson_text_new:
 * @run: the lesson; lives longer
 *
 * Returns: (transfer full): its texts
 */
SoulsLessonText *
souls_lesson_text_new (SoulsLessonRun *run)
{
  SoulsLessonText *self = g_new0 (SoulsLessonText, 1);
  SoulsDataSet *data = souls_session_get_data (souls_lesson_run_get_session (run));

  self->run = run;
  self->lesson = souls_lesson_run_get_lesson (run);
  self->session = souls_session_new (data);
  self->context.input = &self->input.input;
  self->context.facts = souls_data_set_get_estimates (data, NULL);
  return self;
}

void
souls_lesson_text_free (SoulsLessonText *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->session);
  g_free (self);
}

/**
 * souls_lesson_translate:
 * @text: (nullable): as the lesson has it
 *
 * Returns: (transfer none): in the reader's language where the lesson ships, else as it is
 */
const char *
souls_lesson_translate (const SoulsLesson *lesson,
                        const char        *text)
{
  if (text == NULL || *text == '\0')
    return "";
  return lesson->path == NULL ? souls_words_say (souls_app_words (), text) : text;
}

static const SoulsAsk *
get_ask (SoulsLessonText *self,
         int              index)
{
  return &souls_lesson_get_step (self->lesson, index)->ask;
}

static void
fill (SoulsLessonText *self)
{
  souls_view_input_fill (&self->input, self->session, SOULS_CHART_TIMELINE, 0, souls_app_words ());
}

/* What is asked for from here on is of that step, before or after its reveal. */
static void
look (SoulsLessonText *self,
      int              index,
      gboolean         revealed)
{
  g_autoptr (SoulsScenario) scenario = NULL;
  SoulsLessonScreen screen;

  souls_lesson_get_screen (self->lesson, index, revealed, &screen);
  scenario = screen.scenario != NULL ? souls_scenario_copy (screen.scenario) : souls_scenario_new ();
  /* The lesson's reader has checked it against the same data. */
  souls_session_load (self->session, scenario, NULL);
  souls_session_set_year (self->session, screen.year != 0 ? screen.year : souls_session_get_base_year (self->session));
  fill (self);
  self->context.answer = self->context.truth = NULL;
}

static char *
expand_translated (SoulsLessonText *self,
                   const char      *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = souls_text_expand (text, &self->context, &error);

  if (said != NULL)
    return souls_signs_join (said);
  /* Translators: a text of a lesson and what is wrong with it */
  return g_strdup_printf (_("%1$s (%2$s)"), text, error->message);
}

static char *
expand (SoulsLessonText *self,
        const char      *text)
{
  return expand_translated (self, souls_lesson_translate (self->lesson, text));
}

static char **
expand_all (SoulsLessonText *self,
            char           **paragraphs)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; paragraphs != NULL && paragraphs[i] != NULL; i++)
    {
      g_autofree char *said = expand (self, paragraphs[i]);

      g_strv_builder_add (builder, said);
    }
  return g_strv_builder_end (builder);
}

char *
souls_lesson_text_title (SoulsLessonText *self,
                         int              index)
{
  look (self, index, FALSE);
  return expand (self, souls_lesson_get_step (self->lesson, index)->title);
}

char **
souls_lesson_text_paragraphs (SoulsLessonText *self,
                              int              index)
{
  look (self, index, FALSE);
  return expand_all (self, souls_lesson_get_step (self->lesson, index)->text);
}

char **
souls_lesson_text_notes (SoulsLessonText *self,
                         int              index)
{
  look (self, index, FALSE);
  return expand_all (self, souls_lesson_get_step (self->lesson, index)->notes);
}

char *
souls_lesson_text_question (SoulsLessonText *self,
                            int              index)
{
  look (self, index, FALSE);
  return expand (self, get_ask (self, index)->question);
}

char *
souls_lesson_text_option (SoulsLessonText *self,
                          int              index,
                          int              option)
{
  g_return_val_if_fail (option >= 0 && option < get_ask (self, index)->n_options, NULL);

  look (self, index, FALSE);
  return expand (self, get_ask (self, index)->options[option].text);
}

/* Where the asked slider stands as the reader sees it; that is the answer where nothing is known to be so. */
static SoulsQuantity
quantity_of (SoulsLessonText *self,
             const SoulsAsk  *ask,
             const SoulsQuantity *truth,
             double           shown)
{
  const SoulsQuantity like = truth != NULL ? *truth : souls_quantity_driver (ask->driver, 0.0);
  SoulsQuantity said = souls_quantity_from_shown (&like, shown);

  said.with_sign = FALSE;
  return said;
}

static gboolean
evaluate_truth (SoulsLessonText *self,
                const SoulsAsk  *ask,
                SoulsQuantity   *truth)
{
  return ask->answer != NULL && (ask->kind == SOULS_ASK_NUMBER || ask->kind == SOULS_ASK_SLIDER) &&
         souls_expression_evaluate (ask->answer, &self->context, truth, NULL) && isfinite (truth->value);
}

/**
 * souls_lesson_text_truth:
 * @index: of a step that asks for a number or a slider
 * @truth: (out): what is so, of what the reveal shows
 *
 * Returns: whether anybody knows
 */
gboolean
souls_lesson_text_truth (SoulsLessonText *self,
                         int              index,
                         SoulsQuantity   *truth)
{
  look (self, index, TRUE);
  return evaluate_truth (self, get_ask (self, index), truth);
}

/**
 * souls_lesson_text_line:
 * @index: of a step that asks for a line
 * @points: (out caller-allocates): by year from the first on, in the unit shown
 *
 * Returns: whether there is any value
 */
gboolean
souls_lesson_text_line (SoulsLessonText *self,
                        int              index,
                        double           points[SOULS_MAX_LINE_YEARS])
{
  const SoulsAsk *ask = get_ask (self, index);
  const double scale = souls_metric_info (ask->metric)->unit == SOULS_UNIT_PERCENT ? PER_CENT : 1.0;
  gboolean any = FALSE;

  look (self, index, TRUE);
  for (int i = 0; i < SOULS_MAX_LINE_YEARS; i++)
    {
      points[i] = NAN;
      if (ask->kind == SOULS_ASK_LINE && ask->from + i <= ask->to)
        points[i] = souls_chart_input_value (&self->input.input, ask->metric, ask->from + i) * scale;
      any |= isfinite (points[i]);
    }
  return any;
}

/**
 * souls_lesson_text_options:
 * @index: of a step that asks for a choice
 * @right: (out caller-allocates): which options are right
 *
 * Returns: whether it is not a matter of opinion
 */
gboolean
souls_lesson_text_options (SoulsLessonText *self,
                           int              index,
                           gboolean         right[SOULS_MAX_LESSON_OPTIONS])
{
  const SoulsAsk *ask = get_ask (self, index);
  gboolean known = FALSE;

  look (self, index, TRUE);
  for (int i = 0; i < SOULS_MAX_LESSON_OPTIONS; i++)
    {
      right[i] = FALSE;
      if (i < ask->n_options && ask->options[i].when != NULL)
        known |= souls_condition_holds (ask->options[i].when, &self->context, &right[i], NULL);
    }
  return known;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
median (GArray *numbers)
{
  const guint n = numbers->len;

  g_array_sort (numbers, compare_numbers);
  return (g_array_index (numbers, double, (n - 1) / 2) + g_array_index (numbers, double, n / 2)) / 2.0;
}

/* The class's option is the one that most have chosen. */
static void
gather_votes (SoulsLessonText *self,
              const SoulsAsk  *ask,
              SoulsAnswer     *answer)
{
  const guint n = souls_lesson_run_get_n_votes (self->run);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  guint count[SOULS_MAX_LESSON_OPTIONS] = { 0 };

  *answer = (SoulsAnswer) { .given = TRUE };
  for (guint i = 0; i < n; i++)
    {
      const SoulsAnswer *vote = souls_lesson_run_get_vote (self->run, i);

      g_array_append_val (numbers, vote->number);
      if (ask->kind == SOULS_ASK_CHOICE)
        count[vote->option]++;
    }
  answer->number = median (numbers);
  for (int i = 1; i < ask->n_options; i++)
    if (count[i] > count[answer->option])
      answer->option = i;
  for (int year = 0; ask->kind == SOULS_ASK_LINE && year <= ask->to - ask->from; year++)
    {
      g_array_set_size (numbers, 0);
      for (guint i = 0; i < n; i++)
        {
          const double point = souls_lesson_run_get_vote (self->run, i)->points[year];

          if (isfinite (point))
            g_array_append_val (numbers, point);
        }
      answer->points[year] = numbers->len > 0 ? median (numbers) : NAN;
    }
}

/**
 * souls_lesson_text_answer:
 * @answer: (out): the reader's own, else the middle of a class's
 *
 * Returns: whether there is an answer
 */
gboolean
souls_lesson_text_answer (SoulsLessonText *self,
                          int              index,
                          SoulsAnswer     *answer)
{
  *answer = *souls_lesson_run_get_answer_at (self->run, index);
  if (answer->given)
    return TRUE;
  if (index != souls_lesson_run_get_index (self->run) || souls_lesson_run_get_n_votes (self->run) == 0)
    return FALSE;
  gather_votes (self, get_ask (self, index), answer);
  return TRUE;
}

/* The slider goes where it was put, unless the reveal takes it elsewhere. */
static void
place_slider (SoulsLessonText *self,
              int              index,
              double           shown)
{
  const SoulsAsk *ask = get_ask (self, index);
  const SoulsCalibration *calibration = souls_session_get_calibration (self->session);

  if (souls_lesson_get_step (self->lesson, index)->reveal_screen.scenario != NULL)
    return;
  souls_session_set_driver (self->session, ask->driver,
                            CLAMP (souls_driver_from_shown (ask->driver, shown), calibration->min[ask->driver],
                                   calibration->max[ask->driver]), NULL);
  fill (self);
}

/* Answer and truth are those of the reveal. Returns whether there is an answer that a text can speak of. */
static gboolean
look_at_answer (SoulsLessonText *self,
                int              index)
{
  const SoulsAsk *ask = get_ask (self, index);
  SoulsAnswer answer;
  gboolean known;

  look (self, index, TRUE);
  known = evaluate_truth (self, ask, &self->truth);
  if (known)
    self->context.truth = &self->truth;
  if ((ask->kind != SOULS_ASK_SLIDER && ask->kind != SOULS_ASK_NUMBER) ||
      !souls_lesson_text_answer (self, index, &answer))
    return FALSE;
  self->answer = quantity_of (self, ask, known ? &self->truth : NULL, answer.number);
  self->context.answer = &self->answer;
  if (ask->kind == SOULS_ASK_SLIDER)
    place_slider (self, index, answer.number);
  return TRUE;
}

/* Without an answer nothing is said of one; a paragraph that spoke of nothing else is not there. */
static char **
expand_without_answer (SoulsLessonText *self,
                       char           **paragraphs)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; paragraphs != NULL && paragraphs[i] != NULL; i++)
    {
      g_autofree char *left = souls_text_leave_out_answer (souls_lesson_translate (self->lesson, paragraphs[i]));
      g_autofree char *said = expand_translated (self, left);

      if (*said != '\0')
        g_strv_builder_add (builder, said);
    }
  return g_strv_builder_end (builder);
}

/**
 * souls_lesson_text_reveal:
 *
 * Returns: (transfer full): the paragraphs that come with the answer
 */
char **
souls_lesson_text_reveal (SoulsLessonText *self,
                          int              index)
{
  char **paragraphs = souls_lesson_get_step (self->lesson, index)->reveal;

  return look_at_answer (self, index) ? expand_all (self, paragraphs) : expand_without_answer (self, paragraphs);
}

/* How far off still counts as close, in the unit shown. */
static double
get_close (SoulsLessonText *self,
           const SoulsAsk  *ask)
{
  const SoulsCalibration *calibration = souls_session_get_calibration (self->session);

  if (ask->kind != SOULS_ASK_SLIDER)
    return ask->close;
  return CLOSE_PART * (souls_driver_to_shown (ask->driver, calibration->max[ask->driver]) -
                       souls_driver_to_shown (ask->driver, calibration->min[ask->driver]));
}

static SoulsJudgement
judge_distance (double distance,
                double close)
{
  if (distance > close)
    return SOULS_JUDGEMENT_WRONG;
  /* Nobody hits a number to the last digit: a tenth of close is right. */
  return distance <= close / 10.0 ? SOULS_JUDGEMENT_RIGHT : SOULS_JUDGEMENT_CLOSE;
}

static SoulsJudgement
judge_line (SoulsLessonText   *self,
            int                index,
            const SoulsAnswer *answer)
{
  const SoulsAsk *ask = get_ask (self, index);
  double truth[SOULS_MAX_LINE_YEARS];
  double sum = 0.0;
  int n = 0;

  if (!souls_lesson_text_line (self, index, truth))
    return SOULS_JUDGEMENT_NONE;
  for (int i = 0; i <= ask->to - ask->from; i++)
    if (ask->from + i > ask->shown && isfinite (truth[i]) && isfinite (answer->points[i]))
      {
        sum += fabs (answer->points[i] - truth[i]);
        n++;
      }
  return n > 0 ? judge_distance (sum / n, get_close (self, ask)) : SOULS_JUDGEMENT_NONE;
}

/**
 * souls_lesson_text_judge:
 *
 * Returns: how good the answer to the step at @index is
 */
SoulsJudgement
souls_lesson_text_judge (SoulsLessonText *self,
                         int              index)
{
  const SoulsAsk *ask = get_ask (self, index);
  gboolean right[SOULS_MAX_LESSON_OPTIONS];
  SoulsQuantity truth;
  SoulsAnswer answer;

  if (!souls_lesson_text_answer (self, index, &answer))
    return SOULS_JUDGEMENT_NONE;
  switch (ask->kind)
    {
    case SOULS_ASK_CHOICE:
      if (!souls_lesson_text_options (self, index, right))
        return SOULS_JUDGEMENT_NONE;
      return right[answer.option] ? SOULS_JUDGEMENT_RIGHT : SOULS_JUDGEMENT_WRONG;
    case SOULS_ASK_NUMBER:
    case SOULS_ASK_SLIDER:
      if (!souls_lesson_text_truth (self, index, &truth))
        return SOULS_JUDGEMENT_NONE;
      return judge_distance (fabs (answer.number - souls_quantity_to_shown (&truth)), get_close (self, ask));
    case SOULS_ASK_LINE:
      return judge_line (self, index, &answer);
    case SOULS_ASK_NONE:
    case SOULS_N_ASK_KINDS:
    default:
      return SOULS_JUDGEMENT_NONE;
    }
}

static char *
say_line_gap (SoulsLessonText   *self,
              int                index,
              const SoulsAnswer *answer)
{
  const SoulsAsk *ask = get_ask (self, index);
  const SoulsUnit unit = souls_metric_info (ask->metric)->unit;
  const double scale = unit == SOULS_UNIT_PERCENT ? PER_CENT : 1.0;
  double said[SOULS_MAX_LINE_YEARS], truth[SOULS_MAX_LINE_YEARS];
  int years[SOULS_MAX_LINE_YEARS];
  const int n = ask->to - ask->from + 1;

  souls_lesson_text_line (self, index, truth);
  for (int i = 0; i < n; i++)
    {
      years[i] = ask->from + i;
      said[i] = years[i] > ask->shown ? answer->points[i] / scale : NAN;
      truth[i] /= scale;
    }
  return souls_gap_say_line (souls_app_words (), unit, said, truth, years, n);
}

static char *
say_choice_gap (SoulsLessonText   *self,
                int                index,
                const SoulsAnswer *answer)
{
  gboolean right[SOULS_MAX_LESSON_OPTIONS];
  g_autofree char *said = NULL, *truth = NULL;

  if (!souls_lesson_text_options (self, index, right))
    return NULL;
  said = souls_lesson_text_option (self, index, answer->option);
  if (right[answer->option])
    /* Translators: %s is the option that was chosen, which is right */
    return g_strdup_printf (_("You said “%s”, and so it is."), said);
  for (int i = 0; i < get_ask (self, index)->n_options && truth == NULL; i++)
    if (right[i])
      truth = souls_lesson_text_option (self, index, i);
  if (truth == NULL)
    return NULL;
  return g_strdup_printf (_("You said “%1$s”; it is “%2$s”."), said, truth);
}

static char *
say_gap (SoulsLessonText *self,
         int              index)
{
  const SoulsAsk *ask = get_ask (self, index);
  SoulsQuantity truth, said;
  SoulsAnswer answer;

  if (!souls_lesson_text_answer (self, index, &answer))
    return NULL;
  if (ask->kind == SOULS_ASK_LINE)
    return say_line_gap (self, index, &answer);
  if (ask->kind == SOULS_ASK_CHOICE)
    return say_choice_gap (self, index, &answer);
  if (!souls_lesson_text_truth (self, index, &truth))
    return NULL;
  said = quantity_of (self, ask, &truth, answer.number);
  return souls_gap_say (souls_app_words (), &said, &truth, get_close (self, ask));
}

/**
 * souls_lesson_text_gap:
 *
 * Returns: (transfer full) (nullable): what was said, what is so, and how far apart that is
 */
char *
souls_lesson_text_gap (SoulsLessonText *self,
                       int              index)
{
  g_autofree char *gap = say_gap (self, index);

  return gap != NULL ? souls_signs_join (gap) : NULL;
}

static const struct
{
  const char *words;
  const char *icon;
  const char *css_class;
} judgements[] = {
  [SOULS_JUDGEMENT_NONE] = { N_("Your answer"), "dialog-information-symbolic", "judged-none" },
  [SOULS_JUDGEMENT_RIGHT] = { N_("Right"), "emblem-ok-symbolic", "judged-right" },
  [SOULS_JUDGEMENT_CLOSE] = { N_("Close"), "find-location-symbolic", "judged-close" },
  [SOULS_JUDGEMENT_WRONG] = { N_("Not so"), "process-stop-symbolic", "judged-wrong" },
};

const char *
souls_judgement_words (SoulsJudgement judgement)
{
  return _(judgements[judgement].words);
}

const char *
souls_judgement_icon (SoulsJudgement judgement)
{
  return judgements[judgement].icon;
}

const char *
souls_judgement_class (SoulsJudgement judgement)
{
  return judgements[judgement].css_class;
}
