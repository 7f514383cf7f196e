"""The references in the documents are those of the schemas as they are now."""

from __future__ import annotations

from geodata.build.references import DOCS, main, references
from geodata.importing import mapping_keys
from geodata.tables import tables


def test_they_are_current() -> None:
    assert main(["--check"]) == 0, "run python -m geodata.build.references"


def test_every_key_and_column_stands_there() -> None:
    texts = references()
    for table in tables().values():
        assert all(f"| `{column}` |" in texts[DOCS / "tables.md"] for column in table.columns)
    reference = texts[DOCS / "import-reference.md"]
    for section, told in mapping_keys().items():
        for key in told.get("keys", {}):
            assert f"| `{section}.{key}` |" in reference
