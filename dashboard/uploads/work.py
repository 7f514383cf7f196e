"""The process that reads what a reader gives: bounded in time and memory, and without a way to the net."""

from __future__ import annotations

import os
import pickle
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from threading import Thread

from dashboard.uploads.answers import Answer, Files, ReadAtlas, Refused, Seen
from dashboard.uploads.limits import GIGABYTE, LARGEST_ANSWER, LARGEST_UNPACKED, MOST_ADDRESSES, MOST_SECONDS
from geodata import AtlasError, Problem

LOOK_SECONDS = 0.5
"""Between two looks whether the server is there."""

ATLAS = "atlas"
MAPPING = "mapping.yaml"
HINT = "Leave out what is not needed; atlas import and atlas serve on a machine of your own have no such limit"

NO_NET = "http://127.0.0.1:9"
"""A proxy that is not there, for libraries that would follow an address in a file."""

VARIABLES: Mapping[str, str] = {
    **dict.fromkeys(("http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY", "GDAL_HTTP_PROXY"), NO_NET),
    # One thread each: every further one takes addresses.
    **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "GDAL_NUM_THREADS", "ARROW_IO_THREADS"), "1"),
    "MALLOC_ARENA_MAX": "2",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
"""Of the environment of the process."""


def work() -> None:
    """Do what is asked for on standard input, answer on standard output, and end.

    The one argument of the process is the number of the server's, which may have ended before anything of this runs.
    """
    bound()
    Thread(target=_end_with, args=(int(sys.argv[1]),), daemon=True).start()
    # What a library prints must not come between.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    folder, files, told, mapping = pickle.load(sys.stdin.buffer)
    written = pickle.dumps(_answered(Path(folder), files, told, mapping), pickle.HIGHEST_PROTOCOL)
    if len(written) > LARGEST_ANSWER:
        written = pickle.dumps(Refused((Problem("more than a page can show", hint=HINT),)))
    answers.write(written)
    answers.flush()
    os._exit(0)


def bound() -> None:
    """Set the limits of this process; the processor time is one more bound, if nobody is left to end it."""
    import resource  # noqa: PLC0415  Not on every system: without it nothing is opened.

    for kind, most in (
        (resource.RLIMIT_AS, MOST_ADDRESSES),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 2 * LARGEST_UNPACKED),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, allowed))


def _end_with(server: int) -> None:
    """End with the server, however that ends: its folder is removed by the next one, and nothing may come into it."""
    while os.getppid() == server:
        time.sleep(LOOK_SECONDS)
    os._exit(1)


def _answered(folder: Path, files: Files, told: Mapping[str, str | None], mapping: str) -> Answer:
    try:
        return answer(folder, files, told, mapping)
    except AtlasError as error:
        return Refused(error.problems)
    except MemoryError:
        return Refused((Problem(f"needs more than {MOST_ADDRESSES // GIGABYTE} GB of memory", hint=HINT),))
    except RecursionError:
        return Refused((Problem("nested too deep", hint="Look at the brackets"),))


def answer(folder: Path, files: Files, told: Mapping[str, str | None], mapping: str = "") -> Answer:
    """Read files: an atlas as it is; shapes and a table by a mapping, or what can be seen in them without one.

    Parameters
    ----------
    folder : pathlib.Path
        An empty one, for the time of the reading.
    files : tuple of tuple of str and bytes
    told : Mapping of str to str or None
        As `geodata.importing.draft_facts` takes it.
    mapping : str, optional
        A mapping as YAML.

    Raises
    ------
    AtlasError
        With everything that is wrong.
    """
    # It takes a second to load, and a broken archive is told without it.
    from dashboard.uploads.kinds import sorted_files  # noqa: PLC0415

    given = sorted_files(files)
    where = folder if given.shapes else folder / ATLAS
    for name, content in given.content.items():
        path = where / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # A name that was there already would be one that the checks took for another.
        with path.open("xb") as handle:
            handle.write(content)
    if not given.shapes:
        return _read(where, ())
    from geodata import importing  # noqa: PLC0415

    if not mapping:
        return Seen(importing.draft_facts(where / given.shapes, where / given.table if given.table else None, told))
    (where / MAPPING).write_text(mapping, encoding="utf-8")
    report = importing.import_atlas(importing.read_mapping(where / MAPPING), folder / ATLAS)
    return _read(folder / ATLAS, tuple(report.lines()))


def _read(folder: Path, report: tuple[str, ...]) -> ReadAtlas:
    from dashboard.assets import map_assets  # noqa: PLC0415
    from dashboard.edition import edition_of  # noqa: PLC0415
    from geodata import export, load  # noqa: PLC0415

    atlas = load(folder)
    name = Path(f"{ATLAS}.zip")
    package = export.contents(atlas, None, name)[name]
    # What the page will have to do for it is tried here, where nobody waits for it.
    map_assets(edition_of(atlas))
    return ReadAtlas(atlas, package, report, atlas.package.warnings)
