/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-seek.h"

#include <math.h>
#include <stdlib.h>

#include "souls-batch.h"

#define N_POINTS SOULS_BATCH_LANES
#define TOLERANCE 1e-9             /* of the range searched; the contract asks for 1e-6 */
#define APPROACH 1e-6
#define NOISE 1e-12                /* what rounding may do to an answer, as a part of it */
#define MAX_STEPS 100
#define GOLDEN_PART 0.3819660112501051

/* One slider's way, and how far the answer is above what is wanted along it. */
typedef struct
{
  const SoulsQuestion *question;
  SoulsDriver driver;
  double target;
  double present;
  double at_present;
  double x[N_POINTS];
  double y[N_POINTS];
} Line;

/* Two values between which the difference changes its sign, with the differences there. */
typedef struct
{
  double a;
  double b;
  double at_a;
  double at_b;
} Bracket;

static double
evaluate (const Line *line,
          double      x)
{
  return souls_question_answer_at (line->question, line->driver, x) - line->target;
}

/* Whether a difference is none but for rounding. */
static gboolean
is_there (const Line *line,
          double      y)
{
  return fabs (y) <= NOISE * fabs (line->target);
}

/* All points by one batch. */
static void
scan (Line                *line,
      const SoulsQuestion *question,
      SoulsDriver          driver,
      double               target,
      double               low,
      double               high)
{
  SoulsSettings settings = *question->settings;
  double *rows[SOULS_MAX_YEARS] = { NULL };
  SoulsBatch batch;
  double *row;

  *line = (Line) { .question = question, .driver = driver, .target = target };
  line->present = question->drivers->target[driver];
  line->at_present = evaluate (line, line->present);
  settings.horizon = MAX (question->t, 1);
  souls_batch_init (&batch, question->calibration, &settings, question->drivers, &question->metric, 1);
  row = souls_batch_vary (&batch, driver);
  for (int i = 0; i < N_POINTS; i++)
    row[i] = line->x[i] = i == N_POINTS - 1 ? high : low + (high - low) * i / (N_POINTS - 1);
  rows[question->t] = line->y;
  souls_batch_project (&batch, rows, 0);
  for (int i = 0; i < N_POINTS; i++)
    line->y[i] -= target;
}

static gboolean
is_bracket (const Bracket *bracket)
{
  return (bracket->at_a <= 0 && bracket->at_b >= 0) || (bracket->at_a >= 0 && bracket->at_b <= 0);
}

/* The next guess of Brent's method: where a parabola or a line through the last points meets 0, or NAN. */
static double
interpolate (double a,
             double b,
             double c,
             double at_a,
             double at_b,
             double at_c)
{
  if (at_a != at_c && at_b != at_c && at_a != at_b)
    return a * at_b * at_c / ((at_a - at_b) * (at_a - at_c)) + b * at_a * at_c / ((at_b - at_a) * (at_b - at_c)) +
           c * at_a * at_b / ((at_c - at_a) * (at_c - at_b));
  return at_a != at_b ? b - at_b * (b - a) / (at_b - at_a) : NAN;
}

static void
swap_ends (Bracket *bracket)
{
  *bracket = (Bracket) { bracket->b, bracket->a, bracket->at_b, bracket->at_a };
}

/* Brent, Algorithms for Minimization without Derivatives (1973), chapter 4: inverse quadratic interpolation that falls back
 * to halving. */
static double
find_root (const Line    *line,
           const Bracket *start,
           double         tolerance)
{
  Bracket bracket = *start;
  gboolean halved = TRUE;
  double c;
  double at_c;
  double d;

  if (fabs (bracket.at_a) < fabs (bracket.at_b))
    swap_ends (&bracket);
  c = d = bracket.a;
  at_c = bracket.at_a;
  for (int i = 0; i < MAX_STEPS && bracket.at_b != 0 && fabs (bracket.b - bracket.a) > tolerance; i++)
    {
      const double quarter = (3 * bracket.a + bracket.b) / 4;
      const double span = halved ? fabs (bracket.b - c) : fabs (c - d);
      double x = interpolate (bracket.a, bracket.b, c, bracket.at_a, bracket.at_b, at_c);
      double at_x;

      halved = !((x - quarter) * (x - bracket.b) < 0) || fabs (x - bracket.b) >= span / 2 || span < tolerance;
      if (halved)
        x = (bracket.a + bracket.b) / 2;
      at_x = evaluate (line, x);
      d = c;
      c = bracket.b;
      at_c = bracket.at_b;
      if ((bracket.at_a < 0) != (at_x < 0))
        {
          bracket.b = x;
          bracket.at_b = at_x;
        }
      else
        {
          bracket.a = x;
          bracket.at_a = at_x;
        }
      if (fabs (bracket.at_a) < fabs (bracket.at_b))
        swap_ends (&bracket);
    }
  return bracket.b;
}

/* Where the answer stays at what is wanted for a while: the near end of that. */
static double
find_edge (const Line *line,
           double      outside,
           double      inside,
           double      tolerance)
{
  while (fabs (inside - outside) > tolerance)
    {
      const double middle = (outside + inside) / 2;

      *(is_there (line, evaluate (line, middle)) ? &inside : &outside) = middle;
    }
  return inside;
}

/* The ends as the question itself answers: the batch may differ in the last place, and so in a sign. A change of sign where
 * the answer is null or leaps is no root. */
static gboolean
refine (const Line *line,
        double      a,
        double      b,
        double     *root)
{
  const Bracket bracket = { a, b, evaluate (line, a), evaluate (line, b) };
  const double range = line->x[N_POINTS - 1] - line->x[0];
  double x;

  if (!is_bracket (&bracket))
    return FALSE;
  x = is_there (line, bracket.at_b) ? find_edge (line, a, b, TOLERANCE * range) : find_root (line, &bracket, TOLERANCE * range);
  if (!(fabs (evaluate (line, x)) <= MAX (fabs (bracket.at_a), fabs (bracket.at_b))))
    return FALSE;
  *root = x;
  return TRUE;
}

static gboolean
crosses (double y,
         double z)
{
  return (y <= 0 && z >= 0) || (y >= 0 && z <= 0);
}

/* The root nearest to the present value on one side of it: @step is 1 upwards, −1 downwards. */
static gboolean
find_root_beside (const Line *line,
                  int         step,
                  double     *root)
{
  double x = line->present;
  double y = line->at_present;

  for (int i = step > 0 ? 0 : N_POINTS - 1; i >= 0 && i < N_POINTS; i += step)
    {
      if ((line->x[i] - line->present) * step <= 0)
        continue;
      if (crosses (y, line->y[i]) && refine (line, x, line->x[i], root))
        return TRUE;
      x = line->x[i];
      y = line->y[i];
    }
  return FALSE;
}

static gboolean
find_nearest_root (const Line *line,
                   double     *root)
{
  double below;
  double above;
  gboolean has_below;
  gboolean has_above;

  if (is_there (line, line->at_present))
    {
      *root = line->present;
      return TRUE;
    }
  has_below = find_root_beside (line, -1, &below);
  has_above = find_root_beside (line, 1, &above);
  if (has_below && (!has_above || line->present - below < above - line->present))
    *root = below;
  else if (has_above)
    *root = above;
  return has_below || has_above;
}

/* Where the answer comes nearest to what is wanted: at a point of the scan, or where the slider stands if none is nearer. */
static double
find_nearest (const Line *line,
              double     *at_nearest)
{
  double nearest = line->present;

  *at_nearest = line->at_present;
  for (int i = 0; i < N_POINTS; i++)
    {
      const double least = fabs (*at_nearest) * (1 - NOISE) - NOISE * fabs (line->target);

      if (!isnan (line->y[i]) && (isnan (*at_nearest) || fabs (line->y[i]) < least))
        {
          nearest = line->x[i];
          *at_nearest = line->y[i];
        }
    }
  return nearest;
}

/* Closes in on where the answer turns round between the points beside the nearest one, by the golden section. Returns whether
 * it turns round only beyond the target, so that there is a root after all. */
static gboolean
approach (const Line *line,
          double     *value)
{
  const double range = line->x[N_POINTS - 1] - line->x[0];
  double at_best;
  double best = find_nearest (line, &at_best);
  const double sign = at_best < 0 ? -1 : 1;
  double a = line->x[0];
  double b = line->x[N_POINTS - 1];

  for (int i = 0; i < N_POINTS; i++)
    {
      a = line->x[i] < best ? line->x[i] : a;
      b = line->x[N_POINTS - 1 - i] > best ? line->x[N_POINTS - 1 - i] : b;
    }
  *value = best;
  while (b - a > APPROACH * range)
    {
      const double x = best - a > b - best ? best - GOLDEN_PART * (best - a) : best + GOLDEN_PART * (b - best);
      const double at_x = evaluate (line, x);

      if (at_x * sign <= 0)
        return refine (line, best, x, value);
      if (at_x * sign < at_best * sign)
        {
          *(x < best ? &b : &a) = best;
          *value = best = x;
          at_best = at_x;
        }
      else
        *(x < best ? &a : &b) = x;
    }
  return FALSE;
}

/**
 * souls_seek:
 * @driver: the slider to move, over its whole range
 * @target: what the answer should be, in the metric's unit
 * @goal: (out): where it has to stand; the nearest place where there are several
 *
 * Scans 64 points of the slider's range, then closes in with Brent's method: to a thousandth of the millionth of the range
 * that section 7 of the model asks for. Where no two points lie on both sides of the target, it looks round the nearest one.
 *
 * Returns: whether the target can be reached
 */
gboolean
souls_seek (const SoulsQuestion *question,
            SoulsDriver          driver,
            double               target,
            SoulsGoal           *goal)
{
  const double low = question->calibration->min[driver];
  const double high = question->calibration->max[driver];
  Line line;

  scan (&line, question, driver, target, low, high);
  goal->driver = driver;
  goal->reachable = find_nearest_root (&line, &goal->value);
  if (!goal->reachable)
    goal->reachable = approach (&line, &goal->value);
  goal->answer = souls_question_answer_at (question, driver, goal->value);
  goal->share = high > low ? fabs (goal->value - line.present) / (high - low) : 0;
  return goal->reachable;
}

/* A goal, and by how much it misses the target. */
typedef struct
{
  SoulsGoal goal;
  double miss;
} Ranked;

static int
compare_ranked (const void *a,
                const void *b)
{
  const Ranked *x = a;
  const Ranked *y = b;

  if (x->goal.reachable != y->goal.reachable)
    return x->goal.reachable ? -1 : 1;
  if (x->goal.reachable && x->goal.share != y->goal.share)
    return x->goal.share < y->goal.share ? -1 : 1;
  if (!x->goal.reachable && x->miss != y->miss)
    return x->miss < y->miss ? -1 : 1;
  return (int) x->goal.driver - (int) y->goal.driver;
}

/**
 * souls_seek_all:
 * @goals: (out caller-allocates): one for each driver: first those that reach the target, the least movement first, then the
 *   others, the nearest miss first
 *
 * Returns: how many drivers reach it
 */
int
souls_seek_all (const SoulsQuestion *question,
                double               target,
                SoulsGoal            goals[SOULS_N_DRIVERS])
{
  Ranked ranked[SOULS_N_DRIVERS];
  int n = 0;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      Ranked *r = &ranked[i];

      n += souls_seek (question, (SoulsDriver) i, target, &r->goal);
      r->miss = isnan (r->goal.answer) ? INFINITY : fabs (r->goal.answer - target);
    }
  qsort (ranked, SOULS_N_DRIVERS, sizeof *ranked, compare_ranked);
  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    goals[i] = ranked[i].goal;
  return n;
}

static gboolean
changes_sign (const Line *line)
{
  gboolean below = line->at_present < 0;
  gboolean above = line->at_present > 0;

  for (int i = 0; i < N_POINTS; i++)
    {
      below = below || line->y[i] < 0;
      above = above || line->y[i] > 0;
    }
  return below && above;
}

static int
compare_edges (const void *a,
               const void *b)
{
  const SoulsKnifeEdge *x = a;
  const SoulsKnifeEdge *y = b;

  if (x->share != y->share)
    return x->share < y->share ? -1 : 1;
  return (int) x->driver - (int) y->driver;
}

/**
 * souls_knife_edges_find:
 * @bands: by driver, in the model's unit; one that does not hold the slider is widened to it
 * @edges: (out caller-allocates): the drivers whose band holds a change of the answer's sign, nearest first
 *
 * Returns: how many there are
 */
int
souls_knife_edges_find (const SoulsQuestion *question,
                        const SoulsBand      bands[SOULS_N_DRIVERS],
                        SoulsKnifeEdge       edges[SOULS_N_DRIVERS])
{
  int n = 0;

  for (int i = 0; i < SOULS_N_DRIVERS; i++)
    {
      const double present = question->drivers->target[i];
      const double low = MIN (bands[i].low, present);
      const double high = MAX (bands[i].high, present);
      Line line;
      double value;
      double end;

      if (low == high)
        continue;
      scan (&line, question, (SoulsDriver) i, 0, low, high);
      if (!changes_sign (&line) || !find_nearest_root (&line, &value))
        continue;
      end = value < present ? low : high;
      edges[n++] = (SoulsKnifeEdge) { (SoulsDriver) i, value, value == present ? 0 : (value - present) / (end - present) };
    }
  qsort (edges, (gsize) n, sizeof *edges, compare_edges);
  return n;
}
