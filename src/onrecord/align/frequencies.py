"""How common a word is in English, from the order of BERT's vocabulary, which is that of frequency.

Zipf's scale is the base-10 logarithm of occurrences in a thousand million words: 7.7 for the commonest word,
3 for one in a million (van Heuven et al. 2014). The rank gives it to within about a third of a unit.
"""

import math
import unicodedata
from functools import cache

from onrecord.align.wordpiece import vocabulary

COMMONEST = 7.7
FIRST_WORD = "the"
UNKNOWN = 2.5
"""A word that the vocabulary holds only in pieces."""


@cache
def zipf(word: str) -> float:
    """Return how common a lower-case word is, on Zipf's scale."""
    known = vocabulary()
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    rank = known.get(plain, 0) - known[FIRST_WORD] + 1
    return COMMONEST - math.log10(rank) if rank > 0 else UNKNOWN
