"""``atlas ask``: an answer, its claims and where the page shows it."""

from __future__ import annotations

import pytest

from dashboard.cli.main import main
from tests.made_up import Folder


def test_an_answer_by_hand(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    # C001 gives the north to the Blues in May 1900; C002 (rebels, no party) is of the same side and says nothing else.
    assert main(["ask", str(folder.path), "north", "1900"]) == 0
    first, *others = capsys.readouterr().out.splitlines()
    assert first.startswith("In 1900 the countryside of North was held by Blue Party: direct evidence.")
    assert others == ["Claims on the countryside: C001.", "?period=1900&province=north"]


def test_the_built_in_atlas_in_another_language_and_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "kunduz", "1985", "--language", "fa", "--without", "S01"]) == 0
    said = capsys.readouterr().out
    assert "این خوانشِ خودِ اطلس نیست: without=S01." in said
    assert "هیچ منبعی" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere", "1900"], "no province or town 'nowhere'"),
        (["north", "soon"], "'soon' is no EDTF date"),
        (["north", "1900", "--without", "S99"], "no source 'S99'"),
    ],
)
def test_wrong_usage(folder: Folder, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["ask", str(folder.path), *arguments])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
