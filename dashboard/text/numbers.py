"""Numbers within texts, with the digits and separators of the language; Fluent's own are always Latin."""

from __future__ import annotations

from typing import Any

from babel import Locale
from fluent.runtime.types import FluentFloat, FluentInt, FluentNumber

from geodata import dates

LATIN = {"decimal": ".", "group": ","}


class _Local(FluentNumber):
    def format(self, locale: Locale) -> str:
        """Write the number as the Unicode CLDR has it for the language."""
        system = locale.default_numbering_system
        text = str(super().format(locale))
        latin, local = (locale.number_symbols.get(name, {}) for name in ("latn", system))
        signs = {latin.get(name, sign): local[name] for name, sign in LATIN.items() if name in local}
        return dates.digits("".join(signs.get(sign, sign) for sign in text), str(locale).replace("_", "-"))


class _LocalInt(_Local, FluentInt):
    pass


class _LocalFloat(_Local, FluentFloat):
    pass


def local_number(number: float, **options: Any) -> Any:
    """A number that Fluent writes with the digits of its language; what it chooses by the number stays.

    Parameters
    ----------
    number : int or float
    **options
        As Fluent's own ``NUMBER`` takes them.
    """
    kind = _LocalInt if isinstance(number, int) else _LocalFloat
    return kind(number, **options)
