"""onrecord: many reports of one event in, one sourced record out."""

__version__ = "0.1.0"
