"""The page of a story that was really built."""

import re

import pytest

from onrecord.show import show_html

pytestmark = pytest.mark.model
LARGEST = 600 * 1024
"""Bytes of the page of a story of five reports."""


def test_every_page_is_small_enough_to_mail(records):
    """The page of a story of up to five reports stays under 600 KiB."""
    sizes = {name: len(show_html(record).encode()) for name, record in records.items()}
    assert max(sizes.values()) <= LARGEST, sizes


def test_every_link_of_a_built_page_leads_somewhere(records):
    """Every anchor that a built page names stands on it, once."""
    for record in records.values():
        page = show_html(record).partition("<script>")[0]
        ids = re.findall(r'(?<= id=")[^"]+', page)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
