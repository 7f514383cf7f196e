"""The program where only a part of its libraries is installed: what is there works, what is not says what to install.

An environment is played by hiding what it would not have. ``make bare`` makes a real one, with the wheel and nothing
else, and runs the tests of the bare environment in it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.declared import ROOT, installed_by, modules_missing_in

REAL = os.environ.get("ATLAS_BARE_PYTHON")
"""Interpreter of an environment that has the wheel alone."""

HIDE = """
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {missing}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Hidden())
"""
LIMIT_SECONDS = 600


def python(code: str, *arguments: str, folder: Path, having: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run code where the base and these extras are installed."""
    real = REAL if not having else None
    if real is None:
        code = HIDE.format(missing=sorted(modules_missing_in(installed_by(*having)))) + code
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if real is None:
        environment["PYTHONPATH"] = str(ROOT)
    return subprocess.run(
        [real or sys.executable, "-c", code, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_SECONDS,
    )


def atlas(*arguments: str, folder: Path, having: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    code = "import sys\nfrom dashboard.cli import main\nsys.exit(main(sys.argv[1:]))"
    return python(code, *arguments, folder=folder, having=having)


class TestBare:
    def test_an_atlas_is_begun_checked_and_exported(self, tmp_path: Path) -> None:
        begun = atlas("new", "mine", folder=tmp_path)
        assert begun.returncode == 0, begun.stderr
        checked = atlas("validate", "mine", folder=tmp_path)
        assert checked.returncode == 0, checked.stderr
        assert "nothing to mend" in checked.stdout

    @pytest.mark.parametrize("ending", ["geojson", "gpkg", "parquet", "csv", "zip", "bib", "json"])
    def test_every_format_is_written(self, ending: str, tmp_path: Path) -> None:
        of_a_period = ["--period", "1985"] if ending in ("geojson", "gpkg", "parquet", "csv") else []
        done = atlas("export", *of_a_period, f"out.{ending}", folder=tmp_path)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / f"out.{ending}").stat().st_size > 0

    @pytest.mark.parametrize(
        ("command", "extra"),
        [
            (["serve"], "dashboard"),
            (["publish", "out.html"], "dashboard"),
            (["figure", "--period", "1985", "out.png"], "figure"),
        ],
        ids=["serve", "publish", "figure"],
    )
    def test_what_is_not_installed_is_named(self, command: list[str], extra: str, tmp_path: Path) -> None:
        done = atlas(*command, folder=tmp_path)
        assert done.returncode == 2
        assert done.stderr.startswith("atlas: ")
        assert done.stderr.endswith(f'which is not installed: pip install "control-atlas[{extra}]"\n')
        assert len(done.stderr.splitlines()) == 1
        assert done.stdout == ""
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("command", ["serve", "validate", "new", "export", "figure", "publish"])
    def test_every_command_is_explained(self, command: str, tmp_path: Path) -> None:
        done = atlas(command, "--help", folder=tmp_path)
        assert done.returncode == 0, done.stderr
        assert f"usage: atlas {command}" in done.stdout

    def test_the_map_of_a_notebook_names_its_extra(self, tmp_path: Path) -> None:
        code = (
            "try:\n    from dashboard.map import explore\n"
            "except ImportError as error:\n    print(error)\nelse:\n    print('it is there')"
        )
        done = python(code, folder=tmp_path)
        assert done.stdout.endswith('which is not installed: pip install "control-atlas[notebook]"\n'), done.stderr

    def test_a_figure_of_the_library_names_its_extra(self, tmp_path: Path) -> None:
        code = (
            "import geodata\natlas = geodata.load()\n"
            "try:\n    atlas.plot('1985')\nexcept ImportError as error:\n    print(error)"
        )
        done = python(code, folder=tmp_path)
        assert done.stdout.endswith('which is not installed: pip install "control-atlas[figure]"\n'), done.stderr


class TestExtras:
    @pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
    def test_with_matplotlib_figures_are_drawn(self, ending: str, tmp_path: Path) -> None:
        done = atlas("figure", "--period", "1985", f"out.{ending}", folder=tmp_path, having=("figure",))
        assert done.returncode == 0, done.stderr
        assert (tmp_path / f"out.{ending}").stat().st_size > 0

    def test_a_notebook_has_its_map_without_a_server(self, tmp_path: Path) -> None:
        code = (
            "import geodata, sys\nfrom dashboard.map import explore\n"
            "explore(geodata.load(), '1985').save('map.html')\nprint('streamlit' in sys.modules)"
        )
        done = python(code, folder=tmp_path, having=("notebook",))
        assert done.stdout == "False\n", done.stderr
        assert "<html" in (tmp_path / "map.html").read_text(encoding="utf-8")

    def test_the_dashboard_publishes_and_has_a_server(self, tmp_path: Path) -> None:
        done = atlas("publish", "out.html", folder=tmp_path, having=("dashboard",))
        assert done.returncode == 0, done.stderr
        server = python("import dashboard.server.process", folder=tmp_path, having=("dashboard",))
        assert server.returncode == 0, server.stderr

    def test_a_module_of_ours_that_is_not_there_is_no_missing_extra(self, tmp_path: Path) -> None:
        code = "from geodata.extras import extra\nwith extra('figure', 'Drawing'):\n    import geodata.no_such_module"
        done = python(code, folder=tmp_path, having=("figure",))
        assert "ModuleNotFoundError: No module named 'geodata.no_such_module'" in done.stderr


@pytest.mark.skipif(REAL is None, reason="the wheel is made by make bare")
class TestWheel:
    def test_has_the_atlases_and_not_the_scripts_of_maintainers(self, tmp_path: Path) -> None:
        code = (
            "import json, geodata, importlib.util\nfrom pathlib import Path\n"
            "folder = Path(geodata.__file__).parent\n"
            "print(json.dumps([str(folder), sorted(one.name for one in (folder / 'atlases').iterdir()),"
            " importlib.util.find_spec('geodata.build') is None, (folder / 'py.typed').is_file()]))"
        )
        folder, atlases, without_scripts, typed = json.loads(python(code, folder=tmp_path).stdout)
        assert "site-packages" in folder
        assert {"afghanistan", "template"} <= set(atlases)
        assert without_scripts
        assert typed
