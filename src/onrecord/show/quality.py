"""How well each layer is read, as it was measured; the page says so beside how it was made."""

import tomllib
from dataclasses import dataclass

from onrecord.show.templating import part

ON_WHAT = "Measured on development data (n: what is marked there); expect somewhat less on other texts."


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: of what layer, which measure (0-1), and on how many marked items of which texts."""

    layer: str
    measure: str
    value: float
    n: int
    data: str


def list_figures() -> tuple[Figure, ...]:
    """List the measured figures, in the order of the layers."""
    return tuple(Figure(**row) for row in tomllib.loads(part("quality.toml"))["figures"])
