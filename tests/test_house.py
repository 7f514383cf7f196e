"""The house: one door for each room, arrows that point one way, a library that knows nothing of the dashboard."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("geodata", "dashboard")
BUILD = "geodata.build"
"""Maintainers' scripts: they look into every room."""


def modules(package: str) -> dict[str, Path]:
    """Dotted name and file of each module of a package."""
    found = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def room(name: str) -> str:
    """The room of a module: the folder below the package, each view one of its own, a file beside the rooms itself."""
    parts = name.split(".")
    return ".".join(parts[: 3 if parts[:2] == ["dashboard", "views"] else 2])


def imports(path: Path, *, for_types: bool = False) -> Iterator[str]:
    """Dotted names that a file imports anywhere in it, inside functions too.

    What a type checker alone reads (``if TYPE_CHECKING``) moves no data; it counts only if asked for.
    """
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            waiting += [*node.orelse, *(node.body if for_types else [])]
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports by dots: write the whole name"
            base = node.module or ""
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield full if is_module(full) and alias.name not in offered(base) else base
        waiting += ast.iter_child_nodes(node)


def offered(name: str) -> set[str]:
    """What a door offers by name: it may be called as the module that it is made in."""
    path = ROOT.joinpath(*name.split("."), "__init__.py")
    if name.partition(".")[0] not in PACKAGES or not path.is_file():
        return set()
    lists = [node.value for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.Assign)]
    return {one.value for found in lists if isinstance(found, ast.List) for one in found.elts}  # type: ignore[attr-defined]


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def own(name: str) -> bool:
    return name.partition(".")[0] in PACKAGES


def loaded_by(statement: str) -> set[str]:
    """Top-level modules in a fresh interpreter after a statement."""
    script = f"{statement}\nimport sys\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, timeout=300
    )
    return set(done.stdout.split())


def import_all(package: str) -> str:
    return "\n".join(f"import {name}" for name in modules(package))


EVERY = {name: path for package in PACKAGES for name, path in modules(package).items()}


class TestRooms:
    @pytest.mark.parametrize("name", sorted(name for name in EVERY if not name.startswith(BUILD)))
    def test_other_rooms_are_entered_by_their_doors(self, name: str) -> None:
        for used in imports(EVERY[name], for_types=True):
            if own(used) and room(used) != room(name) and used not in PACKAGES:
                a_view_to_show = used == f"{room(used)}.view" and name.startswith("dashboard.shell")
                assert used == room(used) or a_view_to_show, f"{used} is the own business of {room(used)}"

    def test_arrows_between_rooms_point_one_way(self) -> None:
        links: dict[str, set[str]] = {}
        for name, path in EVERY.items():
            used = {room(one) for one in imports(path) if own(one)}
            links.setdefault(room(name), set()).update(used - {room(name)})
        assert any(links.values())
        try:
            TopologicalSorter(links).prepare()
        except CycleError as error:
            pytest.fail(f"imports go round in a circle: {' → '.join(error.args[1])}")

    def test_modules_of_a_room_do_not_go_round_in_a_circle(self) -> None:
        links = {name: {one for one in imports(path) if one in EVERY} - {name} for name, path in EVERY.items()}
        try:
            TopologicalSorter(links).prepare()
        except CycleError as error:
            pytest.fail(f"imports go round in a circle: {' → '.join(error.args[1])}")

    @pytest.mark.parametrize("folder", sorted({path.parent.relative_to(ROOT).as_posix() for path in EVERY.values()}))
    def test_every_room_says_what_it_is(self, folder: str) -> None:
        told = ast.get_docstring(ast.parse((ROOT / folder / "__init__.py").read_text(encoding="utf-8")))
        assert told
        assert len(told.splitlines()[0]) > 10

    def test_the_face_is_short(self) -> None:
        assert len((ROOT / "geodata/atlas.py").read_text(encoding="utf-8").splitlines()) < 300

    def test_the_rule_knows_neither_files_nor_looks(self) -> None:
        waiting, reached = ["geodata.rule"], set()
        while waiting:
            one = waiting.pop()
            for name, path in EVERY.items():
                if room(name) == one:
                    reached |= {room(used) for used in imports(path) if own(used)} - {one}
        assert reached <= {"geodata.dates", "geodata.frames", "geodata.shapes"}


class TestLoaded:
    def test_geodata_loads_neither_streamlit_nor_folium(self) -> None:
        loaded = loaded_by(import_all("geodata"))
        assert "geopandas" in loaded, "the library itself was loaded"
        assert not loaded & {"streamlit", "folium", "branca", "streamlit_folium", "starlette", "dashboard"}

    def test_reading_an_atlas_loads_none_either(self) -> None:
        loaded = loaded_by("import geodata\ngeodata.load().control(geodata.load().periods[0].id)")
        assert not loaded & {"streamlit", "folium", "branca", "streamlit_folium", "dashboard", "matplotlib"}

    def test_map_loads_no_streamlit(self) -> None:
        loaded = loaded_by(import_all("dashboard/map"))
        assert "folium" in loaded
        assert not loaded & {"streamlit", "streamlit_folium"}


class TestThisTest:
    """The walk sees what it should."""

    def test_every_form_of_import(self, tmp_path: Path) -> None:
        path = tmp_path / "one.py"
        lines = [
            "import a.b",
            "from c import d",
            "from geodata import dates, load",
            "if TYPE_CHECKING:",
            "    import t",
        ]
        path.write_text("\n".join([*lines, "def j():", "    import k"]))
        assert set(imports(path)) == {"a.b", "c", "geodata.dates", "geodata", "k"}
        assert "t" in set(imports(path, for_types=True))

    def test_rooms(self) -> None:
        assert room("geodata.rule.grades") == room("geodata.rule") == "geodata.rule"
        assert room("dashboard.views.map.view") == "dashboard.views.map"

    def test_circle_is_found(self) -> None:
        with pytest.raises(CycleError):
            TopologicalSorter({"p": {"p.a"}, "p.a": {"p.b"}, "p.b": {"p.a"}}).prepare()

    def test_loaded_modules_are_seen(self) -> None:
        assert "folium" in loaded_by("import folium")
