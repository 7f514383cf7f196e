"""What if: other rules, sources left out, where one more would matter, how far they agree."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from typing import Any, Self

import pandas as pd

from geodata.questions.calls import Calls
from geodata.rule import Rule, agreement_frame, carried, differences_frame, discrepancy_frame
from geodata.tables import without_sources


class Doubt(Calls):
    """Questions about how sure a call is; see `geodata.Atlas`."""

    def without(self, source: str | Iterable[str]) -> Self:
        """Leave out the claims of one source or several, to see what the map would be without them.

        Parameters
        ----------
        source : str or iterable of str
            Identifiers of sources, such as ``"S01"``.

        Returns
        -------
        Atlas
            Another atlas; this one stays as it is. Claims of the sources are gone, and dated events that rest on
            nothing else. Shapes, names and the table of sources stay whole. `left_out` names the sources.

        Raises
        ------
        KeyError
            If there is no such source.

        Examples
        --------
        >>> import geodata
        >>> atlas = geodata.load()
        >>> atlas.without(source="S01").left_out
        ('S01',)
        """
        gone = [source] if isinstance(source, str) else [*source]
        package = without_sources(self.package, gone)
        rule = replace(self.rule, without_sources=(*self.rule.without_sources, *gone))
        return type(self)(package, self.language, rule)

    def read_by(self, rule: Rule) -> Self:
        """The same atlas read by another rule: calls, changes, figures, files and pages follow, and say so.

        Parameters
        ----------
        rule : Rule

        Returns
        -------
        Atlas
            Another atlas; this one stays as it is. All claims are still there: those that do not count stand among the
            other claims of a province.

        Raises
        ------
        KeyError
            If the rule leaves out a source that the atlas has not.

        Examples
        --------
        >>> import geodata
        >>> geodata.load().read_by(geodata.CAUTIOUS).reading
        'rule=cautious'
        """
        known = self.package.tables["sources"]["source_id"]
        for source_id in rule.without_sources:
            self._require(source_id, known, "source")
        own = int(self.package.descriptor["near_days"])
        # Made before the copy is: both readings ask the same engine, which keeps what it has read.
        _ = self._engine
        other = copy(self)
        other.rule = replace(
            rule,
            near_days=None if rule.near_days == own else rule.near_days,
            without_sources=(*rule.without_sources, *self.left_out),
        )
        return other

    def differences(self, rule: Rule) -> pd.DataFrame:
        """What another rule changes, province by province, against this reading of the atlas.

        Parameters
        ----------
        rule : Rule

        Returns
        -------
        pandas.DataFrame
            One row per province and period that differs: ``period_id, province_id, name``; ``kind``: ``other-side``,
            ``other-factions``, ``to-contested``, ``to-unclear``, ``to-partly``, ``to-no-evidence``, ``now-led``,
            ``other-strength`` (the same call, firm or weak) or ``capital-only``; before and after
            ``from_status, to_status, from_side, to_side, from, to`` (tuples of factions),
            ``from_strength, to_strength, from_capital, to_capital``; ``fell_away``: claims that decided, or spoke
            against, and no longer count; ``came_in``: those that now do and did not count.

        Examples
        --------
        >>> import geodata
        >>> found = geodata.load().differences(geodata.Rule(without_sources=["S01"]))
        >>> "other-side" in set(found["kind"])
        False
        """
        rows: list[dict[str, Any]] = []
        for period in self.periods:
            calls = self._call_rows(period.id, self.rule), self._call_rows(period.id, rule)
            rows += self._engine.differences(period, calls, (self.rule, rule))
        return differences_frame(rows)

    def robustness(self, period: str, rule: Rule | None = None, *, province: str | None = None) -> pd.DataFrame:
        """How much each call of a period hangs on single sources: each is left out in turn.

        A call that no single source can change may still hang on several texts that copy each other: see the columns
        ``source_independent`` and ``source_thin`` of `claims`.

        Parameters
        ----------
        period : str
            Identifier of the period.
        rule : Rule, optional
            The atlas's own `rule` if left out.
        province : str, optional
            Identifier of the one province to try; all of the period if left out.

        Returns
        -------
        pandas.DataFrame
            One row per province, in the order of `control`: ``province_id, name, status``; ``sources``, how many speak
            of its countryside in the period; ``deciding``, how many of them the call rests on; ``changing``, how
            many of them, left out in turn, change its status, side or leading factions; ``changed_by`` and, for each
            aspect, ``status_changed_by, side_changed_by, factions_changed_by`` (tuples of ids of sources);
            ``faction_falls_with, side_falls_with``: the smallest sets of sources whose loss changes who leads, and
            which side (a tuple of sets; empty if no three sources do); ``faction_least, side_least``: how many sources
            such a set has, exact from 1 to 3; 4 stands for more than three, 0 for a call that shows nobody, or no side.

        Raises
        ------
        KeyError
            If the atlas has no such period, or no such province in it.

        Examples
        --------
        >>> import geodata
        >>> fragile = geodata.load().robustness("1985").query("changing > 0")
        >>> list(fragile.columns[:5])
        ['province_id', 'name', 'status', 'sources', 'deciding']
        """
        asked = rule or self.rule
        calls = pd.DataFrame(self._calls(period, asked)[["province_id", "name", "status"]])
        if province is not None:
            self._require(province, calls["province_id"], "province")
        found = self._engine.robustness(self.period(period), list(calls["province_id"]), asked, province)
        return calls.merge(found, on="province_id")

    def carried(self, rule: Rule | None = None) -> pd.DataFrame:
        """What each source carries alone: every call that would be another without it.

        Parameters
        ----------
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        pandas.DataFrame
            One row per source and call: ``source_id, title, period_id, province_id, name, changed`` (which of
            ``status, side, factions`` differ), and what the call becomes: ``status, side, factions``. Sources that
            carry most come first; one that carries nothing alone has no row.

        Examples
        --------
        >>> import geodata
        >>> bool(geodata.load().carried()["changed"].map(len).all())
        True
        """
        asked = rule or self.rule
        found = []
        for period in self.periods:
            calls = pd.DataFrame(self._calls(period.id, asked)[["province_id", "name"]])
            trials = self._engine.leave_each_out(period, list(calls["province_id"]), asked)
            found.append(trials.merge(calls, on="province_id").assign(period_id=period.id))
        return carried(pd.concat(found), self.sources)

    def gaps(self, rule: Rule | None = None) -> pd.DataFrame:
        """Where one more source would matter: a reading list for archives.

        For each province and period it names the smallest new claim, by its kind, that would change the call or make
        it firm. What such a claim would say is not guessed.

        Parameters
        ----------
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        pandas.DataFrame
            One row per province and period, ranked: ``rank, period_id, province_id, name, status, strength, n_sources,
            area_km2``; the smallest claim that changes the call: ``change_step`` (1 to 6, from an inferred strong claim
            to a firm dominant one; 7 where no single claim would do), ``change_strength, change_role, change_who`` (a
            tuple: ``shown``, ``same-side``, ``other-side``, ``anybody``); the smallest that makes it firm:
            ``firm_step, firm_role, firm_who`` (always a firm claim; 7 where the call is firm or none would do). First
            what the smaller claim would change, then make firm; among equals where fewer works speak, then the larger
            province.

        Examples
        --------
        >>> import geodata
        >>> geodata.load().gaps().iloc[0]["status"]
        'no-evidence'
        """
        asked = rule or self.rule
        return self._engine.gaps({period: self._call_rows(period.id, asked) for period in self.periods}, asked)

    def agreement(self, rule: Rule | None = None) -> pd.DataFrame:
        """Which share of the works says what of a province, field by field.

        Parameters
        ----------
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        pandas.DataFrame
            One row per province, period, field and value: ``period_id, province_id, name, field`` (``side``,
            ``faction``: parties named, ``role``, ``capital``: its holder), ``value, works`` (how many say so),
            ``of_works`` (how many say anything of the field), ``share``. A work may say more than one thing, so shares
            may add up to more than 1.
        """
        asked = rule or self.rule
        return agreement_frame(*self._evidence_of_all(asked), asked)

    def discrepancy(self, rule: Rule | None = None) -> pd.DataFrame:
        """How often two works differ on a province, field by field, and on the whole.

        Parameters
        ----------
        rule : Rule, optional
            The atlas's own `rule` if left out.

        Returns
        -------
        pandas.DataFrame
            One row per province and period: ``period_id, province_id, name``; ``works``, how many say anything;
            ``side, faction, role, capital``: the part of all pairs of works that say nothing alike of it (0 to 1; None
            where fewer than two works say anything); ``score``, the mean of those that are known.
        """
        asked = rule or self.rule
        return discrepancy_frame(*self._evidence_of_all(asked), asked)
