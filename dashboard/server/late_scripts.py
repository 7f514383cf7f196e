"""Scripts of Streamlit that the page needs after the first one: fetched early, they are there when it asks for them."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import streamlit

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
FIRST = "index"
ELEMENTS = ("Html", "BidiComponent", "ComponentInstance")
"""Scripts of the elements that views, map and panel are made of. Each is asked for when the first one of its kind is
drawn, and the page waits for it then; what another release names otherwise is asked for then as well."""

IMPORTED = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


@lru_cache(maxsize=1)
def late_scripts() -> tuple[str, ...]:
    """Names of the scripts, with all that they import, but for what the first script of the page imports itself."""
    return tuple(sorted(_with_imports(ELEMENTS) - _with_imports((FIRST,))))


def page_scripts() -> list[Path]:
    """The scripts that the page is there with: the first one, those of its elements, and all that these import."""
    return [SCRIPTS / name for name in sorted(_with_imports((FIRST, *ELEMENTS)))]


def _with_imports(stems: tuple[str, ...]) -> set[str]:
    waiting = [path.name for stem in stems for path in SCRIPTS.glob(f"{stem}.*.js") if path.name.count(".") == 2]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found and (SCRIPTS / name).is_file():
            found.add(name)
            waiting += IMPORTED.findall((SCRIPTS / name).read_text(encoding="utf-8"))
    return found
