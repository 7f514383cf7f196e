"""Folders and files stand where people put them: before, between and after the options."""

from __future__ import annotations

import itertools

import pytest

from dashboard.cli.parser import CommandParser


def parser() -> CommandParser:
    made = CommandParser(prog="atlas export")
    made.add_argument("dir", nargs="?")
    made.add_argument("out")
    made.add_argument("--period")
    return made


@pytest.mark.parametrize("order", list(itertools.permutations(["folder", "out.csv", "--period=1985"])))
def test_any_order(order: tuple[str, ...]) -> None:
    options = parser().parse_args(order)
    places = [one for one in order if not one.startswith("--")]
    assert (options.dir, options.out, options.period) == (places[0], places[1], "1985")


def test_folder_may_be_left_out() -> None:
    options = parser().parse_args(["--period", "1985", "out.csv"])
    assert (options.dir, options.out, options.period) == (None, "out.csv", "1985")


@pytest.mark.parametrize("arguments", [[], ["a", "b", "c"], ["a", "b", "--colour"]])
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        parser().parse_args(arguments)
    assert exit_info.value.code == 2
    assert "usage: atlas export" in capsys.readouterr().err
