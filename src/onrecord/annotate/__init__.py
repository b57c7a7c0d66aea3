"""What one report shows by itself, blind to all others; nearly all CPU time goes here, into the parser.

The order is the way of the data: layout, quotes, parse, then what is read off the parse. Each finder is a
pure function of what the ones before it found.
"""

import msgspec

from onrecord.annotate.amounts import find_amounts
from onrecord.annotate.assertions import find_assertions
from onrecord.annotate.body import find_layout
from onrecord.annotate.mentions import find_entities
from onrecord.annotate.nlp import Nlp
from onrecord.annotate.occasions import with_times
from onrecord.annotate.quotes import find_quotes, link_quotes
from onrecord.annotate.statements import find_statements
from onrecord.annotate.times import read_times
from onrecord.model.marks import Annotations
from onrecord.model.report import Report


def annotate(report: Report, *, nlp: Nlp) -> Annotations:
    """Find what one report shows by itself.

    Args:
        report: A report as ingest read it.
        nlp: The parser.

    Returns:
        The report with its body, quotes and asides; entities, times, amounts, statements and assertions
        in text order; and what could not be read, as problems.
    """
    layout = find_layout(report)
    marks, problems = find_quotes(report, layout)
    parse = nlp.parse(report.text, layout.stretches)
    entities = find_entities(report, parse, marks)
    laid_out = msgspec.structs.replace(report, body=layout.body, asides=layout.asides)
    times, relatives, tenses = read_times(laid_out, parse)
    amounts = find_amounts(report, parse, times)
    statements = with_times(find_statements(report, parse, marks, entities), times, parse)
    read = msgspec.structs.replace(laid_out, quotes=link_quotes(marks, statements))
    notes = Annotations(read, parse, entities, times, amounts, statements, (), problems, relatives, tenses)
    return msgspec.structs.replace(notes, assertions=find_assertions(notes))
