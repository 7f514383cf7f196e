"""What is imported is declared, what is declared is used, and each lowest version is told."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.packaging.declared import (
    ROOT,
    direct,
    distributions_of,
    extras,
    installed_by,
    left_out_of_the_wheel,
    project,
)
from tests.packaging.floors import floor, floors

OWN = {"geodata", "dashboard", "tests", "benchmarks"}
SHIPPED = ("dashboard", "notebook", "import", "events")
NOT_IMPORTED = {
    "django-js-lib-leaflet": "its files are sent as they are",
    "jupyterlab": "is started by hand",
    "ipykernel": "runs the notebooks",
    "httpx2": "starlette's client for tests sends with it",
    "pytest-xdist": "pytest runs two tests at a time with it",
    "pandas-stubs": "mypy reads it",
    "mypy": "make lint",
    "ruff": "make lint",
    "build": "make bare",
    "pdoc": "make docs",
    "mpld3": "its folder holds the d3 of a page in the benchmarks",
}
"""Distributions that nothing of ours imports, and who needs them."""


def imported(path: Path) -> Iterator[str]:
    """Top-level names that a file imports anywhere in it, by `import_module` with a plain name too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "import_module":
            yield from (
                one.value.partition(".")[0]
                for one in node.args[:1]
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )


def foreign(*folders: str, for_users: bool = False) -> dict[str, set[str]]:
    """Files that import each name which is neither ours nor Python's; if asked for, only those in the wheel."""
    found: dict[str, set[str]] = {}
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if for_users and left_out_of_the_wheel(path.relative_to(ROOT)):
                continue
            for name in imported(path):
                if name not in OWN and name not in sys.stdlib_module_names:
                    found.setdefault(name, set()).add(str(path.relative_to(ROOT)))
    return found


def undeclared(used: dict[str, set[str]], declared: set[str]) -> dict[str, set[str]]:
    return {name: files for name, files in used.items() if not distributions_of().get(name, {name}) & declared}


class TestImports:
    def test_what_the_wheel_imports_comes_with_it_or_an_extra(self) -> None:
        used = foreign("geodata", "dashboard", for_users=True)
        assert used
        assert undeclared(used, set(direct(*SHIPPED))) == {}

    def test_what_maintainers_import_is_installed_for_them(self) -> None:
        assert undeclared(foreign(*OWN), set(direct("dev"))) == {}

    def test_scripts_of_maintainers_are_no_part_of_the_wheel(self) -> None:
        assert left_out_of_the_wheel(Path("geodata/build/package_readme.py"))
        assert left_out_of_the_wheel(Path("dashboard/developing.py"))
        assert not left_out_of_the_wheel(Path("geodata/atlas.py"))

    def test_what_is_declared_is_used(self) -> None:
        used = {name for module in foreign(*OWN) for name in distributions_of().get(module, {module})}
        assert set(direct(*extras())) - used == set(NOT_IMPORTED)

    def test_every_form_of_import_is_seen(self, tmp_path: Path) -> None:
        path = tmp_path / "one.py"
        path.write_text(
            "import a.b\nfrom c.d import e\n"
            "def f():\n    import g\n    return import_module('h.i'), importlib.import_module('j')\n"
        )
        assert sorted(imported(path)) == ["a", "c", "g", "h", "j"]

    def test_an_undeclared_one_is_named_with_its_file(self) -> None:
        assert undeclared({"numpy": {"a.py"}, "folium": {"b.py"}}, {"numpy"}) == {"folium": {"b.py"}}


class TestExtras:
    def test_the_base_brings_neither_page_nor_map_nor_figures(self) -> None:
        base = installed_by()
        assert "geopandas" in base
        assert not base & {"streamlit", "streamlit-folium", "folium", "branca", "uvicorn", "starlette", "matplotlib"}

    def test_each_brings_what_it_is_for(self) -> None:
        assert {"streamlit", "folium", "matplotlib", "uvicorn"} <= installed_by("dashboard")
        assert {"folium", "matplotlib", "jupyterlab"} <= set(direct("notebook"))
        assert "streamlit" not in installed_by("notebook")
        assert not {"pytest", "mypy", "ruff"} & installed_by(*SHIPPED)

    def test_no_address_is_made_up(self) -> None:
        """A project has addresses when it has a home: none of them may lead nowhere."""
        assert all(address.startswith("https://") for address in project().get("urls", {}).values())


class TestFloors:
    def test_every_library_that_users_install_has_one(self) -> None:
        pinned = dict(line.split("==") for line in floors())
        wanted = direct(*SHIPPED)
        only_for_notebooks = {"ipykernel", "jupyterlab"}
        assert {Requirement(name).name for name in pinned} == {
            one.name for name, one in wanted.items() if name not in only_for_notebooks
        }

    def test_it_is_what_the_declaration_allows_and_no_lower(self) -> None:
        for line in floors():
            requirement = direct(*SHIPPED)[Requirement(line).name.lower().replace(".", "-").replace("_", "-")]
            lowest = Version(line.split("==")[1])
            assert requirement.specifier.contains(lowest)
            assert all(lowest <= Version(one.version) for one in requirement.specifier)

    def test_without_a_lowest_version_is_told(self) -> None:
        with pytest.raises(ValueError, match=r"numpy<3 in pyproject\.toml has no lowest version"):
            floor(Requirement("numpy<3"))

    def test_as_a_command(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "tests.packaging.floors"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert done.stdout.splitlines() == floors()
