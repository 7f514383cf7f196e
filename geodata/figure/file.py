"""The figure as a file: PNG, SVG or PDF, the same bytes each time, with a text for those who can't see it."""

from __future__ import annotations

import io
import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Any
from xml.sax.saxutils import escape

import matplotlib as mpl
import pyproj
from matplotlib.figure import Figure

from geodata.dates import DEFAULT_LANGUAGE
from geodata.figure.options import FORMATS

DPI = 300
SCREEN_DPI = 72
MOST_SCREEN_DPI = 220
SCREEN_WIDTH = 1100
"""Pixels of a figure in a notebook, where its letters can be read so."""

SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "control-atlas",
    "svg.id": None,
    "pdf.fonttype": 42,
    "pdf.compression": 6,
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans", "Verdana", "sans-serif"],
    "text.usetex": False,
    "text.hinting": "none",  # letters as wide on the screen as in print
    "path.simplify": False,
    "axes.unicode_minus": True,
}
"""Text stays text, names inside files are the same each time."""

UNSET = ("backend", "backend_fallback", "interactive", "toolbar", "timezone")


class AtlasFigure(Figure):
    """A matplotlib figure that knows what it shows, and is saved with the same bytes each time.

    Axes of maps come first in ``axes``, in order, with coordinates in metres of the projection ``crs``: own data are
    drawn over a map with ``own.to_crs(figure.crs).plot(ax=figure.axes[0], aspect=None, zorder=8)``.

    Attributes
    ----------
    title : str
    alt_text : str
        What the figure shows in words, written into every file.
    language : str
        Of all its words.
    crs : pyproj.CRS
        Equal-area projection of the maps.
    """

    title: str = ""
    alt_text: str = ""
    language: str = DEFAULT_LANGUAGE
    crs: pyproj.CRS

    def savefig(self, fname: str | os.PathLike[str] | IO[Any], **options: Any) -> None:
        """Save the figure; as `matplotlib.figure.Figure.savefig`, with settings that make the bytes repeatable.

        Parameters
        ----------
        fname : str, path-like or file-like
            Where to. PNG, SVG or PDF, by the ending or by ``format``.
        **options
            As in matplotlib; ``dpi`` is 300 if left out.
        """
        given = options.pop("format", None)
        ending = given or (Path(os.fspath(fname)).suffix[1:] if isinstance(fname, str | os.PathLike) else "png")
        if ending.lower() not in FORMATS:
            with settings():
                super().savefig(fname, format=ending, **{"dpi": DPI, **options})
            return
        content = render(self, ending.lower(), **options)
        if isinstance(fname, str | os.PathLike):
            Path(fname).write_bytes(content)
        else:
            fname.write(content)

    def _repr_png_(self) -> tuple[bytes, dict[str, str]]:
        """For notebooks: the picture, with its text for those who can't see it."""
        dpi = min(max(SCREEN_WIDTH / self.get_figwidth(), SCREEN_DPI), MOST_SCREEN_DPI)
        return render(self, "png", dpi=round(dpi)), {"alt": self.alt_text}


def settings() -> AbstractContextManager[None]:
    """Settings of matplotlib as they come, whatever the user's own are, and ours on top, for a while."""
    wanted: Any = {key: value for key, value in mpl.rcParamsDefault.items() if key not in UNSET} | SETTINGS
    return mpl.rc_context(wanted)


def render(figure: AtlasFigure, file_format: str, **options: Any) -> bytes:
    """Write a figure as a file in memory.

    Parameters
    ----------
    figure : AtlasFigure
    file_format : {"png", "svg", "pdf"}
    **options
        As of `matplotlib.figure.Figure.savefig`.

    Returns
    -------
    bytes
        The same for the same figure: no date, no random names.
    """
    metadata: dict[str, dict[str, Any]] = {
        "png": {"Title": figure.title, "Description": figure.alt_text, "Software": "geodata"},
        "svg": {"Title": figure.title, "Description": figure.alt_text, "Creator": "geodata", "Date": None},
        "pdf": {"Title": figure.title, "Subject": figure.alt_text, "Creator": "geodata", "Producer": "matplotlib",
                "CreationDate": None},
    }  # fmt: skip
    target = io.BytesIO()
    with settings():
        Figure.savefig(
            figure, target, **{"format": file_format, "dpi": DPI, "metadata": metadata[file_format], **options}
        )
    content = target.getvalue()
    return _with_description(content, figure) if file_format == "svg" else content


def _with_description(svg: bytes, figure: AtlasFigure) -> bytes:
    """Screen readers take the title and the description of an SVG from its first elements."""
    text = svg.decode("utf-8")
    title = f"<title>{escape(figure.title)}</title>"
    named = (
        f'<title id="title">{escape(figure.title)}</title>\n <desc id="description">{escape(figure.alt_text)}</desc>'
    )
    text = text.replace(title, named, 1) if title in text else text.replace("<defs>", f"{named}\n <defs>", 1)
    root = f'<svg lang="{figure.language}" role="img" aria-labelledby="title description" '
    return text.replace("<svg ", root, 1).encode("utf-8")
