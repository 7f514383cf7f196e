"""Figures for print."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from geodata.extras import extra
from geodata.figure.options import FORMATS, MOST_MAPS, Size

if TYPE_CHECKING:
    from geodata.figure.data import Panel, Subject
    from geodata.figure.drawing import draw
    from geodata.figure.file import AtlasFigure, render
    from geodata.figure.subject import plot

__all__ = [
    "FORMATS",
    "MOST_MAPS",
    "AtlasFigure",
    "Panel",
    "Size",
    "Subject",
    "draw",
    "plot",
    "render",
]

_MADE_IN = {
    "AtlasFigure": "file",
    "Panel": "data",
    "Subject": "data",
    "draw": "drawing",
    "plot": "subject",
    "render": "file",
}


def __getattr__(name: str) -> Any:
    """Load what draws when it is asked for: it needs matplotlib, without which the rest of the library works."""
    if name not in _MADE_IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with extra("figure", "Drawing a figure"):
        return getattr(import_module(f"{__name__}.{_MADE_IN[name]}"), name)
