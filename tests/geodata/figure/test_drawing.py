"""Printed figures: what they show, what is written in them, and the same bytes each time."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import numpy as np
import pypdfium2
import pyproj
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch
from PIL import Image

import geodata
from geodata.figure.data import Panel
from geodata.figure.file import FORMATS, AtlasFigure, render, settings
from geodata.figure.hatches import Fill, hatch
from geodata.figure.page import PAPERS
from geodata.figure.text import MOST_NAMED
from geodata.looks import DISSENT, provinces_led
from geodata.looks.style import Style
from geodata.rule import STATUSES
from geodata.tables.template import write_template
from geodata.telling.words import word
from tests.made_up import Folder

pytestmark = pytest.mark.slow

SVG = "{http://www.w3.org/2000/svg}"
MM = 25.4


@pytest.fixture(scope="module")
def squareland(tmp_path_factory: pytest.TempPathFactory) -> geodata.Atlas:
    return geodata.load(write_template(tmp_path_factory.mktemp("atlas") / "squareland"))


@pytest.fixture(scope="module")
def late(afghanistan: geodata.Atlas) -> AtlasFigure:
    return afghanistan.plot("1988-89")


def words_of(figure: AtlasFigure) -> list[str]:
    """What can be read in a figure; halos are the same words in the colour of the paper."""
    return [
        text.get_text()
        for axes in figure.axes
        for text in axes.texts
        if text.get_text() and to_hex(text.get_color()) != "#ffffff"
    ]


def colours_of(figure: AtlasFigure, number: int = 0) -> set[str]:
    return {
        to_hex(patch.get_facecolor())
        for patch in figure.axes[number].patches
        if isinstance(patch, PathPatch) and patch.get_facecolor()[3]
    }


def svg_of(figure: AtlasFigure) -> ElementTree.Element:
    return ElementTree.fromstring(render(figure, "svg"))


def svg_words(root: ElementTree.Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


class TestMap:
    @pytest.mark.parametrize("period", ["1985", "1987", "1988-89"])
    def test_colours_are_those_of_the_style_for_every_province(self, afghanistan: geodata.Atlas, period: str) -> None:
        style, drawn = Style(afghanistan.factions), colours_of(afghanistan.plot(period))
        for call in afghanistan.control(period).to_dict("records"):
            wanted = {ink.colour for ink in hatch(call["geometry"], style.look(call), 0.05) if isinstance(ink, Fill)}
            assert wanted <= drawn, call["province_id"]

    def test_codes_are_printed_as_often_as_the_map_has_them(
        self, afghanistan: geodata.Atlas, late: AtlasFigure
    ) -> None:
        # In each province that is held by the faction alone, with the mark of dissent or without, and in the legend.
        calls = afghanistan.control("1988-89")
        held = calls.loc[calls["status"] == "held", "faction_id"].value_counts()
        codes = afghanistan.factions.set_index("faction_id")["code"]
        printed = [text.removesuffix(DISSENT) for text in words_of(late)]
        for faction_id, provinces in held.items():
            assert printed.count(codes[faction_id]) == provinces + 1, faction_id

    def test_dissent_is_marked(self, afghanistan: geodata.Atlas) -> None:
        for period in ("1985", "1988-89"):
            marked = sum(text.endswith(DISSENT) for text in words_of(afghanistan.plot(period)))
            dissent = int((afghanistan.control(period)["claims_against"] > 0).sum())
            assert marked == (dissent + 1 if dissent else 0), "and once in the legend"

    def test_weaker_evidence_and_no_evidence_are_marked_in_the_map(self, squareland: geodata.Atlas) -> None:
        axes = squareland.plot("1910-11").axes[0]
        # The south has no evidence: its crosses are strokes of their own grey.
        assert "#7b7f87" in {to_hex(patch.get_edgecolor()) for patch in axes.patches}

    def test_dots_of_weaker_evidence(self, late: AtlasFigure) -> None:
        dots = [one for one in late.axes[0].collections if isinstance(one, PathCollection)]
        assert dots
        assert all(one.get_transform().is_affine and len(one.get_offsets()) for one in dots)

    def test_equal_area(self, afghanistan: geodata.Atlas, late: AtlasFigure) -> None:
        provinces = afghanistan.provinces("1988-89")
        drawn = provinces.to_crs(late.crs).area.sum() / 1e6
        assert drawn == pytest.approx(provinces["area_km2"].sum(), rel=1e-4)
        axes, (width, height) = late.axes[0], late.get_size_inches()
        box = axes.get_position()
        by_width = (axes.get_xlim()[1] - axes.get_xlim()[0]) / (box.width * width)
        by_height = (axes.get_ylim()[1] - axes.get_ylim()[0]) / (box.height * height)
        assert by_width == pytest.approx(by_height), "a kilometre is as long upwards as sideways"

    def test_scale_bar_is_as_long_as_it_says(self, late: AtlasFigure) -> None:
        axes = late.axes[0]
        left, right = (next(text for text in axes.texts if text.get_text() == label) for label in ("0", "200 km"))
        assert right.get_position()[0] - left.get_position()[0] == pytest.approx(200_000)

    def test_scale_bar_stands_below_land_that_fills_every_corner(self, squareland: geodata.Atlas) -> None:
        figure = squareland.plot("1910-11")
        axes, land = figure.axes[0], squareland.provinces("1910-11").to_crs(figure.crs).union_all()
        zero = next(text for text in axes.texts if text.get_text() == "0")
        top_of_letters = axes.transData.inverted().transform(zero.get_window_extent().corners())[:, 1].max()
        assert axes.get_ylim()[0] < zero.get_position()[1] < top_of_letters < land.bounds[1]

    def test_own_data_can_be_drawn_over_the_map(self, afghanistan: geodata.Atlas) -> None:
        figure = afghanistan.plot("1985")
        before = render(figure, "png", dpi=50)
        limits = figure.axes[0].get_xlim()
        afghanistan.events("1985").dropna(subset="geometry").to_crs(figure.crs).plot(
            ax=figure.axes[0], aspect=None, color="black", zorder=8, autolim=False
        )
        assert figure.axes[0].get_xlim() == limits
        assert render(figure, "png", dpi=50) != before


class TestLegend:
    def test_counts_are_those_of_the_calls(self, afghanistan: geodata.Atlas) -> None:
        words = words_of(afghanistan.plot("1988-89", size="poster"))
        codes = afghanistan.factions.set_index("faction_id")["code"]
        calls = afghanistan.control("1988-89")
        firm = provinces_led(calls[calls["strength"] == "firm"])
        for faction_id, count in provinces_led(calls).items():
            code = str(codes[faction_id])
            # The codes in the map come first, then the legend: name, code, count.
            last = len(words) - 1 - words[::-1].index(code)
            on_firm = f" ({firm[faction_id]})" if faction_id in firm else ""
            assert words[last + 1] == f"{count}{on_firm}", code

    def test_what_is_not_on_the_map_is_not_in_the_legend(self, afghanistan: geodata.Atlas) -> None:
        early, late = (words_of(afghanistan.plot(period, size="poster")) for period in ("1985", "1988-89"))
        announced = word("line-announced")
        assert announced not in early
        assert announced in late
        changed = "held by the government side, changed"
        assert not any(line.startswith(changed) for line in early)

    def test_one_legend_with_a_column_for_each_period(self, afghanistan: geodata.Atlas) -> None:
        words = words_of(afghanistan.plot())
        labels = [period.label for period in afghanistan.periods]
        at = words.index("Peshawar Seven")
        assert words[at + 1 : at + 4] == labels
        jamiat = words.index("Jamiat-i Islami")
        counts = [str(provinces_led(afghanistan.control(one.id))["jamiat-i-islami"]) for one in afghanistan.periods]
        assert words[jamiat + 2 : jamiat + 5] == counts


class TestNotes:
    def test_sources_citation_licence_projection_and_versions(
        self, afghanistan: geodata.Atlas, late: AtlasFigure
    ) -> None:
        text = " ".join(words_of(late))
        calls = afghanistan.control("1988-89")
        ids = {claim_id for column in ("claim_ids", "capital_claim_ids") for ids in calls[column] for claim_id in ids}
        claims = afghanistan.claims()
        sources = sorted(set(claims.loc[claims["claim_id"].isin(ids), "source_id"]))
        assert f"{len(ids)} claims of {len(sources)} sources" in text
        # Sources have names, and no reader of a picture knows what "S01" is.
        assert not set(re.findall(r"\b[A-Z]{1,2}\d{2,3}\b", text)) & set(sources)
        rests_on = [source_id for ids in calls["source_ids"] for source_id in ids]
        most = max(sources, key=rests_on.count)
        assert afghanistan.sources.set_index("source_id").loc[most, "title"] in text
        assert f"and {len(sources) - MOST_NAMED} more, which the atlas lists." in text
        assert f"Cite as: The control atlas authors, {afghanistan.title}, version {afghanistan.version}" in text
        assert "Creative Commons Attribution 4.0" in text
        assert "Natural Earth" in text
        assert "Lambert azimuthal equal-area projection, centre 34° N, 67.5° E." in text
        assert f"Atlas version {afghanistan.version}, rule {geodata.RULE_VERSION}." in text
        assert "The strongest organised presence in the countryside" in text

    def test_few_sources_are_all_named_first_those_that_most_calls_rest_on(self, folder: Folder) -> None:
        # The north is the blues' by the book, the capital of the south the Crown's by the newspaper: a call each way.
        text = " ".join(words_of(folder.load().plot("1900", size="poster")))
        book, paper = (
            "A. N. Author, A History of Squareland (1950)",
            "The Made-up Times, Letters from Squareland (1912)",
        )
        assert f"decided these calls: {book}; {paper}." in text or f"decided these calls: {paper}; {book}." in text

    def test_sources_left_out_are_named(self, afghanistan: geodata.Atlas) -> None:
        figure = afghanistan.without(source="S01").plot("1985")
        assert "Not the atlas’s own reading: without=S01." in " ".join(words_of(figure))

    def test_alt_text_tells_every_province(self, afghanistan: geodata.Atlas, late: AtlasFigure) -> None:
        for name in afghanistan.control("1988-89")["name"]:
            assert f"{name}: " in late.alt_text
        # A newspaper of December 1988 and a Soviet historian have Paktika with the resistance; nothing tells of Nimruz.
        assert "Paktika: Mujahideen, party not stated, held, direct evidence" in late.alt_text
        assert f"Nimruz: {word('call-no-evidence')}" in late.alt_text
        numbers = afghanistan.control("1988-89")["status"].value_counts()
        assert f"Held {numbers['held']}, shared {numbers['shared']}, contested {numbers['contested']}" in late.alt_text
        assert f"known only in parts {numbers['partly']}, " in late.alt_text
        assert f" {numbers['no-evidence']}; " in late.alt_text


class TestChange:
    def test_what_changed_is_drawn_and_listed(self, afghanistan: geodata.Atlas) -> None:
        figure = afghanistan.plot("1987", compare="1985", size="slide")
        words = words_of(figure)
        kinds = afghanistan.changes("1985", "1987")["kind"].value_counts()
        assert figure.title.endswith("What changed: 1985 to 1987"), "in order of time whatever the call says"
        assert any(text.startswith(f"Now unclear ({kinds['now-unclear']}): ") for text in words)
        assert f"Unchanged ({kinds['unchanged']})" in words, "what stayed is grey on the map and listed nowhere"
        assert any(text.startswith("Changed hands") for text in words) == ("changed-hands" in kinds)
        assert "JAM→?" in words, "Balkh"
        assert "Balkh from Jamiat-i Islami to unclear" in figure.alt_text
        assert "need not be one on the ground" in " ".join(words)

    def test_unchanged_provinces_are_grey(self, squareland: geodata.Atlas) -> None:
        first, second = (period.id for period in squareland.periods[:2])
        unchanged = (squareland.changes(first, second)["kind"] == "unchanged").sum()
        grey = [
            patch
            for patch in squareland.plot(first, compare=second).axes[0].patches
            if to_hex(patch.get_facecolor()) == "#e3e6ea"
        ]
        assert len(grey) == unchanged

    def test_nothing_to_compare(self, squareland: geodata.Atlas) -> None:
        first = squareland.periods[0].id
        with pytest.raises(ValueError, match="is the period itself"):
            squareland.plot(first, compare=first)
        with pytest.raises(ValueError, match="needs a period"):
            squareland.plot(compare=first)


class TestFiles:
    def test_same_bytes_whoever_draws(self, late: AtlasFigure, tmp_path: Path) -> None:
        # Another process with another hash seed, another day and settings of its own.
        own = "font.size: 30\nsvg.fonttype: path\nlines.linewidth: 9\nfont.family: serif\n"
        (tmp_path / "matplotlibrc").write_text(own, encoding="utf-8")
        script = (
            "import geodata, sys\n"
            "figure = geodata.load().plot('1988-89')\n"
            "for name in sys.argv[1:]: figure.savefig(name)"
        )
        files = [tmp_path / f"other.{file_format}" for file_format in FORMATS]
        settings = {"PYTHONHASHSEED": "2", "MATPLOTLIBRC": str(tmp_path), "SOURCE_DATE_EPOCH": "86400"}
        command = [sys.executable, "-c", script, *map(str, files)]
        subprocess.run(command, env={**os.environ, **settings}, check=True, timeout=300)
        for path, file_format in zip(files, FORMATS, strict=True):
            assert path.read_bytes() == render(late, file_format), file_format

    def test_png_has_print_resolution_and_a_description(self, late: AtlasFigure, tmp_path: Path) -> None:
        late.savefig(tmp_path / "one.png")
        with Image.open(tmp_path / "one.png") as picture:
            assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
            assert picture.width == pytest.approx(90 / MM * 300, abs=1)
            assert picture.info["Description"] == late.alt_text
            assert "Creation Time" not in picture.info

    def test_svg_is_text_with_title_and_description(self, late: AtlasFigure) -> None:
        root = svg_of(late)
        assert root[0].tag == f"{SVG}title"
        assert root[0].text == late.title
        assert root[1].tag == f"{SVG}desc"
        assert root[1].text == late.alt_text
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
        words = svg_words(root)
        assert "Peshawar Seven" in words
        assert any(text.startswith("NASR/SHU") for text in words), "Bamyan is shared"

    def test_svg_asks_nobody_for_anything(self, late: AtlasFigure) -> None:
        root = svg_of(late)
        links = [value for element in root.iter() for key, value in element.attrib.items() if key.endswith("href")]
        assert all(link.startswith("#") for link in links)
        assert not list(root.iter(f"{SVG}image")), "all of it is drawn, nothing is a picture of dots"

    def test_pdf_has_selectable_text_and_metadata(self, late: AtlasFigure, tmp_path: Path) -> None:
        late.savefig(tmp_path / "one.pdf")
        document = pypdfium2.PdfDocument(tmp_path / "one.pdf")
        facts = document.get_metadata_dict()
        assert facts["Title"] == late.title
        assert facts["Subject"] == late.alt_text
        assert facts["CreationDate"] == ""
        text = document[0].get_textpage().get_text_range()
        for wanted in ("Peshawar Seven", "Jamiat-i Islami", "1988–89", "NASR/SHU", "Cite as:"):
            assert wanted in text
        assert document[0].get_size()[0] == pytest.approx(90 / MM * 72, abs=0.5)
        document.close()

    def test_other_endings_are_matplotlib_s_own_affair(self, squareland: geodata.Atlas) -> None:
        with pytest.raises(ValueError, match="not supported"):
            squareland.plot("1900").savefig(io.BytesIO(), format="doc")

    def test_settings_of_the_user_stay_as_they_were(self, squareland: geodata.Atlas) -> None:
        with mpl.rc_context({"font.size": 31.0}):
            squareland.plot("1900").savefig(io.BytesIO(), format="svg")
            assert mpl.rcParams["font.size"] == 31.0

    def test_notebooks_show_the_picture_with_its_text(self, squareland: geodata.Atlas) -> None:
        figure = squareland.plot("1900")
        png, facts = figure._repr_png_()
        assert Image.open(io.BytesIO(png)).width == pytest.approx(90 / MM * 220, abs=1)
        assert facts["alt"] == figure.alt_text


class TestGrey:
    def test_provinces_of_different_status_differ_without_colour(self, late: AtlasFigure) -> None:
        picture = Image.open(io.BytesIO(render(late, "png"))).convert("L")
        grey = np.asarray(picture)
        height = grey.shape[0]
        axes = late.axes[0]

        def patch(longitude: float, latitude: float) -> float:
            """How uneven the grey is around a point: textures are, plain fills are not."""
            x, y = pyproj.Transformer.from_crs("EPSG:4326", late.crs, always_xy=True).transform(longitude, latitude)
            column, row = axes.transData.transform((x, y)) * 300 / late.dpi
            return float(grey[int(height - row) - 9 : int(height - row) + 9, int(column) - 9 : int(column) + 9].std())

        paktika, kandahar, badakhshan, nimruz = (
            patch(*at) for at in ((69.0, 32.6), (65.5, 30.3), (70.9, 36.6), (62.3, 30.1))
        )
        assert paktika < 1, "held on firm evidence: one even grey"
        assert min(kandahar, badakhshan, nimruz) > 8, "shared, weaker and no evidence: each a texture"


class TestSizes:
    @pytest.mark.parametrize(
        ("size", "millimetres"), [("slide", (960 / 72 * MM, 540 / 72 * MM)), ("poster", (594, 420))]
    )
    @pytest.mark.parametrize("period", ["1985", "1988-89", None])
    def test_everything_is_on_the_paper(
        self, afghanistan: geodata.Atlas, size: str, millimetres: tuple[float, float], period: str | None
    ) -> None:
        figure = afghanistan.plot(period, size=size)  # type: ignore[arg-type]
        assert tuple(figure.get_size_inches() * MM) == pytest.approx(millimetres, abs=0.1)
        assert_nothing_overflows(figure)

    def test_column_is_as_wide_as_a_column(self, afghanistan: geodata.Atlas, late: AtlasFigure) -> None:
        assert late.get_size_inches()[0] * MM == pytest.approx(90)
        for figure in (late, afghanistan.plot(), afghanistan.plot("1985", compare="1988-89")):
            assert_nothing_overflows(figure)
            assert figure.get_size_inches()[1] * MM < 240, "it fits a page"

    def test_letters_can_be_read_in_print(self, late: AtlasFigure) -> None:
        # Journals ask for about 5 points at least.
        sizes = [text.get_fontsize() for axes in late.axes for text in axes.texts]
        assert min(sizes) > 4

    def test_unknown_size_lists_those_there_are(self, squareland: geodata.Atlas) -> None:
        with pytest.raises(ValueError, match="column, slide, poster"):
            squareland.plot("1900", size="stamp")  # type: ignore[arg-type]
        assert list(PAPERS) == ["column", "slide", "poster"]

    def test_unknown_period_lists_those_there_are(self, squareland: geodata.Atlas) -> None:
        with pytest.raises(KeyError, match="1910-11"):
            squareland.plot("1801")


class TestOtherAtlases:
    @pytest.mark.parametrize("size", list(PAPERS))
    def test_made_up_country(self, squareland: geodata.Atlas, size: str) -> None:
        figure = squareland.plot(size=size)  # type: ignore[arg-type]
        assert_nothing_overflows(figure)
        assert len(figure.axes) == len(squareland.periods) + 1

    def test_signs_of_formulas_and_markup_are_printed_as_they_are(self, folder: Folder) -> None:
        text = (folder.path / "factions.csv").read_text(encoding="utf-8")
        (folder.path / "factions.csv").write_text(
            text.replace("Blue Party", "Blue $x_1$ <b>&amp; Co"), encoding="utf-8"
        )
        # A slide has room for the name in one line.
        figure = geodata.load(folder.path).plot("1900", size="slide")
        root = svg_of(figure)
        assert any("Blue $x_1$ <b>&amp; Co" in line for line in svg_words(root))
        assert "Blue $x_1$ <b>&amp; Co" in (root[1].text or "")

    def test_nobody_led_anywhere(self, folder: Folder) -> None:
        for table in ("claims", "scopes", "events", "event_claims"):
            path = folder.path / f"{table}.csv"
            path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
        atlas = geodata.load(folder.path)
        figure = atlas.plot("1900")
        assert "Evidence: 0 claims of 0 sources" in " ".join(words_of(figure))
        assert colours_of(figure) >= {"#ffffff"}


def test_panel_counts_weaker_evidence_once_more(afghanistan: geodata.Atlas) -> None:
    calls = afghanistan.control("1988-89")
    panel = Panel.of(
        afghanistan.period("1988-89"),
        (afghanistan.provinces("1988-89"), afghanistan.announced("1988-89")),
        calls,
        afghanistan.claims(period="1988-89"),
        afghanistan.places,
    )
    weak = (calls["strength"] == "weak").sum()
    counts = panel.counts()
    assert counts["weak"] == weak
    assert sum(counts[status] for status in STATUSES) == len(calls) == 29


def assert_nothing_overflows(figure: AtlasFigure) -> None:
    """Every text stands on the paper, and no line of the legend or the notes runs into another."""
    with settings():
        _check_texts(figure)


def _check_texts(figure: AtlasFigure) -> None:
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    paper = figure.bbox
    page = figure.axes[-1]
    boxes = []
    for axes in figure.axes:
        for text in axes.texts:
            box = text.get_window_extent(renderer)
            assert box.x0 >= paper.x0 and box.x1 <= paper.x1, text.get_text()  # noqa: PT018
            assert box.y0 >= paper.y0 and box.y1 <= paper.y1, text.get_text()  # noqa: PT018
            if axes is page:
                boxes.append((text.get_text(), box))
    for number, (first, one) in enumerate(boxes):
        for second, other in boxes[number + 1 :]:
            width = min(one.x1, other.x1) - max(one.x0, other.x0)
            height = min(one.y1, other.y1) - max(one.y0, other.y0)
            overlaps = width > 1 and height > 0.25 * min(one.height, other.height)
            assert not overlaps, f"{first!r} and {second!r}"
