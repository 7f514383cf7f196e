"""What a figure can be asked for; known without the library that draws it."""

from __future__ import annotations

from typing import Literal

Format = Literal["png", "svg", "pdf"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")
Size = Literal["column", "slide", "poster"]

MOST_MAPS = 12
"""Maps of one figure: more of them are too small to be read."""
