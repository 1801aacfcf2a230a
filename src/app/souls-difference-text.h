/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-session.h"
#include "souls-words.h"

G_BEGIN_DECLS

/**
 * SoulsSides:
 * @side: (array length=n): what is shown, then the comparison; borrowed from the session, until it changes
 * @title: (array length=n): owned
 * @n: how many
 *
 * The scenarios that a session compares.
 */
typedef struct
{
  SoulsSide side[SOULS_MAX_SIDES];
  char *title[SOULS_MAX_SIDES];
  int n;
} SoulsSides;

void    souls_sides_collect          (SoulsSides            *self,
                                      SoulsSession          *session);
void    souls_sides_clear            (SoulsSides            *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SoulsSides, souls_sides_clear)

/* What a scenario is called where it has no title of its own. (transfer full) */
char   *souls_session_name_scenario  (SoulsSession          *session);

/* A row's value on one side, in words: "12.0 %", "$41.2 bn"; empty for a slider at its baseline. (transfer full) */
char   *souls_difference_value       (const SoulsDifference *row,
                                      int                    side,
                                      const SoulsWords      *words);
/* How far a result is from the first side's: "+$4.1 bn"; NULL where that says nothing. (transfer full) */
char   *souls_difference_change      (const SoulsDifference *row,
                                      int                    side,
                                      const SoulsWords      *words);

/* The table as RFC 4180 has it, with a head; numbers in the C locale, at full precision. (transfer full) */
char   *souls_differences_to_csv     (const GArray          *rows,
                                      const SoulsSides      *sides,
                                      const SoulsWords      *words);

G_END_DECLS
