"""Importing: an atlas from the shapes and tables that people have, by a mapping file."""

from geodata.importing.draft import draft_mapping
from geodata.importing.events import ControlRule, Lead, threshold_rule
from geodata.importing.importing import import_atlas
from geodata.importing.mapping import ImportMapping, mapping_keys, read_mapping
from geodata.importing.report import ImportReport

__all__ = [
    "ControlRule",
    "ImportMapping",
    "ImportReport",
    "Lead",
    "draft_mapping",
    "import_atlas",
    "mapping_keys",
    "read_mapping",
    "threshold_rule",
]
