# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the schemas cannot say of the data files: sums, sources, registry, known figures.

Usage: check-shape.py SOURCE-ROOT
"""

import json
import os
import re
import sys

from handbook import examples
from tap import Tap

FIRST_BASE_YEAR = 2014

STORES = ("sales-online", "sales-physical", "sales-third-party", "sales-advertising",
          "sales-subscription", "sales-other")
# Name, parts (a minus in front: subtracted), total.
SUMS = (
    ("groups", STORES + ("sales-aws",), "sales-total"),
    ("segments", ("sales-north-america", "sales-international", "sales-aws"), "sales-total"),
    ("income", ("operating-income-north-america", "operating-income-international",
                "operating-income-aws"), "operating-income-total"),
    ("functions", ("cost-of-sales", "fulfillment", "technology", "marketing",
                   "general-administrative", "other-operating-expense"),
     "operating-expenses-total"),
    ("result", ("sales-total", "-operating-expenses-total"), "operating-income-total"),
    ("free cash flow", ("operating-cash-flow", "-capital-expenditure"), "free-cash-flow"),
    ("stores", STORES + ("-operating-expenses-total", "sales-aws", "-operating-income-aws"),
     "stores' income"),
)

# What a year may lack, and until which year.
LACKING = {"sales-physical": 2014, "sales-advertising": 2018, "video-music-expense": 2017}
ABSENT_2013 = {"sales-online", "sales-physical", "sales-third-party", "sales-advertising",
               "sales-subscription", "sales-other", "operating-income-north-america",
               "operating-income-international", "operating-income-aws", "video-music-expense",
               "inventories", "receivables", "payables"}

# North America and International together, as printed: typed here a second time on purpose.
STORES_INCOME = {2014: -280, 2015: 726, 2016: 1078, 2017: -225, 2018: 5125, 2019: 5340, 2020: 9368,
                 2021: 6347, 2022: -10593, 2023: 12221, 2024: 28759, 2025: 34369}
# Figure, year, what was printed first, in which filing.
FIRST_REPORTED = (
    ("operating-income-aws", "2014", 660, "K2015"), ("operating-income-aws", "2015", 1863, "K2015"),
    ("operating-cash-flow", "2015", 11920, "K2015"), ("free-cash-flow", "2015", 7331, "K2015"),
    ("operating-cash-flow", "2016", 16443, "K2016"), ("free-cash-flow", "2016", 9706, "K2016"),
    ("operating-cash-flow", "2017", 18434, "K2017"), ("free-cash-flow", "2017", 8376, "K2017"),
    ("receivables", "2015", 6423, "K2015"), ("sales-other", "2019", 14085, "K2020"),
    ("sales-other", "2020", 21453, "K2020"),
)


def load(root, name):
    with open(os.path.join(root, "data", name + ".json"), encoding="utf-8") as handle:
        return json.load(handle)


def registry(root, macro):
    """The ids of a table in the model's header, in its order."""
    path = os.path.join(root, "src", "model", "souls-figures.h")
    with open(path, encoding="utf-8") as handle:
        return re.findall(r'^\s+%s \(\w+, "([^"]+)"' % macro, handle.read(), re.M)


def entries(data):
    for year, values in data["years"].items():
        for key, entry in values.items():
            yield year, key, entry


def check_sums(figures):
    """Problems with the sums of one year; a sum with an absent total or no parts is passed over."""
    value = {figure: entry["value"] for figure, entry in figures.items()}
    if "operating-income-north-america" in value:
        value["stores' income"] = (value["operating-income-north-america"]
                                   + value["operating-income-international"])
    for name, parts, total in SUMS:
        known = [part for part in parts if part.lstrip("-") in value]
        if total not in value or len(known) < len(parts) - 2 or known == ["sales-aws"]:
            continue
        made = sum(-value[part[1:]] if part[0] == "-" else value[part] for part in known)
        if made != value[total]:
            yield "%s make %s, expected %s" % (name, made, value[total])


def check_presence(ids, year, figures):
    absent = set(ids) - set(figures)
    allowed = {figure for figure, last in LACKING.items() if int(year) <= last}
    expected = ABSENT_2013 if year == "2013" else allowed
    if absent != expected:
        yield "absent: %s, expected: %s" % (sorted(absent), sorted(expected))


def check_order(ids, values):
    if list(values) != [key for key in ids if key in values]:
        yield "expected the order of the registry, found " + ", ".join(values)


def check_sources(data):
    """Problems with the sources of the reported figures."""
    sources, used = data["sources"], set()
    for year, figure, entry in entries(data):
        where = "%s %s: " % (year, figure)
        first = entry.get("as_first_reported", {})
        named = {entry["source"], entry.get("via"), first.get("source")} - {None}
        used |= named | set(re.findall(r"\w+", entry.get("note", "")))
        if named - set(sources):
            yield where + "unknown source " + ", ".join(named - set(sources))
            continue
        if "secondary" in sources[entry["source"]] or "accession" not in sources[entry["source"]]:
            yield where + "expected a filing, found " + entry["source"]
        if "via" in entry and "secondary" not in sources[entry["via"]]:
            yield where + "expected a transcription, found " + entry["via"]
        if (entry["source"] == "K2025") != ("via" in entry):
            yield where + "the annual report of 2025, and it alone, was read second-hand"
        if entry["source"] == "ER2025Q4" and "unaudited" not in entry["note"].lower():
            yield where + "expected the note to say that the release is unaudited"
        if first and first["value"] == entry["value"]:
            yield where + "not recast: first reported with the same value"
    if set(sources) - used:
        yield "sources that no figure names: " + ", ".join(set(sources) - used)


def check_beliefs(data, ids, estimates):
    used = set()
    for year, symbol, entry in entries(data):
        where = "%s %s: " % (year, symbol)
        if not entry["low"] <= entry["value"] <= entry["high"]:
            yield where + "the value lies outside its bounds"
        for name in entry.get("source", ()):
            used.add(name)
            if name not in data["sources"]:
                yield where + "unknown source " + name
            elif "quoted_fact" in data["sources"][name] and name not in estimates:
                yield where + name + " is not among the published estimates"
    if set(data["sources"]) != used:
        yield "sources that no belief names: " + ", ".join(set(data["sources"]) - used)
    for year, values in data["years"].items():
        wanted = set(ids) - {"NOR0"} - ({"VID"} if int(year) >= 2018 else set())
        if set(values) - {"NOR0"} != wanted:
            yield "%s: found %s, expected %s" % (year, sorted(values), sorted(wanted))


def check_years(years, first):
    expected = [str(year) for year in range(first, int(list(years)[-1]) + 1)]
    if list(years) != expected:
        yield "found %s, expected %s" % (list(years), expected)


def check_enum(root, ids):
    with open(os.path.join(root, "data", "schema", "reported.schema.json"),
              encoding="utf-8") as handle:
        enum = json.load(handle)["definitions"]["figures"]["propertyNames"]["enum"]
    if enum != ids:
        yield "figures of the schema: %s, of the registry: %s" % (enum, ids)


def check_belief_keys(root, ids):
    with open(os.path.join(root, "data", "schema", "beliefs.schema.json"),
              encoding="utf-8") as handle:
        keys = list(json.load(handle)["definitions"]["beliefs"]["properties"])
    if keys != ids:
        yield "beliefs of the schema: %s, of the registry: %s" % (keys, ids)


def check_reported(tap, data, ids):
    tap.check("/data/reported/years without gap", check_years(data["years"], FIRST_BASE_YEAR - 1))
    tap.check("/data/reported/sources", check_sources(data))
    for year, figures in data["years"].items():
        tap.check("/data/reported/%s/sums" % year, check_sums(figures))
        tap.check("/data/reported/%s/presence" % year, check_presence(ids, year, figures))
        tap.check("/data/reported/%s/order" % year, check_order(ids, figures))
    for year, income in STORES_INCOME.items():
        figures = data["years"][str(year)]
        found = sum(figures["operating-income-" + segment]["value"]
                    for segment in ("north-america", "international"))
        tap.check("/data/reported/%s/income without AWS" % year,
                  [] if found == income else "found %s, printed %s" % (found, income))
    expected = [[year, figure, value, source] for figure, year, value, source in FIRST_REPORTED]
    for year, figure, value, source in expected:
        first = data["years"][year][figure].get("as_first_reported", {})
        tap.check("/data/reported/%s/%s as first reported" % (year, figure),
                  [] if (first.get("value"), first.get("source")) == (value, source)
                  else "found %s, expected %s in %s" % (first, value, source))


def main():
    root = sys.argv[1]
    tap = Tap()
    figures, beliefs = registry(root, "FIGURE"), registry(root, "BELIEF")
    reported, believed = load(root, "reported"), load(root, "beliefs")
    tap.check("/data/registry/figures", check_enum(root, figures))
    tap.check("/data/registry/beliefs", check_belief_keys(root, beliefs))
    check_reported(tap, reported, figures)
    tap.check("/data/beliefs/values and sources",
              check_beliefs(believed, beliefs, load(root, "estimates")["estimates"]))
    tap.check("/data/beliefs/years without gap", check_years(believed["years"], FIRST_BASE_YEAR))
    tap.check("/data/beliefs/as many years as figures",
              [] if max(believed["years"]) == max(reported["years"]) else "one ends earlier")
    for year, values in believed["years"].items():
        tap.check("/data/beliefs/%s/order" % year, check_order(beliefs, values))
    for example in examples(root, "reported"):
        for year, values in example["years"].items():
            tap.check("/data/handbook/%s/sums" % year, check_sums(values))
            tap.check("/data/handbook/%s/order" % year, check_order(figures, values))
            tap.check("/data/handbook/%s/complete" % year,
                      sorted("no " + figure for figure in set(figures) - set(values)))
    tap.finish()


if __name__ == "__main__":
    main()
