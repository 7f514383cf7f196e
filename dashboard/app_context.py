"""What this process serves, and where: one atlas, loaded once, at one place on the server."""

from __future__ import annotations

from threading import Lock

from geodata import Atlas, load


class _Served:
    """What was handed over; Streamlit runs the page as a script, which can be given nothing but what it imports."""

    def __init__(self) -> None:
        self.atlas: Atlas | None = None
        self.base = ""
        self.loading = Lock()


_served = _Served()


def set_atlas(atlas: Atlas | None) -> None:
    """Hand over the atlas that this process is to show.

    Parameters
    ----------
    atlas : Atlas or None
        None forgets what was handed over: the built-in atlas is loaded when it is asked for.
    """
    _served.atlas = atlas


def current_atlas() -> Atlas:
    """The atlas that was handed over, else the built-in one; loaded once, however many ask for it together."""
    with _served.loading:
        if _served.atlas is None:
            _served.atlas = load()
        return _served.atlas


def set_base_path(base_path: str) -> None:
    """Say below which path of the server the page lies.

    Parameters
    ----------
    base_path : str
        Such as ``/maps/atlas``, with or without slashes around it; empty for the top.
    """
    inner = base_path.strip("/")
    _served.base = f"/{inner}" if inner else ""


def base_path() -> str:
    """Path below which the page lies: ``/maps/atlas``, or empty for the top of the server."""
    return _served.base


def with_base_path(path: str) -> str:
    """Address of something on this server, for browsers: ``/data/claims.csv`` becomes ``/maps/atlas/data/claims.csv``.

    Parameters
    ----------
    path : str
        Below the page, with a slash in front.
    """
    return _served.base + path
