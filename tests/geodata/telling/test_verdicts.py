"""Sentences about the whole country in words."""

from __future__ import annotations

from pathlib import Path

import pytest

import geodata
from dashboard.cli.main import main
from geodata.telling import languages, verdicts

AFGHANISTAN = Path(geodata.__file__).parent / "atlases" / "afghanistan"


def test_each_row_of_the_table_has_its_sentence_and_verdict() -> None:
    atlas = geodata.load()
    told = verdicts(atlas)
    assert [one.claim_id for one in told] == list(atlas.package.tables["checks"]["claim_id"])
    for one in told:
        assert one.statement
        assert "{" not in one.compared + one.verdict


@pytest.mark.parametrize("language", languages())
def test_every_language_has_words_for_all(language: str) -> None:
    atlas = geodata.load()
    told = verdicts(atlas, language)
    assert len(told) == len(atlas.checks())
    if language != "en":
        assert not {one.verdict for one in told} & {one.verdict for one in verdicts(atlas)}


def test_the_command_tells_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(AFGHANISTAN)]) == 0
    said = capsys.readouterr().out
    for one in verdicts(geodata.load()):
        assert one.statement in said
        assert one.verdict in said
