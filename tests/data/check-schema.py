# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The data files keep to their schemas, and the schemas refuse damaged copies.

Usage: check-schema.py JSONSCHEMA SOURCE-ROOT

The judge is the program jsonschema, which shares no code with the project. One call judges all
files of one schema; it prints a heading for each file.
"""

import copy
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

from handbook import examples
from tap import Tap

NAMES = ("reported", "beliefs", "estimates", "scenario")

# Where the files of a schema are that are not one of its own name; the first is the one that is damaged.
SHIPPED = {"scenario": ("tests/fuzz/corpus/every-member.souls", "data/presets/*.souls")}


def put(*path_and_value):
    """A damage: set the value at a path of keys."""
    *path, last, value = path_and_value

    def damage(data):
        for key in path:
            data = data[key]
        data[last] = value
    return damage


def drop(*path):
    """A damage: remove the key at the end of a path."""
    def damage(data):
        for key in path[:-1]:
            data = data[key]
        del data[path[-1]]
    return damage


FIGURE = ("years", "2024", "sales-online")
SHARE = ("years", "2024", "s0")
ESTIMATE = ("estimates", "peer_ebay_take_rate")
DRIVER = ("drivers", "aws-growth")
BAND = ("bands", "aws-growth")

DAMAGES = {
    "reported": {
        "another format": put("format", "two-souls-scenario"),
        "a later version": put("version", 2),
        "no version": drop("version"),
        "another unit": put("unit", "US$ billion"),
        "an unknown key": put("comment", "mine"),
        "no sources": drop("sources"),
        "no year": put("years", {}),
        "a year in words": put("years", "FY2024", {"sales-total": {}}),
        "an empty year": put("years", "2024", {}),
        "an unknown figure": put("years", "2024", "sales-drones",
                                 {"value": 1, "source": "K2024", "kind": "reported"}),
        "a bare number": put(*FIGURE, 247029),
        "a value in words": put(*FIGURE, "value", "247,029"),
        "a null value": put(*FIGURE, "value", None),
        "no value": drop(*FIGURE, "value"),
        "no source": drop(*FIGURE, "source"),
        "a list of sources": put(*FIGURE, "source", ["K2024"]),
        "an estimate among figures": put(*FIGURE, "kind", "estimated"),
        "an unknown key of a figure": put(*FIGURE, "unit", "US$ million"),
        "an empty note": put(*FIGURE, "note", ""),
        "a first value without source": put(*FIGURE, "as_first_reported", {"value": 1}),
        "a source without document": drop("sources", "K2024", "document"),
        "a malformed accession number": put("sources", "K2024", "accession", "1018724-25-4"),
        "a malformed address": put("sources", "K2024", "url", "sec.gov"),
        "a malformed date": put("sources", "K2024", "date", "6 February 2025"),
        "a denied second hand": put("sources", "K2024", "secondary", False),
    },
    "beliefs": {
        "another format": put("format", "two-souls-reported"),
        "a later version": put("version", 2),
        "an unknown key": put("comment", "mine"),
        "no year": put("years", {}),
        "an unknown belief": put("years", "2024", "s1", {}),
        "no value": drop(*SHARE, "value"),
        "no low": drop(*SHARE, "low"),
        "no high": drop(*SHARE, "high"),
        "a value in words": put(*SHARE, "value", "69 %"),
        "a share above one": put(*SHARE, "value", 69),
        "a share of one": put(*SHARE, "high", 1),
        "nothing fulfilled": put("years", "2024", "phi0", "low", 0),
        "a server without life": put("years", "2024", "L0", "low", 0),
        "negative infrastructure": put("years", "2024", "K0", "low", -1),
        "an unknown kind": put(*SHARE, "kind", "guessed"),
        "an estimate without source": drop("years", "2024", "g1", "source"),
        "an assumption with a source": put("years", "2024", "k0", "source", ["K2024"]),
        "a single source": put("years", "2024", "g1", "source", "gmv_1p_2018"),
        "an empty list of sources": put("years", "2024", "g1", "source", []),
        "an unknown key of a belief": put(*SHARE, "unit", "%"),
        "an author without title": drop("sources", "gmv_1p_2018", "title"),
        "a source of neither sort": put("sources", "L2018", {"url": "https://example.org/"}),
    },
    "estimates": {
        "another format": put("format", "two-souls-beliefs"),
        "no estimate": put("estimates", {}),
        "no number": drop(*ESTIMATE, "central"),
        "a number in words": put(*ESTIMATE, "central", "13.94"),
        "no unit": drop(*ESTIMATE, "unit"),
        "no author": drop(*ESTIMATE, "author"),
        "no quotation": drop(*ESTIMATE, "quoted_fact"),
        "an unknown key": put(*ESTIMATE, "source", "K2024"),
    },
    "scenario": {
        "another format": put("format", "two-souls-reported"),
        "no format": drop("format"),
        "a later version": put("version", 2),
        "no version": drop("version"),
        "a title of numbers": put("title", 3),
        "no question": put("question", None),
        "authors": put("author", ["A", "B"]),
        "a list of notes": put("notes", []),
        "a model in numbers": put("model", 0.1),
        "a year in words": put("base_year", "2020"),
        "half a year": put("base_year", 2020.5),
        "a year before all": put("base_year", 2013),
        "no horizon": put("horizon", 0),
        "too far a horizon": put("horizon", 21),
        "no phase-in": put("phase_in", 0),
        "too long a phase-in": put("phase_in", 11),
        "an unknown rung": put("rung", "cheap"),
        "a rung too high": put("rung", 5),
        "an empty rung": put("rung", None),
        "a list of drivers": put("drivers", []),
        "a driver of no name": put("drivers", "", 1),
        "a driver in capitals": put("drivers", "AWS growth", 1),
        "a driver in words": put(*DRIVER, "12"),
        "a driver that is true": put(*DRIVER, True),
        "a list of bands": put("bands", []),
        "half a band": put(*BAND, [1]),
        "a band and a half": put(*BAND, [1, 2, 3]),
        "a band in words": put(*BAND, ["1", "2"]),
        "one chart": put("charts", "timeline"),
        "charts by number": put("charts", [1]),
        "a misspelt member": put("base-year", 2020),
    },
}


def load(path):
    with open(path, encoding="utf-8") as handle:
        return json.load(handle)


def store(path, data):
    with open(path, "w", encoding="utf-8") as handle:
        json.dump(data, handle)
    return path


def judge(program, schema, paths):
    """The verdict of the program by path: True, False, or None if it said nothing."""
    command = [program, "--output", "pretty"]
    for path in paths:
        command += ["-i", path]
    run = subprocess.run(command + [schema], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                         universal_newlines=True, check=False)
    said = {path: word == "SUCCESS"
            for word, path in re.findall(r"===\[(\w+)\]===\((.+?)\)===", run.stdout)}
    return {path: said.get(path) for path in paths}


def check(tap, program, root, name, folder):
    schema = os.path.join(root, "data", "schema", name + ".schema.json")
    patterns = SHIPPED.get(name, ("data/%s.json" % name,))
    files = [path for pattern in patterns for path in sorted(glob.glob(os.path.join(root, pattern)))]
    shipped = files[0]
    good = {"/data/%s/shipped: %s" % (name, os.path.basename(path)): path for path in files}
    for index, block in enumerate(examples(root, name)):
        path = os.path.join(folder, "%s-example-%d.json" % (name, index))
        good["/data/%s/example-%d" % (name, index)] = store(path, block)
    bad = {}
    for index, (damage, apply) in enumerate(DAMAGES[name].items()):
        data = copy.deepcopy(load(shipped))
        apply(data)
        path = os.path.join(folder, "%s-damaged-%d.json" % (name, index))
        bad["/data/%s/refuses: %s" % (name, damage)] = store(path, data)
    verdict = judge(program, schema, list(good.values()) + list(bad.values()))
    for wanted, cases in ((True, good), (False, bad)):
        for title, path in cases.items():
            tap.check(title, [] if verdict[path] is wanted
                      else "expected %s, the validator says %s" % (wanted, verdict[path]))


def main():
    program, root = sys.argv[1:]
    if not program:
        print("1..0 # SKIP no jsonschema (Debian: python3-jsonschema)")
        return
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            check(tap, program, root, name, folder)
    for name in ("reported", "beliefs", "scenario"):
        tap.check("/data/%s/handbook has an example" % name,
                  [] if examples(root, name) else "docs show none")
    tap.finish()


if __name__ == "__main__":
    main()
