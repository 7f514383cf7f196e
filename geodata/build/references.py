"""Write the reference of mapping files and that of the tables from the schemas that the program itself follows.

::

    python -m geodata.build.references            # rewrites docs/import-reference.md and docs/tables.md
    python -m geodata.build.references --check    # says whether they are current, and changes nothing
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from geodata.importing import mapping_keys
from geodata.tables import number_of_format, tables

DOCS = Path(__file__).parents[2] / "docs"

Entry = tuple[str, str, bool, str]
"""Path of the key, kind, required or not, what it means."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m geodata.build.references", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 if one is not current")
    options = parser.parse_args(arguments)
    stale = [path for path, text in references().items() if not path.is_file() or path.read_text("utf-8") != text]
    for path in stale:
        if options.check:
            print(f"{path.name} is not current: run python -m geodata.build.references", file=sys.stderr)
        else:
            path.write_text(references()[path], encoding="utf-8", newline="\n")
    return int(bool(stale) and options.check)


def references() -> Mapping[Path, str]:
    """The text of each reference."""
    environment = Environment(
        loader=PackageLoader("geodata.build"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["cell"] = lambda text: " ".join(str(text).split()).replace("|", "\\|")
    sections = {name: list(_entries({name: told}, "")) for name, told in mapping_keys().items()}
    return {
        DOCS / "import-reference.md": environment.get_template("import_reference.md.j2").render(sections=sections),
        DOCS / "tables.md": environment.get_template("tables.md.j2").render(
            tables=tables().values(), number=number_of_format()
        ),
    }


def _entries(keys: Mapping[str, Mapping[str, Any]], where: str) -> Iterator[Entry]:
    for name, told in keys.items():
        path = f"{where}.{name}" if where else name
        kind = " or ".join(f"`{one}`" for one in told["among"]) if told["kind"] == "choice" else KINDS[told["kind"]]
        yield path, kind, bool(told.get("required")), told["description"]
        yield from _entries(told.get("keys", {}), path)


KINDS = {
    "text": "text",
    "number": "number",
    "pairs": "pairs of texts",
    "object": "keys",
    "objects": "a list of keys, or keys",
    "named": "identifiers, each with keys",
    "anything": "see there",
}


if __name__ == "__main__":
    sys.exit(main())
