"""Importing: an atlas from the shapes and tables that people have, by a mapping file; counted events become claims."""

from geodata.importing.draft import PALETTE, draft_facts, draft_mapping
from geodata.importing.events import ControlRule, Lead, threshold_rule
from geodata.importing.guessing import FORMATS
from geodata.importing.importing import import_atlas
from geodata.importing.mapping import UNDECIDED, ImportMapping, mapping_keys, read_mapping
from geodata.importing.report import ImportReport
from geodata.importing.slugs import distinct_slugs

__all__ = [
    "FORMATS",
    "PALETTE",
    "UNDECIDED",
    "ControlRule",
    "ImportMapping",
    "ImportReport",
    "Lead",
    "distinct_slugs",
    "draft_facts",
    "draft_mapping",
    "import_atlas",
    "mapping_keys",
    "read_mapping",
    "threshold_rule",
]
