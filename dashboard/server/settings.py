"""What whoever runs the server decides about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import urlsplit

Embedding = Literal["any", "self", "none"]
EMBEDDINGS: tuple[Embedding, ...] = get_args(Embedding)


@dataclass(frozen=True)
class Settings:
    """How a server stands on the net.

    Attributes
    ----------
    base_path : str
        Path below which the page lies, as ``/maps/atlas``; empty for the top of the server.
    embed : {"any", "self", "none"}
        Whose pages may show the atlas in a frame.
    public_url : str
        Address of the page as readers have it, without a slash at the end; empty if it is not known. What a request
        says about the name of the server is not believed: anybody can write anything there.
    uploads : int
        How many atlases of readers may be open at once; with 0 none can be opened.
    """

    base_path: str = ""
    embed: Embedding = "any"
    public_url: str = ""
    uploads: int = 0

    @property
    def public_origin(self) -> str:
        """Scheme and host of the public address, as browsers name where a page is from."""
        parts = urlsplit(self.public_url)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def clean_path(text: str) -> str:
    """Write a base path as it is used: ``maps/atlas/`` becomes ``/maps/atlas``, and ``/`` nothing.

    Raises
    ------
    ValueError
        If it can't be one.
    """
    parts = [part for part in text.strip().split("/") if part]
    for part in parts:
        if part in (".", "..") or not all(one.isascii() and (one.isalnum() or one in "-._~") for one in part):
            raise ValueError(f"{text!r} is no path; give one such as /maps/atlas, of letters, digits, - . _ and ~")
    return "".join(f"/{part}" for part in parts)


def clean_url(text: str) -> str:
    """Write a public address as it is used, without a slash at the end.

    Raises
    ------
    ValueError
        If it can't be one.
    """
    parts = urlsplit(text.strip())
    try:
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        sound = False
    if not sound or parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError(f"{text!r} is no address of a page; give one such as https://news.example/maps/atlas")
    return f"{parts.scheme}://{parts.netloc.lower()}{clean_path(parts.path)}"
