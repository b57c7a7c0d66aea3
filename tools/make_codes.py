"""Write docs/codes.md: every code of an error or a problem, from the module docstring that defines it.

usage: make_codes.py

A code is defined by a line ``OR123  meaning`` (or ``Name  OR123  meaning``) in the docstring of one module.
"""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "codes.md"
DEFINED = re.compile(r"^[\s│├└─]*(?:[A-Z]\w+ +)?(?P<code>OR\d{3})\s+(?P<rest>.+?)\s*$", re.MULTILINE)
CONSTANT = re.compile(r"^[A-Z][A-Z_]+\s\s+")
BUILTIN = re.compile(r"\s*\((?:ValueError|LookupError)\)$")
ROOMS = {"1": "Records", "2": "Sources", "3": "Reading a report", "4": "Reading a story", "9": "Our fault"}
HEAD = """# Codes

Every message of onrecord ends in a code.
Errors end a command; problems are kept in the record, and the rest goes on.
This page is made by `tools/make_codes.py`.
"""


def defined_codes() -> list[tuple[str, str, str]]:
    """Return (code, meaning, module), in the order of the codes."""
    found = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        for match in DEFINED.finditer(docstring):
            meaning = BUILTIN.sub("", CONSTANT.sub("", match["rest"])).strip()
            found.append((match["code"], meaning, path.relative_to(ROOT / "src" / "onrecord").as_posix()))
    return sorted(found)


def page() -> str:
    """Return the page."""
    lines, room = [HEAD], ""
    for code, meaning, module in defined_codes():
        if code[2] != room:
            room = code[2]
            lines.append(f"## {ROOMS.get(room, 'Comparing and showing')}\n\n| code | meaning | from |\n|---|---|---|")
        lines.append(f"| {code} | {meaning} | `{module}` |")
    return re.sub(r"\n(## )", r"\n\n\1", "\n".join(lines)) + "\n"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
    sys.exit(0)
