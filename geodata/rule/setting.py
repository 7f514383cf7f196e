"""What the rule may be asked to do otherwise: one object for page, notebook, figure and command."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any
from urllib.parse import quote, unquote

from geodata.rule.vocabulary import CRITERIA, GRADES, Criterion, Grade

SEPARATOR = ","
BASE = "rule"
OWN = "own"
YES_OR_NO = {"yes": True, "no": False}


@dataclass(frozen=True)
class Rule:
    """The rule with its choices; ``Rule()`` is the standard one.

    Two rules that ask the same are equal, whatever the order in which sources were named. ``str(rule)`` is a short text
    that fits into an address and is read back by `Rule.from_text`.

    Parameters
    ----------
    near_days : int, optional
        A claim that ended at most this many days before a period still speaks for it; None for the atlas's own number.
    weak : bool, optional
        Whether weak claims count.
    minimum_sources : int, optional
        From how many works, independent of each other, claims for the side must come; with fewer there is no call.
    without_sources : iterable of str, optional
        Sources whose claims are left out.
    without_kinds, without_languages : iterable of str, optional
        Kinds and languages of sources left out.
    grades : iterable of str, optional
        Only claims with these grades count.
    parts : bool, optional
        Whether a claim that somebody is dominant in a part counts for the whole province, as strong.
    order : iterable of {"strength", "role"}, optional
        What claims are compared by, first things first.

    Raises
    ------
    ValueError
        If a value is none that the rule knows; the message lists what is allowed.

    Examples
    --------
    >>> rule = Rule(weak=False, without_sources=["S21", "S01"])
    >>> str(rule)
    'rule=cautious&without=S01,S21'
    >>> Rule.from_text("rule=cautious&without=S01,S21") == rule
    True
    """

    near_days: int | None = None
    weak: bool = True
    minimum_sources: int = 1
    without_sources: tuple[str, ...] = ()
    without_kinds: tuple[str, ...] = ()
    without_languages: tuple[str, ...] = ()
    grades: tuple[Grade, ...] = GRADES
    parts: bool = False
    order: tuple[Criterion, ...] = CRITERIA

    def __post_init__(self) -> None:
        if self.near_days is not None:
            _check_number("near_days", self.near_days, least=0, otherwise=" or None, for the atlas's own")
        _check_number("minimum_sources", self.minimum_sources, least=1)
        for name in ("weak", "parts"):
            if not isinstance(getattr(self, name), bool):
                raise ValueError(f"{name} must be True or False, not {getattr(self, name)!r}")
        for name in ("without_sources", "without_kinds", "without_languages"):
            self._set(name, tuple(sorted({*_texts(name, getattr(self, name))})))
        self._set("grades", tuple(sorted(_chosen("grades", self.grades, GRADES), key=GRADES.index)))
        self._set("order", _chosen("order", self.order, CRITERIA))

    def _set(self, name: str, value: object) -> None:
        """Give a field its one form: a frozen dataclass has no other way."""
        object.__setattr__(self, name, value)

    def __str__(self) -> str:
        """Give the fewest words: the named setting that is nearest, and what differs from it."""
        return "&".join(f"{key}={value}" for key, value in self.parameters.items())

    @property
    def parameters(self) -> dict[str, str]:
        """The parts of its short text, as parameters of an address."""
        name = min(NAMED, key=lambda one: (len(self.differences(NAMED[one])), list(NAMED).index(one)))
        differing = self.differences(NAMED[name])
        named = {} if differing and NAMED[name] == STANDARD else {BASE: name}
        return named | {KEYS[one]: self.choices[KEYS[one]] for one in differing}

    @property
    def choices(self) -> dict[str, str]:
        """Every choice as text, by its key in an address."""
        return {key: _write(getattr(self, name)) for name, key in KEYS.items()}

    @classmethod
    def from_text(cls, text: str) -> Rule:
        """Read a rule from its short text.

        Parameters
        ----------
        text : str
            As ``str(rule)`` gives it; empty for the standard rule.

        Returns
        -------
        Rule

        Raises
        ------
        ValueError
            If a key or value is none that the rule knows; the message lists what is allowed.
        """
        pairs = [part.partition("=") for part in text.split("&") if part]
        return cls.from_parameters({key: value for key, _, value in pairs})

    @classmethod
    def from_parameters(cls, parameters: Mapping[str, str]) -> Rule:
        """Read a rule from the parts of an address that concern it; see `from_text`."""
        by_key = {key: name for name, key in KEYS.items()}
        unknown = [key for key in parameters if key not in by_key and key != BASE]
        if unknown:
            raise ValueError(f"a rule has no {unknown[0]!r}; it has {', '.join([BASE, *by_key])}")
        name = parameters.get(BASE, "standard")
        if name not in NAMED:
            raise ValueError(f"no rule is called {name!r}; there are {', '.join(NAMED)}")
        given = {by_key[key]: _read(by_key[key], value) for key, value in parameters.items() if key != BASE}
        return replace(NAMED[name], **given)

    def differences(self, other: Rule) -> tuple[str, ...]:
        """Names of the fields in which two rules differ."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name) != getattr(other, one.name))

    @cached_property
    def admits_all(self) -> bool:
        """Whether no claim is left out for its source, grade or strength."""
        left_out = self.without_sources or self.without_kinds or self.without_languages
        return self.weak and self.grades == GRADES and not left_out

    def leaves_out(self, source_id: str, kind: str, language: str) -> bool:
        """Whether a source is left out, with all that it says."""
        return source_id in self.without_sources or kind in self.without_kinds or language in self.without_languages

    def admitted(self, readings: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """Only the readings that this rule lets count; see `geodata.rule.evidence`."""
        # One condition after the other, and only those that are made: of large atlases there are 100,000 readings.
        rows = list(readings)
        if self.without_sources:
            rows = [row for row in rows if row["source_id"] not in self.without_sources]
        if self.without_kinds or self.without_languages:
            rows = [row for row in rows if not self.leaves_out(row["source_id"], *row["common"][1:3])]
        if not self.weak:
            rows = [row for row in rows if row["firm"]]
        return rows if self.grades == GRADES else [row for row in rows if row["grade"] in self.grades]


KEYS = {
    "near_days": "near", "weak": "weak", "minimum_sources": "sources", "without_sources": "without",
    "without_kinds": "without-kinds", "without_languages": "without-languages", "grades": "grades", "parts": "parts",
    "order": "order",
}  # fmt: skip
"""The key of each field in an address."""

RULE_PARAMETERS = (BASE, *KEYS.values())
"""Every parameter of an address that concerns the rule."""


def _check_number(name: str, value: object, least: int, otherwise: str = "") -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ValueError(f"{name} must be a whole number of at least {least}{otherwise}, not {value!r}")


def _texts(name: str, values: object) -> Collection[str]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise ValueError(f"{name} must be a list of texts, not {values!r}")
    found = list(values)
    wrong = [one for one in found if not isinstance(one, str) or not one]
    if wrong:
        raise ValueError(f"{name} must hold texts, not {wrong[0]!r}")
    return found


def _chosen(name: str, values: object, allowed: Sequence[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(_texts(name, values)))
    unknown = [one for one in found if one not in allowed]
    if unknown:
        raise ValueError(f"{name} knows no {unknown[0]!r}; allowed are {', '.join(allowed)}")
    if not found:
        raise ValueError(f"{name} must name at least one of {', '.join(allowed)}")
    return found


def _write(value: Any) -> str:
    if value is None:
        return OWN
    if isinstance(value, bool):
        return next(word for word, meaning in YES_OR_NO.items() if meaning is value)
    if isinstance(value, tuple):
        return SEPARATOR.join(quote(one, safe="") for one in value)
    return str(value)


def _read(name: str, text: str) -> Any:
    key, kind = KEYS[name], type(getattr(STANDARD, name))
    if kind is tuple:
        return [unquote(one) for one in text.split(SEPARATOR) if one]
    if kind is bool:
        if text not in YES_OR_NO:
            raise ValueError(f"{key} must be yes or no, not {text!r}")
        return YES_OR_NO[text]
    if name == "near_days" and text == OWN:
        return None
    if not text.isdecimal():
        raise ValueError(f"{key} must be a whole number, not {text!r}")
    return int(text)


STANDARD = Rule()
CAUTIOUS = Rule(weak=False)
"""Only firm claims count: a call is firm or there is none."""
INCLUSIVE = Rule(parts=True)
"""Who is dominant in a part is taken for strong in the province."""
NAMED: Mapping[str, Rule] = {"standard": STANDARD, "cautious": CAUTIOUS, "inclusive": INCLUSIVE}
