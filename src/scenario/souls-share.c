/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "souls-share.h"

#include <math.h>
#include <string.h>

#include "souls-text.h"

/*
 * A code is "TS" and then five bits a letter, in groups of five letters:
 *
 *   version 5 · base year − 2000 7 · horizon − 1 5 · phase-in − 1 4 · rung 3 · number of drivers 6 ·
 *   for each driver, in the order moved: its place in the driver table 6 · whether it is exact 1 ·
 *     where not: steps of its slider from the low end + 1024: 12; where it is: the number shown, an IEEE double: 64 ·
 *   zeros up to a whole letter · check 10
 *
 * The check is a cyclic redundancy code, so that any wrong letter and any two swapped neighbours are found.
 */
#define VERSION 1
#define FIRST_YEAR 2000
#define STEP_BIAS 1024
#define STEP_BITS 12
#define LETTER_BITS 5
#define CHECK_LETTERS 2
#define GROUP 5
#define MAX_LETTERS 1024

/* Without I, L, O and U, which are read as something else. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

typedef struct
{
  GByteArray *letters;   /* each 0 … 31 */
  guint bit;             /* reading: of all */
  guint64 pending;
  guint n_pending;
} Bits;

static void
put (Bits   *bits,
     guint64 value,
     guint   n)
{
  while (n-- > 0)
    {
      bits->pending = bits->pending << 1 | (value >> n & 1);
      if (++bits->n_pending == LETTER_BITS)
        {
          const guint8 letter = (guint8) bits->pending;

          g_byte_array_append (bits->letters, &letter, 1);
          bits->pending = bits->n_pending = 0;
        }
    }
}

static void
finish (Bits *bits)
{
  if (bits->n_pending > 0)
    put (bits, 0, LETTER_BITS - bits->n_pending);
}

static gboolean
take (Bits    *bits,
      guint    n,
      guint64 *value)
{
  *value = 0;
  for (; n > 0; n--, bits->bit++)
    {
      const guint place = bits->bit / LETTER_BITS;

      if (place >= bits->letters->len)
        return FALSE;
      *value = *value << 1 | (bits->letters->data[place] >> (LETTER_BITS - 1 - bits->bit % LETTER_BITS) & 1);
    }
  return TRUE;
}

/* x¹⁰ + x⁹ + x⁵ + x⁴ + x + 1 over the letters. */
static guint
compute_check (const guint8 *letters,
               guint         n)
{
  guint check = 0x2aa;

  for (guint i = 0; i < n; i++)
    {
      check ^= (guint) letters[i] << LETTER_BITS;
      for (int bit = 0; bit < LETTER_BITS; bit++)
        check = (check & 0x200) != 0 ? (check << 1 ^ 0x633) & 0x3ff : check << 1;
    }
  return check;
}

static int
count_digits (double step)
{
  int digits = 0;

  for (; fabs (step - round (step)) > 1e-9; step *= 10)
    digits++;
  return digits;
}

/* The number that stands @steps above the low end of the slider, as one would type it. */
static double
get_shown (SoulsDriver driver,
           int         steps)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  char format[8], text[G_ASCII_DTOSTR_BUF_SIZE];

  g_snprintf (format, sizeof format, "%%.%df", MAX (count_digits (info->step), count_digits (info->min)));
  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, format, info->min + steps * info->step), NULL);
}

static void
put_driver (Bits       *bits,
            SoulsDriver driver,
            double      value)
{
  const SoulsDriverInfo *info = souls_driver_info (driver);
  const double shown = souls_scenario_shown (driver, value);
  const double steps = round ((shown - info->min) / info->step);
  const gboolean on_step = fabs (steps) < STEP_BIAS && get_shown (driver, (int) steps) == shown;
  guint64 image;

  put (bits, (guint64) driver, 6);
  put (bits, on_step ? 0 : 1, 1);
  if (on_step)
    {
      put (bits, (guint64) ((int) steps + STEP_BIAS), STEP_BITS);
      return;
    }
  memcpy (&image, &shown, sizeof image);
  put (bits, image, 64);
}

static char *
spell (const GByteArray *letters)
{
  GString *text = g_string_new (SOULS_SHARE_PREFIX);

  for (guint i = 0; i < letters->len; i++)
    {
      if (i % GROUP == 0)
        g_string_append_c (text, '-');
      g_string_append_c (text, alphabet[letters->data[i]]);
    }
  return g_string_free (text, FALSE);
}

/**
 * souls_share_encode:
 * @scenario: a scenario that @data can resolve
 * @data: says which base year is meant where the scenario names none
 *
 * Returns: (transfer full): the code
 */
char *
souls_share_encode (const SoulsScenario *scenario,
                    const SoulsDataSet  *data)
{
  g_autoptr (GByteArray) letters = g_byte_array_new ();
  const int year = scenario->base_year != 0 ? scenario->base_year : souls_data_set_get_last_year (data);
  Bits bits = { .letters = letters };
  SoulsDriver moves[SOULS_N_DRIVERS];
  const int n = souls_scenario_get_moves (scenario, moves);
  guint check;

  put (&bits, VERSION, 5);
  put (&bits, (guint64) (year - FIRST_YEAR), 7);
  put (&bits, (guint64) (scenario->settings.horizon - 1), 5);
  put (&bits, (guint64) (scenario->settings.phase_in - 1), 4);
  put (&bits, (guint64) scenario->settings.rung, 3);
  put (&bits, (guint64) n, 6);
  for (int i = 0; i < n; i++)
    put_driver (&bits, moves[i], scenario->value[moves[i]]);
  finish (&bits);
  check = compute_check (letters->data, letters->len);
  put (&bits, check, CHECK_LETTERS * LETTER_BITS);
  return spell (letters);
}

static int
find_letter (char c)
{
  const char upper = g_ascii_toupper (c);
  const char *found;

  if (upper == 'O')
    return 0;
  if (upper == 'I' || upper == 'L')
    return 1;
  found = upper != '\0' ? strchr (alphabet, upper) : NULL;
  return found != NULL ? (int) (found - alphabet) : -1;
}

static gboolean
is_filler (char c)
{
  return c == '-' || g_ascii_isspace (c);
}

/* What goes before the letters; NULL where it is not there. */
static const char *
skip_prefix (const char *code)
{
  while (is_filler (*code))
    code++;
  if (g_ascii_strncasecmp (code, SOULS_SHARE_PREFIX, strlen (SOULS_SHARE_PREFIX)) != 0)
    return NULL;
  return code + strlen (SOULS_SHARE_PREFIX);
}

static gboolean
complain (GError    **error,
          int         code,
          const char *message)
{
  const SoulsJsonPlace place = { NULL, "share code", -1 };

  souls_json_complain (&place, error, code, "%s", message);
  return FALSE;
}

static gboolean
read_letters (const char *code,
              GByteArray *letters,
              GError    **error)
{
  const char *c = skip_prefix (code);

  if (c == NULL)
    return complain (error, SOULS_SCENARIO_ERROR_FORM, "expected to begin with “" SOULS_SHARE_PREFIX "”");
  for (; *c != '\0'; c++)
    {
      const int letter = find_letter (*c);
      const guint8 byte = (guint8) letter;

      if (is_filler (*c))
        continue;
      if (letter < 0 || letters->len >= MAX_LETTERS)
        return complain (error, SOULS_SCENARIO_ERROR_FORM,
                         letter < 0 ? "expected letters, digits and hyphens only" : "is too long");
      g_byte_array_append (letters, &byte, 1);
    }
  if (letters->len <= CHECK_LETTERS)
    return complain (error, SOULS_SCENARIO_ERROR_FORM, "is too short");
  return TRUE;
}

/* Takes the check off the letters. */
static gboolean
verify (GByteArray *letters,
        GError    **error)
{
  const guint n = letters->len - CHECK_LETTERS;
  const guint said = (guint) letters->data[n] << LETTER_BITS | letters->data[n + 1];

  g_byte_array_set_size (letters, n);
  if (compute_check (letters->data, n) == said)
    return TRUE;
  return complain (error, SOULS_SCENARIO_ERROR_CHECK, "a letter is wrong or missing: the check does not match");
}

static gboolean
take_driver (Bits               *bits,
             SoulsScenario      *scenario,
             const SoulsDataSet *data,
             GError            **error)
{
  const SoulsJsonPlace code = { NULL, "share code", -1 };
  const SoulsCalibration *calibration = souls_data_set_get_calibration (data, scenario->base_year, error);
  guint64 driver, exact, number;
  double shown, value;

  if (calibration == NULL)
    return FALSE;
  if (!take (bits, 6, &driver) || !take (bits, 1, &exact) || !take (bits, exact != 0 ? 64 : STEP_BITS, &number))
    return complain (error, SOULS_SCENARIO_ERROR_FORM, "ends too early");
  if (driver >= SOULS_N_DRIVERS || scenario->changed[driver])
    return complain (error, SOULS_SCENARIO_ERROR_VALUE, "names an unknown driver, or one twice");

  const SoulsJsonPlace place = { &code, souls_driver_info ((SoulsDriver) driver)->id, -1 };

  memcpy (&shown, &number, sizeof shown);
  if (exact == 0)
    shown = get_shown ((SoulsDriver) driver, (int) number - STEP_BIAS);
  value = souls_driver_from_shown ((SoulsDriver) driver, shown);
  if (!souls_scenario_check_driver (&place, calibration, (SoulsDriver) driver, value, error))
    return FALSE;
  souls_scenario_move (scenario, (SoulsDriver) driver, value);
  return TRUE;
}

static gboolean
take_settings (Bits          *bits,
               SoulsScenario *scenario,
               guint64       *n_drivers,
               GError       **error)
{
  guint64 version, year, horizon, phase_in, rung;

  if (!take (bits, 5, &version))
    return complain (error, SOULS_SCENARIO_ERROR_FORM, "ends too early");
  if (version != VERSION)
    return complain (error, SOULS_SCENARIO_ERROR_VERSION,
                     version > VERSION ? "a newer program made it" : "has no version");
  if (!take (bits, 7, &year) || !take (bits, 5, &horizon) || !take (bits, 4, &phase_in) ||
      !take (bits, 3, &rung) || !take (bits, 6, n_drivers))
    return complain (error, SOULS_SCENARIO_ERROR_FORM, "ends too early");
  scenario->base_year = FIRST_YEAR + (int) year;
  scenario->settings = (SoulsSettings) { (int) horizon + 1, (int) phase_in + 1, (SoulsRung) rung };
  if (rung >= SOULS_N_RUNGS)
    return complain (error, SOULS_SCENARIO_ERROR_VALUE, "names an unknown meaning of “without”");
  return souls_settings_check (&scenario->settings, error);
}

/**
 * souls_share_decode:
 * @code: as pasted
 * @data: the base years and ranges to check against
 * @error: what is wrong with it
 *
 * Returns: (nullable) (transfer full): the scenario, without texts
 */
SoulsScenario *
souls_share_decode (const char          *code,
                    const SoulsDataSet  *data,
                    GError             **error)
{
  g_autoptr (SoulsScenario) scenario = souls_scenario_new ();
  g_autoptr (GByteArray) letters = g_byte_array_new ();
  Bits bits = { .letters = letters };
  guint64 n, rest;

  if (!read_letters (code, letters, error) || !verify (letters, error) ||
      !take_settings (&bits, scenario, &n, error) ||
      souls_data_set_get_calibration (data, scenario->base_year, error) == NULL)
    return NULL;
  for (; n > 0; n--)
    if (!take_driver (&bits, scenario, data, error))
      return NULL;
  if (bits.letters->len * LETTER_BITS - bits.bit >= LETTER_BITS ||
      (take (&bits, bits.letters->len * LETTER_BITS - bits.bit, &rest) && rest != 0))
    {
      complain (error, SOULS_SCENARIO_ERROR_FORM, "is longer than what it says");
      return NULL;
    }
  return g_steal_pointer (&scenario);
}

/**
 * souls_share_is_code:
 * @text: anything
 *
 * Returns: whether it has the form of a code; it may still be wrong
 */
gboolean
souls_share_is_code (const char *text)
{
  g_autoptr (GByteArray) letters = g_byte_array_new ();

  return read_letters (text, letters, NULL) && letters->len >= 2 * GROUP - CHECK_LETTERS;
}
