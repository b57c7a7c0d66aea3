"""What changes between two states of a story: what reports bring to a record, and how two records differ.

Claims and findings of two records are matched by the words they stand on, never by their ids.
"""

from onrecord.changes.arrivals import find_arrival
from onrecord.changes.records import compare_records

__all__ = ["compare_records", "find_arrival"]
