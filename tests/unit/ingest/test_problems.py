"""Each code of ingest is one, and told."""

import re

from onrecord.ingest import problems

CODES = {name: value for name, value in vars(problems).items() if name.isupper() and isinstance(value, str)}


def test_each_code_has_its_line_in_the_table():
    """The module's table names every code, and no other."""
    table = dict(re.findall(r"^(OR2\d\d) (\w+) ", problems.__doc__, re.MULTILINE))
    assert table == {code: name for name, code in CODES.items()}


def test_a_problem_is_one_line_whatever_the_name():
    """A file's name may hold a line end, or bytes that are no text."""
    message = problems.unread(problems.EMPTY, "a\nb\udcff", "is empty").message
    assert message == "a\\nb\\udcff: is empty"
    message.encode()
