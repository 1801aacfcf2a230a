/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-lesson.h"

#include <math.h>
#include <string.h>

#include "souls-lesson-reader.h"
#include "souls-shelf.h"
#include "souls-text.h"

/* What is read, and against what. */
typedef struct
{
  const SoulsDataSet *data;
  const SoulsPresets *presets;
  SoulsLesson *lesson;
  GError **error;
} Reader;

static gboolean
read_option (Reader         *reader,
             const SoulsXml *option,
             SoulsAsk       *ask)
{
  SoulsOption *added;

  if (ask->n_options == SOULS_MAX_LESSON_OPTIONS)
    {
      souls_xml_complain (option, NULL, SOULS_LESSON_ERROR_FORM, reader->error, "expected at most %d, found more",
                          SOULS_MAX_LESSON_OPTIONS);
      return FALSE;
    }
  if (!souls_xml_check (option, (const char *const[]) { "when", NULL }, TRUE, reader->error) ||
      (souls_xml_get (option, "when") != NULL && souls_xml_require (option, "when", reader->error) == NULL))
    return FALSE;
  added = &ask->options[ask->n_options++];
  added->text = g_strdup (option->text->str);
  added->when = g_strdup (souls_xml_get (option, "when"));
  return TRUE;
}

static gboolean
read_options (Reader         *reader,
              SoulsXmlCursor *cursor,
              SoulsAsk       *ask)
{
  const SoulsXml *option;

  while (ask->n_options < 2)
    if ((option = souls_xml_need (cursor, "option", reader->error)) == NULL || !read_option (reader, option, ask))
      return FALSE;
  while ((option = souls_xml_take (cursor, "option")) != NULL)
    if (!read_option (reader, option, ask))
      return FALSE;
  return TRUE;
}

static gboolean
read_answer (Reader         *reader,
             const SoulsXml *node,
             SoulsAsk       *ask)
{
  const char *answer = souls_xml_require (node, "answer", reader->error);

  ask->answer = g_strdup (answer);
  return answer != NULL;
}

static gboolean
read_range (Reader         *reader,
            const SoulsXml *node,
            SoulsAsk       *ask)
{
  if (souls_xml_require (node, "low", reader->error) == NULL || souls_xml_require (node, "high", reader->error) == NULL ||
      !souls_xml_read_number (node, "low", &ask->low, reader->error) ||
      !souls_xml_read_number (node, "high", &ask->high, reader->error))
    return FALSE;
  if (ask->low >= ask->high || !isfinite (ask->high - ask->low))
    {
      souls_xml_complain (node, "high", SOULS_LESSON_ERROR_VALUE, reader->error,
                          "expected more than low, and not too far from it, found “%s”", souls_xml_get (node, "high"));
      return FALSE;
    }
  ask->close = (ask->high - ask->low) / 10;
  if (!souls_xml_read_number (node, "close", &ask->close, reader->error))
    return FALSE;
  if (ask->close > 0 && ask->close <= ask->high - ask->low)
    return TRUE;
  souls_xml_complain (node, "close", SOULS_LESSON_ERROR_VALUE, reader->error,
                      "expected a number above zero and at most high − low, found “%s”", souls_xml_get (node, "close"));
  return FALSE;
}

static gboolean
read_metric (Reader         *reader,
             const SoulsXml *node,
             SoulsAsk       *ask)
{
  const char *id = souls_xml_require (node, "metric", reader->error);
  const char *ids[SOULS_N_METRICS + 1] = { NULL };
  g_autofree char *quote = NULL;
  g_autofree char *hint = NULL;

  if (id == NULL)
    return FALSE;
  if (souls_metric_from_id (id, &ask->metric))
    return TRUE;
  for (int i = 0; i < SOULS_N_METRICS; i++)
    ids[i] = souls_metric_info ((SoulsMetric) i)->id;
  quote = souls_text_quote (id);
  hint = souls_text_hint (id, ids);
  souls_xml_complain (node, "metric", SOULS_LESSON_ERROR_VALUE, reader->error, "there is no metric %s%s", quote, hint);
  return FALSE;
}

/* The last year that the scenario of the step that is read last knows. */
static int
get_last_year (Reader *reader)
{
  const int n = souls_lesson_get_n_steps (reader->lesson);
  const int last_year = souls_data_set_get_last_year (reader->data);
  SoulsLessonScreen screen;

  souls_lesson_get_screen (reader->lesson, n - 1, FALSE, &screen);
  if (screen.scenario == NULL)
    return last_year + SOULS_SETTINGS_DEFAULT.horizon;
  return (screen.scenario->base_year != 0 ? screen.scenario->base_year : last_year) + screen.scenario->settings.horizon;
}

static gboolean
read_line (Reader         *reader,
           const SoulsXml *node,
           SoulsAsk       *ask)
{
  const int first = souls_data_set_get_first_year (reader->data);

  return read_metric (reader, node, ask) && souls_xml_require (node, "from", reader->error) != NULL &&
         souls_xml_require (node, "to", reader->error) != NULL &&
         souls_xml_read_whole (node, "from", first, get_last_year (reader) - 1, &ask->from, reader->error) &&
         souls_xml_read_whole (node, "to", ask->from + 1, get_last_year (reader), &ask->to, reader->error) &&
         souls_xml_read_whole (node, "shown", ask->from, ask->to - 1, &ask->shown, reader->error) &&
         read_range (reader, node, ask);
}

static gboolean
read_slider (Reader         *reader,
             const SoulsXml *node,
             SoulsAsk       *ask)
{
  return souls_xml_read_driver (node, &ask->driver, reader->error) &&
         (souls_xml_get (node, "answer") == NULL || read_answer (reader, node, ask));
}

static gboolean
read_ask (Reader         *reader,
          const SoulsXml *node,
          SoulsAsk       *ask)
{
  static const struct
  {
    const char *attributes[8];
    const char *children[3];
  } forms[SOULS_N_ASK_KINDS] = {
    [SOULS_ASK_CHOICE] = { { NULL }, { "question", "option", NULL } },
    [SOULS_ASK_NUMBER] = { { "answer", "low", "high", "close", NULL }, { "question", NULL } },
    [SOULS_ASK_LINE] = { { "metric", "from", "to", "shown", "low", "high", "close", NULL }, { "question", NULL } },
    [SOULS_ASK_SLIDER] = { { "driver", "answer", NULL }, { "question", NULL } },
  };
  SoulsXmlCursor cursor = { node, forms[ask->kind].children, 0 };

  if (!souls_xml_check (node, forms[ask->kind].attributes, FALSE, reader->error) ||
      (ask->question = souls_xml_read_text (&cursor, "question", reader->error)) == NULL)
    return FALSE;
  if (ask->kind == SOULS_ASK_CHOICE && !read_options (reader, &cursor, ask))
    return FALSE;
  if (ask->kind == SOULS_ASK_NUMBER && (!read_answer (reader, node, ask) || !read_range (reader, node, ask)))
    return FALSE;
  if (ask->kind == SOULS_ASK_LINE && !read_line (reader, node, ask))
    return FALSE;
  if (ask->kind == SOULS_ASK_SLIDER && !read_slider (reader, node, ask))
    return FALSE;
  return souls_xml_finish (&cursor, reader->error);
}

static gboolean
read_asks (Reader          *reader,
           SoulsXmlCursor  *cursor,
           SoulsLessonStep *step)
{
  for (int kind = SOULS_ASK_NONE + 1; kind < SOULS_N_ASK_KINDS; kind++)
    {
      const SoulsXml *node = souls_xml_take (cursor, souls_ask_kind_id ((SoulsAskKind) kind));

      if (node == NULL)
        continue;
      step->ask.kind = (SoulsAskKind) kind;
      return read_ask (reader, node, &step->ask);
    }
  return TRUE;
}

static gboolean
read_free (Reader          *reader,
           const SoulsXml  *node,
           SoulsLessonStep *step)
{
  gboolean known;
  SoulsDriver driver;

  if (!souls_xml_check_empty (node, (const char *const[]) { "driver", NULL }, reader->error) ||
      !souls_xml_read_driver (node, &driver, reader->error))
    return FALSE;
  known = step->ask.kind == SOULS_ASK_SLIDER && step->ask.driver == driver;
  for (int i = 0; i < step->n_free; i++)
    known |= step->free[i] == driver;
  if (known)
    {
      souls_xml_complain (node, "driver", SOULS_LESSON_ERROR_VALUE, reader->error,
                          "expected a driver that is not in the step’s list yet");
      return FALSE;
    }
  step->free[step->n_free++] = driver;
  return TRUE;
}

static gboolean
read_reveal (Reader          *reader,
             const SoulsXml  *node,
             SoulsLessonStep *step)
{
  SoulsXmlCursor cursor = { node, (const char *const[]) { "p", "state", "charts", NULL }, 0 };

  step->has_reveal = TRUE;
  if (!souls_xml_check (node, (const char *const[]) { NULL }, FALSE, reader->error) ||
      !souls_xml_read_paragraphs (&cursor, FALSE, &step->reveal, reader->error) ||
      !souls_lesson_read_screen (&cursor, reader->data, reader->presets, FALSE, &step->reveal_screen, reader->error) ||
      !souls_xml_finish (&cursor, reader->error))
    return FALSE;
  return cursor.next > 0 || souls_xml_need (&cursor, "p", reader->error) != NULL;
}

static gboolean
read_notes (Reader          *reader,
            const SoulsXml  *node,
            SoulsLessonStep *step)
{
  SoulsXmlCursor cursor = { node, (const char *const[]) { "p", NULL }, 0 };

  return souls_xml_check (node, (const char *const[]) { NULL }, FALSE, reader->error) &&
         souls_xml_read_paragraphs (&cursor, TRUE, &step->notes, reader->error) &&
         souls_xml_finish (&cursor, reader->error);
}

static gboolean
check_step (Reader                *reader,
            const SoulsXml        *node,
            const SoulsLessonStep *step)
{
  if (!step->screen.hidden || step->ask.kind != SOULS_ASK_NONE || step->has_reveal)
    return TRUE;
  souls_xml_complain (node, NULL, SOULS_LESSON_ERROR_FORM, reader->error,
                      "expected a question or <reveal>, as the charts are hidden");
  return FALSE;
}

static gboolean
read_step_parts (Reader          *reader,
                 const SoulsXml  *node,
                 SoulsLessonStep *step)
{
  static const char *const order[] = { "title", "p", "notes", "state", "charts", "choice", "number",
                                       "line", "slider", "free", "reveal", NULL };
  SoulsXmlCursor cursor = { node, order, 0 };
  const SoulsXml *part;

  if ((step->title = souls_xml_read_text (&cursor, "title", reader->error)) == NULL ||
      !souls_xml_read_paragraphs (&cursor, TRUE, &step->text, reader->error))
    return FALSE;
  if ((part = souls_xml_take (&cursor, "notes")) != NULL && !read_notes (reader, part, step))
    return FALSE;
  if (!souls_lesson_read_screen (&cursor, reader->data, reader->presets, TRUE, &step->screen, reader->error) ||
      !read_asks (reader, &cursor, step))
    return FALSE;
  while ((part = souls_xml_take (&cursor, "free")) != NULL)
    if (!read_free (reader, part, step))
      return FALSE;
  if ((part = souls_xml_take (&cursor, "reveal")) != NULL && !read_reveal (reader, part, step))
    return FALSE;
  return souls_xml_finish (&cursor, reader->error) && check_step (reader, node, step);
}

static gboolean
check_step_id (Reader         *reader,
               const SoulsXml *node,
               const char     *id)
{
  for (int i = 0; i < souls_lesson_get_n_steps (reader->lesson); i++)
    if (strcmp (souls_lesson_get_step (reader->lesson, i)->id, id) == 0)
      {
        souls_xml_complain (node, "id", SOULS_LESSON_ERROR_VALUE, reader->error,
                            "expected an id of its own, found that of step %d, “%s”", i + 1, id);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_step (Reader         *reader,
           const SoulsXml *node)
{
  SoulsLessonStep *step;
  const char *id;

  if (souls_lesson_get_n_steps (reader->lesson) == SOULS_MAX_LESSON_STEPS)
    {
      souls_xml_complain (node, NULL, SOULS_LESSON_ERROR_FORM, reader->error, "expected at most %d steps, found more",
                          SOULS_MAX_LESSON_STEPS);
      return FALSE;
    }
  if (!souls_xml_check (node, (const char *const[]) { "id", NULL }, FALSE, reader->error) ||
      (id = souls_xml_read_id (node, reader->error)) == NULL || !check_step_id (reader, node, id))
    return FALSE;
  step = g_new0 (SoulsLessonStep, 1);
  step->id = g_strdup (id);
  step->line = node->line;
  step->column = node->column;
  g_ptr_array_add (reader->lesson->steps, step);
  return read_step_parts (reader, node, step);
}

static gboolean
read_steps (Reader         *reader,
            SoulsXmlCursor *cursor)
{
  const SoulsXml *step = souls_xml_need (cursor, "step", reader->error);

  if (step == NULL)
    return FALSE;
  for (; step != NULL; step = souls_xml_take (cursor, "step"))
    if (!read_step (reader, step))
      return FALSE;
  return souls_xml_finish (cursor, reader->error);
}

static gboolean
read_root (Reader         *reader,
           const SoulsXml *root)
{
  SoulsXmlCursor cursor = { root, (const char *const[]) { "title", "summary", "author", "step", NULL }, 0 };
  SoulsLesson *lesson = reader->lesson;

  if (strcmp (root->name, "lesson") != 0)
    {
      souls_xml_complain (root, NULL, SOULS_LESSON_ERROR_FORM, reader->error, "expected <lesson>");
      return FALSE;
    }
  if (!souls_xml_read_version (root, SOULS_LESSON_VERSION, reader->error) ||
      !souls_xml_check (root, (const char *const[]) { "version", "minutes", NULL }, FALSE, reader->error) ||
      souls_xml_require (root, "minutes", reader->error) == NULL ||
      !souls_xml_read_whole (root, "minutes", 1, SOULS_MAX_LESSON_MINUTES, &lesson->minutes, reader->error) ||
      (lesson->title = souls_xml_read_text (&cursor, "title", reader->error)) == NULL ||
      (lesson->summary = souls_xml_read_text (&cursor, "summary", reader->error)) == NULL)
    return FALSE;
  if (souls_xml_peek (&cursor, "author") &&
      (lesson->author = souls_xml_read_text (&cursor, "author", reader->error)) == NULL)
    return FALSE;
  return read_steps (reader, &cursor);
}

/**
 * souls_lesson_parse:
 * @name: of the file: for messages, and for the lesson's id
 * @bytes: a lesson file
 * @length: how many bytes
 * @data: the base years and ranges to check against
 * @presets: those that ship may be named
 * @error: what is wrong with it, and where
 *
 * Checks all but expressions and the ids of charts, which the layers above know.
 *
 * Returns: (nullable) (transfer full): the lesson
 */
SoulsLesson *
souls_lesson_parse (const char         *name,
                    const char         *bytes,
                    gsize               length,
                    const SoulsDataSet *data,
                    const SoulsPresets *presets,
                    GError            **error)
{
  g_autoptr (SoulsXml) root = souls_xml_parse (name, bytes, length, error);
  g_autoptr (SoulsLesson) lesson = souls_lesson_new ();
  g_autofree char *file = g_path_get_basename (name);
  Reader reader = { data, presets, lesson, error };

  if (root == NULL || !read_root (&reader, root))
    return NULL;
  lesson->id = souls_shelf_make_id (file, SOULS_LESSON_SUFFIX);
  return g_steal_pointer (&lesson);
}

/**
 * souls_lesson_read:
 * @path: a lesson file
 * @data: the base years and ranges to check against
 * @presets: those that ship may be named
 * @error: why it cannot be read, or what is wrong with it, and where
 *
 * Returns: (nullable) (transfer full): the lesson
 */
SoulsLesson *
souls_lesson_read (const char         *path,
                   const SoulsDataSet *data,
                   const SoulsPresets *presets,
                   GError            **error)
{
  g_autofree char *name = g_filename_display_name (path);
  gsize length;
  g_autofree char *bytes = souls_lesson_read_bytes (path, &length, error);
  SoulsLesson *lesson = bytes != NULL ? souls_lesson_parse (name, bytes, length, data, presets, error) : NULL;

  if (lesson != NULL)
    lesson->path = g_strdup (path);
  return lesson;
}
