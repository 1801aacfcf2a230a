/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-config.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "souls-cli-words.h"
#include "souls-cli.h"
#include "souls-text.h"

static void
append_verbs (GString *text)
{
  g_string_append_printf (text, "%s\n", _("Verbs:"));
  for (const SoulsVerb *verb = souls_cli_verbs; verb->id != NULL; verb++)
    g_string_append_printf (text, "  %-10s %s\n", verb->id, _(verb->summary));
}

static void
append_help (GString *text)
{
  g_string_append_printf (text, _("Usage: %s VERB [OPTION…] [ARGUMENT…]"), SOULS_CLI_NAME);
  g_string_append (text, "\n\n");
  g_string_append_printf (
    text, "%s\n\n", _("Is Amazon profitable without AWS? A model, its figures and its charts."));
  append_verbs (text);
  g_string_append_c (text, '\n');
  /* Translators: %s is the name of the program. */
  g_string_append_printf (text, _("“%s VERB --help” says more about a verb."), SOULS_CLI_NAME);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s\n", _("Status: 0 done or yes, 1 no, 2 bad use or input, 130 stopped by Ctrl-C."));
}

static int
complain (const char *message)
{
  g_autofree char *line = souls_text_line (message);

  fprintf (stderr, "%s: %s\n", SOULS_CLI_NAME, line);
  return SOULS_EXIT_BAD;
}

/* A full disk or a closed pipe is found here, not lost. */
static int
put (const GString *output,
     SoulsExit      status)
{
  gboolean written = fwrite (output->str, 1, output->len, stdout) == output->len;

  if (fflush (stdout) != 0 || !written)
    return complain ("standard output: cannot be written");
  return status;
}

/* Ends by the signal itself: a shell that waits makes 130 of it, and stops the loop that it was called in. */
static int
end_interrupted (void)
{
  signal (SIGINT, SIG_DFL);
  raise (SIGINT);
  return SOULS_EXIT_INTERRUPTED;
}

static int
run_verb (int    argc,
          char **argv)
{
  g_autoptr (GString) output = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const SoulsVerb *verb = souls_cli_find_verb (argv[0], &error);
  SoulsExit status;

  if (verb == NULL)
    return complain (error->message);
  status = verb->run (argc, argv, output, &error);
  if (error != NULL)
    {
      /* What was found before the error is worth having: validate says which files are good. */
      put (output, status);
      complain (error->message);
      return status == SOULS_EXIT_INTERRUPTED ? end_interrupted () : SOULS_EXIT_BAD;
    }
  return put (output, status);
}

static gboolean
is_one_of (const char *word,
           const char *a,
           const char *b)
{
  return strcmp (word, a) == 0 || strcmp (word, b) == 0;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GString) text = g_string_new (NULL);

  souls_cli_words_init ();
  g_set_prgname (SOULS_CLI_NAME);
  if (argc < 2)
    {
      append_help (text);
      fputs (text->str, stderr);
      return SOULS_EXIT_BAD;
    }
  if (is_one_of (argv[1], "--help", "-h"))
    {
      append_help (text);
      return put (text, SOULS_EXIT_YES);
    }
  if (is_one_of (argv[1], "--version", "-V"))
    {
      g_string_append_printf (text, "%s %s\n", SOULS_CLI_NAME, SOULS_VERSION);
      return put (text, SOULS_EXIT_YES);
    }
  return run_verb (argc - 1, argv + 1);
}
