"""Style sheets ask a browser for no more than it can find quickly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import dashboard

Check = Callable[[str], list[str]]
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


def with_has_at_the_end(css: str) -> Iterator[tuple[str, str]]:
    """Selectors with ``:has`` in their last part, and that part. Browsers read a selector from its end."""
    for selector in selectors(css):
        last = split(selector, " >+~")[-1]
        if ":has(" in last:
            yield selector, last


def asked_of_all(css: str) -> list[str]:
    """Selectors with ``:has`` in their last part that a browser tries on every element of the page.

    It puts a selector aside only if the last part begins with a class, an id, an attribute or a name: what contains
    something is looked for below each element that is left.
    """
    return [selector for selector, last in with_has_at_the_end(css) if not KNOWN_BY.match(last)]


def asked_of_descendants(css: str) -> list[str]:
    """Selectors whose last part asks with ``:has`` what stands anywhere below an element, not for children alone.

    The last part is tried before what comes before it: what is told of pages that are embedded, say, is looked for on
    all pages, and after each change of one.
    """
    found = []
    for selector, last in with_has_at_the_end(css):
        asked = last.partition(":has(")[2].rstrip(")")
        if not all(one.startswith(">") for one in split(asked, ",")):
            found.append(selector)
    return found


@pytest.mark.parametrize("check", [asked_of_all, asked_of_descendants])
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_rule_looks_below_every_element_or_through_all_that_one_holds(check: Check, sheet: Path) -> None:
    assert check(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("check", "css", "found"),
    [
        (asked_of_all, "a > :has(> .b) { c: d; }", ["a > :has(> .b)"]),
        (asked_of_all, ":root[e] .f > :not(:has(.g, .h)), .i { c: d; }", [":root[e] .f > :not(:has(.g, .h))"]),
        (asked_of_all, "/* > :has(x) {} */ .a > [data-b]:has(> .c) { d: e; }", []),
        (asked_of_all, "@media (x) { .a:has(> .b) > .c { d: e; } }", []),
        (
            asked_of_descendants,
            ":root[a] .b > [data-c]:not(:has(.d)) { e: f; }",
            [":root[a] .b > [data-c]:not(:has(.d))"],
        ),
        (asked_of_descendants, ".a > [data-b]:has(> .c, .d) { e: f; }", [".a > [data-b]:has(> .c, .d)"]),
        (asked_of_descendants, ".a > [data-b]:not(:has(> .c, > .d > .e)) { f: g; }", []),
        (asked_of_descendants, ".a:has(.b) .c { d: e; }", []),
    ],
)
def test_what_a_check_finds(check: Check, css: str, found: list[str]) -> None:
    assert check(css) == found
