"""What the application of this process has to know everywhere: its atlas, loaded once, and its base path."""

from __future__ import annotations

from threading import Lock
from weakref import WeakKeyDictionary

from geodata import Atlas, load


class _AppContext:
    """Streamlit runs the page as a script, which can be given nothing but what it imports."""

    def __init__(self) -> None:
        self.atlas: Atlas | None = None
        self.base = ""
        self.places: WeakKeyDictionary[Atlas, str] = WeakKeyDictionary()
        self.most_opened = 0
        self.loading = Lock()


_context = _AppContext()


def set_atlas(atlas: Atlas | None) -> None:
    """Set the atlas that this process shows.

    Parameters
    ----------
    atlas : Atlas or None
        None clears it: the built-in atlas is loaded when it is asked for.
    """
    _context.atlas = atlas


def current_atlas() -> Atlas:
    """The atlas that was set, else the built-in one; loaded once, however many ask for it together."""
    with _context.loading:
        if _context.atlas is None:
            _context.atlas = load()
        return _context.atlas


def set_base_path(base_path: str) -> None:
    """Set the path of the server below which the page lies.

    Parameters
    ----------
    base_path : str
        Such as ``/maps/atlas``, with or without slashes around it; empty for the top.
    """
    inner = base_path.strip("/")
    _context.base = f"/{inner}" if inner else ""


def base_path() -> str:
    """Path below which the page lies: ``/maps/atlas``, or empty for the top of the server."""
    return _context.base


def with_base_path(path: str) -> str:
    """Address of something on this server, for browsers: ``/data/claims.csv`` becomes ``/maps/atlas/data/claims.csv``.

    Parameters
    ----------
    path : str
        Below the page, with a slash in front.
    """
    return _context.base + path


def set_place(atlas: Atlas, path: str) -> None:
    """Set where the files of an atlas are found that is not the one of this process.

    Parameters
    ----------
    atlas : Atlas
        As it was loaded.
    path : str
        Below the page, with a slash in front.
    """
    _context.places[atlas] = path


def place_of(atlas: Atlas) -> str:
    """Where the files of an atlas are found; empty for the one that this process shows to everybody."""
    return _context.places.get(atlas, "")


def set_most_opened(number: int) -> None:
    """Set how many atlases of readers may be open at once; with 0 none may be opened."""
    _context.most_opened = number


def most_opened() -> int:
    """How many atlases of readers may be open at once."""
    return _context.most_opened
