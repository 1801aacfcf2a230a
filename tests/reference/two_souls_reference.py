#!/usr/bin/env python3
# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Command line of the independent implementation of the model page.

Answers in the JSON that two-souls-cli speaks: metrics in model units, drivers in the unit shown.
"""

import argparse
import json
import sys

sys.dont_write_bytecode = True  # the folder is a source folder

import two_souls_checks as checks  # noqa: E402
import two_souls_model as model  # noqa: E402


def parse_setting(text):
  name, _, value = text.partition("=")
  try:
    return name, float(value)
  except ValueError:
    raise argparse.ArgumentTypeError("%s: expected ID=VALUE" % text) from None


def show(answer):
  json.dump(answer, sys.stdout, indent=1, allow_nan=False)
  print()
  return 0


def scenario_of(options):
  return checks.Scenario(options.base_year, options.horizon, options.phase_in, options.rung,
                         dict(options.set))


def run(data, options):
  scenario = scenario_of(options)
  return show({"base_year": scenario.base_year, "years": scenario.years(),
               "metrics": scenario.run(data)})


def list_drivers(data, options):
  rows = []
  for driver in model.drivers(model.calibrate(data, options.base_year)):
    row = {"id": driver.id, "group": driver.group, "unit": driver.unit,
           "min": driver.min * driver.scale, "max": driver.max * driver.scale,
           "step": driver.step * driver.scale, "default": driver.default * driver.scale}
    rows.append(row)
  return show(rows)


def calibrate(data, options):
  return show(model.calibrate(data, options.base_year))


def list_bands(data, options):
  c = model.calibrate(data, options.base_year)
  ranges = model.bands(data, c)
  return show({driver.id: [end * driver.scale for end in ranges[driver.id]]
               for driver in model.drivers(c)})


def sensitivity(data, options):
  scenario = scenario_of(options)
  c = model.calibrate(data, options.base_year)
  scenario.check(c)
  if options.metric not in model.METRIC_KINDS:
    raise model.ModelError("no metric %s" % options.metric)
  t = options.year - options.base_year
  if not 0 <= t <= scenario.horizon:
    raise model.ModelError("year %d: expected one of %s" % (options.year, scenario.years()))
  scales = {driver.id: driver.scale for driver in model.drivers(c)}
  bars = model.sensitivity(data, c, options.metric, t, scenario.targets(c),
                           horizon=scenario.horizon, phase_in=scenario.phase_in,
                           rung=scenario.rung)
  return show([dict(bar, low=bar.low * scales[bar.driver], high=bar.high * scales[bar.driver])
               for bar in bars])


def simulate(data, options):
  scenario = scenario_of(options)
  c = model.calibrate(data, options.base_year)
  scenario.check(c)
  summaries = model.simulate(data, c, options.worlds, options.seed, scenario.targets(c),
                             horizon=scenario.horizon, phase_in=scenario.phase_in,
                             rung=scenario.rung)
  return show({"worlds": options.worlds, "seed": options.seed, "years": scenario.years(),
               "metrics": summaries})


def golden(data, options):
  sys.stdout.write(checks.format_golden(checks.make_golden(data)))
  return 0


def compare(data, options):
  return checks.compare(data, options.cli, options.runs, options.seed)


def selftest(data, options):
  return checks.selftest(data, options.draws, options.seed)


def add_scenario_options(parser):
  parser.add_argument("--base-year", type=int, required=True)
  parser.add_argument("--horizon", type=int, default=10)
  parser.add_argument("--phase-in", type=int, default=3)
  parser.add_argument("--rung", type=int, default=0)
  parser.add_argument("--set", type=parse_setting, action="append", default=[],
                      metavar="ID=VALUE")


def make_parser():
  parser = argparse.ArgumentParser(description=__doc__)
  parser.add_argument("--data", required=True, metavar="DIR",
                      help="folder with reported.json and beliefs.json")
  verbs = parser.add_subparsers(dest="verb", required=True)
  for name, verb in (("run", run), ("sensitivity", sensitivity), ("simulate", simulate)):
    child = verbs.add_parser(name)
    add_scenario_options(child)
    child.set_defaults(call=verb)
  verbs.choices["sensitivity"].add_argument("--metric", default="without-aws")
  verbs.choices["sensitivity"].add_argument("--year", type=int, required=True)
  verbs.choices["simulate"].add_argument("--worlds", type=int, default=200)
  verbs.choices["simulate"].add_argument("--seed", type=int, default=1)
  for name, verb in (("drivers", list_drivers), ("calibrate", calibrate), ("bands", list_bands)):
    child = verbs.add_parser(name)
    child.add_argument("--base-year", type=int, required=True)
    child.set_defaults(call=verb)
  verbs.add_parser("golden").set_defaults(call=golden)
  child = verbs.add_parser("compare")
  child.add_argument("--cli", required=True, metavar="PROGRAM")
  child.add_argument("--runs", type=int, default=200)
  child.add_argument("--seed", type=int, default=1)
  child.set_defaults(call=compare)
  child = verbs.add_parser("selftest")
  child.add_argument("--draws", type=int, default=500)
  child.add_argument("--seed", type=int, default=1)
  child.set_defaults(call=selftest)
  return parser


def main():
  options = make_parser().parse_args()
  try:
    return options.call(model.Data.load(options.data), options)
  except (model.ModelError, OSError) as error:
    print("two_souls_reference.py: %s" % error, file=sys.stderr)
    return 2


if __name__ == "__main__":
  sys.exit(main())
