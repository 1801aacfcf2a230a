# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Results of a test script in the Test Anything Protocol."""

import sys


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, problems):
        """One test: passed if there are no problems, which are printed otherwise."""
        problems = [problems] if isinstance(problems, str) else list(problems)
        self.count += 1
        self.failed += bool(problems)
        print("%s %d - %s" % ("not ok" if problems else "ok", self.count, name))
        for problem in problems:
            print("# " + problem.replace("\n", "\n# "))

    def finish(self):
        print("1..%d" % self.count)
        sys.exit(1 if self.failed or not self.count else 0)
