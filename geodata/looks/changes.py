"""How a map of what changed is drawn: one look for each kind of change, told apart by colour and by texture."""

from __future__ import annotations

from geodata.looks.look import NO_EVIDENCE, Look
from geodata.rule import KINDS

NO_EVIDENCE_IN_EITHER = "no-evidence"
"""Unchanged, because nobody tells of the province in either period: it looks unknown, not unchanged."""

CHANGE_LOOKS: dict[str, Look] = {
    "changed-hands": Look("held", ("#d55e00",), ("plain",)),
    "other-sources": Look("held", ("#e69f00",), ("diagonal",)),
    "became-contested": Look("contested", ("#7a1f5c", "#ffffff"), ("plain", "plain")),
    "now-unclear": Look("held", ("#0072b2",), ("horizontal",)),
    "now-partly": Look("held", ("#56b4e9",), ("vertical",)),
    "newly-known": Look("held", ("#009e73",), ("dots",)),
    "evidence-lost": Look("held", ("#7d8187",), ("antidiagonal",)),
    "created": Look("held", ("#cc79a7",), ("dots",)),
    "dissolved": Look("held", ("#a0727f",), ("grid",)),
    "unchanged": Look("held", ("#dcdfe4",), ("plain",)),
    NO_EVIDENCE_IN_EITHER: NO_EVIDENCE,
}

CHANGE_ENTRIES = (*KINDS, NO_EVIDENCE_IN_EITHER)
"""The legend of a map of what changed, in order."""
