/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-votes.h"

#include <math.h>
#include <string.h>

static SoulsOption texts[] = { { "Both lost money", NULL }, { "Both earned money", NULL }, { "Only one, abroad", NULL } };

/* The strings are not owned: the ask is not freed. */
static SoulsAsk
make_ask (SoulsAskKind kind)
{
  SoulsAsk ask = { .kind = kind, .from = 2014, .to = 2018, .shown = 2015, .low = -30000, .high = 30000,
                   .n_options = G_N_ELEMENTS (texts) };

  memcpy (ask.options, texts, sizeof texts);
  return ask;
}

static SoulsVoteForm
make_form (const SoulsAsk *ask)
{
  return (SoulsVoteForm) { ask, ask->low, ask->high, '.' };
}

static SoulsVotes *
read_text (SoulsAskKind  kind,
           const char   *text)
{
  static SoulsAsk ask;
  SoulsVoteForm form;

  ask = make_ask (kind);
  form = make_form (&ask);
  return souls_votes_read (text, strlen (text), &form);
}

static const SoulsAnswer *
get_vote (const SoulsVotes *votes,
          guint             i)
{
  g_assert_cmpuint (i, <, votes->votes->len);
  return &g_array_index (votes->votes, SoulsAnswer, i);
}

static const SoulsVoteProblem *
get_problem (const SoulsVotes *votes,
             guint             i)
{
  g_assert_cmpuint (i, <, votes->problems->len);
  return &g_array_index (votes->problems, SoulsVoteProblem, i);
}

static void
check_problem (const SoulsVotes    *votes,
               guint                i,
               int                  line,
               SoulsVoteProblemKind kind,
               const char          *text)
{
  g_assert_cmpint (get_problem (votes, i)->line, ==, line);
  g_assert_cmpint (get_problem (votes, i)->kind, ==, kind);
  g_assert_cmpstr (get_problem (votes, i)->text, ==, text);
}

/* How people write numbers; NAN: it is none. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double low, high;
    char decimal_point;
    double number;
  } cases[] = {
    { "12", 0, 100, '.', 12 },
    { " -12.5 ", -100, 100, '.', -12.5 },
    { "12,5", 0, 100, '.', 12.5 },
    { "+3", 0, 100, '.', 3 },
    { "−10600", -30000, 30000, '.', -10600 },
    { "–7", -30000, 30000, '.', -7 },
    { "$1,234.5", 0, 9000, '.', 1234.5 },
    { "1.234,5", 0, 9000, '.', 1234.5 },
    { "1,234,567", 0, 9e6, '.', 1234567 },
    { "1.234.567", 0, 9e6, ',', 1234567 },
    { "12 345", 0, 90000, '.', 12345 },
    { "12\u00a0345,5", 0, 90000, '.', 12345.5 },
    { "12\u202f345", 0, 90000, '.', 12345 },
    { "12’345", 0, 90000, '.', 12345 },
    { "83 %", 0, 100, '.', 83 },
    { "0,125", 0, 1000, '.', 0.125 },
    { ".5", 0, 100, '.', 0.5 },
    /* Either way, by what can be answered */
    { "1,234", 0, 100, '.', 1.234 },
    { "1.234", 0, 100, ',', 1.234 },
    { "1,234", 100, 9000, ',', 1234 },
    { "1.234", 100, 9000, '.', 1234 },
    { "-1,234", -9000, -100, ',', -1234 },
    /* Either way, by how the reader writes */
    { "1,234", 0, 9000, '.', 1234 },
    { "1,234", 0, 9000, ',', 1.234 },
    { "1.234", 0, 9000, '.', 1.234 },
    { "1.234", 0, 9000, ',', 1234 },
    { "", 0, 100, '.', NAN },
    { "-", 0, 100, '.', NAN },
    { ".", 0, 100, '.', NAN },
    { "twelve", 0, 100, '.', NAN },
    { "12 13", 0, 9000, '.', NAN },
    { "12 bn", 0, 9000, '.', NAN },
    { "12-13", 0, 9000, '.', NAN },
    { "1,23,456", 0, 1e9, '.', NAN },
    { "1.2.3", 0, 100, '.', NAN },
    { "1,2.3,4", 0, 100, '.', NAN },
    { "0x10", 0, 100, '.', NAN },
    { "1e3", 0, 9000, '.', NAN },
    { "inf", 0, 9000, '.', NAN },
    { "nan", 0, 9000, '.', NAN },
    { "99999999999999999999999999999999999999999999999999999999999999", 0, 100, '.', NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SoulsAsk ask = make_ask (SOULS_ASK_NUMBER);
      const SoulsVoteForm form = { &ask, cases[i].low, cases[i].high, cases[i].decimal_point };
      double number = 0.0;
      const gboolean read = souls_votes_parse_number (cases[i].text, &form, &number);

      g_test_message ("“%s” → %d %g", cases[i].text, read, number);
      g_assert_cmpint (read, ==, !isnan (cases[i].number));
      if (read)
        g_assert_cmpfloat_with_epsilon (number, cases[i].number, 1e-9);
    }
}

/* One a line, whatever else stands in the table. */
static void
test_table (void)
{
  static const struct
  {
    const char *text;
    double numbers[4];
    int n;
    int n_problems;
  } cases[] = {
    { "1\n2\n3\n", { 1, 2, 3 }, 3, 0 },
    { "1\r\n2\r3", { 1, 2, 3 }, 3, 0 },
    { "\xef\xbb\xbf" "1\n\n  \n2\n", { 1, 2 }, 2, 0 },
    { "Name,Answer\nAnna,12.5\nBo,-3\n", { 12.5, -3 }, 2, 0 },
    { "Name;Antwort\nAnna;12,5\nBo;-3\n", { 12.5, -3 }, 2, 0 },
    { "Anna\t12,5\t99\n", { 12.5 }, 1, 0 },
    { "\"Berg, Anna\",\"12,5\"\n", { 12.5 }, 1, 0 },
    { "\"say \"\"7\"\"\",8\n", { 8 }, 1, 0 },
    { "12,5 bn\n", { 0 }, 0, 1 },
    { "name\n5\n", { 5 }, 1, 1 },
    { "1\nx\n2\n40000\n3\n", { 1, 2, 3 }, 3, 2 },
    { "", { 0 }, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoulsVotes) votes = read_text (SOULS_ASK_NUMBER, cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint ((int) votes->votes->len, ==, cases[i].n);
      g_assert_cmpint (votes->n_problems, ==, cases[i].n_problems);
      for (int k = 0; k < cases[i].n; k++)
        {
          g_assert_true (get_vote (votes, (guint) k)->given);
          g_assert_cmpfloat_with_epsilon (get_vote (votes, (guint) k)->number, cases[i].numbers[k], 1e-9);
        }
    }
}

static void
test_problems (void)
{
  g_autoptr (SoulsVotes) votes = read_text (SOULS_ASK_NUMBER, "1\n\nno idea, sorry\n30000.5\n2\n");
  g_autoptr (SoulsVotes) options = read_text (SOULS_ASK_CHOICE, "2\n4\nboth\n");
  g_autoptr (SoulsVotes) lines = read_text (SOULS_ASK_LINE, "1;2\n1;2;3;4\nnobody\n1;2;90000\n");

  g_assert_cmpint (votes->n_problems, ==, 2);
  check_problem (votes, 0, 3, SOULS_VOTE_PROBLEM_NUMBER, "no idea, sorry");
  check_problem (votes, 1, 4, SOULS_VOTE_PROBLEM_RANGE, "30000.5");
  g_assert_cmpint (options->n_problems, ==, 2);
  check_problem (options, 0, 2, SOULS_VOTE_PROBLEM_OPTION, "4");
  check_problem (options, 1, 3, SOULS_VOTE_PROBLEM_OPTION, "both");
  g_assert_cmpint (lines->n_problems, ==, 4);
  check_problem (lines, 0, 1, SOULS_VOTE_PROBLEM_YEARS, "1;2");
  g_assert_cmpint (get_problem (lines, 0)->found, ==, 2);
  check_problem (lines, 1, 2, SOULS_VOTE_PROBLEM_YEARS, "1;2;3;4");
  check_problem (lines, 2, 3, SOULS_VOTE_PROBLEM_NUMBER, "nobody");
  check_problem (lines, 3, 4, SOULS_VOTE_PROBLEM_RANGE, "1;2;90000");
}

static void
test_options (void)
{
  static const int expected[] = { 0, 1, 2, 0, 2, 2, 1, 1 };
  g_autoptr (SoulsVotes) votes = read_text (
    SOULS_ASK_CHOICE, "Name,Answer\n1\nb\nC\nboth lost money\nonly one, abroad\nonly\nAnna;Both earned\n\"Bo\",2\n");

  g_assert_cmpint (votes->n_problems, ==, 0);
  g_assert_cmpuint (votes->votes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (get_vote (votes, i)->option, ==, expected[i]);
}

/* The open years, or all of them; the given ones are not kept. */
static void
test_lines (void)
{
  g_autoptr (SoulsVotes) votes = read_text (SOULS_ASK_LINE,
                                            "2016,2017,2018\n"
                                            "1,2,3\n"
                                            "Anna;1,5;2,5;3,5\n"
                                            "9\t9\t1\t2\t3\n"
                                            "1 2 -3\n"
                                            "1, 2, 3\n");
  SoulsAsk ask = make_ask (SOULS_ASK_LINE);

  g_assert_cmpint (souls_votes_count_years (&ask), ==, 3);
  ask.shown = 0;
  g_assert_cmpint (souls_votes_count_years (&ask), ==, 5);
  g_assert_cmpint (votes->n_problems, ==, 0);
  g_assert_cmpuint (votes->votes->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_true (isnan (get_vote (votes, i)->points[0]) && isnan (get_vote (votes, i)->points[1]));
      g_assert_cmpfloat (get_vote (votes, i)->points[2], ==, i == 1 ? 1.5 : 1.0);
      g_assert_cmpfloat (get_vote (votes, i)->points[4], ==, i == 1 ? 3.5 : i == 3 ? -3.0 : 3.0);
    }
}

/* Anything may be pasted. */
static void
test_hostile (void)
{
  static const char bytes[] = "1\n\xff\xfe\n2\n3\0004\n\xc3\n5";
  const SoulsAsk ask = make_ask (SOULS_ASK_NUMBER);
  const SoulsVoteForm form = make_form (&ask);
  g_autoptr (SoulsVotes) votes = souls_votes_read (bytes, sizeof bytes - 1, &form);
  g_autoptr (GString) text = g_string_new ("1\n");
  g_autoptr (SoulsVotes) wide = NULL, cut = NULL;

  g_assert_cmpuint (votes->votes->len, ==, 3);
  g_assert_cmpint (votes->n_problems, ==, 3);
  check_problem (votes, 0, 2, SOULS_VOTE_PROBLEM_TEXT, "");
  check_problem (votes, 1, 4, SOULS_VOTE_PROBLEM_TEXT, "");
  check_problem (votes, 2, 5, SOULS_VOTE_PROBLEM_TEXT, "");

  for (int i = 0; i < SOULS_VOTES_MAX_LINE; i++)
    g_string_append (text, "9,");
  g_string_append (text, "\n2\n");
  wide = souls_votes_read (text->str, text->len, &form);
  g_assert_cmpuint (wide->votes->len, ==, 2);
  check_problem (wide, 0, 2, SOULS_VOTE_PROBLEM_LENGTH, "");

  /* An excerpt ends with a whole character. */
  g_string_assign (text, "a");
  for (int i = 0; i < 40; i++)
    g_string_append (text, "€");
  cut = souls_votes_read (text->str, text->len, &form);
  g_assert_true (g_utf8_validate (get_problem (cut, 0)->text, -1, NULL));
  g_assert_cmpuint (strlen (get_problem (cut, 0)->text), ==, 46);
}

static void
test_many (void)
{
  const SoulsAsk ask = make_ask (SOULS_ASK_NUMBER);
  const SoulsVoteForm form = make_form (&ask);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SoulsVotes) votes = NULL, wrong = NULL, huge = NULL;
  g_autofree char *bytes = g_strnfill (SOULS_VOTES_MAX_BYTES + 10, 'x');

  for (int i = 0; i < SOULS_VOTES_MAX_LINES + 5; i++)
    g_string_append_printf (text, "%d\n", i);
  votes = souls_votes_read (text->str, text->len, &form);
  g_assert_cmpuint (votes->votes->len, ==, SOULS_VOTES_MAX_LINES);
  g_assert_cmpint (votes->n_problems, ==, 1);
  check_problem (votes, 0, SOULS_VOTES_MAX_LINES + 1, SOULS_VOTE_PROBLEM_MANY, "");

  g_string_truncate (text, 0);
  for (int i = 0; i < SOULS_VOTES_MAX_LINES; i++)
    g_string_append (text, "x\n");
  wrong = souls_votes_read (text->str, text->len, &form);
  g_assert_cmpint (wrong->n_problems, ==, SOULS_VOTES_MAX_LINES);
  g_assert_cmpuint (wrong->problems->len, ==, SOULS_VOTES_MAX_PROBLEMS);

  huge = souls_votes_read (bytes, SOULS_VOTES_MAX_BYTES + 10, &form);
  check_problem (huge, 0, 1, SOULS_VOTE_PROBLEM_MANY, "");
}

/* Random bytes: nothing but what may be answered comes out. */
static void
test_noise (void)
{
  static const char alphabet[] = "0123456789,.;\t\"-+ \n\rab€\xe2\x88\x92\xff$%'";

  for (int round = 0; round < 400; round++)
    {
      const SoulsAskKind kind = SOULS_ASK_CHOICE + round % 4;
      SoulsAsk ask = make_ask (kind);
      const SoulsVoteForm form = make_form (&ask);
      char text[200];
      g_autoptr (SoulsVotes) votes = NULL;

      for (gsize i = 0; i < sizeof text; i++)
        text[i] = alphabet[g_test_rand_int_range (0, sizeof alphabet)];
      votes = souls_votes_read (text, sizeof text, &form);
      for (guint i = 0; i < votes->votes->len; i++)
        {
          const SoulsAnswer *vote = get_vote (votes, i);

          g_assert_true (vote->option >= 0 && vote->option < ask.n_options);
          g_assert_true (vote->number >= ask.low && vote->number <= ask.high);
          for (int k = 2; kind == SOULS_ASK_LINE && k < 5; k++)
            g_assert_true (vote->points[k] >= ask.low && vote->points[k] <= ask.high);
        }
    }
}

/* As they are separated in Arabic. */
static void
test_arabic (void)
{
  g_autoptr (SoulsVotes) lines = read_text (SOULS_ASK_LINE, "سنة؛ سنة؛ سنة\n1؛ 2,5؛ -3\n1،2،3\n");
  g_autoptr (SoulsVotes) numbers = read_text (SOULS_ASK_NUMBER, "هدى، 12.5\n40؛ هدى\n12،5\n");
  g_autoptr (SoulsVotes) options = read_text (SOULS_ASK_CHOICE, "هدى؛ 2\nسلمى، both lost\n");
  static const double points[] = { 1, 2.5, -3 };

  g_assert_cmpuint (lines->votes->len, ==, 2);
  g_assert_cmpint (lines->n_problems, ==, 0);
  for (int i = 0; i < 3; i++)
    g_assert_cmpfloat (get_vote (lines, 0)->points[2 + i], ==, points[i]);
  g_assert_cmpfloat (get_vote (lines, 1)->points[4], ==, 3);
  g_assert_cmpuint (numbers->votes->len, ==, 3);
  g_assert_cmpfloat (get_vote (numbers, 0)->number, ==, 12.5);
  g_assert_cmpfloat (get_vote (numbers, 1)->number, ==, 40);
  /* No decimal comma: the first of two columns. */
  g_assert_cmpfloat (get_vote (numbers, 2)->number, ==, 12);
  g_assert_cmpuint (options->votes->len, ==, 2);
  g_assert_cmpint (get_vote (options, 0)->option, ==, 1);
  g_assert_cmpint (get_vote (options, 1)->option, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/votes/numbers", test_numbers);
  g_test_add_func ("/document/votes/table", test_table);
  g_test_add_func ("/document/votes/problems", test_problems);
  g_test_add_func ("/document/votes/options", test_options);
  g_test_add_func ("/document/votes/lines", test_lines);
  g_test_add_func ("/document/votes/hostile", test_hostile);
  g_test_add_func ("/document/votes/many", test_many);
  g_test_add_func ("/document/votes/arabic", test_arabic);
  g_test_add_func ("/document/votes/noise", test_noise);

  return g_test_run ();
}
