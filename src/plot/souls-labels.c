/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-labels.h"

#include <math.h>

/* Neighbours that touch and so move as one. @first and @n index the order; @mean is where the first
 * one's middle would be if the block could choose. */
typedef struct
{
  guint first;
  guint n;
  double sum;
  double mean;
} Block;

static int
compare_labels (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const SoulsLabel *labels = data;
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  if (labels[left].wanted != labels[right].wanted)
    return labels[left].wanted < labels[right].wanted ? -1 : 1;
  return left < right ? -1 : 1;
}

/* Returns the label to drop next. */
static guint
find_least (const SoulsLabel *labels,
            guint             n_labels)
{
  guint least = n_labels;

  for (guint i = 0; i < n_labels; i++)
    if (labels[i].shown && (least == n_labels || labels[i].priority <= labels[least].priority))
      least = i;
  return least;
}

static void
drop_what_does_not_fit (SoulsLabel *labels,
                        guint       n_labels,
                        double      room,
                        double      gap)
{
  double needed = -gap;
  guint n_shown = 0;

  for (guint i = 0; i < n_labels; i++)
    {
      labels[i].placed = labels[i].wanted;
      labels[i].shown = isfinite (labels[i].wanted) && isfinite (labels[i].size);
      if (labels[i].shown)
        {
          needed += labels[i].size + gap;
          n_shown++;
        }
    }
  while (n_shown > 0 && needed > room + 1e-9)
    {
      guint least = find_least (labels, n_labels);

      labels[least].shown = FALSE;
      needed -= labels[least].size + gap;
      n_shown--;
    }
}

/* Pool adjacent violators: the order stays, and the sum of squared moves is the least there is.
 * @offset is the distance from the first label's middle to each one's if all of them touched. */
static guint
pool (const SoulsLabel *labels,
      const guint      *order,
      const double     *offset,
      guint             n,
      Block            *blocks)
{
  guint n_blocks = 0;

  for (guint i = 0; i < n; i++)
    {
      double wanted = labels[order[i]].wanted - offset[i];
      Block *last = &blocks[n_blocks++];

      *last = (Block) { i, 1, wanted, wanted };
      while (n_blocks > 1 && blocks[n_blocks - 2].mean >= last->mean)
        {
          Block *before = &blocks[n_blocks - 2];

          before->n += last->n;
          before->sum += last->sum;
          before->mean = before->sum / before->n;
          last = before;
          n_blocks--;
        }
    }
  return n_blocks;
}

static void
settle (SoulsLabel *labels,
        guint      *order,
        guint       n,
        SoulsRange  span,
        double      gap)
{
  g_autofree double *offset = g_new0 (double, n);
  g_autofree Block *blocks = g_new0 (Block, n);
  double lowest, highest;
  guint n_blocks;

  for (guint i = 1; i < n; i++)
    offset[i] = offset[i - 1] + (labels[order[i - 1]].size + labels[order[i]].size) / 2.0 + gap;
  n_blocks = pool (labels, order, offset, n, blocks);

  /* In the coordinate of the offsets all labels are points, so that the ends of the span are the
   * same for each. */
  lowest = span.min + labels[order[0]].size / 2.0;
  highest = span.max - labels[order[n - 1]].size / 2.0 - offset[n - 1];
  for (guint b = 0; b < n_blocks; b++)
    for (guint i = blocks[b].first; i < blocks[b].first + blocks[b].n; i++)
      labels[order[i]].placed = MAX (MIN (blocks[b].mean, highest), lowest) + offset[i];
}

/**
 * souls_labels_place:
 * @labels: (array length=n_labels) (inout): labels in any order
 * @n_labels: how many there are
 * @span: px in which they must stay
 * @gap: least px between two labels
 *
 * Places labels along a line so that none overlap, none leave the span, their order is that of
 * the things they name, and each is as near to its thing as the others allow. When there is not
 * enough room, those of the lowest priority are not shown. Labels whose place is not a number are
 * not shown.
 *
 * Returns: how many are shown
 */
guint
souls_labels_place (SoulsLabel *labels,
                    guint       n_labels,
                    SoulsRange  span,
                    double      gap)
{
  g_autofree guint *order = g_new0 (guint, MAX (n_labels, 1));
  guint n = 0;

  drop_what_does_not_fit (labels, n_labels, span.max - span.min, gap);
  for (guint i = 0; i < n_labels; i++)
    if (labels[i].shown)
      order[n++] = i;
  if (n == 0)
    return 0;

  g_qsort_with_data (order, (int) n, sizeof *order, compare_labels, labels);
  settle (labels, order, n, span, gap);
  return n;
}
