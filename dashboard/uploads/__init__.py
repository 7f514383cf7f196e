"""Atlases that readers open: what is let in, the mapping of their answers, the process that reads, the shelf."""

from dashboard.uploads.answers import Answer, Files, ReadAtlas, Refused, Seen
from dashboard.uploads.folders import clear_left_folders
from dashboard.uploads.kinds import ENDINGS
from dashboard.uploads.limits import LARGEST_UPLOAD, MEGABYTE, MOST_FILES, MOST_SECONDS
from dashboard.uploads.mapping import Choices, as_yaml, factions_named, mapping_of
from dashboard.uploads.reading import can_be_bounded, read_files
from dashboard.uploads.session import let_go, opened_here, session_id
from dashboard.uploads.shelf import PREFIX, FullError, OpenedAtlas, Shelf, shelf

__all__ = [
    "ENDINGS",
    "LARGEST_UPLOAD",
    "MEGABYTE",
    "MOST_FILES",
    "MOST_SECONDS",
    "PREFIX",
    "Answer",
    "Choices",
    "Files",
    "FullError",
    "OpenedAtlas",
    "ReadAtlas",
    "Refused",
    "Seen",
    "Shelf",
    "as_yaml",
    "can_be_bounded",
    "clear_left_folders",
    "factions_named",
    "let_go",
    "mapping_of",
    "opened_here",
    "read_files",
    "session_id",
    "shelf",
]
