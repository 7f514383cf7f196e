"""The face of the library: one object to be asked about an atlas."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from geodata.frames import records
from geodata.looks import ColouringName
from geodata.questions import Doubt
from geodata.tables import read_package
from geodata.telling import Answer, ProvinceCall, answer, atlas_html, capital_words, counted, speaking_as, word

if TYPE_CHECKING:
    from geodata.figure import AtlasFigure, Size

BUILT_IN = Path(__file__).parent / "atlases" / "afghanistan"


class Atlas(Doubt):
    """An atlas: who held what, when, and how we know it.

    Made by `geodata.load`.

    Attributes
    ----------
    title, version : str
        From the data package.
    control_definition : str
        What `control` means in this atlas, in one sentence.
    side_names : dict of str to str
        What each side is called in this atlas.
    readme : str
        Method, gaps and data dictionary of the atlas in Markdown; empty if its folder has no README.md.
    language : str
        Of the labels of dates.
    periods : tuple of Period
        In order of time.
    rule : Rule
        What the rule is asked to do otherwise where no other is given, see `read_by`; `STANDARD` is the atlas's own.
    left_out : tuple of str
        Sources whose claims `without` has left out; empty for a whole atlas.
    sides, factions, alliances, sources, places : pandas.DataFrame
        Tables of the data package, one row per item; the columns are described in the package's data dictionary.
    neighbours : geopandas.GeoDataFrame
        Countries around the provinces (EPSG:4326), for context; empty if the atlas has none.

    Examples
    --------
    >>> import geodata
    >>> atlas = geodata.load()
    >>> [period.label for period in atlas.periods]
    ['1985', '1987', '1988–89']
    """

    def __repr__(self) -> str:
        periods = ", ".join(period.label for period in self.periods)
        told = f", {word('reading', rule=self.reading)}" if self.reading else ""
        name = f"{self.title!r} {self.version}".rstrip()
        return f"<Atlas {name}: {counted('claims', len(self._claims))}, periods {periods}{told}>"

    def _repr_html_(self) -> str:
        facts = {
            "title": self.title,
            "version": self.version,
            "control": self.control_definition,
            "claims": len(self._claims),
            "sources": self._claims["source_id"].nunique(),
            "reading": self.reading,
        }
        statuses = {period.id: list(self.control(period.id)["status"]) for period in self.periods}
        with speaking_as(self):
            return atlas_html(facts, self.periods, statuses)

    def call(self, province: str, period: str) -> ProvinceCall:
        """One call with the claims for and against it; a notebook shows it as a card with citations.

        Parameters
        ----------
        province, period : str
            Identifiers, such as ``"herat"`` and ``"1985"``.

        Returns
        -------
        ProvinceCall

        Raises
        ------
        KeyError
            If the atlas has no such period, or no such province in it.

        Examples
        --------
        >>> import geodata
        >>> geodata.load().call("herat", "1985").deciding["claim_id"].tolist()
        ['C008']
        """
        calls = self.control(period)
        self._require(province, calls["province_id"], "province")
        row = next(one for one in records(calls.drop(columns="geometry")) if one["province_id"] == province)
        names = dict(zip(self.factions["faction_id"], self.factions["name"], strict=True))
        claims = self.claims(province=province, period=period)
        deciding = claims["claim_id"].isin(row["claim_ids"])
        dissenting = claims["claim_id"].isin(row["dissenting_claim_ids"])
        return ProvinceCall(
            row["name"],
            self.period(period).label,
            row,
            tuple(names[faction_id] for faction_id in row["factions"]),
            tuple(names[faction_id] for faction_id in row["part_factions"]),
            capital_words(row["capital_status"], row["capital_changed_hands"], self.side_names),
            claims[deciding],
            claims[dissenting],
            claims[~deciding & ~dissenting],
        )

    def answer(self, place: str, date: str, language: str | None = None) -> Answer:
        """Who held a place on a day, in two or three sentences with the ids behind them.

        Parameters
        ----------
        place : str
            Id or any spelling of a province or a town.
        date : str
            A stop, or a day, month, year or span in EDTF, such as ``"1988-08"``. Where it lies in no stop, the answer
            says so and tells what is known nearest.
        language : str, optional
            One of `geodata.telling.languages`; that of the atlas if left out.

        Returns
        -------
        Answer
            ``print(answer)`` gives the text.

        Raises
        ------
        KeyError
            If the atlas knows no such place.
        ValueError
            If the date can't be read or is open at one end, or the place belonged to several provinces.

        Examples
        --------
        >>> import geodata
        >>> geodata.load().answer("herat", "1985").sentences[0]
        'In 1985 the countryside of Herat was held by Jamiat-i Islami: regional evidence.'
        """
        return answer(self, place, date, language or self.language)

    def plot(
        self,
        period: str | None = None,
        *,
        compare: str | None = None,
        size: Size = "column",
        colour: ColouringName = "faction",
    ) -> AtlasFigure:
        """Draw a figure for print: equal-area, with legend, sources, citation and versions.

        Colours, textures, codes and legend are those of the dashboard, and can be distinguished in grey. The same call
        gives the same bytes when it is saved: ``atlas.plot("1985").savefig("1985.pdf")`` (PNG with 300 dpi, SVG and PDF
        with selectable text; what the figure shows is written into each as text for people who can't see it).

        Parameters
        ----------
        period : str, optional
            Identifier of the period; if left out, one map for each period, of the same scale and with one legend.
        compare : str, optional
            Another period: one map of what changed from the earlier to the later of the two.
        size : {"column", "slide", "poster"}, optional
            A column of a journal (90 mm wide; several maps take two columns), a 16:9 slide, or a poster (A2).
        colour : {"faction", "alliance", "side", "capital", "evidence", "firmness"}, optional
            What the fill means: the leading faction, its alliance or side, who holds the provincial capital, how good
            the evidence is, or how many sources have to fall for the call to change. A map of what changed is about
            factions.

        Returns
        -------
        AtlasFigure
            A `matplotlib.figure.Figure`, shown by a notebook as it is. Its ``alt_text`` says what it shows; ``crs`` is
            the projection of its maps, so that own data can be drawn over them:
            ``own.to_crs(figure.crs).plot(ax=figure.axes[0], aspect=None, zorder=8)``.

        Raises
        ------
        KeyError
            If the atlas has no such period.
        ValueError
            If there is no such size or colouring, `compare` names the period itself or stands alone, or a map of what
            changed is asked for in another colouring.

        Examples
        --------
        >>> import geodata
        >>> figure = geodata.load().plot("1985")
        >>> "Herat: Jamiat-i Islami, held" in figure.alt_text
        True
        """
        # Drawing takes half a second to import, and most questions need none of it.
        from geodata import figure  # noqa: PLC0415

        return figure.plot(self, period, compare, size, colour)


def load(folder: str | Path | None = None) -> Atlas:
    """Load an atlas.

    Parameters
    ----------
    folder : str or pathlib.Path, optional
        Folder of an atlas; the built-in atlas of Afghanistan if left out.

    Returns
    -------
    Atlas

    Raises
    ------
    AtlasError
        If the atlas can't be used; ``.problems`` lists everything that must be mended.

    Examples
    --------
    >>> import geodata
    >>> atlas = geodata.load()
    >>> atlas.control("1988-89").set_index("province_id").loc["kunar", "side"]
    'resistance'
    """
    return Atlas(read_package(BUILT_IN if folder is None else folder))
