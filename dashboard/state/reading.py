"""Another rule in the address: what makes no sense falls away, as of every other choice."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from dashboard.edition import Edition, cached
from geodata.rule import RULE_PARAMETERS, Rule

LONGEST_NEAR_DAYS = 36525
"""A hundred years: whoever counts claims as near for longer has mistyped."""

MOST_WORKS = 9
"""More works that agree are asked for by nobody: no call would be left."""


def rule_from_address(parameters: Mapping[str, str], edition: Edition) -> Rule:
    """Read the rule from address parameters, one by one; a value that makes no sense is as if it were not there.

    Parameters
    ----------
    parameters : Mapping of str to str
        Those in `geodata.rule.RULE_PARAMETERS` concern the rule; others are ignored.
    edition : Edition

    Returns
    -------
    Rule
        That of the atlas itself, where nothing else is asked for.
    """
    own = edition.own.atlas
    given: dict[str, str] = {}
    for key in RULE_PARAMETERS:
        if key in parameters:
            with suppress(ValueError):
                Rule.from_parameters({key: parameters[key]})
                given[key] = parameters[key]
    if not given:
        return own.rule
    rule = Rule.from_parameters(given)
    sources = _sources(edition.own)
    known: dict[str, Any] = {
        f"without_{what}": [one for one in getattr(rule, f"without_{what}") if one in sources[what]] for what in sources
    }
    if rule.near_days is not None and rule.near_days > LONGEST_NEAR_DAYS:
        known["near_days"] = None
    if rule.minimum_sources > MOST_WORKS:
        known["minimum_sources"] = 1
    return own.read_by(replace(rule, **known)).rule


def parameters_of_rule(rule: Rule, edition: Edition) -> dict[str, str]:
    """Write a rule as address parameters; none for that of the atlas itself."""
    return {} if rule == edition.own.atlas.rule else rule.parameters


def reading_query(edition: Edition) -> str:
    """The part of an address that asks for the reading of an edition, without a question mark; empty for its own."""
    return urlencode(parameters_of_rule(edition.atlas.rule, edition))


def read_as_asked(edition: Edition, parameters: Mapping[str, str]) -> Edition:
    """The edition in the same language by the rule that address parameters ask for."""
    return edition.read_by(rule_from_address(parameters, edition))


@cached(1)
def _sources(edition: Edition) -> dict[str, frozenset[str]]:
    """What sources there are, and their kinds and languages."""
    sources = edition.atlas.sources
    columns = {"sources": "source_id", "kinds": "kind", "languages": "language"}
    return {what: frozenset(sources[column]) for what, column in columns.items()}
