# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The examples in the handbook, which people will copy."""

import json
import os
import re


def examples(root, name):
    blocks = []
    for page in ("data-files.md", "scenario-files.md"):
        with open(os.path.join(root, "docs", page), encoding="utf-8") as handle:
            blocks += re.findall(r"```json\n(.*?)```", handle.read(), re.S)
    return [block for block in map(json.loads, blocks) if block["format"] == "two-souls-" + name]
