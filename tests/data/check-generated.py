# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The data files are what build-aux/make-data makes of data/sources, and it refuses wrong input.

Usage: check-generated.py SOURCE-ROOT
"""

import csv
import os
import shutil
import subprocess
import sys
import tempfile

from tap import Tap

FILES = ("reported.json", "beliefs.json", "estimates.json")

ANNUAL = "amazon-annual.csv"
BELIEFS = "beliefs.csv"

# Name, file, key columns of the row, column to change, new value, words that the refusal must have.
REFUSALS = (
    ("a group of sales", ANNUAL, ("2017", "net_sales_by_group", "Subscription services"),
     "value", "9722", ("fiscal 2017: net sales by groups", "177867", "177866", "difference 1")),
    ("the total of the groups", ANNUAL, ("2017", "net_sales_by_group", "Consolidated"),
     "value", "177865", ("fiscal 2017: net sales by groups, as totalled there", "difference 1")),
    ("sales of a segment", ANNUAL, ("2020", "segment_net_sales", "International"),
     "value", "104422", ("fiscal 2020: net sales by segments", "difference 10")),
    ("AWS in two tables", ANNUAL, ("2016", "net_sales_by_group", "AWS"),
     "value", "12220", ("fiscal 2016: AWS among the groups", "12220", "12219", "difference 1")),
    ("income of a segment", ANNUAL, ("2022", "segment_operating_income", "North America"),
     "value", "2847", ("fiscal 2022: segment operating income", "difference 5694")),
    ("income before pay in shares", ANNUAL, ("2013", "segment_operating_income_before_sbc", "AWS"),
     "value", "672", ("fiscal 2013: segment operating income before sbc", "difference -1")),
    ("a function", ANNUAL, ("2019", "operating_expense_by_function", "Fulfillment"),
     "value", "40223", ("fiscal 2019: operating expenses by function", "difference -9")),
    ("consolidated income", ANNUAL, ("2013", "segment_operating_income", "Consolidated"),
     "value", "754", ("fiscal 2013: net sales less operating expenses", "difference -9")),
    ("operating cash flow", ANNUAL, ("2024", "operating_cash_flow", ""),
     "value", "115878", ("fiscal 2024: free cash flow", "difference 1")),
    ("purchases of property", ANNUAL, ("2025", "purchases_of_property_and_equipment", ""),
     "value", "131891", ("fiscal 2025: free cash flow", "difference -72")),
    ("other as first reported", ANNUAL, ("2019", "other_including_advertising", "Other"),
     "value", "14086", ("fiscal 2019: advertising and other", "difference -1")),
    ("free cash flow as first reported", ANNUAL, ("2015", "operating_cash_flow_first_reported", ""),
     "value", "11921", ("fiscal 2015: free cash flow as first reported", "7332", "7,331")),
    ("additions to property", ANNUAL, ("2021", "property_additions_by_segment", "Corporate"),
     "value", "2623", ("fiscal 2021: property additions by segment", "difference 1")),
    ("net property", ANNUAL, ("2018", "property_net_by_segment", "AWS"),
     "value", "18850", ("fiscal 2018: property net by segment", "difference -1")),
    ("depreciation", ANNUAL, ("2025", "depreciation_by_segment", "AWS"),
     "value", "21405", ("fiscal 2025: depreciation by segment", "difference -45")),
    ("pre-tax income", ANNUAL, ("2023", "income_before_income_taxes", ""),
     "value", "37575", ("fiscal 2023: operating and non-operating income", "difference -18")),
    ("income tax", ANNUAL, ("2022", "provision_for_income_taxes", ""),
     "value", "3217", ("fiscal 2022: income after tax", "difference -6434")),
    ("a word for a number", ANNUAL, ("2018", "inventories", ""),
     "value", "n/a", ("fiscal 2018, inventories", "expected a number", "n/a")),
    ("another unit", ANNUAL, ("2018", "inventories", ""),
     "unit", "USD billions", ("fiscal 2018, inventories", "expected USD millions")),
    ("an unknown source", ANNUAL, ("2018", "inventories", ""),
     "source_id", "K1999", ("expected a source of sources.csv", "K1999")),
    ("a row without source", ANNUAL, ("2018", "inventories", ""),
     "source_id", "", ("expected a source of sources.csv",)),
    ("a missing row", ANNUAL, ("2018", "net_income", ""),
     "metric", "net_loss", ("fiscal 2018", "no row net_income")),
    ("a doubled row", ANNUAL, ("2018", "inventories", ""),
     "metric", "accounts_payable", ("2018, accounts_payable", "twice")),
    ("a belief outside its bounds", BELIEFS, ("2020", "s0"),
     "value", "0.7", ("fiscal 2020, s0", "low ≤ value ≤ high", "0.7")),
    ("an assumption with a source", BELIEFS, ("2020", "k0"),
     "source_id", "K2020", ("fiscal 2020, k0", "assumed")),
    ("an estimate without source", BELIEFS, ("2020", "g1"),
     "source_id", "", ("fiscal 2020, g1", "estimated")),
    ("an unknown source of a belief", BELIEFS, ("2020", "g1"),
     "source_id", "gmv_1p_1999", ("neither in sources.csv nor in estimates.csv", "gmv_1p_1999")),
    ("an unknown belief", BELIEFS, ("2020", "g1"),
     "symbol", "g2", ("unknown symbol g2",)),
)


def change(folder, name, key, column, value):
    """Change one cell, and make sure that there was one to change."""
    path = os.path.join(folder, name)
    with open(path, newline="", encoding="utf-8") as handle:
        reader = csv.DictReader(handle)
        rows, columns = list(reader), reader.fieldnames
    hits = [row for row in rows if tuple(row[name] for name in columns[:len(key)]) == key]
    assert len(hits) == 1 and hits[0][column] != value, (name, key, column)
    hits[0][column] = value
    with open(path, "w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def make(root, source, output):
    script = os.path.join(root, "build-aux", "make-data")
    environment = dict(os.environ, PYTHONIOENCODING="utf-8")
    return subprocess.run([sys.executable, script, source, output], stderr=subprocess.PIPE,
                          encoding="utf-8", env=environment, check=False)


def check_same(tap, root, source):
    with tempfile.TemporaryDirectory() as output:
        run = make(root, source, output)
        tap.check("/data/make/accepts the sources", run.stderr.splitlines())
        for name in FILES:
            paths = [os.path.join(folder, name) for folder in (output, os.path.join(root, "data"))]
            texts = []
            for path in paths:
                with open(path, "rb") as handle:
                    texts.append(handle.read().splitlines())
            differing = [line.decode()[:120] for line in texts[0] if line not in texts[1]]
            tap.check("/data/make/%s is up to date" % name,
                      differing[:5] or ([] if texts[0] == texts[1] else "lines left over or moved"))


def check_refusal(tap, root, source, case):
    title, name, key, column, value, words = case
    with tempfile.TemporaryDirectory() as folder:
        damaged, output = os.path.join(folder, "sources"), os.path.join(folder, "output")
        shutil.copytree(source, damaged)
        os.mkdir(output)
        change(damaged, name, key, column, value)
        run = make(root, damaged, output)
        problems = ["expected “%s” in: %s" % (word, run.stderr)
                    for word in words if word not in run.stderr]
        if run.returncode != 1:
            problems.append("expected exit status 1, found %d" % run.returncode)
        if os.listdir(output):
            problems.append("wrote %s all the same" % ", ".join(os.listdir(output)))
        tap.check("/data/make/refuses: " + title, problems)


def main():
    root = sys.argv[1]
    source = os.path.join(root, "data", "sources")
    tap = Tap()
    check_same(tap, root, source)
    for case in REFUSALS:
        check_refusal(tap, root, source, case)
    tap.finish()


if __name__ == "__main__":
    main()
