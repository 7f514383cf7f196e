"""How well one claim fits one province and one period, and how strong it is there. Computed, never typed."""

from __future__ import annotations

from geodata.dates import Fit
from geodata.rule.vocabulary import INFERRED, Grade, Reason


def grade_of(basis: str, fit: Fit, *, named: bool, regional: bool) -> Grade:
    """Grade one claim.

    Parameters
    ----------
    basis : {"stated", "inferred"}
    fit : {"overlaps", "near"}
        How its date fits the period, see `geodata.dates.EdtfDate.fit`.
    named : bool
        Whether the sentence names the province; where it does not, the claim is inferred for it, whatever its basis.
    regional : bool
        Whether it speaks of several provinces together.

    Returns
    -------
    Grade

    Examples
    --------
    >>> grade_of("stated", "overlaps", named=True, regional=False)
    'direct'
    >>> grade_of("stated", "near", named=True, regional=True)
    'regional-adjacent'
    >>> grade_of("stated", "overlaps", named=False, regional=True)
    'inferred'
    """
    if basis == INFERRED or not named:
        return INFERRED
    if fit == "near":
        return "regional-adjacent" if regional else "adjacent"
    return "regional" if regional else "direct"


def reasons_weak(
    grade: Grade, *, basis: str, named: bool, vague: bool, independent: bool, thin: bool
) -> tuple[Reason, ...]:
    """Say why a claim is weak; each reason is enough by itself, and a claim without one is firm.

    Parameters
    ----------
    grade : Grade
    basis : {"stated", "inferred"}
    named : bool
        Whether the sentence names the province.
    vague : bool
        Whether its date is, see `geodata.dates.EdtfDate.is_vague`.
    independent, thin : bool
        What the source is.

    Returns
    -------
    tuple of Reason
        In the order of `REASONS`.

    Examples
    --------
    >>> reasons_weak("adjacent", basis="stated", named=True, vague=True, independent=True, thin=False)
    ('vague',)
    """
    reasons: list[Reason] = []
    if not independent:
        reasons.append("not-independent")
    if thin:
        reasons.append("thin")
    if vague:
        reasons.append("vague")
    if grade == "regional-adjacent":
        reasons.append("regional-adjacent")
    if basis == INFERRED:
        reasons.append("inferred")
    if not named:
        reasons.append("not-named")
    return tuple(reasons)
