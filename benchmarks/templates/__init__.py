"""Text of the report and drawing of the charts, as templates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


class Absent(StrictUndefined):
    """What is not there can be asked for, but neither written nor counted with."""

    def __bool__(self) -> bool:
        return False


def template(name: str) -> Any:
    """A template by its name."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=name.endswith(".svg.j2"),
        undefined=Absent,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    ).get_template(name)
