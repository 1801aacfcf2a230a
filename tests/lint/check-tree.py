#!/usr/bin/env python3
# Copyright 2026 The Two Souls authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the compiler does not check of the tree: layers that only look down, heads, sizes, one place per registry."""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
LIBC = r'(assert|errno|fcntl|float|libintl|limits|locale|langinfo|math|signal|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|time|unistd|sys/\w+)\.h'
GLIB = r'(glib|glib/g\w+|glib/gi18n|glib-unix|glib-object)\.h|glib/.*\.h'
GIO = r'(gio/.*|glib-object)\.h'
CAIRO = r'(cairo|cairo-\w+|pango/.*)\.h'
GTK = r'(gtk|gdk|gsk|adwaita|gdk-pixbuf)(/.*)?\.h'

# What a layer may include: layers of ours, then headers of others.
LAYERS = {
    'model': ((), (GLIB,)),
    'scenario': (('model',), (GLIB, GIO, r'json-glib/.*\.h')),
    'plot': ((), (GLIB, GIO, CAIRO, r'png\.h', r'gif_lib\.h')),
    'charts': (('model', 'plot'), (GLIB,)),
    'document': (('model', 'scenario'), (GLIB, GIO)),
    'handout': (('model', 'scenario', 'plot', 'charts'), (GLIB,)),
    'cli': (('model', 'scenario', 'plot', 'charts', 'handout'), (GLIB, GIO, CAIRO, r'json-glib/.*\.h')),
    'app': (('model', 'scenario', 'plot', 'charts', 'document', 'handout'), (GLIB, GIO, CAIRO, GTK, r'json-glib/.*\.h')),
}
MAX_FILE = 800
MAX_FUNCTION = 80
LONGER = ('_class_init',)
HEAD = 'SPDX-License-Identifier: GPL-3.0-or-later'
# Written in two halves, so that this file does not find itself.
UNFINISHED = re.compile('|'.join(a + b for a, b in (('TO', 'DO'), ('FIX', 'ME'), ('not imple', 'mented'))))

results = []


def report(name, faults):
    results.append((name, faults))


def sources(folder, *patterns):
    return sorted(p for pattern in patterns for p in (ROOT / folder).rglob(pattern))


def layer_of_headers():
    return {p.name: p.parent.name for p in sources('src', '*.h')}


def allowed(include, quoted, layer, owners):
    layers, patterns = LAYERS[layer]
    if quoted:
        owner = owners.get(include)
        return include == 'souls-config.h' or owner == layer or owner in layers
    return any(re.fullmatch(p, include) for p in patterns + (LIBC,))


def check_includes():
    owners = layer_of_headers()
    for layer in LAYERS:
        faults = []
        for path in sources(f'src/{layer}', '*.c', '*.h'):
            for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
                match = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
                if match and not allowed(match[2], match[1] == '"', layer, owners):
                    faults.append(f'{path.relative_to(ROOT)}:{number}: {layer} may not include {match[2]}')
        report(f'/lint/layers/{layer}', faults)


def check_heads():
    faults = []
    for path in sources('src', '*.c', '*.h') + sources('tests', '*.c', '*.h', '*.py'):
        if HEAD not in '\n'.join(path.read_text(encoding='utf-8').splitlines()[:4]):
            faults.append(f'{path.relative_to(ROOT)}: no licence line in its head')
    report('/lint/heads', faults)


def functions(lines):
    """(name, first line, length) of each function: a brace in column one after a line that ends in a parenthesis."""
    start = None
    for number, line in enumerate(lines, 1):
        if line.startswith('{') and number > 1 and lines[number - 2].rstrip().endswith(')'):
            start = number
        elif line.startswith('}') and start:
            head = next((l for l in reversed(lines[:start - 1]) if re.match(r'\w+ ?\(', l)), '?')
            yield head.split('(')[0].strip(), start, number - start
            start = None


def check_sizes():
    files, long_functions = [], []
    for path in sources('src', '*.c'):
        lines = path.read_text(encoding='utf-8').splitlines()
        if len(lines) > MAX_FILE:
            files.append(f'{path.relative_to(ROOT)}: {len(lines)} lines, at most {MAX_FILE}')
        for name, start, length in functions(lines):
            if length > MAX_FUNCTION and not name.endswith(LONGER):
                long_functions.append(f'{path.relative_to(ROOT)}:{start}: {name} has {length} lines, at most {MAX_FUNCTION}')
    report('/lint/sizes/files', files)
    report('/lint/sizes/functions', long_functions)


def check_translation_marks():
    """_() only in app and cli; tables below mark with N_()."""
    faults = []
    for layer in ('model', 'scenario', 'plot', 'charts', 'document', 'handout'):
        for path in sources(f'src/{layer}', '*.c', '*.h'):
            for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
                if re.search(r'(?<![\w])_\s?\("', line):
                    faults.append(f'{path.relative_to(ROOT)}:{number}: _() below app and cli')
    report('/lint/translation', faults)


def check_finished():
    faults = []
    for folder in ('src', 'ui', 'data', 'build-aux', 'tests'):
        for path in sources(folder, '*'):
            if not path.is_file() or path.suffix in ('.png', '.mo') or '__pycache__' in path.parts:
                continue
            for number, line in enumerate(path.read_text(encoding='utf-8', errors='replace').splitlines(), 1):
                if UNFINISHED.search(line):
                    faults.append(f'{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}')
    report('/lint/finished', faults)


def check_translated_files():
    """Every file with a marked text is on the list that the template is made of, and every file on it exists."""
    listed = {l.strip() for l in (ROOT / 'po/POTFILES').read_text(encoding='utf-8').splitlines()
              if l.strip() and not l.startswith('#')}
    faults = [f'po/POTFILES: {name} does not exist' for name in sorted(listed) if not (ROOT / name).is_file()]
    marked = re.compile(r'(?<!\w)(N_|_|C_|NC_|ngettext|g_dngettext)\s?\(\s*"|translatable="yes"')
    for path in sources('src', '*.c', '*.h') + sources('ui', '*.ui'):
        name = str(path.relative_to(ROOT))
        if name not in listed and marked.search(path.read_text(encoding='utf-8')):
            faults.append(f'po/POTFILES: {name} has marked texts but is not listed')
    report('/lint/potfiles', faults)


def check_symbolic_icons():
    """GTK puts the text's colour in place of fills; a stroke comes out in another."""
    faults = [f'{path.relative_to(ROOT)}: has a stroke; draw its outline as a filled path'
              for folder in ('ui/icons', 'data/icons') for path in sources(folder, '*-symbolic.svg')
              if re.search(r'stroke="(?!none)', path.read_text(encoding='utf-8'))]
    report('/lint/symbolic-icons', faults)


def main():
    check_includes()
    check_heads()
    check_sizes()
    check_translation_marks()
    check_finished()
    check_translated_files()
    check_symbolic_icons()
    print(f'1..{len(results)}')
    for number, (name, faults) in enumerate(results, 1):
        print(f'{"not ok" if faults else "ok"} {number} {name}')
        for fault in faults:
            print(f'# {fault}')
    return any(faults for _, faults in results)


if __name__ == '__main__':
    sys.exit(main())
