"""Templates of the texts that an import writes: no markup, so nothing is escaped for one."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined


def text_templates() -> Environment:
    """An environment with the room's templates; each caller adds the filters of its own kind of text."""
    return Environment(
        loader=PackageLoader("geodata.importing"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
