"""How a map of what changed is drawn: one look for each kind of change.

What became of a province has the look that it has everywhere (chequers, question marks, a light ground, crosses); the
other kinds are distinguished by hue, and by the codes before and after that are printed in each province.
"""

from __future__ import annotations

from geodata.looks.look import IN_PARTS, NOTHING_KNOWN, QUIET_LOOK, SAMPLE_COLOURS, Look
from geodata.rule import KINDS, NO_EVIDENCE

NO_EVIDENCE_IN_EITHER = NO_EVIDENCE
"""Unchanged, because nobody tells of the province in either period: it looks unknown, not unchanged."""

CHANGE_LOOKS: dict[str, Look] = {
    "changed-hands": Look("held", ("#c8400a",)),
    "other-sources": Look("held", ("#e9b44c",)),
    "became-contested": Look("contested", SAMPLE_COLOURS),
    "now-unclear": Look("unclear", SAMPLE_COLOURS[:1]),
    "now-partly": IN_PARTS,
    "newly-known": Look("held", ("#2f7fb8",)),
    "evidence-lost": Look("held", ("#63666d",)),
    "created": Look("held", ("#8e4a8b",)),
    "dissolved": Look("held", ("#c58fb6",)),
    "unchanged": QUIET_LOOK,
    NO_EVIDENCE_IN_EITHER: NOTHING_KNOWN,
}

CHANGE_ENTRIES = (*KINDS, NO_EVIDENCE_IN_EITHER)
"""The legend of a map of what changed, in order."""
