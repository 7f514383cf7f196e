"""Questions about provinces and areas."""

from __future__ import annotations

import geopandas as gpd

from geodata.questions.state import State
from geodata.rule import (
    Rule,
)
from geodata.shapes import announced_in, part_areas


class Places(State):
    """Answers about provinces and areas."""

    def provinces(self, period: str) -> gpd.GeoDataFrame:
        """Province shapes as they stood in a period.

        Parameters
        ----------
        period : str
            Identifier of the period, such as ``"1985"``.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326, one row per province, ordered by province_id; the columns of the data dictionary and
            ``area_km2`` (square kilometres, equal-area EPSG:6933).

        Raises
        ------
        KeyError
            If the atlas has no such period; the message lists those it has.

        Examples
        --------
        >>> import geodata
        >>> len(geodata.load().provinces("1985"))
        29
        """
        return self._shapes(period).copy()

    def announced(self, period: str) -> gpd.GeoDataFrame:
        """Provinces announced but not yet made in a period: outlines for the map, never coloured.

        Parameters
        ----------
        period : str
            Identifier of the period.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326, the columns of the data dictionary; often empty.
        """
        one = self.period(period)
        return announced_in(self.package.provinces, one.start, one.end).reset_index(drop=True)

    def areas(self, period: str, rule: Rule | None = None) -> gpd.GeoDataFrame:
        """What is told of parts of provinces in a period: areas of their own, which give no province a colour.

        Their shapes are a drawing aid and no borders: the shape that the atlas has for the place, or a circle around
        it, cut to the province.

        Parameters
        ----------
        period : str
            Identifier of the period.
        rule : Rule, optional
            As for `control`.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326, one row per place: ``province_id, place_id, place`` (its name), ``status, side, side_strength,
            factions, strength, grade, claim_ids, geometry``, decided from the claims about this part as `control`
            decides. The larger areas come first, so that drawn in this order none hides a smaller one.

        Raises
        ------
        KeyError
            If the atlas has no such period.
        """
        provinces = self.provinces(period)
        parts = self._engine.parts(self.period(period), list(provinces["province_id"]), rule or self.rule)
        radius = float(self.package.descriptor["area_radius_km"])
        return part_areas(
            [{"province_id": one.province_id, "place_id": one.place_id, **vars(one.call)} for one in parts],
            provinces,
            self.places,
            self.package.areas,
            radius,
        )
