"""Templates of the texts that an import writes."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from geodata.importing.text_templates import text_templates


def test_what_stands_in_the_data_is_no_template() -> None:
    template = text_templates().from_string("{{ title }}")
    assert template.render(title="{{ 7 * 7 }} & <b>") == "{{ 7 * 7 }} & <b>"


def test_a_value_that_is_missing_is_a_fault_and_no_blank() -> None:
    with pytest.raises(UndefinedError):
        text_templates().from_string("{{ title }}").render()


def test_templates_of_the_room_are_found() -> None:
    assert {"draft.yaml.j2", "readme.md.j2"} <= set(text_templates().list_templates())
