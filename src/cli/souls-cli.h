/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "souls-scenario.h"
#include "souls-table.h"

G_BEGIN_DECLS

#define SOULS_CLI_NAME "two-souls-cli"

/* What the program ends with. */
typedef enum
{
  SOULS_EXIT_YES = 0,   /* done; or the answer is yes */
  SOULS_EXIT_NO = 1,    /* the answer is no */
  SOULS_EXIT_BAD = 2,   /* bad use or bad input */
  SOULS_EXIT_INTERRUPTED = 130,   /* stopped by Ctrl-C, as shells have it */
} SoulsExit;

/**
 * SoulsVerb:
 * @id: the word on the command line
 * @summary: marked for translation, as are all texts here
 * @arguments: what goes after the options, or %NULL
 * @description: more for --help, or %NULL
 * @run: does it; @argv[0] is the verb. Output is what it appends to @output, written by the caller; an error ends in
 *   %SOULS_EXIT_BAD, or in %SOULS_EXIT_INTERRUPTED
 *
 * A row of the verb table (souls-cli-verbs.c).
 */
typedef struct
{
  const char *id;
  const char *summary;
  const char *arguments;
  const char *description;
  SoulsExit (*run) (int argc, char **argv, GString *output, GError **error);
} SoulsVerb;

extern const SoulsVerb souls_cli_verbs[];   /* ends with a zero id */

const SoulsVerb *souls_cli_find_verb  (const char *id,
                                       GError    **error);

SoulsExit        souls_cli_run_years    (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_drivers  (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_metrics  (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_charts   (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_presets  (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_lessons  (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_run      (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_check    (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_explain  (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_solve    (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_sensitivity (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_simulate (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_map      (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_bridge   (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_compare  (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_share    (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_unshare  (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_say      (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_validate (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_render   (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_animate  (int argc, char **argv, GString *output, GError **error);
SoulsExit        souls_cli_run_handout  (int argc, char **argv, GString *output, GError **error);

G_END_DECLS
