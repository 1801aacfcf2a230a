/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-lesson.h"

#include <glib/gstdio.h>
#include <string.h>

#include "files.h"
#include "souls-lessons.h"

static SoulsDataSet *data;
static SoulsPresets *presets;
/* A lesson with every part that one may have. */
static char *sample;

static SoulsLesson *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SoulsLesson *lesson = souls_lesson_parse ("12-sample.souls-lesson", text, strlen (text), data, presets, &error);

  g_assert_no_error (error);
  return lesson;
}

static void
assert_lesson_error (const GError *error,
                     int           code,
                     const char   *part)
{
  g_assert_error (error, SOULS_LESSON_ERROR, code);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

static void
test_texts (void)
{
  g_autoptr (SoulsLesson) lesson = parse (sample);
  const SoulsLessonStep *step = souls_lesson_get_step (lesson, 0);

  g_assert_cmpstr (lesson->id, ==, "sample");
  g_assert_null (lesson->path);
  g_assert_cmpstr (lesson->title, ==, "Every part");
  g_assert_cmpstr (lesson->author, ==, "A. Lecturer & B. Lecturer");
  g_assert_cmpint (lesson->minutes, ==, 12);
  g_assert_cmpint (souls_lesson_get_n_steps (lesson), ==, 5);
  g_assert_cmpstr (step->id, ==, "first");
  g_assert_cmpstr (step->title, ==, "What did the shops earn?");
  g_assert_cmpuint (g_strv_length (step->text), ==, 2);
  g_assert_cmpstr (step->text[1], ==, "“More” – <a second> paragraph.");
  g_assert_cmpuint (g_strv_length (step->notes), ==, 2);
  g_assert_cmpint (step->line, ==, 7);
  g_assert_cmpint (step->column, ==, 3);
  g_assert_true (step->has_reveal);
  g_assert_cmpuint (g_strv_length (step->reveal), ==, 1);
  g_assert_false (souls_lesson_get_step (lesson, 1)->has_reveal);
  g_assert_null (souls_lesson_get_step (lesson, 1)->notes);
}

static void
test_asks (void)
{
  g_autoptr (SoulsLesson) lesson = parse (sample);
  const SoulsAsk *number = &souls_lesson_get_step (lesson, 0)->ask;
  const SoulsAsk *choice = &souls_lesson_get_step (lesson, 1)->ask;
  const SoulsAsk *line = &souls_lesson_get_step (lesson, 2)->ask;
  const SoulsAsk *slider = &souls_lesson_get_step (lesson, 3)->ask;
  const SoulsAsk *aim = &souls_lesson_get_step (lesson, 4)->ask;

  g_assert_cmpint (number->kind, ==, SOULS_ASK_NUMBER);
  g_assert_cmpstr (number->answer, ==, "without-aws 2022");
  g_assert_cmpfloat (number->low, ==, -30000);
  g_assert_cmpfloat (number->close, ==, 1500);
  g_assert_cmpint (choice->kind, ==, SOULS_ASK_CHOICE);
  g_assert_cmpint (choice->n_options, ==, 3);
  g_assert_cmpstr (choice->options[0].when, ==, "sales-aws 2025 < sales-online 2025");
  g_assert_null (choice->options[2].when);
  g_assert_cmpint (line->kind, ==, SOULS_ASK_LINE);
  g_assert_cmpint (line->metric, ==, SOULS_METRIC_WITHOUT_AWS);
  g_assert_cmpint (line->from, ==, 2014);
  g_assert_cmpint (line->to, ==, 2030);
  g_assert_cmpint (line->shown, ==, 2018);
  g_assert_cmpfloat (line->close, ==, 8000);
  g_assert_cmpint (slider->kind, ==, SOULS_ASK_SLIDER);
  g_assert_cmpint (slider->driver, ==, SOULS_DRIVER_AD_MARGIN);
  g_assert_null (slider->answer);
  g_assert_cmpstr (aim->answer, ==, "goal handling-cost without-aws 2028 0");
}

/* What a step does not say stays as the step before had it, after its reveal. */
static void
test_screens (void)
{
  g_autoptr (SoulsLesson) lesson = parse (sample);
  const SoulsPreset *preset = souls_presets_find (presets, "spin-off");
  SoulsLessonScreen screen;

  souls_lesson_get_screen (lesson, 0, FALSE, &screen);
  g_assert_cmpstr (screen.left, ==, "timeline/fan");
  g_assert_cmpstr (screen.right, ==, "segments");
  g_assert_true (screen.hidden);
  g_assert_cmpint (screen.year, ==, 2028);
  g_assert_cmpint (screen.scenario->settings.rung, ==, preset->scenario->settings.rung);
  g_assert_cmpint (screen.scenario->settings.horizon, ==, 7);
  g_assert_cmpfloat (screen.scenario->value[SOULS_DRIVER_AWS_GROWTH], ==, 0.125);
  g_assert_null (screen.scenario->text[SOULS_SCENARIO_TITLE]);
  g_assert_null (screen.scenario->charts);

  souls_lesson_get_screen (lesson, 0, TRUE, &screen);
  g_assert_cmpstr (screen.left, ==, "with-without");
  g_assert_null (screen.right);
  g_assert_false (screen.hidden);
  g_assert_cmpint (screen.scenario->base_year, ==, 2022);
  g_assert_cmpint (screen.scenario->settings.rung, ==, SOULS_RUNG_STRANDED);
  g_assert_false (screen.scenario->changed[SOULS_DRIVER_AWS_GROWTH]);

  souls_lesson_get_screen (lesson, 1, FALSE, &screen);
  g_assert_cmpstr (screen.left, ==, "with-without");
  g_assert_true (screen.hidden);
  g_assert_cmpint (screen.scenario->base_year, ==, 2022);
  souls_lesson_get_screen (lesson, 1, TRUE, &screen);
  g_assert_false (screen.hidden);

  souls_lesson_get_screen (lesson, 4, TRUE, &screen);
  g_assert_cmpstr (screen.left, ==, "tornado");
  g_assert_cmpfloat (screen.scenario->value[SOULS_DRIVER_AD_MARGIN], ==, 0.1);
  g_assert_cmpint (screen.year, ==, 2022);
}

static char *
replace (const char *old,
         const char *new)
{
  const char *found = strstr (sample, old);
  g_autofree char *head = NULL;

  if (found == NULL)
    g_error ("“%s” is not in the sample", old);
  head = g_strndup (sample, (gsize) (found - sample));
  return g_strconcat (head, new, found + strlen (old), NULL);
}

/* "file:line:column: " of where @at stands in @text. */
static char *
describe_place (const char *text,
                const char *at)
{
  const char *found = strstr (text, at), *line = text;
  int number = 1;

  if (found == NULL)
    g_error ("“%s” is not in the text", at);
  for (const char *c = text; c < found; c++)
    if (*c == '\n')
      {
        number++;
        line = c + 1;
      }
  return g_strdup_printf ("sample.souls-lesson:%d:%ld: ", number, g_utf8_strlen (line, found - line) + 1);
}

/* A part of the sample, what it becomes, where the message points to, and what it says. */
static const struct
{
  const char *old;
  const char *new;
  const char *at;
  int code;
  const char *part;
} faults[] = {
  { "<lesson version=\"1\"", "<lessen version=\"1\"", NULL, SOULS_LESSON_ERROR_SYNTAX, "expected XML" },
  { "version=\"1\" minutes", "version=\"2\" minutes", "<lesson v", SOULS_LESSON_ERROR_VERSION, "a newer program" },
  { "version=\"1\" minutes", "minutes", "<lesson m", SOULS_LESSON_ERROR_FORM, "<lesson> version: expected a value" },
  { "minutes=\"12\"", "minutes=\"0\"", "<lesson v", SOULS_LESSON_ERROR_VALUE, "minutes: expected a whole number from 1 to 240" },
  { " minutes=\"12\"", "", "<lesson v", SOULS_LESSON_ERROR_FORM, "minutes: expected a value" },
  { " minutes=\"12\"", " minuts=\"12\"", "<lesson v", SOULS_LESSON_ERROR_FORM, "did you mean “minutes”?" },
  { "version=\"1\" minutes", "version=\"1\" version=\"1\" minutes", "<lesson v", SOULS_LESSON_ERROR_SYNTAX, "found twice" },
  { "<title>Every part</title>", "", "<summary>", SOULS_LESSON_ERROR_FORM, "<summary>: expected <title> before it" },
  { "<title>Every part</title>", "<title> \n </title>", "<title>", SOULS_LESSON_ERROR_FORM, "expected a text, found nothing" },
  { "<title>Every part</title>", "<title>Every<p>part</p></title>", "<p>part", SOULS_LESSON_ERROR_FORM, "not expected in <title>" },
  { "<title>Every part</title>", "<title lang=\"en\">Every part</title>", "<title", SOULS_LESSON_ERROR_FORM, "no such attribute" },
  { "<author>A.", "some text <author>A.", "<lesson v", SOULS_LESSON_ERROR_FORM, "found “some text”" },
  { "<summary>All", "<sumary>x</sumary><summary>All", "<sumary>", SOULS_LESSON_ERROR_FORM, "expected <summary> before it" },
  { "<step id=\"first\">", "<step>", "<step>", SOULS_LESSON_ERROR_FORM, "<step> id: expected a value" },
  { "<step id=\"first\">", "<step id=\"First one\">", "<step id=\"F", SOULS_LESSON_ERROR_VALUE, "lower-case letters" },
  { "<step id=\"second\">", "<step id=\"first\">", "<step id=\"first\">\n    <title>Ch", SOULS_LESSON_ERROR_VALUE, "that of step 1" },
  { "<p>Which is larger?</p>", "", "<charts hide=\"yes\"", SOULS_LESSON_ERROR_FORM, "expected <p> before it" },
  { "<charts hide=\"yes\"/>\n    <choice>", "<choyce/>\n    <choice>", "<choyce/>", SOULS_LESSON_ERROR_FORM, "did you mean “choice”?" },
  { "<p>Draw it.</p>\n", "<charts left=\"lines\"/><p>Draw it.</p>\n", "<charts left=\"lines\"/><p>", SOULS_LESSON_ERROR_FORM, "expected <p> before it" },
  { "<p>Draw it.</p>\n", "<p>Draw it.</p><charts left=\"lines\"/>\n", "<state base-year=\"2025\" horizon=\"5\"/>", SOULS_LESSON_ERROR_FORM, "not expected here; in <step> the order is title, p" },
  { "<state preset=\"spin-off\"", "<state preset=\"spinoff\"", "<state preset", SOULS_LESSON_ERROR_VALUE, "did you mean “spin-off”?" },
  { "base-year=\"2022\" year", "base-year=\"1999\" year", "<state base-year=\"1999\"", SOULS_LESSON_ERROR_VALUE, "base-year: expected a whole number from 2014" },
  { "base-year=\"2022\" year=\"2022\"", "base-year=\"2022\" year=\"2033\"", "<state base-year=\"2022\"", SOULS_LESSON_ERROR_VALUE, "from 2014 to 2032" },
  { "horizon=\"7\"", "horizon=\"21\"", "<state preset", SOULS_LESSON_ERROR_VALUE, "horizon: expected a whole number from 1 to 20" },
  { "phase-in=\"2\"", "phase-in=\"2.5\"", "<state base-year=\"2022\"", SOULS_LESSON_ERROR_VALUE, "found “2.5”" },
  { "rung=\"stranded\"", "rung=\"strand\"", "<state base-year=\"2022\"", SOULS_LESSON_ERROR_VALUE, "expected a rung" },
  { "driver=\"aws-growth\" value=\"12.5\"", "driver=\"aws-grow\" value=\"12.5\"", "<set driver=\"aws-grow\"", SOULS_LESSON_ERROR_VALUE, "did you mean “aws-growth”?" },
  { "value=\"12.5\"", "value=\"12,5\"", "<set driver=\"aws-growth\" value=\"12,5\"", SOULS_LESSON_ERROR_VALUE, "value: expected a number, found “12,5”" },
  { "value=\"12.5\"", "value=\"1250\"", "<set driver=\"aws-growth\" value=\"1250\"", SOULS_LESSON_ERROR_VALUE, "found 1250" },
  { " value=\"12.5\"", "", "<set driver=\"aws-growth\"/>", SOULS_LESSON_ERROR_FORM, "value: expected a value" },
  { "<set driver=\"ad-margin\" value=\"10\"/>", "<set driver=\"aws-growth\" value=\"10\"/>", "<set driver=\"aws-growth\" value=\"20\"", SOULS_LESSON_ERROR_VALUE, "each driver once" },
  { "<set driver=\"ad-margin\" value=\"10\"/>", "<sett/>", "<sett/>", SOULS_LESSON_ERROR_FORM, "did you mean “set”?" },
  { "left=\"timeline/fan\"", "left=\"timeline/\"", "<charts left=\"timeline/\"", SOULS_LESSON_ERROR_VALUE, "a view’s after a slash" },
  { "left=\"timeline/fan\" ", "", "<charts right", SOULS_LESSON_ERROR_FORM, "left: expected a value" },
  { "right=\"segments\" hide=\"yes\"", "right=\"segments\" hide=\"true\"", "<charts left=\"timeline", SOULS_LESSON_ERROR_VALUE, "expected “yes” or “no”" },
  { "<charts left=\"tornado\"", "<charts hide=\"yes\" left=\"tornado\"", "<charts hide=\"yes\" left", SOULS_LESSON_ERROR_FORM, "nothing would show them" },
  { "<p>Find the place.</p>", "<p>Find.</p><charts hide=\"yes\"/></step><step id=\"sixth\"><title>Six</title><p>Six.</p>", "<step id=\"fifth\">", SOULS_LESSON_ERROR_FORM, "as the charts are hidden" },
  { " answer=\"without-aws 2022\"", "", "<number low", SOULS_LESSON_ERROR_FORM, "answer: expected a value" },
  { "low=\"-30000\"", "low=\"30000\"", "<number", SOULS_LESSON_ERROR_VALUE, "high: expected more than low" },
  { "low=\"-30000\"", "low=\"nan\"", "<number", SOULS_LESSON_ERROR_VALUE, "found “nan”" },
  { " high=\"30000\"", "", "<number", SOULS_LESSON_ERROR_FORM, "high: expected a value" },
  { "close=\"1500\"", "close=\"0\"", "<number", SOULS_LESSON_ERROR_VALUE, "close: expected a number above zero" },
  { "<question>Which of them?</question>", "", "<option when=\"sales-aws 2025 &lt;", SOULS_LESSON_ERROR_FORM, "expected <question> before it" },
  { "2025 &lt; sales", "2025 < sales", "<option when", SOULS_LESSON_ERROR_SYNTAX, "expected “&lt;”" },
  { "<option when=\"sales-aws 2025 &lt; sales-online 2025\">", "<option when=\"\">", "<option when=\"\"", SOULS_LESSON_ERROR_FORM, "when: expected a value, found nothing" },
  { "<option>Nobody knows</option>", "<option>1</option><option>2</option><option>3</option><option>4</option><option>5</option>", "<option>5", SOULS_LESSON_ERROR_FORM, "expected at most 6" },
  { "<option>Nobody knows</option>\n    </choice>", "</choice><choice><question>Q?</question><option>1</option></choice>", "<choice><question>", SOULS_LESSON_ERROR_FORM, "not expected here" },
  { "metric=\"without-aws\"", "metric=\"without-aw\"", "<line", SOULS_LESSON_ERROR_VALUE, "did you mean “without-aws”?" },
  { "from=\"2014\"", "from=\"2013\"", "<line", SOULS_LESSON_ERROR_VALUE, "from: expected a whole number from 2014 to 2029" },
  { "to=\"2030\"", "to=\"2031\"", "<line", SOULS_LESSON_ERROR_VALUE, "to: expected a whole number from 2015 to 2030" },
  { "shown=\"2018\"", "shown=\"2030\"", "<line", SOULS_LESSON_ERROR_VALUE, "shown: expected a whole number from 2014 to 2029" },
  { "<slider driver=\"ad-margin\">", "<slider driver=\"ad margin\">", "<slider", SOULS_LESSON_ERROR_VALUE, "did you mean “ad-margin”?" },
  { "<slider driver=\"ad-margin\">", "<slider driver=\"ad-margin\" answer=\" \">", "<slider", SOULS_LESSON_ERROR_FORM, "answer: expected a value" },
  { "<free driver=\"ad-rate\"/>\n    <reveal>", "<free driver=\"ad-margin\"/>\n    <reveal>", "<free driver=\"ad-margin\"/>\n    <reveal>", SOULS_LESSON_ERROR_VALUE, "not in the step’s list yet" },
  { "</slider>\n    <free driver=\"ad-rate\"/>", "</slider>\n    <free driver=\"ad-margin\"/>", "<free driver=\"ad-margin\"/>\n  </step", SOULS_LESSON_ERROR_VALUE, "not in the step’s list yet" },
  { "<reveal>\n      <charts left=\"tornado\" right=\"lines\"/>\n    </reveal>", "<reveal/>", "<reveal/>", SOULS_LESSON_ERROR_FORM, "expected <p> in it" },
  { "</lesson>", "</lesson><lesson/>", "<lesson/>", SOULS_LESSON_ERROR_SYNTAX, "expected the end of the file" },
  { "</lesson>", "</lesson>more", NULL, SOULS_LESSON_ERROR_SYNTAX, "expected the end of the file after <lesson>" },
  { "<!-- Every", "<!DOCTYPE lesson [<!ENTITY a \"b\">]><!-- Every", NULL, SOULS_LESSON_ERROR_SYNTAX, "no document type" },
  { "encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"", NULL, SOULS_LESSON_ERROR_SYNTAX, "expected the encoding UTF-8" },
  { "Then go on.", "Then &bomb; go on.", NULL, SOULS_LESSON_ERROR_SYNTAX, "expected XML" },
  { "<p>Then go on.", "<p>Then&#1;go on.", "<p>Then&#1;", SOULS_LESSON_ERROR_SYNTAX, "the character U+0001" },
  { "Then go on.</p>", "Then go on.", NULL, SOULS_LESSON_ERROR_SYNTAX, "expected XML" },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *text = replace (faults[i].old, faults[i].new);
      g_autofree char *place = faults[i].at != NULL ? describe_place (text, faults[i].at) : g_strdup ("sample.souls-lesson:");
      g_autoptr (GError) error = NULL;
      g_autoptr (SoulsLesson) lesson = souls_lesson_parse ("sample.souls-lesson", text, strlen (text), data, presets, &error);

      if (lesson != NULL)
        g_error ("“%s” was read", faults[i].new);
      assert_lesson_error (error, faults[i].code, faults[i].part);
      if (!g_str_has_prefix (error->message, place))
        g_error ("“%s” does not begin with “%s”", error->message, place);
    }
}

static void
test_many_steps (void)
{
  for (int n = SOULS_MAX_LESSON_STEPS; n <= SOULS_MAX_LESSON_STEPS + 1; n++)
    {
      g_autoptr (GString) text = g_string_new ("<lesson version='1' minutes='1'><title>t</title><summary>s</summary>");
      g_autoptr (GError) error = NULL;
      g_autoptr (SoulsLesson) lesson = NULL;

      for (int i = 0; i < n; i++)
        g_string_append_printf (text, "\n<step id='s%d'><title>t</title><p>p</p></step>", i);
      g_string_append (text, "</lesson>");
      lesson = souls_lesson_parse ("l", text->str, text->len, data, presets, &error);
      if (n == SOULS_MAX_LESSON_STEPS)
        g_assert_no_error (error);
      else
        assert_lesson_error (error, SOULS_LESSON_ERROR_FORM, "l:42:1: <step>: expected at most 40 steps");
    }
}

static void
check_round_trip (const SoulsLesson *lesson)
{
  g_autoptr (GError) error = NULL;
  gsize length, again_length;
  g_autofree char *text = souls_lesson_to_text (lesson, &length);
  g_autoptr (SoulsLesson) again = souls_lesson_parse ("l", text, length, data, presets, &error);
  g_autofree char *again_text = NULL;

  if (again == NULL)
    g_error ("%s in:\n%s", error->message, text);
  again_text = souls_lesson_to_text (again, &again_length);
  g_assert_cmpmem (text, length, again_text, again_length);
  g_assert_true (souls_lesson_equal (lesson, again));
}

static void
test_round_trip (void)
{
  g_autoptr (SoulsLesson) lesson = parse (sample);
  g_autoptr (SoulsLesson) copy = souls_lesson_copy (lesson);

  check_round_trip (lesson);
  g_assert_true (souls_lesson_equal (lesson, copy));
}

/* Every single change shows. */
static void
test_equal (void)
{
  g_autoptr (SoulsLesson) lesson = parse (sample);
  static const char *const changes[][2] = {
    { "minutes=\"12\"", "minutes=\"13\"" }, { "Every part</title>", "Each part</title>" },
    { "All that", "What" }, { "A. Lecturer", "C. Lecturer" }, { "id=\"first\"", "id=\"erst\"" },
    { "shops earn?", "shop earn?" }, { "as a whole", "in all" }, { "Then go", "Now go" },
    { "preset=\"spin-off\"", "preset=\"cloud-winter\"" }, { "year=\"2028\"", "year=\"2027\"" },
    { "12.5", "12.25" }, { "timeline/fan", "timeline" }, { "right=\"segments\"", "right=\"lines\"" },
    { " hide=\"yes\"/>\n    <number", "/>\n    <number" }, { "<free driver=\"ad-margin\"/>", "" },
    { "answer=\"without-aws 2022\"", "answer=\"without-aws 2023\"" }, { "-30000", "-20000" }, { " close=\"1500\"", "" },
    { "How much", "What part" }, { "off by", "away by" }, { "phase-in=\"2\"", "" }, { "left=\"with-without\"", "left=\"lines\"" },
    { "<option>Nobody knows</option>", "" }, { "The shops</option>", "Shops</option>" }, { ">= sales", "> sales" },
    { "metric=\"without-aws\"", "metric=\"sales-aws\"" }, { "from=\"2014\"", "from=\"2015\"" }, { "to=\"2030\"", "to=\"2029\"" },
    { " shown=\"2018\"", "" }, { "high=\"60000\"", "high=\"50000\"" }, { "driver=\"handling-cost\"", "driver=\"ad-rate\"" },
    { "<reveal>\n      <charts left=\"tornado\" right=\"lines\"/>\n    </reveal>", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *text = replace (changes[i][0], changes[i][1]);
      g_autoptr (SoulsLesson) other = parse (text);

      if (souls_lesson_equal (lesson, other))
        g_error ("“%s” makes no difference", changes[i][1]);
    }
}

static char *
make_text (GRand *random)
{
  static const char *const words[] = { "Amazon", "{without-aws 2022}", "<b>", "&amp;", "“so”", "\"quoted\"", "it's",
                                       "%d", "a\u00a0b", "مرحبا", "😀", "{{", "]]>", "<!--", "-", "100 %" };
  GString *text = g_string_new ("x");

  for (int n = g_rand_int_range (random, 0, 8); n > 0; n--)
    g_string_append_printf (text, " %s", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static char **
make_paragraphs (GRand *random,
                 int    least)
{
  const int n = g_rand_int_range (random, least, 4);
  char **texts = g_new0 (char *, n + 1);

  for (int i = 0; i < n; i++)
    texts[i] = make_text (random);
  return texts;
}

static SoulsScenario *
make_scenario (GRand *random)
{
  SoulsScenario *scenario = souls_scenario_new ();

  if (g_rand_boolean (random))
    scenario->base_year = g_rand_int_range (random, 2014, 2026);
  scenario->settings.horizon = g_rand_int_range (random, 1, SOULS_MAX_HORIZON + 1);
  scenario->settings.phase_in = g_rand_int_range (random, 1, SOULS_MAX_PHASE_IN + 1);
  scenario->settings.rung = (SoulsRung) g_rand_int_range (random, 0, SOULS_N_RUNGS);
  for (int n = g_rand_int_range (random, 0, 6); n > 0; n--)
    {
      const SoulsDriver driver = (SoulsDriver) g_rand_int_range (random, 0, SOULS_N_DRIVERS);
      const SoulsCalibration *base =
        souls_data_set_get_calibration (data, scenario->base_year != 0 ? scenario->base_year : 2025, NULL);
      const double low = souls_driver_to_shown (driver, base->min[driver]);
      const double high = souls_driver_to_shown (driver, base->max[driver]);
      const double value = souls_driver_from_shown (driver, low + (high - low) * g_rand_double (random));

      if (souls_driver_check (base, driver, value, NULL))
        souls_scenario_move (scenario, driver, value);
    }
  return scenario;
}

static void
make_screen (GRand             *random,
             gboolean           may_hide,
             SoulsLessonScreen *screen)
{
  if (g_rand_boolean (random))
    {
      screen->scenario = make_scenario (random);
      if (g_rand_boolean (random))
        screen->year = g_rand_int_range (random, 2014, 2015 + screen->scenario->settings.horizon);
    }
  if (g_rand_boolean (random))
    {
      screen->left = g_strdup ("timeline/fan");
      screen->right = g_rand_boolean (random) ? g_strdup ("lines") : NULL;
    }
  screen->hidden = may_hide && g_rand_boolean (random);
}

static void
make_ask (GRand    *random,
          SoulsAsk *ask)
{
  ask->kind = (SoulsAskKind) g_rand_int_range (random, 0, SOULS_N_ASK_KINDS);
  if (ask->kind == SOULS_ASK_NONE)
    return;
  ask->question = make_text (random);
  if (ask->kind == SOULS_ASK_CHOICE)
    for (ask->n_options = 0; ask->n_options < 2 || (ask->n_options < 6 && g_rand_boolean (random)); ask->n_options++)
      {
        ask->options[ask->n_options].text = make_text (random);
        ask->options[ask->n_options].when = g_rand_boolean (random) ? make_text (random) : NULL;
      }
  if (ask->kind == SOULS_ASK_NUMBER || (ask->kind == SOULS_ASK_SLIDER && g_rand_boolean (random)))
    ask->answer = make_text (random);
  if (ask->kind == SOULS_ASK_SLIDER)
    ask->driver = (SoulsDriver) g_rand_int_range (random, 0, SOULS_N_DRIVERS);
  if (ask->kind == SOULS_ASK_NUMBER || ask->kind == SOULS_ASK_LINE)
    {
      ask->low = g_rand_double_range (random, -1e5, 0);
      ask->high = g_rand_double_range (random, 1, 1e5);
      ask->close = g_rand_boolean (random) ? (ask->high - ask->low) / 10 : g_rand_double_range (random, 0.01, 1);
    }
  if (ask->kind == SOULS_ASK_LINE)
    {
      ask->metric = (SoulsMetric) g_rand_int_range (random, 0, SOULS_N_METRICS);
      ask->from = 2014;
      ask->to = 2015;
      ask->shown = g_rand_boolean (random) ? 2014 : 0;
    }
}

static SoulsLessonStep *
make_step (GRand *random,
           int    index)
{
  g_autofree char *id = g_strdup_printf ("step-%d", index);
  g_autofree char *title = make_text (random);
  SoulsLessonStep *step = souls_lesson_step_new (id, title);

  g_strfreev (step->text);
  step->text = make_paragraphs (random, 1);
  step->notes = g_rand_boolean (random) ? make_paragraphs (random, 0) : NULL;
  make_ask (random, &step->ask);
  step->has_reveal = g_rand_boolean (random);
  make_screen (random, step->has_reveal || step->ask.kind != SOULS_ASK_NONE, &step->screen);
  for (int i = g_rand_int_range (random, 0, 30); i < SOULS_N_DRIVERS && g_rand_boolean (random); i++)
    if (step->ask.kind != SOULS_ASK_SLIDER || step->ask.driver != (SoulsDriver) i)
      step->free[step->n_free++] = (SoulsDriver) i;
  if (step->has_reveal)
    {
      step->reveal = make_paragraphs (random, 1);
      make_screen (random, FALSE, &step->reveal_screen);
    }
  return step;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (SoulsLesson) lesson = souls_lesson_new ();
      g_autoptr (SoulsLesson) copy = NULL;

      lesson->title = make_text (random);
      lesson->summary = make_text (random);
      lesson->author = g_rand_boolean (random) ? make_text (random) : NULL;
      lesson->minutes = g_rand_int_range (random, 1, SOULS_MAX_LESSON_MINUTES + 1);
      for (int n = g_rand_int_range (random, 1, 6), k = 0; k < n; k++)
        g_ptr_array_add (lesson->steps, make_step (random, k));
      check_round_trip (lesson);
      copy = souls_lesson_copy (lesson);
      g_assert_true (souls_lesson_equal (lesson, copy));
    }
}

/* A text that was pasted into the editor has line ends and worse. */
static void
test_written_text (void)
{
  g_autoptr (SoulsLesson) lesson = parse (sample);
  g_autoptr (SoulsLesson) again = NULL;
  g_autofree char *text = NULL;
  SoulsLessonStep *step = g_ptr_array_index (lesson->steps, 0);

  g_free (step->title);
  step->title = g_strdup ("  two\n\tlines\x01 <&> ");
  text = souls_lesson_to_text (lesson, NULL);
  again = parse (text);
  g_assert_cmpstr (souls_lesson_get_step (again, 0)->title, ==, "two lines <&>");
}

static void
check_refused (const char *bytes,
               gsize       length,
               int         code,
               const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (souls_lesson_parse ("l", bytes, length, data, presets, &error));
  assert_lesson_error (error, code, part);
  g_assert_true (g_str_has_prefix (error->message, "l:"));
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *huge = g_strnfill (SOULS_LESSON_MAX_BYTES + 1, ' ');
  g_autofree char *bad = replace ("Then go on.", "Then \xff go on.");
  g_autofree char *nul = g_memdup2 (sample, strlen (sample));

  for (int i = 0; i < 100000; i++)
    g_string_append (deep, "<p>");
  check_refused (deep->str, deep->len, SOULS_LESSON_ERROR_TOO_BIG, "l:1:49: <p>: expected at most 16 elements in each other");
  check_refused (huge, SOULS_LESSON_MAX_BYTES + 1, SOULS_LESSON_ERROR_TOO_BIG, "at most 1024 KiB");
  check_refused (huge, SOULS_LESSON_MAX_BYTES, SOULS_LESSON_ERROR_SYNTAX, "expected XML");
  check_refused (bad, strlen (bad), SOULS_LESSON_ERROR_SYNTAX, "l:14:15: expected UTF-8 text, found the byte 0xff");
  nul[100] = '\0';
  check_refused (nul, strlen (sample), SOULS_LESSON_ERROR_SYNTAX, "found the byte 0x00");
  check_refused (NULL, 0, SOULS_LESSON_ERROR_SYNTAX, "expected XML");
  check_refused ("\xef\xbb\xbf", 3, SOULS_LESSON_ERROR_SYNTAX, "expected XML");
  check_refused ("<svg/>", 6, SOULS_LESSON_ERROR_FORM, "l:1:1: <svg>: expected <lesson>");
}

/* Whatever is missing at the end is missed, and nothing reads past it. */
static void
test_truncated (void)
{
  const gsize whole = strlen (sample);

  for (gsize length = 0; length + 2 < whole; length++)
    {
      g_autofree char *part = g_memdup2 (sample, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (souls_lesson_parse ("l", part, length, data, presets, &error));
      assert_lesson_error (error, SOULS_LESSON_ERROR_SYNTAX, "l:");
    }
}

/* One byte wrong anywhere: read or refused, never worse. */
static void
test_damaged (void)
{
  const gsize whole = strlen (sample);

  for (gsize i = 0; i < whole; i++)
    for (const char *byte = "<\"&x0 \x80"; *byte != '\0'; byte++)
      {
        g_autofree char *text = g_strdup (sample);
        g_autoptr (GError) error = NULL;
        g_autoptr (SoulsLesson) lesson = NULL;

        text[i] = *byte;
        lesson = souls_lesson_parse ("l", text, whole, data, presets, &error);
        if (lesson == NULL)
          g_assert_true (g_str_has_prefix (error->message, "l:"));
        else
          check_round_trip (lesson);
      }
}

static void
test_read (void)
{
  char *folder = make_folder ();
  g_autofree char *path = write_file (folder, "07-mine.souls-lesson", sample, -1);
  g_autofree char *none = g_build_filename (folder, "none.souls-lesson", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.souls-lesson", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsLesson) lesson = souls_lesson_read (path, data, presets, &error);
  g_autoptr (SoulsLesson) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (lesson->id, ==, "mine");
  g_assert_cmpstr (lesson->path, ==, path);
  g_assert_null (souls_lesson_read (none, data, presets, &error));
  assert_lesson_error (error, SOULS_LESSON_ERROR_READ, "none.souls-lesson");
  g_clear_error (&error);
  g_assert_null (souls_lesson_read (folder, data, presets, &error));
  assert_lesson_error (error, SOULS_LESSON_ERROR_READ, "found a folder");
  g_assert_true (souls_lesson_write (lesson, copy, NULL));
  again = souls_lesson_read (copy, data, presets, NULL);
  g_assert_true (souls_lesson_equal (lesson, again));
  remove_folder (folder);
}

/* Each that ships begins by itself, can be computed, and comes back from its text. */
static void
test_walk (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoulsLessons) lessons = souls_lessons_load (data, presets, &error);

  g_assert_no_error (error);
  g_assert_cmpint (souls_lessons_get_n (lessons), >, 0);
  g_assert_cmpint (souls_lessons_get_n_shipped (lessons), ==, souls_lessons_get_n (lessons));
  g_assert_null (souls_lessons_get_warnings (lessons)[0]);
  for (int i = 0; i < souls_lessons_get_n (lessons); i++)
    {
      const SoulsLesson *lesson = souls_lessons_get (lessons, i);
      SoulsLessonScreen screen;
      int n_asked = 0;

      g_test_message ("%s", lesson->id);
      g_assert_true (souls_lessons_find (lessons, lesson->id) == lesson);
      g_assert_null (lesson->path);
      g_assert_cmpint (souls_lesson_get_n_steps (lesson), >=, 5);
      g_assert_cmpint (souls_lesson_get_n_steps (lesson), <=, 12);
      souls_lesson_get_screen (lesson, 0, FALSE, &screen);
      g_assert_nonnull (screen.scenario);
      g_assert_nonnull (screen.left);
      for (int k = 0; k < souls_lesson_get_n_steps (lesson); k++)
        {
          g_assert_nonnull (souls_lesson_get_step (lesson, k)->notes);
          n_asked += souls_lesson_get_step (lesson, k)->ask.kind != SOULS_ASK_NONE;
        }
      g_assert_cmpint (n_asked, >=, 2);
      check_round_trip (lesson);
    }
  g_assert_null (souls_lessons_find (lessons, "no-such"));
}

/* The user's own come after those that ship; one that cannot be read, or has a name that is taken, is left out and said. */
static void
test_own (void)
{
  g_autofree char *folder = souls_lessons_folder ();
  g_autofree char *good = NULL, *bad = NULL, *taken = NULL, *file = NULL;
  g_autoptr (SoulsLessons) shipped = souls_lessons_load (data, presets, NULL);
  g_autoptr (SoulsLessons) lessons = NULL;
  const SoulsLesson *mine;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  file = g_strconcat (souls_lessons_get (shipped, 0)->id, SOULS_LESSON_SUFFIX, NULL);
  good = write_file (folder, "mine.souls-lesson", sample, -1);
  bad = write_file (folder, "bad.souls-lesson", "<lesson>", -1);
  taken = write_file (folder, file, sample, -1);
  lessons = souls_lessons_load (data, presets, NULL);
  mine = souls_lessons_find (lessons, "mine");
  g_assert_cmpstr (mine->path, ==, good);
  g_assert_true (souls_lessons_get (lessons, souls_lessons_get_n (lessons) - 1) == mine);
  g_assert_cmpint (souls_lessons_get_n_shipped (lessons), ==, souls_lessons_get_n (shipped));
  g_assert_cmpint (souls_lessons_get_n (lessons), ==, souls_lessons_get_n (shipped) + 1);
  g_assert_null (souls_lessons_find (lessons, souls_lessons_get (shipped, 0)->id)->path);
  g_assert_cmpuint (g_strv_length ((char **) souls_lessons_get_warnings (lessons)), ==, 2);
  g_assert_nonnull (strstr (souls_lessons_get_warnings (lessons)[0], "bad.souls-lesson"));
  g_assert_nonnull (strstr (souls_lessons_get_warnings (lessons)[1], "there is a lesson of that name"));
  g_remove (good);
  g_remove (bad);
  g_remove (taken);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  data = souls_data_set_load_default (NULL);
  presets = souls_presets_load (data, NULL);
  path = g_test_build_filename (G_TEST_DIST, "..", "fuzz", "lessons", "every-part.souls-lesson", NULL);
  g_assert_true (g_file_get_contents (path, &sample, NULL, NULL));
  g_test_add_func ("/scenario/lesson/texts", test_texts);
  g_test_add_func ("/scenario/lesson/asks", test_asks);
  g_test_add_func ("/scenario/lesson/screens", test_screens);
  g_test_add_func ("/scenario/lesson/faults", test_faults);
  g_test_add_func ("/scenario/lesson/many-steps", test_many_steps);
  g_test_add_func ("/scenario/lesson/round-trip", test_round_trip);
  g_test_add_func ("/scenario/lesson/equal", test_equal);
  g_test_add_func ("/scenario/lesson/random", test_random);
  g_test_add_func ("/scenario/lesson/written-text", test_written_text);
  g_test_add_func ("/scenario/lesson/hostile", test_hostile);
  g_test_add_func ("/scenario/lesson/truncated", test_truncated);
  g_test_add_func ("/scenario/lesson/damaged", test_damaged);
  g_test_add_func ("/scenario/lesson/read", test_read);
  g_test_add_func ("/scenario/lessons/walk", test_walk);
  g_test_add_func ("/scenario/lessons/own", test_own);
  status = g_test_run ();
  g_free (sample);
  souls_presets_free (presets);
  souls_data_set_unref (data);
  return status;
}
