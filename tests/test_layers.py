"""Which part may use which: the library knows nothing of the dashboard, the map nothing of Streamlit."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def modules(package: str) -> dict[str, Path]:
    """Dotted name and file of each module of a package."""
    found = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(name: str, path: Path) -> Iterator[str]:
    """Dotted names that a module imports anywhere in it, typing-only imports and imports inside functions too."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")
                base = ".".join([*above[: len(above) - node.level + 1], *([node.module] if node.module else [])])
            named = [f"{base}.{alias.name}" for alias in node.names]
            yield from named
            # `from package import module` means the module, any other name is the package's own.
            if not all(_is_module(one) for one in named):
                yield base


def graph(package: str) -> dict[str, set[str]]:
    """Which modules of a package each module imports."""
    known = modules(package)
    return {name: {one for one in imports(name, path) if one in known and one != name} for name, path in known.items()}


def loaded_by(statement: str) -> set[str]:
    """Top-level modules in a fresh interpreter after a statement."""
    script = f"{statement}\nimport sys\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    return set(done.stdout.split())


def import_all(package: str) -> str:
    return "\n".join(f"import {name}" for name in modules(package))


class TestLoaded:
    def test_geodata_loads_neither_streamlit_nor_folium(self) -> None:
        loaded = loaded_by(import_all("geodata"))
        assert "geopandas" in loaded, "the library itself was loaded"
        assert not loaded & {"streamlit", "folium", "branca", "streamlit_folium", "starlette", "dashboard"}

    def test_reading_an_atlas_loads_none_either(self) -> None:
        loaded = loaded_by("import geodata\ngeodata.load().control('1985')")
        assert not loaded & {"streamlit", "folium", "branca", "streamlit_folium", "dashboard"}

    def test_map_loads_no_streamlit(self) -> None:
        names = import_all("dashboard/map")
        assert names.count("import dashboard.map.") >= 3
        loaded = loaded_by(names)
        assert "folium" in loaded
        assert not loaded & {"streamlit", "streamlit_folium"}


class TestWritten:
    @pytest.mark.parametrize("name", sorted(modules("geodata")))
    def test_geodata_imports_nothing_from_above(self, name: str) -> None:
        used = {one.partition(".")[0] for one in imports(name, modules("geodata")[name])}
        assert not used & {"dashboard", "streamlit", "folium", "branca", "streamlit_folium", "starlette", "tests"}

    @pytest.mark.parametrize("name", sorted(modules("dashboard")))
    def test_dashboard_does_not_import_tests(self, name: str) -> None:
        assert "tests" not in {one.partition(".")[0] for one in imports(name, modules("dashboard")[name])}

    @pytest.mark.parametrize("name", sorted(modules("dashboard/map")))
    def test_map_imports_no_page(self, name: str) -> None:
        used = set(imports(name, modules("dashboard/map")[name]))
        forbidden = (
            "streamlit",
            "streamlit_folium",
            "dashboard.page",
            "dashboard.views",
            "dashboard.panels",
            "dashboard.app",
        )
        assert not [one for one in used if one.startswith(forbidden)]

    @pytest.mark.parametrize("package", ["geodata", "dashboard"])
    def test_no_circle(self, package: str) -> None:
        links = graph(package)
        assert any(links.values())
        try:
            TopologicalSorter(links).prepare()
        except CycleError as error:
            pytest.fail(f"imports go round in a circle: {' → '.join(error.args[1])}")

    def test_control_knows_neither_atlas_nor_files(self) -> None:
        links = graph("geodata")
        for pure in (
            "geodata.grades",
            "geodata.control",
            "geodata.capitals",
            "geodata.dates",
            "geodata.changes",
            "geodata.style",
        ):
            reached = _reach(links, pure)
            assert not reached & {"geodata.atlas", "geodata.package", "geodata.template"}, pure


class TestThisTest:
    """The walk sees what it should."""

    def test_every_form_of_import(self, tmp_path: Path) -> None:
        path = tmp_path / "one.py"
        lines = ["import a.b", "from c import d", "from . import e", "from .f import g", "from ..h import i"]
        path.write_text("\n".join([*lines, "def j():", "    import k"]))
        found = set(imports("top.middle.one", path))
        assert {"a.b", "c", "c.d", "top.middle.e", "top.middle.f", "top.middle.f.g", "top.h.i", "k"} <= found

    def test_module_of_a_package_is_not_its_face(self, tmp_path: Path) -> None:
        path = tmp_path / "one.py"
        path.write_text("from geodata import dates\n")
        assert set(imports("geodata.one", path)) == {"geodata.dates"}
        path.write_text("from geodata import dates, load\n")
        assert "geodata" in set(imports("geodata.one", path))

    def test_circle_is_found(self) -> None:
        with pytest.raises(CycleError):
            TopologicalSorter({"p": {"p.a"}, "p.a": {"p.b"}, "p.b": {"p.a"}}).prepare()

    def test_loaded_modules_are_seen(self) -> None:
        assert "folium" in loaded_by("import folium")


def _is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def _reach(links: Mapping[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for one in links.get(waiting.pop(), ()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found
