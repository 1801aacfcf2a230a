/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-lesson.h"

#include <string.h>

G_DEFINE_QUARK (souls-lesson-error-quark, souls_lesson_error)

/**
 * souls_ask_kind_id:
 * @kind: what is asked for
 *
 * Returns: (nullable): the element's name, or %NULL where nothing is asked
 */
const char *
souls_ask_kind_id (SoulsAskKind kind)
{
  static const char *const ids[SOULS_N_ASK_KINDS] = {
    [SOULS_ASK_CHOICE] = "choice", [SOULS_ASK_NUMBER] = "number",
    [SOULS_ASK_LINE] = "line", [SOULS_ASK_SLIDER] = "slider",
  };

  g_return_val_if_fail ((guint) kind < SOULS_N_ASK_KINDS, NULL);
  return ids[kind];
}

/**
 * souls_lesson_screen_copy:
 * @self: (out caller-allocates): holds nothing before
 * @source: what is copied
 */
void
souls_lesson_screen_copy (SoulsLessonScreen       *self,
                          const SoulsLessonScreen *source)
{
  *self = *source;
  self->scenario = source->scenario != NULL ? souls_scenario_copy (source->scenario) : NULL;
  self->preset = g_strdup (source->preset);
  self->left = g_strdup (source->left);
  self->right = g_strdup (source->right);
}

/**
 * souls_lesson_screen_clear:
 * @self: holds nothing afterwards
 */
void
souls_lesson_screen_clear (SoulsLessonScreen *self)
{
  souls_scenario_free (self->scenario);
  g_free (self->preset);
  g_free (self->left);
  g_free (self->right);
  memset (self, 0, sizeof *self);
}

/**
 * souls_lesson_screen_equal:
 * @a: a screen
 * @b: another
 *
 * Returns: whether both show the same
 */
gboolean
souls_lesson_screen_equal (const SoulsLessonScreen *a,
                           const SoulsLessonScreen *b)
{
  if ((a->scenario == NULL) != (b->scenario == NULL))
    return FALSE;
  if (a->scenario != NULL && !souls_scenario_equal (a->scenario, b->scenario))
    return FALSE;
  return a->year == b->year && a->hidden == b->hidden && g_strcmp0 (a->preset, b->preset) == 0 &&
         g_strcmp0 (a->left, b->left) == 0 && g_strcmp0 (a->right, b->right) == 0;
}

static void
copy_ask (SoulsAsk       *self,
          const SoulsAsk *source)
{
  *self = *source;
  self->question = g_strdup (source->question);
  self->answer = g_strdup (source->answer);
  for (int i = 0; i < source->n_options; i++)
    {
      self->options[i].text = g_strdup (source->options[i].text);
      self->options[i].when = g_strdup (source->options[i].when);
    }
}

static void
clear_ask (SoulsAsk *self)
{
  g_free (self->question);
  g_free (self->answer);
  for (int i = 0; i < self->n_options; i++)
    {
      g_free (self->options[i].text);
      g_free (self->options[i].when);
    }
}

static gboolean
has_equal_options (const SoulsAsk *a,
                   const SoulsAsk *b)
{
  if (a->n_options != b->n_options)
    return FALSE;
  for (int i = 0; i < a->n_options; i++)
    if (g_strcmp0 (a->options[i].text, b->options[i].text) != 0 ||
        g_strcmp0 (a->options[i].when, b->options[i].when) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
has_equal_ask (const SoulsAsk *a,
               const SoulsAsk *b)
{
  if (a->kind != b->kind || g_strcmp0 (a->question, b->question) != 0 ||
      g_strcmp0 (a->answer, b->answer) != 0 || !has_equal_options (a, b))
    return FALSE;
  if (a->kind == SOULS_ASK_SLIDER)
    return a->driver == b->driver;
  if (a->kind == SOULS_ASK_LINE &&
      (a->metric != b->metric || a->from != b->from || a->to != b->to || a->shown != b->shown))
    return FALSE;
  return a->low == b->low && a->high == b->high && a->close == b->close;
}

/**
 * souls_lesson_step_new:
 * @id: its own in the lesson
 * @title: a few words
 *
 * Returns: (transfer full): a step that says and asks nothing
 */
SoulsLessonStep *
souls_lesson_step_new (const char *id,
                       const char *title)
{
  SoulsLessonStep *self = g_new0 (SoulsLessonStep, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->text = g_new0 (char *, 1);
  return self;
}

/**
 * souls_lesson_step_copy:
 * @self: a step
 *
 * Returns: (transfer full): another like it
 */
SoulsLessonStep *
souls_lesson_step_copy (const SoulsLessonStep *self)
{
  SoulsLessonStep *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->text = g_strdupv (self->text);
  copy->notes = g_strdupv (self->notes);
  copy->reveal = g_strdupv (self->reveal);
  copy_ask (&copy->ask, &self->ask);
  souls_lesson_screen_copy (&copy->screen, &self->screen);
  souls_lesson_screen_copy (&copy->reveal_screen, &self->reveal_screen);
  return copy;
}

/**
 * souls_lesson_step_free:
 * @self: (nullable) (transfer full): a step
 */
void
souls_lesson_step_free (SoulsLessonStep *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_strfreev (self->text);
  g_strfreev (self->notes);
  g_strfreev (self->reveal);
  clear_ask (&self->ask);
  souls_lesson_screen_clear (&self->screen);
  souls_lesson_screen_clear (&self->reveal_screen);
  g_free (self);
}

/* No paragraphs and none are the same. */
static gboolean
has_equal_paragraphs (char *const *a,
                      char *const *b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a != NULL ? (const char *const *) a : none, b != NULL ? (const char *const *) b : none);
}

static gboolean
has_equal_free (const SoulsLessonStep *a,
                const SoulsLessonStep *b)
{
  return a->n_free == b->n_free && memcmp (a->free, b->free, (size_t) a->n_free * sizeof *a->free) == 0;
}

static gboolean
has_equal_step (const SoulsLessonStep *a,
                const SoulsLessonStep *b)
{
  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         has_equal_paragraphs (a->text, b->text) && has_equal_paragraphs (a->notes, b->notes) &&
         souls_lesson_screen_equal (&a->screen, &b->screen) && has_equal_ask (&a->ask, &b->ask) &&
         has_equal_free (a, b) && a->has_reveal == b->has_reveal &&
         has_equal_paragraphs (a->reveal, b->reveal) &&
         souls_lesson_screen_equal (&a->reveal_screen, &b->reveal_screen);
}

/**
 * souls_lesson_new:
 *
 * Returns: (transfer full): a lesson without a step
 */
SoulsLesson *
souls_lesson_new (void)
{
  SoulsLesson *self = g_new0 (SoulsLesson, 1);

  self->minutes = 1;
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) souls_lesson_step_free);
  return self;
}

/**
 * souls_lesson_copy:
 * @self: a lesson
 *
 * Returns: (transfer full): another like it
 */
SoulsLesson *
souls_lesson_copy (const SoulsLesson *self)
{
  SoulsLesson *copy = souls_lesson_new ();

  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->summary = g_strdup (self->summary);
  copy->author = g_strdup (self->author);
  copy->minutes = self->minutes;
  copy->path = g_strdup (self->path);
  for (guint i = 0; i < self->steps->len; i++)
    g_ptr_array_add (copy->steps, souls_lesson_step_copy (g_ptr_array_index (self->steps, i)));
  return copy;
}

/**
 * souls_lesson_free:
 * @self: (nullable) (transfer full): a lesson
 */
void
souls_lesson_free (SoulsLesson *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->author);
  g_free (self->path);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * souls_lesson_equal:
 * @a: a lesson
 * @b: another
 *
 * Returns: whether both say the same, whatever their files are called
 */
gboolean
souls_lesson_equal (const SoulsLesson *a,
                    const SoulsLesson *b)
{
  if (g_strcmp0 (a->title, b->title) != 0 || g_strcmp0 (a->summary, b->summary) != 0 ||
      g_strcmp0 (a->author, b->author) != 0 || a->minutes != b->minutes || a->steps->len != b->steps->len)
    return FALSE;
  for (guint i = 0; i < a->steps->len; i++)
    if (!has_equal_step (g_ptr_array_index (a->steps, i), g_ptr_array_index (b->steps, i)))
      return FALSE;
  return TRUE;
}

/**
 * souls_lesson_get_n_steps:
 *
 * Returns: how many steps there are
 */
int
souls_lesson_get_n_steps (const SoulsLesson *self)
{
  return (int) self->steps->len;
}

/**
 * souls_lesson_get_step:
 * @index: from 0
 *
 * Returns: (transfer none): the step
 */
const SoulsLessonStep *
souls_lesson_get_step (const SoulsLesson *self,
                       int                index)
{
  g_return_val_if_fail (0 <= index && index < souls_lesson_get_n_steps (self), NULL);
  return g_ptr_array_index (self->steps, (guint) index);
}

/* What @next does not say stays; whether the charts are covered is each step's own. */
static void
go_on (SoulsLessonScreen       *screen,
       const SoulsLessonScreen *next)
{
  if (next->scenario != NULL)
    {
      screen->scenario = next->scenario;
      screen->preset = next->preset;
    }
  if (next->year != 0)
    screen->year = next->year;
  if (next->left != NULL)
    {
      screen->left = next->left;
      screen->right = next->right;
    }
}

/**
 * souls_lesson_get_screen:
 * @index: of the step
 * @revealed: whether its reveal has come
 * @screen: (out caller-allocates): strings and scenario are borrowed from @self; %NULL or 0 what no step has said yet
 *
 * Works out what is seen, each member from the last step that says it.
 */
void
souls_lesson_get_screen (const SoulsLesson *self,
                         int                index,
                         gboolean           revealed,
                         SoulsLessonScreen *screen)
{
  g_return_if_fail (0 <= index && index < souls_lesson_get_n_steps (self));

  memset (screen, 0, sizeof *screen);
  for (int i = 0; i <= index; i++)
    {
      const SoulsLessonStep *step = souls_lesson_get_step (self, i);

      go_on (screen, &step->screen);
      if (i < index || revealed)
        go_on (screen, &step->reveal_screen);
    }
  screen->hidden = !revealed && souls_lesson_get_step (self, index)->screen.hidden;
}
