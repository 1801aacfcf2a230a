# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The examples in docs/data-files.md, which people will copy."""

import json
import os
import re


def examples(root, name):
    with open(os.path.join(root, "docs", "data-files.md"), encoding="utf-8") as handle:
        blocks = re.findall(r"```json\n(.*?)```", handle.read(), re.S)
    return [block for block in map(json.loads, blocks) if block["format"] == "two-souls-" + name]
