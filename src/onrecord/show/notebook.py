"""The matrix in a notebook: a table that follows the notebook's own colors."""

from onrecord.model.record import Record
from onrecord.show.columns import columns_of
from onrecord.show.lookup import look_up
from onrecord.show.marks import CELL_MARKS
from onrecord.show.matrix import lay_matrix
from onrecord.show.templating import template
from onrecord.show.wording import one_line


def show_notebook(record: Record) -> str:
    """Return the matrix as an HTML fragment without script, for ``_repr_html_``."""
    lookup = look_up(record)
    matrix = lay_matrix(lookup, columns_of(lookup))
    title = one_line(record.story.title)
    return template("notebook.html.j2").render(title=title, matrix=matrix, cell_marks=CELL_MARKS)
