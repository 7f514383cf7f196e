"""Zip files of strangers: each kind that means harm is refused in words, and nothing is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from dashboard.uploads import MOST_FILES
from dashboard.uploads.archive import path_fault, read_archive
from dashboard.uploads.limits import LARGEST_UNPACKED
from geodata import AtlasError
from tests.dashboard.uploads.zips import (
    DEVICE,
    LINK,
    PIPE,
    SOCKET,
    encrypted,
    lying,
    packed,
    packed_strangely,
    renamed_inside,
)

ONE = {"atlas/claims.csv": b"claim_id\n"}

HARMFUL = {
    "out of the folder": (packed({"../claims.csv": b""}), "leads out of the archive"),
    "further out": (packed({"atlas/../../claims.csv": b""}), "leads out of the archive"),
    "from the top": (packed({"/etc/cron.d/claims": b""}), "leads out of the archive"),
    "from a drive": (packed({"C:/claims.csv": b""}), "no plain name of a file"),
    "backslashes": (packed({"..\\claims.csv": b""}), "no plain name of a file"),
    "a null character": (packed({"claims.csv\x00.png": b""}), "no plain name of a file"),
    "turned round": (packed({"claims\u202evsc.exe": b""}), "no plain name of a file"),
    "unseen letters": (packed({"cla\u200bims.csv": b""}), "no plain name of a file"),
    "wide dots": (packed({"\uff0e\uff0e/claims.csv": b""}), "leads out of the archive"),
    "a wide slash": (packed({"atlas\uff0fclaims.csv": b""}), "no plain name of a file"),
    "a link": (packed({"claims.csv": b"/etc/passwd"}, LINK), "a link where a file is due"),
    "a pipe": (packed({"claims.csv": b""}, PIPE), "a device or pipe where a file is due"),
    "a device": (packed({"claims.csv": b""}, DEVICE), "a device or pipe where a file is due"),
    "a socket": (packed({"claims.csv": b""}, SOCKET), "a device or pipe where a file is due"),
    "encrypted": (encrypted(ONE), "encrypted"),
    "packed strangely": (packed_strangely(ONE), "packed in a way that is not read"),
    "one name twice": (packed(ONE, times=2), "stands twice"),
    "one name in two ways": (packed({"Claims.csv": b"1", "claims.CSV": b"2"}), "another name of Claims.csv"),
    "one name in two forms": (packed({"\u00e9.csv": b"1", "e\u0301.csv": b"2"}), "another name of \u00e9.csv"),
    "too many": (packed({f"{number}.csv": b"" for number in range(MOST_FILES + 1)}), f"{MOST_FILES + 1} files"),
    "a bomb that says so": (packed({"a.csv": bytes(LARGEST_UNPACKED // 2 + 1), "b.csv": bytes(LARGEST_UNPACKED // 2)}),
                            "101 MB when unpacked"),
    "a bomb that does not": (lying({"a.csv": bytes(5_000_000)}, 100), "can't be unpacked"),
    "less than it says": (lying(ONE, 50), "not as large as the archive says"),
    "two names for one file": (renamed_inside(ONE, b"xtlas"), "can't be unpacked"),
    "an archive inside": (packed({"atlas.zip": packed(ONE)}), "an archive (zip) inside the archive"),
    "an archive inside, named otherwise": (packed({"a.csv": b"\x1f\x8b\x08"}), "an archive (gzip) inside the archive"),
    "cut off": (packed(ONE)[:-30], "can't be unpacked"),
    "no zip": (b"claim_id,faction_id\n", "no zip file"),
    "a program with a zip behind it": (b"#!/bin/sh\n" + packed(ONE), "no zip file"),
    "nothing": (b"", "no zip file"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HARMFUL)
def test_is_refused_in_words(kind: str) -> None:
    content, told = HARMFUL[kind]
    with pytest.raises(AtlasError) as refused:
        read_archive(content, "given.zip")
    problems = refused.value.problems
    assert told in problems[0].message
    assert {one.file for one in problems} == {"given.zip"}
    assert all(one.hint for one in problems), "each says what to do"


def test_all_that_is_seen_in_the_list_is_told_at_once() -> None:
    with pytest.raises(AtlasError) as refused:
        read_archive(packed({"../a.csv": b"", "b\\c.csv": b""}, LINK), "given.zip")
    assert len(refused.value.problems) == 4


def test_a_sound_one_is_read_without_what_file_managers_put_into_it() -> None:
    members = {"atlas/claims.csv": b"1", "atlas/.DS_Store": b"2", "__MACOSX/atlas/._claims.csv": b"3"}
    assert read_archive(packed(members), "given.zip") == {"atlas/claims.csv": b"1"}


def test_folders_are_none_of_the_files() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.mkdir("atlas")
        archive.writestr("atlas/claims.csv", "1")
    assert read_archive(stream.getvalue(), "given.zip") == {"atlas/claims.csv": b"1"}


@pytest.mark.parametrize("name", ["atlas/claims.csv", "atlas/", "Côte d’Ivoire.csv", "کابل.csv", "with blanks.csv"])
def test_plain_names(name: str) -> None:
    assert path_fault(name) is None
