/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

/* px that versions of a font may differ by. */
#define TOLERANCE 1.5

typedef struct
{
  const char *file;
  SoulsChart chart;
  double width;
  double height;
  int base_year;
  int horizon;
  SoulsRung rung;
  Mood mood;
  int year;
  int view;
  int n_others;
} Case;

static const Case cases[] = {
  { "with-without.dump", SOULS_CHART_WITH_WITHOUT, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_CLOUDY, 2030 },
  { "with-without-loss.dump", SOULS_CHART_WITH_WITHOUT, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_BASELINE, 2022 },
  { "with-without-rungs.dump", SOULS_CHART_WITH_WITHOUT, 1200, 800, 2025, 10, SOULS_RUNG_ONE_TIME,
    MOOD_CLOUDY, 2026 },
  { "timeline.dump", SOULS_CHART_TIMELINE, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY,
    2030 },
  { "timeline-older.dump", SOULS_CHART_TIMELINE, 320, 240, 2019, 10, SOULS_RUNG_TRANSFER_PRICE,
    MOOD_CLOUDY, 2022 },
  { "with-without-others.dump", SOULS_CHART_WITH_WITHOUT, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_STORES_LOSE, 2030, .n_others = 4 },
  { "timeline-others.dump", SOULS_CHART_TIMELINE, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_CLOUDY, 2030, .n_others = 3 },
  { "segments.dump", SOULS_CHART_SEGMENTS, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY,
    2022 },
  { "bridge.dump", SOULS_CHART_BRIDGE, 600, 450, 2025, 10, SOULS_RUNG_TRANSFER_PRICE, MOOD_CLOUDY,
    2026 },
  { "bridge-loss.dump", SOULS_CHART_BRIDGE, 600, 450, 2025, 10, SOULS_RUNG_DISSYNERGIES,
    MOOD_BASELINE, 2022 },
  { "bridge-drivers.dump", SOULS_CHART_BRIDGE, 600, 450, 2025, 10, SOULS_RUNG_STRANDED, MOOD_CLOUDY,
    2030, .view = 1 },
  { "lines.dump", SOULS_CHART_LINES, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE, 2025 },
  { "lines-moved.dump", SOULS_CHART_LINES, 320, 240, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_STORES_LOSE, 2030 },
  { "marimekko.dump", SOULS_CHART_MARIMEKKO, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY,
    2030 },
  { "marimekko-loss.dump", SOULS_CHART_MARIMEKKO, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_BASELINE, 2022 },
  { "money-flow.dump", SOULS_CHART_MONEY_FLOW, 1200, 800, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_CLOUDY, 2030 },
  { "money-flow-loss.dump", SOULS_CHART_MONEY_FLOW, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_BASELINE, 2022 },
  { "distribution.dump", SOULS_CHART_DISTRIBUTION, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_CLOUDY, 2030 },
  { "two-souls.dump", SOULS_CHART_TWO_SOULS, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY,
    2030 },
  { "two-souls-loss.dump", SOULS_CHART_TWO_SOULS, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_BASELINE, 2022 },
  { "two-souls-amounts.dump", SOULS_CHART_TWO_SOULS, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_BOTH_LOSE, 2029 },
  { "seller-dollar.dump", SOULS_CHART_SELLER_DOLLAR, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC,
    MOOD_CLOUDY, 2030 },
  { "tornado.dump", SOULS_CHART_TORNADO, 600, 450, 2025, 10, SOULS_RUNG_ONE_TIME, MOOD_CLOUDY, 2026 },
  { "tornado-loss.dump", SOULS_CHART_TORNADO, 320, 240, 2022, 10, SOULS_RUNG_ARITHMETIC, MOOD_BASELINE,
    2022 },
  { "outcomes.dump", SOULS_CHART_OUTCOMES, 600, 450, 2022, 10, SOULS_RUNG_STRANDED, MOOD_CLOUDY, 2027 },
  { "flywheel.dump", SOULS_CHART_FLYWHEEL, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY,
    2030 },
  { "break-even-map.dump", SOULS_CHART_BREAK_EVEN_MAP, 600, 450, 2025, 10, SOULS_RUNG_STRANDED,
    MOOD_CLOUDY, 2030 },
  { "cash-cycle.dump", SOULS_CHART_CASH_CYCLE, 600, 450, 2025, 10, SOULS_RUNG_ARITHMETIC, MOOD_CLOUDY,
    2030 },
};

static char *
lay_out (const Case *test)
{
  static Stage stage;
  g_autoptr (SoulsScene) scene = souls_scene_new ();
  g_autoptr (GRegex) metric = g_regex_new (" metric -?\\d+", 0, 0, NULL);
  g_autofree char *dump = NULL;
  SoulsChartFrame frame = { .width = test->width, .height = test->height, .with_finding = TRUE };

  stage.view = test->view;
  stage_set (&stage, test->base_year, test->horizon, test->rung, test->mood, test->year);
  stage.input.title = test->mood == MOOD_BASELINE ? NULL : "Test scenario";
  stage_compare (&stage, test->n_others);
  stage_prepare (&stage, test->chart);
  souls_chart_layout (test->chart, &stage.input, &frame, scene);
  dump = souls_scene_dump (scene);
  return g_regex_replace_literal (metric, dump, -1, 0, "", 0, NULL);
}

/* Whether two lines say the same: words equal, numbers outside of quotes within the tolerance. */
static gboolean
are_alike (const char *a,
           const char *b)
{
  gboolean quoted = FALSE;

  while (*a && *b)
    {
      gboolean number =
        !quoted && (g_ascii_isdigit (*a) || *a == '-') && (g_ascii_isdigit (*b) || *b == '-');
      char *a_end = NULL;
      char *b_end = NULL;

      if (number)
        {
          double difference = g_ascii_strtod (a, &a_end) - g_ascii_strtod (b, &b_end);

          if (a_end != a && b_end != b)
            {
              if (!(fabs (difference) <= TOLERANCE))
                return FALSE;
              a = a_end;
              b = b_end;
              continue;
            }
        }
      if (*a != *b)
        return FALSE;
      quoted ^= *a == '"';
      a++;
      b++;
    }
  return *a == *b;
}

static void
test_dump (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, test->file, NULL);
  g_autofree char *dump = NULL;
  g_autofree char *wanted = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) wanted_lines = NULL;

  if (!stage_has_font ())
    {
      g_test_skip ("the font Cantarell is not installed");
      return;
    }
  dump = lay_out (test);
  if (g_getenv ("SOULS_UPDATE_DUMPS"))
    {
      g_file_set_contents (path, dump, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &wanted, NULL, &error);
  g_assert_no_error (error);

  lines = g_strsplit (dump, "\n", -1);
  wanted_lines = g_strsplit (wanted, "\n", -1);
  for (int i = 0; lines[i] && wanted_lines[i]; i++)
    if (!are_alike (lines[i], wanted_lines[i]))
      {
        g_test_message ("%s:%d: %s", test->file, i + 1, wanted_lines[i]);
        g_test_message ("now: %s", lines[i]);
        g_test_fail ();
      }
  g_assert_cmpint (g_strv_length (lines), ==, g_strv_length (wanted_lines));
}

static void
test_comparison (void)
{
  g_assert_true (are_alike ("rect 1,2 3x4 fill aws", "rect 2.4,2 3x4 fill aws"));
  g_assert_false (are_alike ("rect 1,2 3x4 fill aws", "rect 2.6,2 3x4 fill aws"));
  g_assert_false (are_alike ("text 1,2 \"$41.2 bn\"", "text 1,2 \"$41.3 bn\""));
  g_assert_false (are_alike ("rect 1,2", "rect 1,2 hatched"));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  stage_open (g_getenv ("SOULS_TEST_DATA"));
  g_test_add_func ("/charts/dump/comparison", test_comparison);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/charts/dump/%.*s", (int) strlen (cases[i].file) - 5, cases[i].file);

      g_test_add_data_func (path, &cases[i], test_dump);
    }
  status = g_test_run ();
  stage_close ();
  return status;
}
