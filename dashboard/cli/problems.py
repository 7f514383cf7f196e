"""Problems of an atlas as text, as JSON, and as lines that continuous integration shows beside the files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from geodata import Problem
from geodata.errors import counted, shown

TEXT = "text"
FORMATS = (TEXT, "json", "github")


def written(problems: Sequence[Problem], form: str, folder: Path) -> str:
    """Write problems in a form.

    Parameters
    ----------
    problems : sequence of Problem
    form : str
        One of `FORMATS`.
    folder : pathlib.Path
        Of the atlas, as it was given.

    Returns
    -------
    str
        Empty if there is nothing to say.
    """
    if form == "json":
        return _json(problems)
    if form == "github":
        return "\n".join(_annotation(one, folder) for one in problems)
    errors = [one for one in problems if one.severity == "error"]
    warnings = [one for one in problems if one.severity == "warning"]
    parts = []
    if errors:
        parts.append("\n".join([f"{counted(len(errors))} in the atlas:", *_by_file(errors)]))
    if warnings:
        parts.append("\n".join(["To know, and nothing that must be mended:", *_by_file(warnings)]))
    return "\n\n".join(parts)


def _by_file(problems: Sequence[Problem]) -> list[str]:
    lines: list[str] = []
    files: dict[str | None, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.file, []).append(problem)
    for file, found in files.items():
        lines.append(f"{shown(file or 'The atlas')} ({len(found)}):")
        for one in found:
            lines.append(f"- {one}")
            if one.decide and not one.certain and one.fix:
                lines.append(f"  To decide: {shown(one.decide)}.")
    return lines


def _json(problems: Sequence[Problem]) -> str:
    errors = sum(one.severity == "error" for one in problems)
    content = {
        "valid": errors == 0,
        "errors": errors,
        "warnings": len(problems) - errors,
        "problems": [_object(one) for one in problems],
    }
    return json.dumps(content, ensure_ascii=True, indent=2, allow_nan=False)


def _object(one: Problem) -> dict[str, Any]:
    told: dict[str, Any] = {
        "severity": one.severity,
        "kind": one.kind,
        "file": one.file,
        "row": one.row,
        "column": one.column,
        "value": one.value,
        "message": one.message,
        "hint": one.hint,
        "place": None if one.place is None else {"lon": one.place[0], "lat": one.place[1]},
        "area_km2": one.area_km2,
        "fix": [dict(edit) for edit in one.fix] or None,
        "certain": one.certain,
        "decide": one.decide,
    }
    return told


def _annotation(one: Problem, folder: Path) -> str:
    """A workflow command: ``::error file=…,line=…,title=…::message``."""
    facts = {
        "file": None if one.file is None else (folder / one.file).as_posix(),
        "line": one.row if one.file is not None and one.file.endswith(".csv") else None,
        "title": one.column,
    }
    named = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in facts.items() if value is not None)
    return f"::{one.severity} {named}::{_escaped(str(one))}" if named else f"::{one.severity}::{_escaped(str(one))}"


def _escaped(text: str, also: str = "") -> str:
    for sign in "%\r\n" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
