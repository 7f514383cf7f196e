"""The documents say what is true: their commands and examples run, their links lead somewhere, their numbers hold."""

from __future__ import annotations

import csv
import importlib.util
import os
import re
import shlex
import subprocess
import sys
import textwrap
import tomllib
import urllib.request
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

import geodata
from geodata.build.package_readme import RULE, renew
from geodata.rule import GRADES
from geodata.tables.template import write_template
from tests.made_up import Country
from tests.servers import COMMAND, START_SECONDS, running

ROOT = Path(__file__).parent.parent
ATLAS = ROOT / "geodata" / "atlases" / "afghanistan"
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
ATLAS_README = ATLAS / "README.md"
DOCUMENTS = [
    README,
    CONTRIBUTING,
    ROOT / "CHANGELOG.md",
    ATLAS_README,
    ATLAS / "CHANGELOG.md",
    ATLAS / "LICENSE-DATA.md",
    RULE,
    *sorted((ROOT / "docs").glob("*.md")),
]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks(path: Path, language: str) -> list[tuple[str, str]]:
    """Fenced blocks of a language: the rest of the opening line, and the content."""
    found = re.findall(rf"^( *)```{language}(?: ([^\n]*))?\n(.*?)^\1```$", text_of(path), re.MULTILINE | re.DOTALL)
    return [(info, textwrap.dedent(content)) for _, info, content in found]


def commands(path: Path) -> list[list[str]]:
    return [shlex.split(line) for _, block in blocks(path, "sh") for line in block.splitlines() if line.strip()]


def headings(path: Path) -> list[str]:
    prose = re.sub(r"^ *```.*?^ *```$", "", text_of(path), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"^(#+ .+)$", prose, re.MULTILINE)


def anchor(heading: str) -> str:
    """The anchor that a Markdown page gives a heading."""
    return re.sub(r"[^\w -]", "", heading.lstrip("# ").lower()).replace(" ", "-")


def table(text: str, *header: str) -> list[list[str]]:
    """Rows of the first table with this header."""
    lines = text.split("| " + " | ".join(header) + " |\n", 1)[1].splitlines()[1:]
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


@pytest.fixture(scope="module")
def claims() -> dict[str, dict[str, str]]:
    with (ATLAS / "claims.csv").open(encoding="utf-8", newline="") as handle:
        return {row["claim_id"]: row for row in csv.DictReader(handle)}


class TestLinks:
    @pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
    def test_every_link_leads_somewhere(self, path: Path) -> None:
        for target in re.findall(r"\]\(([^)\s]+)\)", text_of(path)):
            if target.startswith(("http://", "https://")):
                continue
            file, _, fragment = target.partition("#")
            linked = (path.parent / file).resolve() if file else path
            assert linked.is_file(), f"{target} is not there"
            if fragment:
                assert fragment in {anchor(heading) for heading in headings(linked)}, f"{target}: no such heading"

    @pytest.mark.parametrize("path", [README, CONTRIBUTING], ids=lambda path: path.name)
    def test_folders_modules_and_targets_named_are_there(self, path: Path) -> None:
        text = text_of(path)
        for folder in re.findall(r"`([\w./-]+/)`", text):
            assert (ROOT / folder).is_dir(), folder
        for file in re.findall(r"`((?:tests|geodata|dashboard)/[\w./-]+\.(?:py|md))`", text):
            assert (ROOT / file).is_file(), file
        for module in re.findall(r"python -m ([\w.]+)", text):
            assert importlib.util.find_spec(module), module
        for target in re.findall(r"`make ([a-z]+)", text):
            assert re.search(rf"^{target}:", text_of(ROOT / "Makefile"), re.MULTILINE), target

    @pytest.mark.parametrize("package", ["geodata", "dashboard"])
    def test_every_room_is_told(self, package: str) -> None:
        rows = table(text_of(CONTRIBUTING), f"rooms of `{package}`", "a line belongs here if …")
        told = {name for row in rows for name in re.findall(r"`([\w.]+)`", row[0])}
        rooms = {path.parent.name for path in (ROOT / package).glob("*/__init__.py")}
        assert {name for name in told if not name.endswith(".py")} == rooms
        assert all((ROOT / package / name).is_file() for name in told if name.endswith(".py"))


class TestCommands:
    @pytest.mark.parametrize("path", [README, CONTRIBUTING], ids=lambda path: path.name)
    def test_make(self, path: Path) -> None:
        found = [command for command in commands(path) if command[0] == "make"]
        assert ["make", "test"] in found
        for command in found:
            dry = subprocess.run([*command, "-n"], cwd=ROOT, capture_output=True, text=True, check=False)
            assert dry.returncode == 0, dry.stderr

    def test_make_run_takes_a_port(self) -> None:
        assert ["make", "run"] in commands(README)
        assert "`make run PORT=9000`" in text_of(README)
        dry = subprocess.run(["make", "-n", "run", "PORT=9000"], cwd=ROOT, capture_output=True, text=True, check=True)
        assert re.search(r"atlas serve --port 9000$", dry.stdout, re.MULTILINE)

    def test_every_command_in_its_order(self, tmp_path: Path) -> None:
        """As a newcomer types them, in an empty folder."""
        ours = [command for command in commands(README) if command[0] != "make"]
        assert [command[:2] for command in ours] == [["atlas", "new"], ["atlas", "validate"], ["atlas", "serve"]]
        for command in ours:
            if command[1] == "serve":
                served = page_of(command, tmp_path)
                assert "<title>" in served
            else:
                done = run(command, tmp_path)
                assert done.returncode == 0, done.stderr
        assert "nothing to mend" in run(["atlas", "validate", "my-atlas"], tmp_path).stdout

    def test_commands_of_contributing_are_known(self) -> None:
        others = [command for command in commands(CONTRIBUTING) if command[0] != "make"]
        assert others == [["atlas", "validate", "my-atlas"]]

    def test_table_of_commands_is_complete(self) -> None:
        told = {row[0].strip("`").split()[1] for row in table(text_of(README), "command", "does")}
        listed = re.search(r"COMMAND\n(.*)", run(["atlas", "--help"], ROOT).stdout, re.DOTALL)
        assert listed
        assert told == set(re.findall(r"^ {4}(\w+)", listed.group(1), re.MULTILINE))

    def test_exit_codes(self, tmp_path: Path) -> None:
        write_template(tmp_path / "broken")
        (tmp_path / "broken" / "claims.csv").unlink()
        broken = run(["atlas", "validate", "broken"], tmp_path)
        assert (broken.returncode, broken.stdout) == (1, "")
        assert "claims.csv" in broken.stderr
        taken = run(["atlas", "new", "broken"], tmp_path)
        assert taken.returncode == 1
        assert not (tmp_path / "broken" / "claims.csv").exists()
        assert run(["atlas", "serve", "nowhere"], tmp_path).returncode == 1
        assert run(["atlas", "validate"], tmp_path).returncode == 2
        assert run(["atlas", "serve", "--port", "none"], tmp_path).returncode == 2


class TestExamples:
    def test_python(self, tmp_path: Path) -> None:
        examples = blocks(README, "python")
        assert examples
        for _, code in examples:
            done = subprocess.run(
                [sys.executable, "-c", code],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                check=False,
                env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            )
            assert done.returncode == 0, done.stderr
            assert "C110" in done.stdout  # the claims of Kunduz
            assert "kind" in done.stdout  # the changes

    def test_adding_a_claim(self, tmp_path: Path) -> None:
        """The rows of CONTRIBUTING, added one by one to the tables they name, do what it says."""
        folder = write_template(tmp_path / "my-atlas")
        assert call(folder, "south")["status"] == "no-evidence"
        rows = blocks(CONTRIBUTING, "csv")
        assert [file for file, _ in rows] == ["sources.csv", "claims.csv", "scopes.csv"]
        for file, row in rows:
            with (folder / file).open("a", encoding="utf-8", newline="") as handle:
                handle.write(row)
        after = call(folder, "south")
        assert (after["status"], after["faction"], after["grade"]) == ("held", "Blue Party", "direct")
        assert after["claim_ids"] == ("C008",)


class TestCitation:
    @pytest.fixture
    def citation(self) -> dict[str, Any]:
        loaded: dict[str, Any] = yaml.safe_load(text_of(ROOT / "CITATION.cff"))
        return loaded

    def test_has_what_the_format_requires(self, citation: dict[str, Any]) -> None:
        assert citation["cff-version"] == "1.2.0"
        assert citation["message"]
        assert citation["title"]
        assert all(author["name"] for author in citation["authors"])
        assert citation["type"] in ("software", "dataset")

    def test_one_version_everywhere(self, citation: dict[str, Any], afghanistan: geodata.Atlas) -> None:
        project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
        assert str(citation["version"]) == project["version"]
        assert str(citation["preferred-citation"]["version"]) == afghanistan.version
        assert f"Version {afghanistan.version}, {citation['preferred-citation']['year']}." in text_of(ATLAS_README)

    @pytest.mark.parametrize("folder", [ROOT, ATLAS], ids=["program", "data"])
    def test_newest_entry_of_the_changelog_is_this_version(self, citation: dict[str, Any], folder: Path) -> None:
        part = citation if folder == ROOT else citation["preferred-citation"]
        newest = re.search(r"^## \[([\d.]+)\] - (\d{4}-\d\d-\d\d)$", text_of(folder / "CHANGELOG.md"), re.MULTILINE)
        assert newest
        assert newest.group(1) == str(part["version"])
        if folder == ROOT:
            assert newest.group(2) == str(citation["date-released"])

    def test_licences_agree(self, citation: dict[str, Any], afghanistan: geodata.Atlas) -> None:
        project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
        assert citation["license"] == project["license"]
        assert text_of(ROOT / "LICENSE").startswith(f"{project['license']} License")
        assert citation["preferred-citation"]["license"] in {
            licence["name"] for licence in afghanistan.package.descriptor["licenses"]
        }


class TestRule:
    def test_version(self) -> None:
        assert f"This is version {geodata.RULE_VERSION} of it." in text_of(RULE)

    def test_every_grade_in_its_order(self) -> None:
        told = [row[0] for row in table(text_of(RULE), "grade", "the claim is")]
        assert [name.replace(" and ", "-") for name in told] == list(GRADES)

    def test_worked_example(self) -> None:
        """Grades and strengths of the table, and the calls that the text arrives at, come out of its other cells."""
        told = table(text_of(RULE), "claim", "actor", "role", "of", "named", "date", "grade", "strength")
        actors = {
            "Rebels, party not stated": "rebels", "Red Party": "reds", "Green Party": "greens", "The Crown": "crown",
        }  # fmt: skip
        country = Country()
        for claim_id, actor, role, extent, named, date, _, _ in told:
            source = country.source(claim_id, independent=claim_id != "C003")
            where = "north" if extent == "whole" else "north:valley"
            country.claim(actors[actor], where, role=role, date=date, named=named == "yes", source=source)
        readings = country.readings()
        for claim_id, *_, grade, strength in told:
            found = readings.get(claim_id)
            told_of = ("", "") if found is None else (found["grade"], "firm" if found["firm"] else "weak")
            assert told_of == (grade, strength), claim_id
        call = country.call()
        assert (call.status, call.faction_id, call.side_strength, call.strength) == ("held", "reds", "firm", "weak")
        assert (call.why_weak, call.dissenting_claim_ids, call.parts) == (("vague",), ("C003",), ("C005",))
        assert country.call(rule=geodata.Rule(without_sources=("C001",))).status == "unclear"


class TestAtlasReadme:
    def test_generated_parts_are_current(self, afghanistan: geodata.Atlas) -> None:
        current = renew(text_of(ATLAS_README), afghanistan, text_of(RULE))
        assert text_of(ATLAS_README) == current, "run: python -m geodata.build.package_readme"

    @pytest.mark.parametrize("path", [ATLAS_README, RULE], ids=lambda path: path.name)
    def test_headings_start_at_the_second_level(self, path: Path) -> None:
        levels = [len(heading.split()[0]) for heading in headings(path)]
        assert min(levels) == 2
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))

    def test_every_claim_and_source_named_exists(
        self, afghanistan: geodata.Atlas, claims: dict[str, dict[str, str]]
    ) -> None:
        """What was joined or left out keeps its old number in the part about how the research was carried over."""
        text = text_of(ATLAS_README).partition("## How the research was carried over")[0]
        assert set(re.findall(r"\bC\d{3}\b", text)) <= set(claims)
        assert set(re.findall(r"\b[STUW]\d\d\b", text)) <= set(afghanistan.sources["source_id"])

    def test_approximate_lines_told_are_those_of_the_shapes(self, afghanistan: geodata.Atlas) -> None:
        shapes = afghanistan.provinces("1985")
        approximate = set(shapes.loc[shapes["boundary"] == "approximate", "name"])
        rows = table(text_of(ATLAS_README), "province", "what is judged")
        assert {name for row in rows for name in row[0].split(", ")} == approximate


def call(folder: Path, province_id: str) -> dict[str, Any]:
    """The call of the last period."""
    atlas = geodata.load(folder)
    calls = atlas.control(atlas.periods[-1].id)
    record: dict[str, Any] = calls[calls["province_id"] == province_id].to_dict("records")[0]
    return record


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    assert COMMAND.is_file(), "the project is not installed in this environment"
    return subprocess.run([str(COMMAND), *command[1:]], cwd=folder, capture_output=True, text=True, check=False)


def page_of(command: list[str], folder: Path) -> str:
    """Serve on a free port, fetch the page once, end the server."""
    with (
        running([str(COMMAND), *command[1:], "--port"], folder=folder) as address,
        urllib.request.urlopen(address, timeout=START_SECONDS) as answer,
    ):
        return str(answer.read().decode("utf-8"))
