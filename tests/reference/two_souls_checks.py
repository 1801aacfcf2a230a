# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks with the independent implementation: against itself, a file and the program.

`selftest` states the identities of the model page and the figures that the lessons claim,
`golden` makes a small file of results, `compare` draws random scenarios and runs the program's
command line on them. Both tests print TAP.
"""

import json
import math
import os
import random
import subprocess

import two_souls_model as model

TOLERANCE = 1e-9
# Below these sizes a difference is absolute: a margin near 0 has no digits to compare.
FLOORS = {"money": 1.0, "fraction": 1e-3, "days": 1e-3}
GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden.json")


class Tap:
  """Test results in the Test Anything Protocol."""

  def __init__(self):
    self.count = 0
    self.failed = 0

  def result(self, name, problems):
    self.count += 1
    self.failed += bool(problems)
    print("%s %d - %s" % ("not ok" if problems else "ok", self.count, name), flush=True)
    for problem in problems[:10]:
      print("# " + problem.replace("\n", "\n# "))
    if len(problems) > 10:
      print("# ... and %d more" % (len(problems) - 10))

  def finish(self):
    print("1..%d" % self.count)
    return 1 if self.failed else 0


def differ(kind, a, b, tolerance=TOLERANCE):
  """Whether two values of a metric differ; None only equals None."""
  if a is None or b is None:
    return a is not b
  return not abs(a - b) <= tolerance * max(FLOORS[kind], abs(a), abs(b))


def compare_results(ours, theirs, years, tolerance=TOLERANCE):
  """What differs between two sets of metrics, one line each."""
  problems = ["metric %s: only one side has it" % name for name in sorted(set(ours) ^ set(theirs))]
  for name in ours:
    if name not in theirs:
      continue
    if len(ours[name]) != len(theirs[name]):
      problems.append("%s: %d values, expected %d" % (name, len(theirs[name]), len(ours[name])))
      continue
    for year, a, b in zip(years, ours[name], theirs[name]):
      if differ(model.METRIC_KINDS[name], a, b, tolerance):
        problems.append("%s, %d: reference %r, program %r" % (name, year, a, b))
  return problems


# --- Scenarios ------------------------------------------------------------------------------------

class Scenario:
  """Settings of one run; drivers by id in the units shown."""

  def __init__(self, base_year, horizon=10, phase_in=3, rung=0, drivers=None, title=""):
    self.base_year, self.horizon, self.phase_in = base_year, horizon, phase_in
    self.rung, self.drivers, self.title = rung, drivers or {}, title

  def years(self):
    return list(range(self.base_year, self.base_year + self.horizon + 1))

  def arguments(self):
    """The command line that reproduces it."""
    words = ["--base-year", str(self.base_year), "--horizon", str(self.horizon),
             "--phase-in", str(self.phase_in), "--rung", str(self.rung)]
    for name, value in self.drivers.items():
      words += ["--set", "%s=%r" % (name, value)]
    return words

  def check(self, c):
    for name, value, (low, high) in (("horizon", self.horizon, model.HORIZONS),
                                     ("phase-in", self.phase_in, model.PHASE_INS),
                                     ("rung", self.rung, model.RUNGS)):
      if not low <= value <= high:
        raise model.ModelError("%s %s: expected %d to %d" % (name, value, low, high))
    table = {driver.id: driver for driver in model.drivers(c)}
    for name, value in self.drivers.items():
      if name not in table:
        raise model.ModelError("no driver %s" % name)
      low, high = table[name].min * table[name].scale, table[name].max * table[name].scale
      slack = 1e-9 * max(1.0, abs(low), abs(high))
      if not low - slack <= value <= high + slack:
        raise model.ModelError("%s = %r: expected %r to %r" % (name, value, low, high))

  def targets(self, c):
    return {driver.id: self.drivers[driver.id] / driver.scale
            for driver in model.drivers(c) if driver.id in self.drivers}

  def run(self, data):
    c = model.calibrate(data, self.base_year)
    self.check(c)
    return model.run(c, self.targets(c), self.horizon, self.phase_in, self.rung)


def round_inside(value, low, high):
  """Six decimals, never outside the range."""
  low, high = math.ceil(low * 1e6 - 1e-3) / 1e6, math.floor(high * 1e6 + 1e-3) / 1e6
  return min(max(round(value, 6), low), high)


def draw_scenario(data, source):
  """A random scenario; about a third of its drivers stand at an end of their range."""
  year = source.choice(data.base_years())
  density = source.choice((0.05, 0.3, 0.7, 1.0))
  corners = source.choice((0.0, 0.3, 1.0))
  settings = {}
  for driver in model.drivers(model.calibrate(data, year)):
    if source.random() >= density:
      continue
    low, high = driver.min * driver.scale, driver.max * driver.scale
    if source.random() < corners:
      value = source.choice((low, high))
    else:
      value = source.uniform(low, high)
    settings[driver.id] = round_inside(value, low, high)
  return Scenario(year, source.randint(*model.HORIZONS), source.randint(*model.PHASE_INS),
                  source.randint(*model.RUNGS), settings)


# --- Against the program --------------------------------------------------------------------------

def run_program(program, scenario):
  """The program's metrics, or a message."""
  words = [program, "run", "--format", "json"] + scenario.arguments()
  try:
    done = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
  except (OSError, subprocess.TimeoutExpired) as error:
    return None, str(error)
  if done.returncode != 0:
    return None, "exit %d: %s" % (done.returncode, done.stderr.strip())
  try:
    answer = json.loads(done.stdout)
    if answer["base_year"] != scenario.base_year or answer["years"] != scenario.years():
      return None, "base year %s, years %s" % (answer["base_year"], answer["years"])
    return answer["metrics"], None
  except (ValueError, KeyError, TypeError) as error:
    return None, "unexpected answer: %r" % error


def compare(data, program, runs, seed):
  """Random scenarios through both implementations; 0 when all agree."""
  source, tap = random.Random(seed), Tap()
  for _ in range(runs):
    scenario = draw_scenario(data, source)
    theirs, error = run_program(program, scenario)
    if error:
      problems = [error]
    else:
      problems = compare_results(scenario.run(data), theirs, scenario.years())
    if problems:
      problems.insert(0, "two-souls-cli run --format json " + " ".join(scenario.arguments()))
    tap.result("base %d, rung %d, %d drivers moved, %d years" % (
      scenario.base_year, scenario.rung, len(scenario.drivers), scenario.horizon), problems)
  return tap.finish()


# --- A file of results ----------------------------------------------------------------------------

GOLDEN_SCENARIOS = (
  Scenario(2025, title="Baseline of 2025"),
  Scenario(2025, 20, 10, 4, {
    "third-party-share": 0, "aws-growth": 80, "growth-fade": 0, "aws-margin": 60,
    "aws-useful-life": 3, "aws-capex-surge": -10, "stranded-share": 100, "stranded-years": 10,
    "compute-markup": 100, "dissynergy-rate": 3, "one-time-cost": 20000}, "Corner: AWS only"),
  Scenario(2024, 10, 1, 2, {
    "aws-capex-surge": 80, "aws-useful-life": 8, "aws-margin": -20, "aws-growth": -20,
    "terminal-growth": -5, "compute-markup": 0}, "Corner: a cloud that fails"),
  Scenario(2023, 15, 5, 1, {
    "third-party-share": 95, "fba-share": 100, "fba-fee": 50, "referral-rate": 30,
    "selection-response": 2, "price-response": 4, "stranded-years": 2.5}, "Corner: a dear market"),
  Scenario(2022, 12, 4, 3, {
    "gmv-growth": 18.5, "reinvestment": 100, "price-response": 2.5, "selection-response": 0.75,
    "saturation": 20, "third-party-share": 75, "product-margin": 24}, "The flywheel with a brake"),
  Scenario(2021, 8, 2, 4, {
    "overhead-rate": 5.25, "handling-cost": 25.4, "international-growth-gap": 6.5,
    "international-margin-gap": -2.2, "one-time-cost": 4250}, "Costs and regions"),
  Scenario(2020, 10, 3, 0, {
    "inventory-days": 20, "receivable-days": 40, "payable-days": 60, "stores-capex-rate": 7.7,
    "tax-rate": 33.5}, "Cash turns"),
  Scenario(2019, 10, 6, 2, {
    "ad-rate": 9.9, "ad-margin": 35, "subscription-growth": -12, "content-cost": 150,
    "physical-growth": 30}, "Advertising and Prime"),
  Scenario(2018, 20, 10, 1, {
    "gmv-growth": -30, "physical-growth": -30, "subscription-growth": -30, "growth-fade": 50,
    "terminal-growth": 15, "stranded-share": 75}, "Fall and recovery"),
  Scenario(2017, 7, 3, 3, {
    "aws-enterprise-share": 100, "dissynergy-rate": 1.35, "aws-useful-life": 5.5}, "Sales force"),
  Scenario(2016, 10, 7, 2, {
    "fba-share": 0, "fba-fee": 0, "compute-markup": 60, "tax-rate": 0},
    "No fulfilment for sellers"),
  Scenario(2015, 9, 3, 4, {
    "aws-capex-surge": 12.5, "aws-growth": 64, "product-margin": 27.5, "price-response": 1.1,
    "reinvestment": 45}, "Prices and capital"),
  Scenario(2014, 11, 2, 1, {
    "third-party-share": 60, "gmv-growth": 26, "saturation": 50, "aws-growth": 45,
    "subscription-growth": 50}, "As it was then"),
)


def make_golden(data):
  """Each base year's calibration and bands; the fixed scenarios in the years 0, 1 and the last."""
  base_years, entries = {}, []
  for year in data.base_years():
    c = model.calibrate(data, year)
    base_years[str(year)] = {"symbols": model.calibrated(c), "bands": model.bands(data, c)}
  for scenario in GOLDEN_SCENARIOS:
    results, places = scenario.run(data), (0, 1, scenario.horizon)
    entries.append({
      "title": scenario.title, "base_year": scenario.base_year, "horizon": scenario.horizon,
      "phase_in": scenario.phase_in, "rung": scenario.rung, "drivers": scenario.drivers,
      "years": [scenario.base_year + place for place in places],
      "metrics": {name: [values[place] for place in places] for name, values in results.items()}})
  return {"format": "two-souls-golden", "version": 1, "base_years": base_years,
          "scenarios": entries}


def format_golden(golden):
  """JSON with one metric, symbol or band a line, so that a change can be read."""
  head, scenarios = dict(golden), golden["scenarios"]
  del head["scenarios"], head["base_years"]
  blocks, base_years = [], []
  for year, parts in golden["base_years"].items():
    groups = ["%s:{\n%s}" % (json.dumps(name), ",\n".join(
      " %s:%s" % (json.dumps(key), json.dumps(value, separators=(",", ":")))
      for key, value in part.items())) for name, part in parts.items()]
    base_years.append("%s: {\n%s}" % (json.dumps(year), ",\n".join(groups)))
  for scenario in scenarios:
    settings = {key: value for key, value in scenario.items() if key != "metrics"}
    lines = [" %s:%s" % (json.dumps(name), json.dumps(values, separators=(",", ":")))
             for name, values in scenario["metrics"].items()]
    blocks.append(json.dumps(settings)[:-1] + ",\n\"metrics\":{\n" + ",\n".join(lines) + "}}")
  return "%s, \"base_years\": {\n%s\n}, \"scenarios\": [\n%s\n]}\n" % (
    json.dumps(head)[:-1], ",\n".join(base_years), ",\n".join(blocks))


def check_golden(data):
  with open(GOLDEN, encoding="utf-8") as stream:
    kept = json.load(stream)
  # Through JSON, so that a pair is a list on both sides.
  ours = json.loads(json.dumps(make_golden(data)["base_years"]))
  problems = ["base year %s: %s differ" % (year, part) for year in ours for part in ours[year]
              if ours[year][part] != kept["base_years"].get(year, {}).get(part)]
  for ours, theirs in zip(make_golden(data)["scenarios"], kept["scenarios"]):
    settings = [key for key in ours if key != "metrics" and ours[key] != theirs.get(key)]
    problems += ["%s: %s differs" % (ours["title"], key) for key in settings]
    problems += ["%s: %s" % (ours["title"], problem) for problem in
                 compare_results(ours["metrics"], theirs["metrics"], ours["years"])]
  if len(kept["scenarios"]) != len(GOLDEN_SCENARIOS):
    problems.append("%d scenarios, expected %d" % (len(kept["scenarios"]), len(GOLDEN_SCENARIOS)))
  return problems


# --- Identities (section 6) -----------------------------------------------------------------------

LINES = ("first-party", "third-party", "advertising", "subscription", "other", "overhead")
RUNG_METRICS = ("arithmetic", "stranded", "transfer-price", "dissynergies", "one-time")
HELD = ("take-rate", "margin-stores", "margin-north-america", "margin-international", "margin-aws",
        "margin-total", "aws-share-of-sales", "aws-share-of-profit", "cash-conversion-cycle",
        "seller-keeps")


def near(a, b, scale, tolerance=TOLERANCE):
  return abs(a - b) <= tolerance * max(1e-3, abs(scale))


def check_sums(scenario, r):
  """Identity 1: lines to stores and AWS, regions to stores, in sales and in operating income."""
  problems = []
  for t, year in enumerate(scenario.years()):
    size = r["sales-total"][t]
    lines = sum(r["profit-" + line][t] for line in LINES) + r["operating-income-aws"][t]
    pairs = (("lines", lines, r["operating-income-total"][t]),
             ("stores and AWS", r["sales-stores"][t] + r["sales-aws"][t], size),
             ("regional sales", r["sales-north-america"][t] + r["sales-international"][t],
              r["sales-stores"][t]),
             ("regional income", r["operating-income-north-america"][t]
              + r["operating-income-international"][t], r["operating-income-stores"][t]))
    problems += ["%s, %d: %r, %r" % (name, year, a, b) for name, a, b in pairs
                 if not near(a, b, size)]
  return problems


def check_rungs(scenario, r):
  """Identity 3: W0 is North America + International, and each rung at most the one before."""
  problems = []
  for t, year in enumerate(scenario.years()):
    rungs = [r["without-aws-" + name][t] for name in RUNG_METRICS]
    if not near(rungs[0], r["operating-income-stores"][t], r["sales-total"][t]):
      problems.append("arithmetic, %d: %r" % (year, rungs[0]))
    if any(after > before for before, after in zip(rungs, rungs[1:])):
      problems.append("a rung above the one before, %d: %r" % (year, rungs))
    expected = rungs[3] if t == 0 and scenario.rung == 4 else rungs[scenario.rung]
    if r["without-aws"][t] != expected:
      problems.append("rung %d, %d: %r" % (scenario.rung, year, r["without-aws"][t]))
  return problems


def check_gap(data, scenario, r):
  """Identity 7, from year 1 on and in the base year."""
  c = model.calibrate(data, scenario.base_year)
  target = scenario.targets(c).get("international-margin-gap", c.gm0)
  problems = []
  for t, year in enumerate(scenario.years()):
    gap = r["margin-north-america"][t] - r["margin-international"][t]
    wanted = c.gm0 + (target - c.gm0) * min(1.0, t / scenario.phase_in)
    largest = max(abs(r["margin-north-america"][t]), abs(r["margin-international"][t]), 1.0)
    if not near(gap, wanted, largest):
      problems.append("gap, %d: %r, expected %r" % (year, gap, wanted))
  return problems


def check_bounds(data, scenario):
  """Finite everywhere, shares in [0, 1], GMV above 0."""
  c = model.calibrate(data, scenario.base_year)
  problems = []
  years = model.project(c, scenario.targets(c), scenario.horizon, scenario.phase_in, scenario.rung)
  for y in years:
    shares = (y.x.s, y.x.phi, y.int / y.st, y.R / y.S)
    if not all(0 <= share <= 1 for share in shares) or not y.G > 0 or not y.st > 0:
      problems.append("year %d: shares %r, GMV %r, stores %r" % (y.t, shares, y.G, y.st))
    for name, _, value in model.METRICS:
      if value(y) is not None and not math.isfinite(value(y)):
        problems.append("year %d: %s is %r" % (y.t, name, value(y)))
  return problems


def check_prefix(data, scenario, r):
  """Identity 4: a longer horizon changes no earlier year."""
  longer = Scenario(scenario.base_year, min(20, scenario.horizon + 1), scenario.phase_in,
                    scenario.rung, scenario.drivers).run(data)
  return ["%s is no prefix" % name for name in r if longer[name][:len(r[name])] != r[name]]


def check_scaling(data, scenario, r, factor):
  """Identity 4: money in another unit."""
  c = model.calibrate(data.scaled(factor), scenario.base_year)
  targets = scenario.targets(c)
  targets["one-time-cost"] = factor * targets.get("one-time-cost", 2000.0)
  scaled = model.run(c, targets, scenario.horizon, scenario.phase_in, scenario.rung)
  for name in scaled:
    if model.METRIC_KINDS[name] == "money":
      scaled[name] = [value / factor for value in scaled[name]]
  return compare_results(r, scaled, scenario.years())


def check_base_year(data, scenario, r):
  """Identity 2: no driver moves the base year, but for the rungs, which are counterfactual."""
  plain = Scenario(scenario.base_year, 1, rung=scenario.rung).run(data)
  return ["%s moves in year 0" % name for name in r
          if r[name][0] != plain[name][0]
          and (name == "without-aws-arithmetic" or "without-aws" not in name)]


def check_phase_in(data, scenario):
  """Identity 6: GMV once all is phased in does not depend on how fast."""
  settings = dict(scenario.drivers, reinvestment=0.0, saturation=0.0)
  ways = [Scenario(scenario.base_year, 12, phase_in, 0, settings).run(data)["gmv"][10:]
          for phase_in in (1, scenario.phase_in)]
  return ["GMV depends on phase-in: %r, %r" % pair for pair in zip(*ways)
          if not near(pair[0], pair[1], pair[0])]


DRAW_CHECKS = (
  ("identity 1: sums", lambda data, s, r, source: check_sums(s, r)),
  ("identity 2: base year", lambda data, s, r, source: check_base_year(data, s, r)),
  ("identity 3: rungs", lambda data, s, r, source: check_rungs(s, r)),
  ("identity 4: horizon", lambda data, s, r, source: check_prefix(data, s, r)),
  ("identity 4: scale", lambda data, s, r, source: check_scaling(data, s, r,
                                                               source.uniform(0.05, 20))),
  ("identity 6: phase-in", lambda data, s, r, source: check_phase_in(data, s)),
  ("identity 7: regional gap", lambda data, s, r, source: check_gap(data, s, r)),
  ("finite and in bounds", lambda data, s, r, source: check_bounds(data, s)),
)


def check_draws(data, tap, draws, seed):
  source = random.Random(seed)
  problems = {name: [] for name, _ in DRAW_CHECKS}
  for _ in range(draws):
    scenario = draw_scenario(data, source)
    results = scenario.run(data)
    for name, check in DRAW_CHECKS:
      found = check(data, scenario, results, source)
      if found:
        problems[name] += [" ".join(scenario.arguments())] + found
  for name, _ in DRAW_CHECKS:
    tap.result("%s, %d draws" % (name, draws), problems[name])


def check_corners(data):
  """All drivers at one end, and each alone at either end, in every base year."""
  problems = []
  for year in data.base_years():
    table = model.drivers(model.calibrate(data, year))
    low = {d.id: round_inside(d.min * d.scale, d.min * d.scale, d.max * d.scale) for d in table}
    high = {d.id: round_inside(d.max * d.scale, d.min * d.scale, d.max * d.scale) for d in table}
    sets = [low, high] + [{d.id: end[d.id]} for d in table for end in (low, high)]
    for settings in sets:
      scenario = Scenario(year, 20, 1, 4, settings)
      problems += ["base %d, %s: %s" % (year, ", ".join(settings), text)
                   for text in check_bounds(data, scenario)]
  return problems


def check_held(data, year, source):
  """Identity 5: equal growth holds every margin, share, rate and number of days."""
  c = model.calibrate(data.without_one_offs(), year)
  rate = source.uniform(-0.2, 0.5)
  growth = dict.fromkeys(("gmv-growth", "physical-growth", "subscription-growth", "aws-growth"),
                         rate)
  r = model.run(c, growth, 20, source.randint(1, 10))
  moved = [(name, value) for name in HELD for value in r[name]
           if differ(model.METRIC_KINDS[name], value, r[name][0])]
  apart = {name: source.uniform(-0.2, 0.5) for name in growth}
  other = model.run(c, apart, 20)["margin-aws"]
  moved += [("margin-aws", value) for value in other if not near(value, c.M0, 1.0)]
  return ["base %d, growth %r: %s %r" % (year, rate, name, value) for name, value in moved]


def check_share(data, year, source):
  """Identity 6: a higher third-party share lowers sales and moves profit by the formula."""
  c = model.calibrate(data, year)
  phase_in, share = source.randint(1, 10), source.uniform(c.s0 + 0.01, 0.95)
  base = model.project(c, None, 15, phase_in)
  moved = model.project(c, {"third-party-share": share}, 15, phase_in)
  problems = []
  for before, after in zip(base[1:], moved[1:]):
    if after.S >= before.S:
      problems.append("base %d, year %d: sales do not fall" % (year, after.t))
    wanted = (share - c.s0) * after.G * ((c.tau0 - c.phi0 * c.h0) - (c.m0 / c.g1 - c.h0))
    if after.t >= phase_in and not near(after.OI_st - before.OI_st, wanted, after.S):
      problems.append("base %d, year %d: %r, expected %r" % (
        year, after.t, after.OI_st - before.OI_st, wanted))
  return problems


# --- Tie-out and claims ---------------------------------------------------------------------------

def check_tie_out(data, year):
  """Identity 2, and the accounting identities that check the data entry."""
  r, c = model.run(model.calibrate(data, year), horizon=1), model.calibrate(data, year)
  filed = {name: data.figure(year, name) for name in r if data.figure(year, name) is not None}
  filed.setdefault("sales-physical", 0)
  if "sales-advertising" not in filed:
    filed["sales-advertising"], filed["sales-other"] = filed["sales-other"], 0
  pairs = [(name, value, r[name][0]) for name, value in filed.items()]
  functions = c.TEC + c.MKT + c.GNA + c.OTH
  pairs += [("segments", c.S_na + c.S_in + c.S_aws, c.S0),
            ("income of the stores", c.S_st - c.COGS - c.FUL - (functions - c.OPX_aws), c.OI_st0),
            ("all expenses", c.COGS + c.FUL + functions, c.S0 - c.OI0),
            ("float", c.F_0, r["float"][0]),
            ("six lines", sum(r["profit-" + line][0] for line in LINES), c.OI_st0)]
  if len(filed) < 15:
    pairs.append(("number of reported metrics", len(filed), 15))
  return ["fiscal %d, %s: %r, %r" % (year, name, a, b) for name, a, b in pairs
          if not abs(a - b) < 1e-4]


def claims(data):
  """What the lessons may say: name, value, claimed, half a unit of the last digit."""
  at = {year: model.calibrate(data, year) for year in data.base_years()}
  base = {year: {name: values[0] for name, values in model.run(c, horizon=1).items()}
          for year, c in at.items()}
  now, losses = base[2025], [year for year in base if base[year]["without-aws"] < 0]
  shares = [base[year]["aws-share-of-profit"] for year in base if year not in losses]
  rows = [("without AWS %d" % year, base[year]["without-aws"], claim, half)
          for year, claim, half in ((2014, -280, 0.5), (2017, -225, 0.5), (2022, -10600, 50),
                                    (2025, 34400, 50))]
  rows += [("first-party goods %d" % year, base[year]["profit-first-party"], claim, 50)
           for year, claim in ((2014, 2700), (2025, -17500))]
  rows += [("seller keeps %d" % year, base[year]["seller-keeps"], claim, 0.005)
           for year, claim in ((2014, 0.79), (2025, 0.58))]
  rows += [("take rate %d" % year, base[year]["take-rate"], claim, 0.0005)
           for year, claim in ((2014, 0.188), (2025, 0.302))]
  rows += [("cash cycle %d" % year, base[year]["cash-conversion-cycle"], claim, 0.5)
           for year, claim in ((2014, -24), (2020, -53), (2022, -27), (2025, -51))]
  rows += [("stores' margin %d" % year, base[year]["margin-stores"], claim, 0.0005)
           for year, claim in ((2022, -0.024), (2025, 0.058))]
  rows += [("AWS margin %d" % year, base[year]["margin-aws"], claim, 0.0005)
           for year, claim in ((2023, 0.271), (2024, 0.370))]
  rows += [("third-party share %d" % year, at[year].s0, claim, 0.005)
           for year, claim in ((2014, 0.49), (2025, 0.69))]
  rows += [
    ("years of loss without AWS", float(losses == [2014, 2017, 2022]), 1, 0),
    ("least AWS share of profit in the other years", min(shares), 0.57, 0.005),
    ("greatest AWS share of profit in the other years", max(shares), 0.745, 0.0005),
    ("seller services 2025", now["profit-third-party"], 42600, 50),
    ("float 2020", base[2020]["float"], 24200, 50),
    ("float 2023, about zero", base[2023]["float"], 0, 1000),
    ("advertising margin at which the stores without advertising break even, 2025",
     now["operating-income-stores"] / now["sales-advertising"], 0.501, 0.0005),
    ("AWS's part of additions 2025", at[2025].ADD_aws / at[2025].ADD_all, 0.68, 0.005),
    ("own goods 2025", now["sales-online"] + now["sales-physical"], 291800, 50),
    ("seller services' sales 2025", now["sales-third-party"], 172200, 50),
    ("advertising 2025", now["sales-advertising"], 68600, 50),
    ("subscriptions 2025", now["sales-subscription"], 49600, 50),
    ("AWS 2025", now["sales-aws"], 128700, 50)]
  return rows


def check_simulation():
  """The generator's published first values, and the ends and mode of the triangle."""
  problems = []
  # SplitMix64 from state 0: first two outputs of the reference generator.
  for place, word in ((0, 0xE220A8397B1DCDAF), (1, 0x6E789E6AA1B965F4)):
    wanted = ((word >> 11) + 0.5) * 2.0 ** -53
    if model.uniform(0, 0, place) != wanted:
      problems.append("uniform %d: %r, expected %r" % (place, model.uniform(0, 0, place), wanted))
  for u, wanted in ((0.0, 1.0), (0.25, 2.0), (1.0, 5.0), (0.8125, 5 - math.sqrt(0.1875 * 12))):
    if abs(model.triangular(u, 1, 2, 5) - wanted) > 1e-12:
      problems.append("triangular (%r): %r" % (u, model.triangular(u, 1, 2, 5)))
  if model.triangular(0.3, 7, 7, 7) != 7 or model.triangular(0.999, 1, 9, 5) > 9:
    problems.append("the mode does not widen the range")
  return problems


def check_bands(data, year):
  """Ordered, inside the range, and round the baseline."""
  c = model.calibrate(data, year)
  ranges, problems = model.bands(data, c), []
  for driver in model.drivers(c):
    low, high = ranges[driver.id]
    if not driver.min <= low <= high <= driver.max:
      problems.append("base %d, %s: %r to %r" % (year, driver.id, low, high))
    if not low <= driver.default <= high and driver.id not in model.BELIEF_OF:
      problems.append("base %d, %s: %r to %r without %r" % (
        year, driver.id, low, high, driver.default))
  return problems


def selftest(data, draws, seed):
  """Everything above on this data; 0 when all holds."""
  tap, source = Tap(), random.Random(seed)
  for year in data.base_years():
    tap.result("fiscal %d ties out" % year, check_tie_out(data, year))
  for name, value, claim, half in claims(data):
    tap.result("claim: " + name, [] if abs(value - claim) <= half * (1 + 1e-9)
               else ["%r, claimed %r" % (value, claim)])
  years = data.base_years() * 5
  tap.result("identity 5: held margins", sum((check_held(data, y, source) for y in years), []))
  tap.result("identity 6: share", sum((check_share(data, y, source) for y in years), []))
  check_draws(data, tap, draws, seed)
  tap.result("corners", check_corners(data))
  tap.result("bands", sum((check_bands(data, year) for year in data.base_years()), []))
  tap.result("generator and triangle", check_simulation())
  tap.result("golden.json", check_golden(data))
  return tap.finish()
