"""What is installed only by those who need it, and what to say to those who do not have it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

DISTRIBUTION = "control-atlas"
OWN = ("geodata", "dashboard")


class MissingExtraError(ImportError):
    """A part of the program whose libraries are not installed; the message says how to install them."""


@contextmanager
def extra(name: str, purpose: str) -> Iterator[None]:
    """Import what an extra of the distribution brings; say which one where it is missing.

    Of two around each other the outer one speaks: it knows what the user asked for.

    Parameters
    ----------
    name : str
        An extra of ``pyproject.toml``.
    purpose : str
        What it is needed for, as the beginning of a sentence.

    Raises
    ------
    MissingExtraError
        If a library is not installed. A module of our own that is not there is a fault, and raised as it is.

    Examples
    --------
    >>> try:
    ...     with extra("figure", "Drawing a figure"):
    ...         import no_such_library
    ... except MissingExtraError as error:
    ...     print(error)
    Drawing a figure needs no_such_library, which is not installed: pip install "control-atlas[figure]"
    """
    try:
        yield
    except (ModuleNotFoundError, MissingExtraError) as error:
        missing = (error.name or "").partition(".")[0]
        if missing in OWN:
            raise
        raise MissingExtraError(
            f'{purpose} needs {missing}, which is not installed: pip install "{DISTRIBUTION}[{name}]"',
            name=missing,
        ) from error
