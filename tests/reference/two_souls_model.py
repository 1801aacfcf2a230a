# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An independent implementation of the model page (MODEL.md), sections 2 to 7.

Plain scalar arithmetic, one name per symbol of the page, so that the two can be read side by
side. Money is US$ million, rates and shares are fractions, days are days of a 365-day year.
Greek letters are spelt out (gamma, phi ...); a trailing 0 is the base value, as on the page.
"""

import collections
import json
import math
import os

FIRST_BASE_YEAR = 2014
HORIZONS = (1, 20)
PHASE_INS = (1, 10)
RUNGS = (0, 4)

# Symbol of the page -> id in reported.json.
FIGURES = {
  "S_on": "sales-online", "S_ph": "sales-physical", "S_3p": "sales-third-party",
  "S_ad": "sales-advertising", "S_su": "sales-subscription", "S_aws": "sales-aws",
  "S_ot": "sales-other", "S_na": "sales-north-america", "S_in": "sales-international",
  "OI_na": "operating-income-north-america", "OI_in": "operating-income-international",
  "OI_aws": "operating-income-aws", "COGS": "cost-of-sales", "FUL": "fulfillment",
  "TEC": "technology", "MKT": "marketing", "GNA": "general-administrative",
  "OTH": "other-operating-expense", "SHIP": "shipping-costs", "VID": "video-music-expense",
  "INV": "inventories", "REC": "receivables", "PAY": "payables", "CFO": "operating-cash-flow",
  "CAPEX": "capital-expenditure", "PPE_aws": "property-aws", "ADD_aws": "additions-aws",
  "ADD_all": "additions-total", "DEP_aws": "depreciation-aws",
  "DEP_na": "depreciation-north-america", "DEP_in": "depreciation-international",
  "PBT": "pre-tax-income", "TAX": "income-tax",
}
BELIEFS = ("s0", "g1", "phi0", "rho0", "mu0", "om0", "k0", "e0", "ce", "cs", "K0", "L0")


class ModelError(Exception):
  """Something was asked that the data or the ranges do not allow."""


class Symbols(dict):
  """A dict whose entries can be written as the page writes them: c.G0 for c["G0"]."""

  __getattr__ = dict.__getitem__
  __setattr__ = dict.__setitem__


def clip(value, low, high):
  return max(low, min(high, value))


# --- Data (section 1) -----------------------------------------------------------------------------

class Data:
  """The contents of reported.json and beliefs.json."""

  def __init__(self, reported, beliefs):
    self.reported = reported
    self.beliefs = beliefs

  @classmethod
  def load(cls, folder):
    with open(os.path.join(folder, "reported.json"), encoding="utf-8") as stream:
      reported = json.load(stream)["years"]
    with open(os.path.join(folder, "beliefs.json"), encoding="utf-8") as stream:
      beliefs = json.load(stream)["years"]
    return cls(reported, beliefs)

  def base_years(self):
    return sorted(int(year) for year in self.reported
                  if int(year) >= FIRST_BASE_YEAR and year in self.beliefs)

  def figure(self, year, name):
    """The reported value, or None where nothing was printed."""
    return self.reported.get(str(year), {}).get(name, {}).get("value")

  def belief(self, year, name, part="value"):
    return self.beliefs.get(str(year), {}).get(name, {}).get(part)

  def scaled(self, factor):
    """The same company in another currency unit (identity 4)."""
    reported = {year: {name: {"value": entry["value"] * factor} for name, entry in figures.items()}
                for year, figures in self.reported.items()}
    beliefs = {year: {name: {part: entry[part] * (factor if name in ("K0", "NOR0", "VID") else 1)
                             for part in ("value", "low", "high")}
                      for name, entry in entries.items()}
               for year, entries in self.beliefs.items()}
    return Data(reported, beliefs)

  def without_one_offs(self):
    """The same data with NOR0 = 0 (identity 5)."""
    beliefs = {year: {name: entry for name, entry in entries.items() if name != "NOR0"}
               for year, entries in self.beliefs.items()}
    return Data(self.reported, beliefs)


# --- Calibration (section 2) ----------------------------------------------------------------------

def read_inputs(data, year):
  """The reported inputs and the beliefs of the base year, by symbol (section 1)."""
  c = Symbols(year=year)
  for symbol, name in FIGURES.items():
    c[symbol] = data.figure(year, name)
  if c.S_ph is None:
    c.S_ph = 0.0
  if c.S_ad is None:  # before fiscal 2019 advertising is inside "other"
    c.S_ad, c.S_ot = c.S_ot, 0.0
  if c.VID is None:
    c.VID = data.belief(year, "VID")
  for symbol in BELIEFS:
    c[symbol] = data.belief(year, symbol)
  c.NOR0 = data.belief(year, "NOR0") or 0.0
  missing = [symbol for symbol in c if c[symbol] is None]
  if missing:
    raise ModelError("fiscal %d: no value for %s" % (year, ", ".join(missing)))
  return c


def read_year_before(data, c):
  """Figures of the year before, None where missing; stores' sales are the segments' sum."""
  before = c.year - 1
  for symbol in ("INV", "REC", "PAY", "PPE_aws", "S_ph", "S_su", "S_aws"):
    c[symbol + "_prev"] = data.figure(before, FIGURES[symbol])
  na, international = data.figure(before, FIGURES["S_na"]), data.figure(before, FIGURES["S_in"])
  c.S_st_prev = None if na is None or international is None else na + international


def growth(now, before):
  """Growth over the year before, clipped; 0 where there is nothing to grow from."""
  if not before:
    return 0.0
  return clip(now / before - 1, -0.10, 0.30)


def calibrate_stores(c):
  c.G0 = c.g1 * c.S_on / (1 - c.s0)
  c.G3_0 = c.s0 * c.G0
  c.tau0 = c.S_3p / c.G3_0
  c.f0 = (c.tau0 - c.rho0) / c.phi0
  c.a0 = c.S_ad / c.G0
  c.c0 = c.VID / c.S_su
  c.z0 = c.SHIP / (c.FUL + c.SHIP)
  c.m0 = 1 - (c.COGS - c.SHIP - c.VID - (1 - c.om0) * c.S_ot) / (c.S_on + c.S_ph)
  c.HND0 = (1 - c.s0) * c.G0 + (1 - c.z0) * c.S_ph + c.phi0 * c.G3_0
  c.h0 = (c.FUL + c.SHIP - c.k0 * c.G0) / c.HND0
  c.OVH0 = (c.TEC + c.MKT + c.GNA + c.OTH) - c.OPX_aws - (1 - c.mu0) * c.S_ad
  c.ACT0 = c.G0 + c.S_ph + c.S_su
  c.v0 = (c.OVH0 - c.NOR0) / c.ACT0


def calibrate_aws(c):
  c.M0 = c.OI_aws / c.S_aws
  c.d0 = c.DEP_aws / c.S_aws
  c.delta0 = c.DEP_aws / (c.PPE_aws_prev + 0.5 * c.ADD_aws)
  c.sus0 = max(0.0, c.PPE_aws * (1 - c.S_aws_prev / c.S_aws) + c.DEP_aws)
  c.x0 = (c.ADD_aws - c.sus0) / c.S_aws
  c.y0 = c.OI_aws / c.OPX_aws


def calibrate_cash(c):
  c.cc0 = c.CAPEX / c.ADD_all
  c.A0 = c.GNA * c.OPX_aws / (c.S0 - c.OI0)
  c.dso0 = 365 * c.REC / c.S0
  c.dio0 = 365 * c.INV / c.COGS
  c.dpo0 = 365 * c.PAY / c.COGS
  c.q0 = c.cc0 * (c.ADD_all - c.ADD_aws) / c.ACT0
  c.DEP_st = c.DEP_na + c.DEP_in
  c.r0 = c.DEP_st / c.ACT0
  c.tax0 = clip(c.TAX / c.PBT, 0.0, 0.35) if c.PBT > 0 else 0.21
  c.F_0 = c.PAY - c.INV - c.REC
  if None in (c.PAY_prev, c.INV_prev, c.REC_prev):
    c.dF_0 = 0.0
  else:
    c.dF_0 = c.F_0 - (c.PAY_prev - c.INV_prev - c.REC_prev)
  c.Fst_0 = c.PAY - c.INV - c.REC * c.S_st / c.S0
  c.dFst_0 = c.dF_0
  modelled = (c.OI0 - c.tax0 * max(0.0, c.OI0) + c.DEP_st + c.DEP_aws - c.CAPEX + c.dF_0)
  c.w0 = (c.CFO - c.CAPEX - modelled) / c.S0


def calibrate(data, year):
  """All symbols of section 2 for one base year."""
  if year not in data.base_years():
    raise ModelError("base year %s is not offered; expected one of %s" % (year, data.base_years()))
  c = read_inputs(data, year)
  read_year_before(data, c)
  for symbol in ("PPE_aws_prev", "S_aws_prev"):
    if c[symbol] is None:
      raise ModelError("fiscal %d: no %s in the year before" % (year, symbol[:-5]))
  c.S0 = c.S_on + c.S_ph + c.S_3p + c.S_ad + c.S_su + c.S_aws + c.S_ot
  c.OI0 = c.OI_na + c.OI_in + c.OI_aws
  c.OI_st0 = c.OI_na + c.OI_in
  c.S_st = c.S0 - c.S_aws
  c.OPX_aws = c.S_aws - c.OI_aws
  calibrate_stores(c)
  calibrate_aws(c)
  calibrate_cash(c)
  c.gm0 = c.OI_na / c.S_na - c.OI_in / c.S_in
  c.g_st = growth(c.S_st, c.S_st_prev)
  c.g_ph = 0.0 if year <= 2018 else growth(c.S_ph, c.S_ph_prev)
  c.g_su = growth(c.S_su, c.S_su_prev)
  c.g_aws = growth(c.S_aws, c.S_aws_prev)
  return c


def calibrated(c):
  """What calibration finds, without the inputs, by symbol."""
  return {symbol: value for symbol, value in c.items() if symbol not in FIGURES
          and symbol not in BELIEFS + ("year", "NOR0") and not symbol.endswith("_prev")}


# --- Drivers (section 3) --------------------------------------------------------------------------

STORES, MARKET, PRIME = "First-party stores", "Marketplace", "Advertising and Prime"
REGIONS, AWS, HORIZON = "Costs and regions", "AWS", "Horizon"
WITHOUT, FLYWHEEL, CASH = "Without AWS", "Flywheel", "Cash"

# id, group, unit, min, max, step, shown value per model unit, phased, symbol, default. The default
# is a symbol of the calibration, or a number in the shown unit.
DRIVER_ROWS = (
  ("gmv-growth", STORES, "%/yr", -30, 50, 0.5, 100, False, "gamma", "g_st"),
  ("product-margin", STORES, "% of 1P sales", 0, 50, 0.5, 100, True, "m", "m0"),
  ("handling-cost", STORES, "% of handled goods", 10, 45, 0.1, 100, True, "h", "h0"),
  ("physical-growth", STORES, "%/yr", -30, 50, 0.5, 100, False, "gamma_p", "g_ph"),
  ("third-party-share", MARKET, "% of GMV", 0, 95, 1, 100, True, "s", "s0"),
  ("referral-rate", MARKET, "% of 3P GMV", 0, 30, 0.5, 100, True, "rho", "rho0"),
  ("fba-share", MARKET, "% of 3P GMV", 0, 100, 1, 100, True, "phi", "phi0"),
  ("fba-fee", MARKET, "% of FBA GMV", 0, 50, 0.5, 100, True, "f", "f0"),
  ("ad-rate", PRIME, "% of GMV", 0, 20, 0.1, 100, True, "a", "a0"),
  ("ad-margin", PRIME, "%", 0, 100, 1, 100, True, "mu", "mu0"),
  ("subscription-growth", PRIME, "%/yr", -30, 50, 0.5, 100, False, "gamma_s", "g_su"),
  ("content-cost", PRIME, "% of subscriptions", 0, 150, 1, 100, True, "c", "c0"),
  ("overhead-rate", REGIONS, "% of activity", 0, 15, 0.05, 100, True, "v", "v0"),
  ("international-growth-gap", REGIONS, "points/yr", -20, 20, 0.5, 100, False, "gi", 0),
  ("international-margin-gap", REGIONS, "points", -10, 20, 0.1, 100, True, "gm", "gm0"),
  ("aws-growth", AWS, "%/yr", -20, 80, 0.5, 100, False, "alpha", "g_aws"),
  ("aws-margin", AWS, "%", -20, 60, 0.5, 100, True, "M", "M0"),
  ("aws-enterprise-share", AWS, "% of AWS sales", 0, 100, 1, 100, True, "e", "e0"),
  ("aws-capex-surge", AWS, "% of AWS sales", -10, 80, 1, 100, False, "x", "x0"),
  ("aws-useful-life", AWS, "years", 3, 8, 0.5, 1, True, "L", "L0"),
  ("growth-fade", HORIZON, "%/yr", 0, 50, 1, 100, False, "psi", 15),
  ("terminal-growth", HORIZON, "%/yr", -5, 15, 0.5, 100, False, "g_inf", 5),
  ("stranded-share", WITHOUT, "% of A", 0, 100, 5, 100, False, "sigma", 50),
  ("stranded-years", WITHOUT, "years", 1, 10, 1, 1, False, "N", 3),
  ("compute-markup", WITHOUT, "% on K", 0, 100, 1, 100, False, "y", "y0"),
  ("dissynergy-rate", WITHOUT, "% of operating expenses", 0, 3, 0.05, 100, False, "d", 0.25),
  ("one-time-cost", WITHOUT, "$ million", 0, 20000, 250, 1, False, "T", 2000),
  ("price-response", FLYWHEEL, "% per %", 0, 4, 0.1, 1, False, "epsilon", 0),
  ("selection-response", FLYWHEEL, "% per point", 0, 2, 0.05, 1, False, "eta", 0),
  ("reinvestment", FLYWHEEL, "%", 0, 100, 5, 100, False, "omega", 0),
  ("saturation", FLYWHEEL, "%", 0, 50, 1, 100, False, "kappa", 0),
  ("inventory-days", CASH, "days", 0, 120, 1, 1, True, "dio", "dio0"),
  ("receivable-days", CASH, "days", 0, 120, 1, 1, True, "dso", "dso0"),
  ("payable-days", CASH, "days", 0, 200, 1, 1, True, "dpo", "dpo0"),
  ("stores-capex-rate", CASH, "% of activity", 0, 15, 0.1, 100, True, "q", "q0"),
  ("tax-rate", CASH, "%", 0, 40, 0.5, 100, True, "theta", "tax0"),
)


# min, max, step and default in model units; `calibrated` is the table's default.
Driver = collections.namedtuple("Driver", "id group unit min max step default scale phased symbol "
                                          "calibrated")


def drivers(c):
  """The drivers of a base year, values in model units; the range is widened to the baseline."""
  table = []
  for name, group, unit, low, high, step, scale, phased, symbol, default in DRIVER_ROWS:
    value = c[default] if isinstance(default, str) else default / scale
    table.append(Driver(name, group, unit, min(low / scale, value), max(high / scale, value),
                        step / scale, value, scale, phased, symbol, default))
  return table


def driver_values(table, targets, phase_in, t):
  """The value of each driver in year t, by symbol; targets are by id, in model units."""
  values, part = Symbols(), min(1.0, t / phase_in)
  for driver in table:
    target = targets.get(driver.id, driver.default)
    if driver.phased:
      values[driver.symbol] = driver.default + (target - driver.default) * part
    else:
      # Drivers that are not phased stand in the equations without a year. The rungs of the base
      # year are counterfactual, so they too take what the scenario says.
      values[driver.symbol] = target
  return values


# --- Equations (section 4) ------------------------------------------------------------------------

def fade(x, rate, t):
  return x.g_inf + (rate - x.g_inf) * (1 - x.psi) ** (t - 1)


def start(c, x):
  """Year 0: what the filing prints, the rest with base values."""
  y = Symbols(t=0, x=x, G=c.G0, G3=c.G3_0, tau=c.tau0, p=0.0, I=0.0)
  y.on, y.ph, y.tp, y.ad, y.su, y.ot = c.S_on, c.S_ph, c.S_3p, c.S_ad, c.S_su, c.S_ot
  y.st, y.ACT, y.na, y.int, y.R, y.S = c.S_st, c.ACT0, c.S_na, c.S_in, c.S_aws, c.S0
  add_profit_lines(c, y)
  y.P_ov = -c.OVH0
  y.OI_st, y.OI_na, y.OI_in, y.OI_aws, y.OI = c.OI_st0, c.OI_na, c.OI_in, c.OI_aws, c.OI0
  y.X, y.X_base, y.DX, y.DY = 0.0, 0.0, 0.0, c.DEP_aws
  y.F, y.Fst, y.dF, y.dFst = c.F_0, c.Fst_0, c.dF_0, c.dFst_0
  return y


def add_demand(c, y, before):
  """Price investment, price cut, GMV and net sales of the stores."""
  x, t = y.x, y.t
  float_change = before.dFst if before.t > 0 else 0.0
  y.I = min(x.omega * max(0.0, before.OI_st + before.I + float_change), 0.2 * before.G)
  dearer = ((1 - x.s) / c.g1 * (x.m - c.m0)
            + x.s * ((x.rho - c.rho0) + x.phi * (x.f - c.f0)))
  y.p = -dearer + y.I / before.G
  g = fade(x, x.gamma, t)
  if g > 0:
    g *= clip((1 - x.kappa * before.G / c.G0) / (1 - x.kappa), 0.0, 1.0)
  response = x.epsilon * (y.p - before.p) + x.eta * (x.s - before.x.s)
  y.G = before.G * (1 + g) * math.exp(response)
  y.on = (1 - x.s) * y.G / c.g1
  y.ph = before.ph * (1 + fade(x, x.gamma_p, t))
  y.tau = x.rho + x.phi * x.f
  y.G3 = x.s * y.G
  y.tp = y.tau * y.G3
  y.ad = x.a * y.G
  y.su = before.su * (1 + fade(x, x.gamma_s, t))
  y.ot = c.S_ot * y.G / c.G0
  y.st = y.on + y.ph + y.tp + y.ad + y.su + y.ot
  y.ACT = y.G + y.ph + y.su


def add_profit_lines(c, y):
  x = y.x
  own = (1 - x.s) * y.G
  y.P_1p = (y.on + y.ph) * x.m - x.h * (own + (1 - c.z0) * y.ph) - c.k0 * own - y.I
  y.P_3p = y.tp - x.phi * x.h * y.G3 - c.k0 * y.G3
  y.P_ad = x.mu * y.ad
  y.P_su = (1 - x.c) * y.su
  y.P_ot = c.om0 * y.ot
  y.P_ov = -x.v * y.ACT
  y.OI_st = y.P_1p + y.P_3p + y.P_ad + y.P_su + y.P_ot + y.P_ov


def add_regions(y, before):
  abroad = before.int * (1 + y.x.gi)
  u = abroad / (before.na + abroad)
  y.int = u * y.st
  y.na = y.st - y.int
  y.OI_in = y.int * (y.OI_st / y.st - y.x.gm * (1 - u))
  y.OI_na = y.OI_st - y.OI_in


def surge_stock(c, t, life, surge, R, R_before, X_before):
  """One year of AWS property: depreciation DY, sustaining, surge rate, DX and X."""
  delta = c.delta0 * c.L0 / life
  DY = c.d0 * R * delta / c.delta0
  Y, Y_before = c.PPE_aws * R / c.S_aws, c.PPE_aws * R_before / c.S_aws
  sus = max(0.0, Y - Y_before + DY)
  rate = max(surge * 0.85 ** (t - 1), -sus / R)
  DX = delta * (X_before + 0.5 * rate * R)
  return DY, sus, rate, DX, X_before + rate * R - DX


def add_aws(c, y, before):
  x, t = y.x, y.t
  y.R = before.R * (1 + fade(x, x.alpha, t))
  y.DY, y.sus, y.surge, y.DX, y.X = surge_stock(c, t, x.L, x.x, y.R, before.R, before.X)
  _, _, _, DX_base, y.X_base = surge_stock(c, t, c.L0, c.x0, y.R, before.R, before.X_base)
  margin = x.M - (x.e - c.e0) * (c.ce - c.cs)
  y.OI_aws = y.R * margin - (y.DX - DX_base) - (y.DY - c.d0 * y.R)


def add_rungs(c, y, rung):
  """Operating income without AWS, by rung; W is the scenario's."""
  x, t = y.x, y.t
  left = 1.0 if t == 0 else max(0.0, 1 - (t - 1) / x.N)
  w0 = y.OI_st if t == 0 else y.OI - y.OI_aws
  w1 = w0 - x.sigma * left * c.A0 * y.R / c.S_aws
  w2 = w1 - x.y * c.K0 * y.ACT / c.ACT0
  w3 = w2 - x.d * (y.st - y.OI_st)
  w4 = w3 - (x.T if t == 1 else 0.0)
  y.rungs = (w0, w1, w2, w3, w4)
  y.W = y.rungs[rung]


def add_float(c, y, before):
  x = y.x
  handled = (1 - x.s) * y.G + (1 - c.z0) * y.ph + x.phi * y.G3
  CG = ((y.on + y.ph) * (1 - x.m) + x.c * y.su + (1 - c.om0) * y.ot
        + c.z0 * (x.h * handled + c.k0 * y.G))
  y.F = (x.dpo - x.dio) * CG / 365 - x.dso * y.S / 365
  y.Fst = (x.dpo - x.dio) * CG / 365 - x.dso * y.st / 365
  y.dF = y.F - before.F
  y.dFst = y.Fst - before.Fst


def add_cash(c, y):
  x = y.x
  if y.t == 0:
    y.FCF = c.CFO - c.CAPEX
  else:
    y.FCF = (y.OI - x.theta * max(0.0, y.OI) + c.r0 * y.ACT + (y.DY + y.DX) - x.q * y.ACT
             - c.cc0 * (y.sus + y.surge * y.R) + y.dF + c.w0 * y.S)
  y.FCF_without = (y.W - x.theta * max(0.0, y.W) + c.r0 * y.ACT - x.q * y.ACT + y.dFst
                   + c.w0 * y.st)


def project(c, targets=None, horizon=10, phase_in=3, rung=0):
  """The states of years 0 ... horizon; targets are by driver id, in model units."""
  table, targets = drivers(c), targets or {}
  base = start(c, driver_values(table, targets, phase_in, 0))
  add_rungs(c, base, rung)
  add_cash(c, base)
  years = [base]
  for t in range(1, horizon + 1):
    before, y = years[-1], Symbols(t=t, x=driver_values(table, targets, phase_in, t))
    add_demand(c, y, before)
    add_profit_lines(c, y)
    add_regions(y, before)
    add_aws(c, y, before)
    y.S = y.st + y.R
    y.OI = y.OI_st + y.OI_aws
    add_rungs(c, y, rung)
    add_float(c, y, before)
    add_cash(c, y)
    years.append(y)
  return years


# --- Metrics (section 5) --------------------------------------------------------------------------

def ratio(part, whole):
  return part / whole if whole != 0 else None


# id, kind of quantity, value of a year.
METRICS = (
  ("gmv", "money", lambda y: y.G),
  ("gmv-third-party", "money", lambda y: y.G3),
  ("take-rate", "fraction", lambda y: y.tau),
  ("fba-gmv", "money", lambda y: y.x.phi * y.G3),
  ("sales-online", "money", lambda y: y.on),
  ("sales-physical", "money", lambda y: y.ph),
  ("sales-third-party", "money", lambda y: y.tp),
  ("sales-advertising", "money", lambda y: y.ad),
  ("sales-subscription", "money", lambda y: y.su),
  ("sales-other", "money", lambda y: y.ot),
  ("sales-aws", "money", lambda y: y.R),
  ("sales-stores", "money", lambda y: y.st),
  ("sales-north-america", "money", lambda y: y.na),
  ("sales-international", "money", lambda y: y.int),
  ("sales-total", "money", lambda y: y.S),
  ("profit-first-party", "money", lambda y: y.P_1p),
  ("profit-third-party", "money", lambda y: y.P_3p),
  ("profit-advertising", "money", lambda y: y.P_ad),
  ("profit-subscription", "money", lambda y: y.P_su),
  ("profit-other", "money", lambda y: y.P_ot),
  ("profit-overhead", "money", lambda y: y.P_ov),
  ("operating-income-stores", "money", lambda y: y.OI_st),
  ("operating-income-north-america", "money", lambda y: y.OI_na),
  ("operating-income-international", "money", lambda y: y.OI_in),
  ("operating-income-aws", "money", lambda y: y.OI_aws),
  ("operating-income-total", "money", lambda y: y.OI),
  ("margin-stores", "fraction", lambda y: ratio(y.OI_st, y.st)),
  ("margin-north-america", "fraction", lambda y: ratio(y.OI_na, y.na)),
  ("margin-international", "fraction", lambda y: ratio(y.OI_in, y.int)),
  ("margin-aws", "fraction", lambda y: ratio(y.OI_aws, y.R)),
  ("margin-total", "fraction", lambda y: ratio(y.OI, y.S)),
  ("aws-share-of-sales", "fraction", lambda y: y.R / y.S),
  ("aws-share-of-profit", "fraction", lambda y: y.OI_aws / y.OI if y.OI > 0 else None),
  ("without-aws-arithmetic", "money", lambda y: y.rungs[0]),
  ("without-aws-stranded", "money", lambda y: y.rungs[1]),
  ("without-aws-transfer-price", "money", lambda y: y.rungs[2]),
  ("without-aws-dissynergies", "money", lambda y: y.rungs[3]),
  ("without-aws-one-time", "money", lambda y: y.rungs[4]),
  ("without-aws", "money", lambda y: y.W),
  ("free-cash-flow", "money", lambda y: y.FCF),
  ("free-cash-flow-without-aws", "money", lambda y: y.FCF_without),
  ("float", "money", lambda y: y.F),
  ("cash-conversion-cycle", "days", lambda y: y.x.dio + y.x.dso - y.x.dpo),
  ("price-investment", "money", lambda y: y.I),
  ("seller-keeps", "fraction", lambda y: 1 - y.tau - y.ad / y.G3 if y.G3 != 0 else None),
)
METRIC_KINDS = {name: kind for name, kind, _ in METRICS}


def run(c, targets=None, horizon=10, phase_in=3, rung=0):
  """All metrics by id: one number, or None, for each of the years 0 ... horizon."""
  years = project(c, targets, horizon, phase_in, rung)
  return {name: [value(y) for y in years] for name, _, value in METRICS}


# --- Analyses (section 7) -------------------------------------------------------------------------

# Drivers whose baseline is a belief with a low and a high of its own.
BELIEF_OF = {"third-party-share": "s0", "referral-rate": "rho0", "fba-share": "phi0",
             "ad-margin": "mu0", "aws-enterprise-share": "e0", "aws-useful-life": "L0"}
GROWTH_RATES = ("gmv-growth", "physical-growth", "subscription-growth", "aws-growth",
                "international-growth-gap")


def quantile(values, p):
  """Quantile of type 7: linear between order statistics, (n - 1) p from the first."""
  ordered = sorted(values)
  place = (len(ordered) - 1) * p
  below = int(math.floor(place))
  above = min(below + 1, len(ordered) - 1)
  return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def band(data, year, driver, history):
  """(low, high) of one driver, model units; history are the calibrations of all base years."""
  base = driver.default
  belief = BELIEF_OF.get(driver.id)
  implied = [h[driver.calibrated] for h in history] if isinstance(driver.calibrated, str) else []
  if base == 0 or driver.group == HORIZON:  # whatever else would apply
    low, high = base, base
  elif belief and data.belief(year, belief, "low") is not None:
    low, high = data.belief(year, belief, "low"), data.belief(year, belief, "high")
  elif driver.id == "aws-capex-surge":
    low, high = min(implied), max(implied)
  elif len(implied) >= 5 and quantile(implied, 0.1) <= base <= quantile(implied, 0.9):
    low, high = quantile(implied, 0.1), quantile(implied, 0.9)
  else:
    if driver.id in GROWTH_RATES:
      half = 0.05
    elif driver.unit == "days":
      half = 10.0
    else:
      half = 0.1 * abs(base)
    low, high = base - half, base + half
  return clip(low, driver.min, driver.max), clip(high, driver.min, driver.max)


def bands(data, c):
  history = [calibrate(data, year) for year in data.base_years()]
  return {driver.id: band(data, c.year, driver, history) for driver in drivers(c)}


def sensitivity(data, c, metric, t, targets=None, **settings):
  """Each driver to the low and the high of its band alone; widest first."""
  bars = []
  for name, (low, high) in bands(data, c).items():
    ends = [run(c, dict(targets or {}, **{name: end}), **settings)[metric][t]
            for end in (low, high)]
    bars.append(Symbols(driver=name, low=low, high=high, at_low=ends[0], at_high=ends[1]))
  return sorted(bars, key=lambda bar: -abs((bar.at_high or 0.0) - (bar.at_low or 0.0)))


MASK = (1 << 64) - 1


def uniform(seed, world, place):
  """SplitMix64's finaliser on a counter, as a number strictly between 0 and 1."""
  z = (seed + (64 * world + place + 1) * 0x9E3779B97F4A7C15) & MASK
  z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
  z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
  z ^= z >> 31
  return ((z >> 11) + 0.5) * 2.0 ** -53


def triangular(u, low, mode, high):
  low, high = min(low, mode), max(high, mode)
  if high == low:
    return mode
  if u < (mode - low) / (high - low):
    return low + math.sqrt(u * (high - low) * (mode - low))
  return high - math.sqrt((1 - u) * (high - low) * (high - mode))


def draw(c, ranges, targets, seed, world):
  """The drivers of one world, by id, in model units."""
  values = {}
  for place, driver in enumerate(drivers(c)):
    low, high = ranges[driver.id]
    mode = targets.get(driver.id, driver.default)
    values[driver.id] = triangular(uniform(seed, world, place), low, mode, high)
  return values


def summarise(values):
  """Mean, quantiles and share above 0 of one metric in one year; worlds without a value are out."""
  known = [value for value in values if value is not None]
  if not known:
    return dict.fromkeys(("mean", "mean_se", "p05", "p25", "p50", "p75", "p95", "positive",
                          "positive_se"))
  n = len(known)
  mean = math.fsum(known) / n
  variance = math.fsum((value - mean) ** 2 for value in known) / (n - 1) if n > 1 else 0.0
  positive = sum(value > 0 for value in known) / n
  summary = {"p%02d" % p: quantile(known, p / 100) for p in (5, 25, 50, 75, 95)}
  summary.update(mean=mean, mean_se=math.sqrt(variance / n), positive=positive,
                 positive_se=math.sqrt(positive * (1 - positive) / n))
  return summary


def simulate(data, c, worlds, seed, targets=None, **settings):
  """Summaries by metric id, each a dict of lists over the years 0 ... horizon."""
  ranges, targets = bands(data, c), targets or {}
  results = [run(c, draw(c, ranges, targets, seed, world), **settings) for world in range(worlds)]
  summaries = {}
  for name, _, _ in METRICS:
    by_year = [summarise(values) for values in zip(*(result[name] for result in results))]
    summaries[name] = {key: [summary[key] for summary in by_year] for key in by_year[0]}
  return summaries
