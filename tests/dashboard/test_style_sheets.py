"""Style sheets ask a browser for no more than it can find quickly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dashboard

SHEETS = sorted(Path(dashboard.__file__).parent.rglob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{};]+)\{")
KNOWN_BY = re.compile(r"^(\.[\w-]|#[\w-]|\[[\w-]|[a-z]|:root)")


def split(text: str, at: str) -> list[str]:
    """Parts of a selector between characters that stand outside brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        if letter in at and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts if part.strip()]


def selectors(css: str) -> Iterator[str]:
    for found in RULE.finditer(COMMENT.sub(" ", css)):
        if not found[1].strip().startswith("@"):
            yield from split(found[1], ",")


def asked_of_all(css: str) -> list[str]:
    """Selectors with ``:has`` in their last part that a browser tries on every element of the page.

    Browsers read a selector from its end, and put it aside only if that begins with a class, an id, an attribute or a
    name: what contains something is looked for below each element that is left.
    """
    found = []
    for selector in selectors(css):
        last = split(selector, " >+~")[-1]
        if ":has(" in last and not KNOWN_BY.match(last):
            found.append(selector)
    return found


def asked_of_descendants(css: str) -> list[str]:
    """Selectors whose last part asks with ``:has`` what stands anywhere below an element, not for children alone.

    The last part is tried before what comes before it: what is told of pages that are embedded, say, is looked for on
    all pages, and after each change of one.
    """
    found = []
    for selector in selectors(css):
        last = split(selector, " >+~")[-1]
        _, has, asked = last.partition(":has(")
        if has and not all(one.startswith(">") for one in split(asked.rstrip(")"), ",")):
            found.append(selector)
    return found


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_rule_looks_through_all_that_an_element_holds(sheet: Path) -> None:
    assert asked_of_descendants(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (":root[a] .b > [data-c]:not(:has(.d)) { e: f; }", [":root[a] .b > [data-c]:not(:has(.d))"]),
        (".a > [data-b]:has(> .c, .d) { e: f; }", [".a > [data-b]:has(> .c, .d)"]),
        (".a > [data-b]:not(:has(> .c, > .d > .e)) { f: g; }", []),
        (".a:has(.b) .c { d: e; }", []),
    ],
)
def test_what_the_check_of_descendants_finds(css: str, found: list[str]) -> None:
    assert asked_of_descendants(css) == found


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_rule_looks_below_every_element_of_the_page(sheet: Path) -> None:
    assert asked_of_all(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("a > :has(> .b) { c: d; }", ["a > :has(> .b)"]),
        (":root[e] .f > :not(:has(.g, .h)), .i { c: d; }", [":root[e] .f > :not(:has(.g, .h))"]),
        ("/* > :has(x) {} */ .a > [data-b]:has(> .c) { d: e; }", []),
        ("@media (x) { .a:has(> .b) > .c { d: e; } }", []),
    ],
)
def test_what_the_check_finds(css: str, found: list[str]) -> None:
    assert asked_of_all(css) == found
