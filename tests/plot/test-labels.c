/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "souls-labels.h"

#define MOST 16

static void
check_placed (const SoulsLabel *labels,
              guint             n,
              SoulsRange        span,
              double            gap)
{
  for (guint i = 0; i < n; i++)
    {
      if (!labels[i].shown)
        continue;
      g_assert_cmpfloat (labels[i].placed - labels[i].size / 2.0, >=, span.min - 1e-6);
      g_assert_cmpfloat (labels[i].placed + labels[i].size / 2.0, <=, span.max + 1e-6);
      for (guint j = 0; j < n; j++)
        if (j != i && labels[j].shown)
          {
            double distance = fabs (labels[i].placed - labels[j].placed);

            g_assert_cmpfloat (distance, >=, (labels[i].size + labels[j].size) / 2.0 + gap - 1e-6);
            if (labels[i].wanted < labels[j].wanted)
              g_assert_cmpfloat (labels[i].placed, <, labels[j].placed);
          }
    }
}

static void
test_never_overlap (void)
{
  GRand *rand = g_rand_new_with_seed (5);

  for (int round = 0; round < 20000; round++)
    {
      SoulsLabel labels[MOST];
      guint n = (guint) g_rand_int_range (rand, 0, MOST + 1);
      SoulsRange span = { 20.0, 20.0 + g_rand_double_range (rand, 0.0, 400.0) };
      double gap = g_rand_double_range (rand, 0.0, 6.0);
      double needed = -gap;
      guint shown;

      for (guint i = 0; i < n; i++)
        {
          labels[i] = (SoulsLabel) { .wanted = floor (g_rand_double_range (rand, -50.0, 500.0)),
                                     .size = g_rand_double_range (rand, 8.0, 40.0),
                                     .priority = g_rand_int_range (rand, 0, 4) };
          needed += labels[i].size + gap;
        }
      shown = souls_labels_place (labels, n, span, gap);
      check_placed (labels, n, span, gap);
      if (needed <= span.max - span.min)
        g_assert_cmpuint (shown, ==, n);
      else
        g_assert_cmpuint (shown, <, n);
    }
  g_rand_free (rand);
}

static void
test_stay_where_wanted (void)
{
  SoulsLabel labels[] = { { 50, 10 }, { 20, 10 }, { 90, 10 } };

  g_assert_cmpuint (souls_labels_place (labels, 3, (SoulsRange) { 0, 100 }, 2.0), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (labels[i].placed, ==, labels[i].wanted);
}

/* Two that want the same place give way by the same amount. */
static void
test_share_the_move (void)
{
  SoulsLabel labels[] = { { 50, 10 }, { 50, 10 } };

  souls_labels_place (labels, 2, (SoulsRange) { 0, 100 }, 2.0);
  g_assert_cmpfloat_with_epsilon (labels[0].placed, 44.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (labels[1].placed, 56.0, 1e-9);
}

static void
test_drop_by_priority (void)
{
  SoulsLabel labels[] = { { 10, 10, 3 }, { 12, 10, 1 }, { 14, 10, 2 }, { 16, 10, 1 } };

  g_assert_cmpuint (souls_labels_place (labels, 4, (SoulsRange) { 0, 30 }, 0.0), ==, 3);
  g_assert_false (labels[3].shown);
  g_assert_cmpuint (souls_labels_place (labels, 4, (SoulsRange) { 0, 20 }, 0.0), ==, 2);
  g_assert_true (labels[0].shown && labels[2].shown);
  g_assert_cmpuint (souls_labels_place (labels, 4, (SoulsRange) { 0, 10 }, 0.0), ==, 1);
  g_assert_true (labels[0].shown);
  g_assert_cmpuint (souls_labels_place (labels, 4, (SoulsRange) { 0, 5 }, 0.0), ==, 0);
}

static void
test_leave_out_what_has_no_place (void)
{
  SoulsLabel labels[] = { { NAN, 10 }, { 20, 10 }, { HUGE_VAL, 10 } };

  g_assert_cmpuint (souls_labels_place (labels, 3, (SoulsRange) { 0, 100 }, 0.0), ==, 1);
  g_assert_true (!labels[0].shown && labels[1].shown && !labels[2].shown);
  g_assert_cmpuint (souls_labels_place (NULL, 0, (SoulsRange) { 0, 100 }, 0.0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/labels/never-overlap", test_never_overlap);
  g_test_add_func ("/plot/labels/stay-where-wanted", test_stay_where_wanted);
  g_test_add_func ("/plot/labels/share-the-move", test_share_the_move);
  g_test_add_func ("/plot/labels/drop-by-priority", test_drop_by_priority);
  g_test_add_func ("/plot/labels/leave-out-what-has-no-place", test_leave_out_what_has_no_place);
  return g_test_run ();
}
