/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-lesson.h"

#include "souls-lesson-xml.h"
#include "souls-text.h"
#include "souls-write.h"

static void
append_escaped (GString    *text,
                const char *value)
{
  g_autofree char *plain = souls_xml_collapse (value);

  for (const char *at = plain; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (text, "&amp;");
        break;
      case '<':
        g_string_append (text, "&lt;");
        break;
      case '>':
        g_string_append (text, "&gt;");
        break;
      case '"':
        g_string_append (text, "&quot;");
        break;
      default:
        g_string_append_c (text, *at);
        break;
      }
}

static void
append_attribute (GString    *text,
                  const char *name,
                  const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (text, " %s=\"", name);
  append_escaped (text, value);
  g_string_append_c (text, '"');
}

static void
append_number (GString    *text,
               const char *name,
               double      value)
{
  g_autofree char *number = souls_text_number (value);

  append_attribute (text, name, number);
}

static void
append_whole (GString    *text,
              const char *name,
              int         value)
{
  g_string_append_printf (text, " %s=\"%d\"", name, value);
}

static void
append_text (GString    *text,
             int         indent,
             const char *name,
             const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (text, "%*s<%s>", indent, "", name);
  append_escaped (text, value);
  g_string_append_printf (text, "</%s>\n", name);
}

static void
append_paragraphs (GString     *text,
                   int          indent,
                   char *const *paragraphs)
{
  for (; paragraphs != NULL && *paragraphs != NULL; paragraphs++)
    append_text (text, indent, "p", *paragraphs);
}

/* With a preset everything is written: what the preset itself says is not known here. */
static void
append_settings (GString             *text,
                 const SoulsScenario *scenario,
                 gboolean             all)
{
  const SoulsSettings *settings = &scenario->settings;

  if (scenario->base_year != 0)
    append_whole (text, "base-year", scenario->base_year);
  if (all || settings->horizon != SOULS_SETTINGS_DEFAULT.horizon)
    append_whole (text, "horizon", settings->horizon);
  if (all || settings->phase_in != SOULS_SETTINGS_DEFAULT.phase_in)
    append_whole (text, "phase-in", settings->phase_in);
  if (all || settings->rung != SOULS_SETTINGS_DEFAULT.rung)
    append_attribute (text, "rung", souls_rung_id (settings->rung));
}

static void
append_sets (GString             *text,
             int                  indent,
             const SoulsScenario *scenario)
{
  SoulsDriver moves[SOULS_N_DRIVERS];
  const int n = souls_scenario_get_moves (scenario, moves);

  if (n == 0)
    {
      g_string_append (text, "/>\n");
      return;
    }
  g_string_append (text, ">\n");
  for (int i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%*s<set", indent + 2, "");
      append_attribute (text, "driver", souls_driver_info (moves[i])->id);
      append_number (text, "value", souls_scenario_shown (moves[i], scenario->value[moves[i]]));
      g_string_append (text, "/>\n");
    }
  g_string_append_printf (text, "%*s</state>\n", indent, "");
}

static void
append_screen (GString                 *text,
               int                      indent,
               const SoulsLessonScreen *screen)
{
  if (screen->scenario != NULL)
    {
      g_string_append_printf (text, "%*s<state", indent, "");
      append_attribute (text, "preset", screen->preset);
      append_settings (text, screen->scenario, screen->preset != NULL);
      if (screen->year != 0)
        append_whole (text, "year", screen->year);
      append_sets (text, indent, screen->scenario);
    }
  if (screen->left == NULL && !screen->hidden)
    return;
  g_string_append_printf (text, "%*s<charts", indent, "");
  append_attribute (text, "left", screen->left);
  append_attribute (text, "right", screen->right);
  append_attribute (text, "hide", screen->hidden ? "yes" : NULL);
  g_string_append (text, "/>\n");
}

static void
append_range (GString        *text,
              const SoulsAsk *ask)
{
  append_number (text, "low", ask->low);
  append_number (text, "high", ask->high);
  if (ask->close != (ask->high - ask->low) / 10)
    append_number (text, "close", ask->close);
}

static void
append_line (GString        *text,
             const SoulsAsk *ask)
{
  append_attribute (text, "metric", souls_metric_info (ask->metric)->id);
  append_whole (text, "from", ask->from);
  append_whole (text, "to", ask->to);
  if (ask->shown != 0)
    append_whole (text, "shown", ask->shown);
  append_range (text, ask);
}

static void
append_options (GString        *text,
                const SoulsAsk *ask)
{
  for (int i = 0; i < ask->n_options; i++)
    {
      g_string_append (text, "      <option");
      append_attribute (text, "when", ask->options[i].when);
      g_string_append_c (text, '>');
      append_escaped (text, ask->options[i].text);
      g_string_append (text, "</option>\n");
    }
}

static void
append_ask (GString        *text,
            const SoulsAsk *ask)
{
  const char *name = souls_ask_kind_id (ask->kind);

  if (name == NULL)
    return;
  g_string_append_printf (text, "    <%s", name);
  if (ask->kind == SOULS_ASK_SLIDER)
    append_attribute (text, "driver", souls_driver_info (ask->driver)->id);
  append_attribute (text, "answer", ask->answer);
  if (ask->kind == SOULS_ASK_NUMBER)
    append_range (text, ask);
  if (ask->kind == SOULS_ASK_LINE)
    append_line (text, ask);
  g_string_append (text, ">\n");
  append_text (text, 6, "question", ask->question);
  append_options (text, ask);
  g_string_append_printf (text, "    </%s>\n", name);
}

static void
append_step (GString               *text,
             const SoulsLessonStep *step)
{
  g_string_append (text, "  <step");
  append_attribute (text, "id", step->id);
  g_string_append (text, ">\n");
  append_text (text, 4, "title", step->title);
  append_paragraphs (text, 4, step->text);
  if (step->notes != NULL && *step->notes != NULL)
    {
      g_string_append (text, "    <notes>\n");
      append_paragraphs (text, 6, step->notes);
      g_string_append (text, "    </notes>\n");
    }
  append_screen (text, 4, &step->screen);
  append_ask (text, &step->ask);
  for (int i = 0; i < step->n_free; i++)
    g_string_append_printf (text, "    <free driver=\"%s\"/>\n", souls_driver_info (step->free[i])->id);
  if (step->has_reveal)
    {
      g_string_append (text, "    <reveal>\n");
      append_paragraphs (text, 6, step->reveal);
      append_screen (text, 6, &step->reveal_screen);
      g_string_append (text, "    </reveal>\n");
    }
  g_string_append (text, "  </step>\n");
}

/**
 * souls_lesson_to_text:
 * @self: a lesson
 * @length: (out) (optional): how many bytes
 *
 * Writes a lesson as its file has it: what is at its default is left out, each text on a line of its own.
 *
 * Returns: (transfer full): the text
 */
char *
souls_lesson_to_text (const SoulsLesson *self,
                      gsize             *length)
{
  GString *text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lesson");

  append_whole (text, "version", SOULS_LESSON_VERSION);
  append_whole (text, "minutes", self->minutes);
  g_string_append (text, ">\n");
  append_text (text, 2, "title", self->title);
  append_text (text, 2, "summary", self->summary);
  append_text (text, 2, "author", self->author);
  for (guint i = 0; i < self->steps->len; i++)
    append_step (text, g_ptr_array_index (self->steps, i));
  g_string_append (text, "</lesson>\n");
  if (length != NULL)
    *length = text->len;
  return g_string_free (text, FALSE);
}

/**
 * souls_lesson_write:
 * @self: a lesson
 * @path: the file; replaced as a whole or not at all
 * @error: of %SOULS_WRITE_ERROR: why it cannot be written
 *
 * Returns: whether it was written
 */
gboolean
souls_lesson_write (const SoulsLesson *self,
                    const char        *path,
                    GError           **error)
{
  gsize length;
  g_autofree char *text = souls_lesson_to_text (self, &length);

  return souls_write_file (path, text, length, error);
}
