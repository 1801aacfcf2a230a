#!/usr/bin/env python3
# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes simulation.json: what the independent implementation makes of some simulations.

  python3 tests/reference/make-simulation.py data > tests/reference/simulation.json

Takes about a minute: every world is run by itself, every value is kept, and all are sorted.
"""

import json
import math
import sys

sys.dont_write_bytecode = True  # the folder is a source folder

import two_souls_checks as checks  # noqa: E402
import two_souls_model as model  # noqa: E402

SEED = 20260517
PROBABILITIES = (0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0)
SCENARIOS = (
  (20000, checks.Scenario(2025, title="the last base year, nothing moved"),
   ("without-aws", "operating-income-total")),
  (3001, checks.Scenario(2022, 7, 2, 4, {
    "third-party-share": 70, "price-response": 1.5, "selection-response": 0.4, "reinvestment": 30,
    "saturation": 10, "product-margin": 20}, "a flywheel, all rungs, an odd number of worlds"),
   ("without-aws", "free-cash-flow", "free-cash-flow-without-aws", "price-investment", "gmv",
    "margin-north-america", "seller-keeps", "without-aws-stranded")),
  (5000, checks.Scenario(2014, 20, 10, 2, title="a first year with little profit to share"),
   ("aws-share-of-profit", "operating-income-aws", "margin-total", "without-aws-transfer-price",
    "sales-total", "float")),
)


def order_statistic(ordered, position):
  position = min(max(position, 0.0), len(ordered) - 1.0)
  below = int(math.floor(position))
  above = min(below + 1, len(ordered) - 1)
  return ordered[below] + (position - below) * (ordered[above] - ordered[below])


def summarise(values):
  """As the library reports it: null worlds are in the share only, as not positive."""
  known = sorted(value for value in values if value is not None)
  positive = sum(value > 0 for value in known) / len(values)
  summary = {"known": len(known), "positive": positive,
             "positive_error": math.sqrt(positive * (1 - positive) / len(values)),
             "mean": None, "mean_error": None, "quantiles": None, "quantile_errors": None}
  if not known:
    return summary
  n = len(known)
  mean = math.fsum(known) / n
  variance = math.fsum((value - mean) ** 2 for value in known) / (n - 1) if n > 1 else 0.0
  summary.update(mean=mean, mean_error=math.sqrt(variance / n), quantiles=[], quantile_errors=[])
  for p in PROBABILITIES:
    position, spread = (n - 1) * p, math.sqrt(n * p * (1 - p))
    summary["quantiles"].append(model.quantile(known, p))
    summary["quantile_errors"].append((order_statistic(known, position + spread)
                                       - order_statistic(known, position - spread)) / 2)
  return summary


def simulate(data, worlds, scenario, metrics):
  c = model.calibrate(data, scenario.base_year)
  scenario.check(c)
  ranges, targets = model.bands(data, c), scenario.targets(c)
  values = {name: [[] for _ in scenario.years()] for name in metrics}
  for world in range(worlds):
    result = model.run(c, model.draw(c, ranges, targets, SEED, world), scenario.horizon,
                       scenario.phase_in, scenario.rung)
    for name in metrics:
      for t, value in enumerate(result[name]):
        values[name][t].append(value)
  return {name: [summarise(year) for year in values[name]] for name in metrics}


def main():
  data = model.Data.load(sys.argv[1])
  uniforms = [[seed, world, place, model.uniform(seed, world, place)]
              for seed, world, place in ((0, 0, 0), (0, 0, 1), (1, 0, 0), (SEED, 12345, 35),
                                         (2 ** 64 - 1, 99999999, 7), (42, 2 ** 20, 17))]
  entries = []
  for worlds, scenario, metrics in SCENARIOS:
    entries.append({"title": scenario.title, "base_year": scenario.base_year,
                    "horizon": scenario.horizon, "phase_in": scenario.phase_in,
                    "rung": scenario.rung, "drivers": scenario.drivers, "worlds": worlds,
                    "metrics": simulate(data, worlds, scenario, metrics)})
  heads = [json.dumps(dict(entry, metrics=None))[:-5] + "{\n" + ",\n".join(
    "%s: [\n%s\n]" % (json.dumps(name), ",\n".join(json.dumps(year) for year in years))
    for name, years in entry["metrics"].items()) + "\n}}" for entry in entries]
  print('{"format": "two-souls-simulation", "version": 1, "seed": %d,' % SEED)
  print('"probabilities": %s,' % json.dumps(PROBABILITIES))
  print('"uniforms": %s,' % json.dumps(uniforms))
  print('"scenarios": [\n%s\n]}' % ",\n".join(heads))


if __name__ == "__main__":
  main()
