"""A record as people read it: a page, text, tables, a calendar, a terminal, a notebook.

Each function takes one record and returns what is shown; nothing is written and nothing is asked of the network.
"""

from onrecord.show.calendar import show_calendar
from onrecord.show.html import show_html
from onrecord.show.markdown import show_markdown
from onrecord.show.notebook import show_notebook
from onrecord.show.tables import show_tables
from onrecord.show.terminal import Section, show_terminal

__all__ = ["Section", "show_calendar", "show_html", "show_markdown", "show_notebook", "show_tables", "show_terminal"]
