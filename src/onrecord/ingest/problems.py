"""Why a source was not read, or not as it was meant: one code a reason, and each message says what to do.

```text
OR210 MISSING           no file or folder of this name
OR211 DENIED            the system does not let it be read
OR212 EMPTY             no words in it, or no three in a row
OR213 TOO_LARGE         more than a report can hold
OR214 BINARY            an image, an archive, a program: no text
OR215 ENCODING          neither UTF-8, UTF-16 nor Windows-1252, or half a character
OR216 NO_REPORTS        a folder or a list that holds no report
OR217 OTHER_KINDS       files of a folder that were passed over
OR218 LOOP              a folder or a list that contains itself
OR219 NO_ARTICLE        a web page without an article
OR220 BROKEN_ROW        rows of a table that cannot be read
OR221 NO_TEXT           rows that have neither a text nor the name of a file
OR222 ROW_WITHOUT_FILE  a row that describes a file that is not there
OR223 TWO_ANSWERS       a row and a file, or two rows, that do not fit together
OR224 BAD_DATE          a date given in no form that is understood
OR225 BAD_KIND          a kind given that is neither report nor document
OR226 RECORD            an onrecord record, not a report
OR227 LANGUAGE          a text that is not English
OR228 NEEDS_EXTRA       a file that an extra of onrecord reads
OR229 NO_TEXT_LAYER     a PDF of pictures
OR230 ADDRESS           an address that is not fetched
OR231 WEB_ANSWER        a server that answers, but not with the page
OR232 WEB_TIME          a server that is too slow
OR233 WEB_UNREACHABLE   a server that does not answer
OR234 WEB_REDIRECT      an address that leads in circles, or away from the web
OR235 WEB_KIND          an address that is neither text nor a web page
OR236 LIST              a list of addresses where a report was expected
OR237 BAD_URL           an address given that is not one of the web
OR238 LOCKED            a file that asks for a password
```
"""

from typing import Final

from onrecord.model.marks import Problem

MISSING: Final = "OR210"
DENIED: Final = "OR211"
EMPTY: Final = "OR212"
TOO_LARGE: Final = "OR213"
BINARY: Final = "OR214"
ENCODING: Final = "OR215"
NO_REPORTS: Final = "OR216"
OTHER_KINDS: Final = "OR217"
LOOP: Final = "OR218"
NO_ARTICLE: Final = "OR219"
BROKEN_ROW: Final = "OR220"
NO_TEXT: Final = "OR221"
ROW_WITHOUT_FILE: Final = "OR222"
TWO_ANSWERS: Final = "OR223"
BAD_DATE: Final = "OR224"
BAD_KIND: Final = "OR225"
RECORD: Final = "OR226"
LANGUAGE: Final = "OR227"
NEEDS_EXTRA: Final = "OR228"
NO_TEXT_LAYER: Final = "OR229"
ADDRESS: Final = "OR230"
WEB_ANSWER: Final = "OR231"
WEB_TIME: Final = "OR232"
WEB_UNREACHABLE: Final = "OR233"
WEB_REDIRECT: Final = "OR234"
WEB_KIND: Final = "OR235"
LIST: Final = "OR236"
BAD_URL: Final = "OR237"
LOCKED: Final = "OR238"


BROKEN: Final = (OSError, LookupError, TypeError, ValueError, AttributeError, RecursionError)
"""What libraries raise on files that are not as their format asks."""


class UnreadError(Exception):
    """Something could not be read; never leaves this package, but becomes a `Problem` with the name of what it was."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code = code
        self.why = why

    def problem(self, name: str) -> Problem:
        """Return the problem, which names what could not be read."""
        return unread(self.code, name, self.why)


def unread(code: str, name: str, why: str) -> Problem:
    """Return the problem that something of this name has."""
    return Problem(code, f"{printable(name) or '(nothing)'}: {why}")


def printable(name: str) -> str:
    """Return a name as it can stand on a line: file names may hold line ends, and bytes that are no text."""
    return name.encode("utf-8", "backslashreplace").decode().replace("\n", "\\n").replace("\r", "\\r")


def listed(names: list[str], *, at_most: int = 5) -> str:
    """Write a list out, and count what is over.

    >>> listed(["a", "b", "c"], at_most=2)
    'a, b and 1 more'
    """
    more = len(names) - at_most
    shown = ", ".join(printable(name) for name in names[:at_most])
    return f"{shown} and {more} more" if more > 0 else shown
