# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lessons and argument cards keep to their schemas, which refuse damaged copies; translators are given their texts; and no
text states a number of its own.

Usage: check-lessons.py XMLLINT XGETTEXT SOURCE-ROOT

The judge of the form is xmllint, which shares no code with the project. What xgettext extracts has to be, to the letter,
what the program looks up: a text with each run of white space as one space.
"""

import glob
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from tap import Tap

# What is translated; an author's name is not.
TEXTS = ("title", "summary", "p", "question", "option", "claim", "who")

LESSON_DAMAGES = (
    ("another root", "<lesson ", "<lessons "), ("a later version", 'version="1"', 'version="2"'),
    ("no minutes", ' minutes="12"', ""), ("no title", "<title>Every part</title>", ""),
    ("an empty title", "<title>Every part</title>", "<title> </title>"),
    ("the summary first", "<title>Every part</title>", "<summary>x</summary><title>Every part</title>"),
    ("a step without an id", ' id="first"', ""), ("an id in capitals", 'id="first"', 'id="First"'),
    ("no paragraph", "<p>Which is larger?</p>", ""), ("an unknown element", "<notes>", "<note/><notes>"),
    ("an unknown attribute", "<notes>", '<notes lang="en">'), ("a horizon too long", 'horizon="7"', 'horizon="21"'),
    ("an unknown rung", 'rung="stranded"', 'rung="strand"'), ("a decimal comma", 'value="12.5"', 'value="12,5"'),
    ("no number", 'low="-30000"', 'low="NaN"'), ("charts without a left one", 'left="timeline/fan" ', ""),
    ("one option", '<option when="sales-aws 2025 >= sales-online 2025">AWS</option>\n      <option>Nobody knows</option>', ""),
    ("two questions", "</slider>\n    <free", '</slider><slider driver="ad-rate"><question>Q?</question></slider>\n    <free'),
    ("an empty reveal", '<charts left="tornado" right="lines"/>', ""),
    ("hidden at the reveal", '<charts left="tornado"', '<charts hide="yes" left="tornado"'),
)
CARD_DAMAGES = (
    ("no claim", "<claim>Another.</claim>", ""), ("no author", "<who>Nobody</who>", ""),
    ("no state", "<state/>", ""), ("no condition", ' when="without-aws 2025 > 0"', ""), ("no paragraph", "<p>So.</p>", ""),
)


def judge(xmllint, schema, paths):
    """Whether xmllint finds each file valid, by path, and what it says."""
    result = subprocess.run([xmllint, "--noout", "--nonet", "--relaxng", schema] + paths,
                            capture_output=True, text=True, check=False)
    return {path: path + " validates" in result.stderr.splitlines() for path in paths}, result.stderr


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def check_files(tap, xmllint, schema, paths):
    good, said = judge(xmllint, schema, paths)
    for path in paths:
        tap.check("%s keeps to %s" % (os.path.basename(path), os.path.basename(schema)), [] if good[path] else said)


def check_damages(tap, xmllint, schema, sample, damages):
    text = read(sample)
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name, old, new in damages:
            if old not in text:
                sys.exit("%s: there is no %s" % (sample, old))
            path = os.path.join(folder, name.replace(" ", "-"))
            with open(path, "w", encoding="utf-8") as file:
                file.write(text.replace(old, new, 1))
            paths[name] = path
        good, _ = judge(xmllint, schema, list(paths.values()))
        for name, path in paths.items():
            tap.check("%s refuses %s" % (os.path.basename(schema), name), "it was let pass" if good[path] else [])


def texts_of(path):
    """As the program has them."""
    for element in ElementTree.parse(path).iter():
        if element.tag in TEXTS:
            yield re.sub("[ \t\r\n]+", " ", element.text or "").strip(" ")


def extract(xgettext, root, path):
    """The message ids that a translator is given of a file."""
    result = subprocess.run([xgettext, "--from-code=UTF-8", "--no-wrap", "--output=-", path], capture_output=True, text=True,
                            check=True, env=dict(os.environ, GETTEXTDATADIRS=os.path.join(root, "data")))
    ids = set()
    for entry in result.stdout.split("\n\n")[1:]:
        body = entry[entry.index("msgid "):entry.index("msgstr ")]
        ids.add("".join(re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), line)
                        for line in re.findall('"(.*)"', body)))
    return ids


def check_texts(tap, xgettext, root, paths):
    for path in paths:
        texts, ids = set(texts_of(path)), extract(xgettext, root, path)
        problems = ["not extracted: " + text for text in sorted(texts - ids)]
        problems += ["extracted, but never looked up: " + text for text in sorted(ids - texts)]
        tap.check("translators are given the texts of %s" % os.path.basename(path), problems)


def check_numbers(tap, paths):
    for path in paths:
        problems = []
        for text in texts_of(path):
            bare = re.sub(r"\b(19|20)\d\d\b", "", re.sub(r"\{[^}]*\}", "", text))
            if re.search(r"\d", bare):
                problems.append("a number that is none of the figures’: " + text)
        tap.check("%s states no number of its own" % os.path.basename(path), problems)


def check_handbook(tap, xmllint, schemas, root):
    """The examples of the handbook, by their outermost element."""
    found = re.findall("```xml\n(.*?)```", read(os.path.join(root, "docs", "lesson-files.md")), re.DOTALL)
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(found):
            path = os.path.join(folder, "example-%d" % number)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            kind = "arguments" if "<arguments" in text else "lesson"
            check_files(tap, xmllint, os.path.join(schemas, kind + ".rng"), [path])
    tap.check("the handbook has an example of each", [] if len(found) == 2 else "%d examples" % len(found))


def main():
    xmllint, xgettext, root = sys.argv[1:]
    if not xmllint or not xgettext:
        print("1..0 # SKIP no %s" % ("xmllint (Debian: libxml2-utils)" if not xmllint else "xgettext (Debian: gettext)"))
        return
    tap = Tap()
    schemas = os.path.join(root, "data", "schema")
    samples = os.path.join(root, "tests", "fuzz", "lessons")
    lesson, cards = os.path.join(samples, "every-part.souls-lesson"), os.path.join(samples, "cards.xml")
    lessons = sorted(glob.glob(os.path.join(root, "data", "lessons", "*.souls-lesson")))
    own_cards = [os.path.join(root, "data", "arguments.xml")]
    tap.check("there are lessons", [] if lessons else "none in data/lessons")
    check_files(tap, xmllint, os.path.join(schemas, "lesson.rng"), [lesson] + lessons)
    check_files(tap, xmllint, os.path.join(schemas, "arguments.rng"), [cards] + own_cards)
    check_damages(tap, xmllint, os.path.join(schemas, "lesson.rng"), lesson, LESSON_DAMAGES)
    check_damages(tap, xmllint, os.path.join(schemas, "arguments.rng"), cards, CARD_DAMAGES)
    check_texts(tap, xgettext, root, lessons + own_cards)
    check_numbers(tap, lessons + own_cards)
    check_handbook(tap, xmllint, schemas, root)
    tap.finish()


main()
