"""Corrections: what a person has said about a record, applied each time it is built.

They stand between aligning and comparing: claims, speakers and dates are corrected in what `align` found, so that
differences and accounts are drawn from what is right; findings that are wrong are taken out of what `compare` found.
"""

from onrecord.corrections.apply import Corrector
from onrecord.corrections.toml import read_corrections

__all__ = ["Corrector", "read_corrections"]
