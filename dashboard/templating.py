"""HTML from template files; every value is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def render(folder: Path, template: str, **values: Any) -> str:
    """Fill a template.

    Parameters
    ----------
    folder : pathlib.Path
        Folder that holds the template.
    template : str
        File name.
    **values
        What the template asks for; a missing one is an error.

    Returns
    -------
    str
    """
    return _environment(folder).get_template(template).render(**values)


@cache  # One for each folder of templates: a template is compiled once.
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
