/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-figures.h"

#include <glib/gi18n.h>
#include <math.h>

static const struct
{
  const char *id;
  const char *symbol;
  const char *name;
} figures_table[SOULS_N_FIGURES] = {
#define FIGURE(enumerator, id, symbol, name) { id, symbol, name },
  SOULS_FIGURES (FIGURE)
#undef FIGURE
};

static const struct
{
  const char *id;
  const char *name;
} beliefs_table[SOULS_N_BELIEFS] = {
#define BELIEF(enumerator, id, name, unit) { id, name },
  SOULS_BELIEFS (BELIEF)
#undef BELIEF
};

/**
 * souls_figure_id:
 *
 * Returns: the key in files
 */
const char *
souls_figure_id (SoulsFigure figure)
{
  return figures_table[figure].id;
}

/**
 * souls_figure_symbol:
 *
 * Returns: the symbol in formulas
 */
const char *
souls_figure_symbol (SoulsFigure figure)
{
  return figures_table[figure].symbol;
}

/**
 * souls_figure_name:
 *
 * Returns: the name on screen, marked for translation
 */
const char *
souls_figure_name (SoulsFigure figure)
{
  return figures_table[figure].name;
}

/**
 * souls_figure_from_id:
 * @id: a key in a file
 * @figure: (out): the figure
 *
 * Returns: whether there is such a figure
 */
gboolean
souls_figure_from_id (const char  *id,
                      SoulsFigure *figure)
{
  for (int i = 0; i < SOULS_N_FIGURES; i++)
    if (g_strcmp0 (figures_table[i].id, id) == 0)
      {
        *figure = (SoulsFigure) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * souls_figures_clear:
 *
 * Makes every figure missing.
 */
void
souls_figures_clear (SoulsFigures *figures)
{
  figures->year = 0;
  for (int i = 0; i < SOULS_N_FIGURES; i++)
    figures->value[i] = NAN;
}

/**
 * souls_belief_id:
 *
 * Returns: the key in files, which is also the symbol in formulas
 */
const char *
souls_belief_id (SoulsBelief belief)
{
  return beliefs_table[belief].id;
}

/**
 * souls_belief_name:
 *
 * Returns: the name on screen, marked for translation
 */
const char *
souls_belief_name (SoulsBelief belief)
{
  return beliefs_table[belief].name;
}

/**
 * souls_belief_from_id:
 * @id: a key in a file
 * @belief: (out): the belief
 *
 * Returns: whether there is such a belief
 */
gboolean
souls_belief_from_id (const char  *id,
                      SoulsBelief *belief)
{
  for (int i = 0; i < SOULS_N_BELIEFS; i++)
    if (g_strcmp0 (beliefs_table[i].id, id) == 0)
      {
        *belief = (SoulsBelief) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * souls_beliefs_clear:
 *
 * Makes every belief missing.
 */
void
souls_beliefs_clear (SoulsBeliefs *beliefs)
{
  for (int i = 0; i < SOULS_N_BELIEFS; i++)
    {
      beliefs->value[i] = beliefs->low[i] = beliefs->high[i] = NAN;
      beliefs->kind[i] = SOULS_KIND_ASSUMED;
    }
}
