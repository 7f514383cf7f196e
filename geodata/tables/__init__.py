"""Tables: a folder read and checked as a whole, and a new one written."""

from geodata.tables.descriptor_values import DESCRIPTOR
from geodata.tables.events import located_events
from geodata.tables.files import CHANGELOG, README, companions, read_bytes
from geodata.tables.left_out import without_sources
from geodata.tables.mending import mend
from geodata.tables.observations import DATA_SET, observed_claims
from geodata.tables.reading import Package, read_package
from geodata.tables.schema import RESERVED, Field, Table, number_of_format, table_schema, tables
from geodata.tables.template import write_template
from geodata.tables.told_apart import name_warnings

__all__ = [
    "CHANGELOG",
    "DATA_SET",
    "DESCRIPTOR",
    "README",
    "RESERVED",
    "Field",
    "Package",
    "Table",
    "companions",
    "located_events",
    "mend",
    "name_warnings",
    "number_of_format",
    "observed_claims",
    "read_bytes",
    "read_package",
    "table_schema",
    "tables",
    "without_sources",
    "write_template",
]
