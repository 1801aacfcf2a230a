#!/usr/bin/env python3
# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulation as somebody would write it with NumPy: the yardstick of bench-simulation.

  python3 tests/benchmark/simulation-numpy.py data [worlds]

A million worlds of the last base year, nothing moved, ten years: the drivers that the stores read are drawn as section 7 of
the model says, `without-aws` as plain arithmetic is projected for all worlds at once, and the five quantiles of each year are
taken. Checks a part of the worlds against the independent implementation before it measures.
"""

import pathlib
import sys
import time

import numpy

sys.dont_write_bytecode = True  # the folder is a source folder
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "reference"))

import two_souls_model as model  # noqa: E402

HORIZON = 10
PHASE_IN = 3
SEED = 1
FADE = 0.85
PROBABILITIES = (0.05, 0.25, 0.5, 0.75, 0.95)
READ = ("gmv-growth", "product-margin", "handling-cost", "physical-growth", "third-party-share", "referral-rate", "fba-share",
        "fba-fee", "ad-rate", "ad-margin", "subscription-growth", "content-cost", "overhead-rate")


def uniforms(worlds, place):
  with numpy.errstate(over="ignore"):
    z = numpy.uint64(SEED) + (numpy.uint64(64) * worlds + numpy.uint64(place + 1)) * numpy.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    z ^= z >> numpy.uint64(31)
  return ((z >> numpy.uint64(11)).astype(numpy.float64) + 0.5) * 2.0 ** -53


def draw(c, bands, worlds):
  drawn = {}
  for place, driver in enumerate(model.drivers(c)):
    if driver.id not in READ:
      continue
    mode = driver.default
    low, high = min(bands[driver.id][0], mode), max(bands[driver.id][1], mode)
    if low == high:
      drawn[driver.id] = (mode, numpy.full(len(worlds), mode))
      continue
    u = uniforms(worlds, place)
    drawn[driver.id] = (mode, numpy.where(u < (mode - low) / (high - low), low + numpy.sqrt(u * (high - low) * (mode - low)),
                                          high - numpy.sqrt((1 - u) * (high - low) * (high - mode))))
  return drawn


def project(c, drawn):
  """`without-aws` by year, then by world. No response, no reinvestment, no saturation: as the baseline has it."""
  phased = {name: drawn[name] for name in READ if not name.endswith("-growth")}
  terminal, weight = 0.05, 1.0
  gmv, physical, subscription = c.G0, c.S_ph, c.S_su
  incomes = []
  for t in range(1, HORIZON + 1):
    part = min(1.0, t / PHASE_IN)
    x = {name: target if part == 1 else base + (target - base) * part for name, (base, target) in phased.items()}
    s, h, phi, m = x["third-party-share"], x["handling-cost"], x["fba-share"], x["product-margin"]
    gmv = gmv * (1 + terminal + (drawn["gmv-growth"][1] - terminal) * weight)
    physical = physical * (1 + terminal + (drawn["physical-growth"][1] - terminal) * weight)
    subscription = subscription * (1 + terminal + (drawn["subscription-growth"][1] - terminal) * weight)
    own, sold = (1 - s) * gmv, s * gmv
    online, other = own / c.g1, c.S_ot * gmv / c.G0
    first_party = (online + physical) * m - h * (own + (1 - c.z0) * physical) - c.k0 * own
    third_party = (x["referral-rate"] + phi * x["fba-fee"]) * sold - h * phi * sold - c.k0 * sold
    incomes.append(first_party + third_party + x["ad-margin"] * x["ad-rate"] * gmv + (1 - x["content-cost"]) * subscription
                   + c.om0 * other - x["overhead-rate"] * (gmv + physical + subscription))
    weight *= FADE
  return incomes


def check(data, c, bands):
  incomes = project(c, draw(c, bands, numpy.arange(100, dtype=numpy.uint64)))
  for world in range(100):
    wanted = model.run(c, model.draw(c, bands, {}, SEED, world), HORIZON, PHASE_IN, 0)["without-aws"]
    for t in range(1, HORIZON + 1):
      if abs(incomes[t - 1][world] - wanted[t]) > 1e-6 * max(abs(wanted[t]), 1000):
        sys.exit("world %d, year %d: %r, expected %r" % (world, t, incomes[t - 1][world], wanted[t]))


def main():
  data = model.Data.load(sys.argv[1])
  n = int(sys.argv[2]) if len(sys.argv) > 2 else 1000000
  c = model.calibrate(data, data.base_years()[-1])
  bands = model.bands(data, c)
  check(data, c, bands)
  times = []
  for _ in range(5):
    start = time.perf_counter()
    incomes = project(c, draw(c, bands, numpy.arange(n, dtype=numpy.uint64)))
    quantiles = [numpy.quantile(year, PROBABILITIES) for year in incomes]
    times.append(time.perf_counter() - start)
  print("NumPy %s: %d worlds in %.3f s at best of %d: %.2f million worlds a second; medians from %.1f to %.1f"
        % (numpy.__version__, n, min(times), len(times), n / min(times) / 1e6, quantiles[0][2], quantiles[-1][2]))


if __name__ == "__main__":
  main()
