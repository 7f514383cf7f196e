"""Figures as a reader sees them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

KILO = 1000
SMALL = 10
SECONDS_FROM = 10_000
NOTHING = "–"


def milliseconds(value: float | None) -> str:
    """Milliseconds, from ten seconds on in seconds.

    Examples
    --------
    >>> milliseconds(3.456), milliseconds(1234.5), milliseconds(12_345), milliseconds(None)
    ('3.5 ms', '1234 ms', '12.3 s', '–')
    """
    if value is None:
        return NOTHING
    if value >= SECONDS_FROM:
        return f"{value / KILO:.1f} s"
    return f"{value:.1f} ms" if value < SMALL else f"{value:.0f} ms"


def size(value: float | None) -> str:
    """Bytes in kB, from a thousand of these on in MB.

    Examples
    --------
    >>> size(4321), size(123_456), size(12_345_678), size(None)
    ('4.3 kB', '123 kB', '12.3 MB', '–')
    """
    if value is None:
        return NOTHING
    kilobytes = value / KILO
    if kilobytes >= KILO:
        return f"{kilobytes / KILO:.1f} MB"
    return f"{kilobytes:.1f} kB" if kilobytes < SMALL else f"{kilobytes:.0f} kB"


def ratio(value: float | None) -> str:
    """A ratio.

    Examples
    --------
    >>> ratio(0.254), ratio(12.34), ratio(None)
    ('0.25', '12.3', '–')
    """
    if value is None:
        return NOTHING
    return f"{value:.2f}" if value < SMALL else f"{value:.1f}"


def block(value: float) -> str:
    """The longest task, of which a browser tells from 50 ms on.

    Examples
    --------
    >>> block(0), block(73)
    ('under 50 ms', '73 ms')
    """
    return milliseconds(value) if value else "under 50 ms"


SHOW: Mapping[str, Callable[[float], str]] = {"ms": milliseconds, "bytes": size, "ratio": ratio, "block": block}
