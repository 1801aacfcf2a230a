#!/usr/bin/env python3
# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulation as an expert would write it with NumPy: the yardstick of bench-simulation.

  python3 tests/benchmark/simulation-numpy.py data [--worlds N] [--processes N] [--rounds N] [--seconds]

A million worlds of the last base year, nothing moved, ten years: the drivers that the stores read are drawn as section 7 of
the model says, `without-aws` as plain arithmetic is projected for all worlds at once, and the five quantiles of each year are
taken. Processes that stand ready share the worlds, in parts that fit into a processor's cache, write into memory that they
have in common, and share the years whose quantiles are taken. Checks a part of the worlds against the independent
implementation before it measures.
"""

import argparse
import multiprocessing
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
PART = 8192  # worlds at once
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
    below = u < (mode - low) / (high - low)
    root = numpy.sqrt(numpy.where(below, u * ((high - low) * (mode - low)), (1 - u) * ((high - low) * (high - mode))))
    drawn[driver.id] = (mode, numpy.where(below, low + root, high - root))
  return drawn


def project(c, drawn):
  """`without-aws` by year, then by world. No response, no reinvestment, no saturation: as the baseline has it."""
  phased = {name: drawn[name] for name in READ if not name.endswith("-growth")}
  terminal, weight = 0.05, 1.0
  gmv, physical, subscription = c.G0, c.S_ph, c.S_su
  incomes = []
  for t in range(1, HORIZON + 1):
    part = min(1.0, t / PHASE_IN)
    if t <= PHASE_IN:  # what is phased in stays
      x = {name: target if part == 1 else base + (target - base) * part for name, (base, target) in phased.items()}
      s, h, phi, m = x["third-party-share"], x["handling-cost"], x["fba-share"], x["product-margin"]
      fees = x["referral-rate"] + phi * x["fba-fee"] - h * phi - c.k0
      advertising = x["ad-margin"] * x["ad-rate"]
      members, overhead = 1 - x["content-cost"], x["overhead-rate"]
    gmv = gmv * (1 + terminal + (drawn["gmv-growth"][1] - terminal) * weight)
    physical = physical * (1 + terminal + (drawn["physical-growth"][1] - terminal) * weight)
    subscription = subscription * (1 + terminal + (drawn["subscription-growth"][1] - terminal) * weight)
    sold = s * gmv
    own = gmv - sold
    first_party = (own / c.g1 + physical) * m - h * (own + (1 - c.z0) * physical) - c.k0 * own
    incomes.append(first_party + fees * sold + (advertising + c.om0 * c.S_ot / c.G0) * gmv + members * subscription
                   - overhead * (gmv + physical + subscription))
    weight *= FADE
  return incomes


def check(c, bands):
  incomes = project(c, draw(c, bands, numpy.arange(100, dtype=numpy.uint64)))
  for world in range(100):
    wanted = model.run(c, model.draw(c, bands, {}, SEED, world), HORIZON, PHASE_IN, 0)["without-aws"]
    for t in range(1, HORIZON + 1):
      if abs(incomes[t - 1][world] - wanted[t]) > 1e-6 * max(abs(wanted[t]), 1000):
        sys.exit("world %d, year %d: %r, expected %r" % (world, t, incomes[t - 1][world], wanted[t]))


class Crew:
  """Processes that stand ready before the clock starts."""

  def __init__(self, c, bands, worlds, processes):
    self.c, self.bands, self.worlds, self.processes = c, bands, worlds, processes
    context = multiprocessing.get_context("fork")
    memory = context.RawArray("d", HORIZON * worlds)
    self.incomes = numpy.frombuffer(memory).reshape(HORIZON, worlds)
    self.pipes = []
    for number in range(1, processes):
      ours, theirs = context.Pipe()
      context.Process(target=self.serve, args=(number, theirs), daemon=True).start()
      self.pipes.append(ours)

  def project_part(self, number):
    first, last = self.worlds * number // self.processes, self.worlds * (number + 1) // self.processes
    for start in range(first, last, PART):
      end = min(start + PART, last)
      worlds = numpy.arange(start, end, dtype=numpy.uint64)
      for t, income in enumerate(project(self.c, draw(self.c, self.bands, worlds))):
        self.incomes[t, start:end] = income

  def sum_up_part(self, number):
    return {t: numpy.quantile(self.incomes[t], PROBABILITIES, overwrite_input=True)
            for t in range(number, HORIZON, self.processes)}

  def serve(self, number, pipe):
    while True:
      pipe.send(getattr(self, pipe.recv())(number))

  def do(self, work):
    for pipe in self.pipes:
      pipe.send(work)
    return [getattr(self, work)(0)] + [pipe.recv() for pipe in self.pipes]

  def run(self):
    quantiles = {}
    self.do("project_part")
    for part in self.do("sum_up_part"):
      quantiles.update(part)
    return quantiles


def main():
  parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
  parser.add_argument("data")
  parser.add_argument("--worlds", type=int, default=1000000)
  parser.add_argument("--processes", type=int, default=2)
  parser.add_argument("--rounds", type=int, default=5)
  parser.add_argument("--seconds", action="store_true", help="print nothing but the seconds of each round")
  options = parser.parse_args()
  data = model.Data.load(options.data)
  c = model.calibrate(data, data.base_years()[-1])
  bands = model.bands(data, c)
  check(c, bands)
  crew = Crew(c, bands, options.worlds, options.processes)
  crew.run()
  times = []
  for _ in range(options.rounds):
    start = time.perf_counter()
    quantiles = crew.run()
    times.append(time.perf_counter() - start)
  if options.seconds:
    print("\n".join("%.6f" % seconds for seconds in times))
    return
  print("NumPy %s, %d processes: %d worlds in %.3f s at best of %d: %.2f million worlds a second; medians from %.1f to %.1f"
        % (numpy.__version__, options.processes, options.worlds, min(times), len(times), options.worlds / min(times) / 1e6,
           quantiles[0][2], quantiles[HORIZON - 1][2]))


if __name__ == "__main__":
  main()
