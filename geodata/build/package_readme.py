"""Keep the generated parts of an atlas's README in step with its data.

The README is written by hand, but for what stands between three pairs of markers: the rule (from
`geodata/rule/rule.md`), the counts (from the tables and the calls) and the data dictionary (from the schema).

::

    python -m geodata.build.package_readme            # rewrites the README of the built-in atlas
    python -m geodata.build.package_readme --check    # says whether it is current, and changes nothing
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from geodata.atlas import Atlas, load
from geodata.build.generated import RenewError, keep_current
from geodata.dates import Period
from geodata.rule import FIRM, GRADES, LED, STATUSES, TELLS_NOBODY, UNNAMED_KINDS, WEAK, Check, Rule
from geodata.tables import Field, Package, tables

README = "README.md"
RULE = Path(__file__).parent.parent / "rule" / "rule.md"
TEMPLATES = Path(__file__).parent / "templates"
READ = ("whole", "part", "opening", "quoted")
"""How much of a source was read."""
ROLE_FIRST = Rule(order=("role", "strength"))
"""The order that is compared with the rule's own, to show which calls depend on it."""


VERDICTS = {"holds": "holds", "does-not-hold": "does not hold", "cannot-be-told": "can't be told"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    return keep_current(
        "package_readme",
        __doc__,
        arguments,
        README,
        lambda committed, folder: renew(committed, load(folder), RULE.read_text(encoding="utf-8")),
    )


def renew(readme: str, atlas: Atlas, rule: str) -> str:
    """Rewrite the generated parts of a README.

    Parameters
    ----------
    readme : str
        The README as it stands.
    atlas : Atlas
        The atlas it describes.
    rule : str
        The rule in words, Markdown.

    Returns
    -------
    str

    Raises
    ------
    RenewError
        If a pair of markers is missing or stands twice.
    """
    parts = {
        "rule": rule,
        "counts": counts(atlas),
        "data dictionary": data_dictionary(atlas.package),
    }
    for name, content in parts.items():
        readme = replace_part(readme, name, content)
    return readme


def replace_part(text: str, name: str, content: str) -> str:
    """Put new content between the markers ``<!-- name: begin -->`` and ``<!-- name: end -->``.

    Raises
    ------
    RenewError
        If the markers do not stand there once each, in this order.

    Examples
    --------
    >>> print(replace_part("<!-- x: begin -->old<!-- x: end -->", "x", "new"))
    <!-- x: begin -->
    <BLANKLINE>
    new
    <BLANKLINE>
    <!-- x: end -->
    """
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    if text.count(begin) != 1 or text.count(end) != 1 or text.index(begin) > text.index(end):
        raise RenewError(f"{README} needs the lines {begin} and {end}, once each and in this order")
    before, _, rest = text.partition(begin)
    after = rest.partition(end)[2]
    return f"{before}{begin}\n\n{content.strip()}\n\n{end}{after}"


def data_dictionary(package: Package) -> str:
    """Describe every column of every table that an atlas has, as Markdown."""
    listed = [one for one in package.descriptor["resources"] if one["name"] in tables()]
    return "\n".join(_table_of(one, package) for one in listed)


def dictionary_of(path: str, description: str, fields: Sequence[Field], key: Sequence[str]) -> str:
    """Describe every column of one table, as Markdown.

    Parameters
    ----------
    path, description : str
        The file, and what it is.
    fields : sequence of Mapping
        As in the schema.
    key : sequence of str
        The columns that name a row.
    """
    notes = ["Key: " + ", ".join(f"`{name}`" for name in key) + "."] if len(key) > 1 else []
    resource = {
        "path": path,
        "description": description,
        "fields": [_field(one, key) for one in fields],
        "notes": notes,
    }
    return _render("data_dictionary.md.j2", resources=[resource])


def counts(atlas: Atlas) -> str:
    """Count what an atlas holds and say what its calls rest on, as Markdown."""
    claims, sources, frames = atlas.claims(), atlas.sources, atlas.package.tables
    cited = set(claims["source_id"]) | set(frames["events"]["source_id"])
    sound = sources["independent"] & ~sources["thin"]
    kinds = [
        {
            "name": kind,
            "sources": len(rows),
            "sound": int(sound[rows.index].sum()),
            "claims": int(claims["source_id"].isin(rows["source_id"]).sum()),
        }
        for kind, rows in sources.groupby("kind")
    ]
    return _render(
        "counts.md.j2",
        claims={
            "rows": len(claims),
            "sentences": claims["sentence_id"].nunique(),
            "stated": _count(claims, "basis", "stated"),
            "inferred": _count(claims, "basis", "inferred"),
            "national": _count(claims, "scope", "national"),
            "located": int((claims["locator"] != "").sum()),
        },
        scopes={
            "rows": len(frames["scopes"]),
            "whole": _count(frames["scopes"], "extent", "whole"),
            "part": _count(frames["scopes"], "extent", "part"),
            "named": int(frames["scopes"]["named"].sum()),
        },
        events={"rows": len(frames["events"]), "reports": len(frames["event_claims"])},
        sources={
            "rows": len(sources),
            "mirrored": int((~sources["independent"]).sum()),
            "thin": int(sources["thin"].sum()),
            "unused": int((~sources["source_id"].isin(cited)).sum()),
            "works": sources["work"].where(sources["work"] != "", sources["source_id"]).nunique(),
            "read": {how: _count(sources, "read", how) for how in READ},
            "unread": _count(sources, "read", ""),
            "dated": int((sources["accessed"] != "").sum()),
            "archived": int((sources["archived"] != "").sum()),
        },
        factions={"rows": len(atlas.factions), "general": int(atlas.factions["kind"].isin(UNNAMED_KINDS).sum())},
        alliances={"rows": len(atlas.alliances)},
        places={"rows": len(atlas.places), "approximate": _count(atlas.places, "position", "approximate")},
        shapes={"rows": len(atlas.package.provinces)},
        kinds=sorted(kinds, key=lambda kind: -kind["sources"]),
        periods=[_period(atlas, period, claims) for period in atlas.periods],
        statuses=STATUSES,
        grades=GRADES,
        checks=[_check(atlas, check) for check in atlas.checks()],
    )


def _table_of(resource: Mapping[str, Any], package: Package) -> str:
    table = tables()[resource["name"]]
    fields = [table.field(column, package.added[table.name]) for column in package.columns(table.name)]
    description = resource.get("description", table.description)
    return dictionary_of(resource["path"], description, [one for one in fields if one is not None], table.key)


def _field(field: Field, key: Sequence[str]) -> dict[str, str]:
    constraints = field.get("constraints", {})
    kind = f"{field['type']}, {field['format']}" if field.get("format") else str(field["type"])
    qualities = [
        kind,
        "key" if [field["name"]] == list(key) else "",
        "required" if constraints.get("required") else "may be empty",
    ]
    additions = [
        "One of: " + ", ".join(f"`{value}`" for value in constraints["enum"]) + "." if constraints.get("enum") else "",
        _limits(constraints),
        f"Unit: {field['unit']}." if field.get("unit") else "",
        "Refers to " + " or ".join(f"`{target}`" for target in field["refers"]) + "." if field.get("refers") else "",
        f"Pattern: `{constraints['pattern']}`." if constraints.get("pattern") else "",
        f"Example: `{_written(field['example'])}`." if "example" in field else "",
    ]
    meaning = " ".join([field["description"], *filter(None, additions)])
    return {
        "name": field["name"],
        "type": ", ".join(filter(None, qualities)),
        "meaning": meaning.replace("|", "\\|").replace("\n", " "),
    }


def _limits(constraints: Mapping[str, Any]) -> str:
    low, high = constraints.get("minimum"), constraints.get("maximum")
    if None not in (low, high):
        return f"From {low} to {high}."
    return "" if low is None and high is None else f"At least {low}." if high is None else f"At most {high}."


def _written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _period(atlas: Atlas, period: Period, claims: pd.DataFrame) -> dict[str, Any]:
    calls = atlas.control(period.id)
    witnesses = claims.set_index("claim_id")
    led = calls["status"].isin(LED)
    firm_side, firm, weak = calls["side_strength"] == FIRM, calls["strength"] == FIRM, calls["strength"] == WEAK
    # Of a province known only in parts nothing is decided: its claims are drawn as they are.
    decided = ~calls["status"].isin(TELLS_NOBODY)
    used = [witnesses.loc[list(ids) if told else []] for ids, told in zip(calls["claim_ids"], decided, strict=True)]
    other_order = atlas.control(period.id, ROLE_FIRST)
    same = pd.Series(
        [
            all(calls.at[row, column] == other_order.at[row, column] for column in ("status", "side", "factions"))
            for row in calls.index
        ]
    )
    lists = {
        "No evidence": calls["status"] == "no-evidence",
        "Contested": calls["status"] == "contested",
        "Contested, on weak evidence": (calls["status"] == "contested") & weak,
        "Unclear": calls["status"] == "unclear",
        "Known only in parts": calls["status"] == "partly",
        "Firm": firm,
        "Corroborated: side and parties on firm claims of two or more works": calls["corroborated"].astype(bool),
        "Side and faction on weak evidence only": led & ~firm_side,
        "Side on firm evidence, faction on weak evidence": led & firm_side & ~firm & calls["names_party"],
        "No party named": led & ~calls["names_party"],
        "Decided by one source sentence": pd.Series([rows["sentence_id"].nunique() == 1 for rows in used]),
        "Decided by sources alone that are not counted as independent": pd.Series(
            [len(rows) > 0 and not rows["source_independent"].any() for rows in used]
        ),
        "Decided by thin sources alone": pd.Series([len(rows) > 0 and rows["source_thin"].all() for rows in used]),
        "Called otherwise if role counted before strength": ~same,
    }
    return {
        "label": period.label,
        "provinces": len(calls),
        "statuses": {status: _count(calls, "status", status) for status in STATUSES},
        "firm": {status: int((firm & (calls["status"] == status)).sum()) for status in STATUSES},
        "grades": {grade: _count(calls, "grade", grade) for grade in GRADES},
        "lines": [{"label": label, "names": _names(calls, chosen)} for label, chosen in lists.items()],
        "capitals": _capitals(calls),
    }


def _check(atlas: Atlas, check: Check) -> dict[str, str]:
    """A sentence about the country beside what the sums of the calls say of it."""
    names = atlas.side_names | dict(zip(atlas.factions["faction_id"], atlas.factions["name"], strict=True))
    value = "" if check.value is None else f" {_quantity(check.measure, check.value)}"
    least, face = _quantity(check.measure, check.sum.firm), _quantity(check.measure, check.sum.firm + check.sum.weak)
    most = "" if check.measure == "towns" else f", at most {_quantity(check.measure, check.sum.most)}"
    return {
        "claim": check.claim_id,
        "period": atlas.period(check.period_id).label,
        "sentence": f"{names[check.subject]}: {check.measure} {check.relation.replace('-', ' ')}{value}",
        "sum": f"firm {least}, with weak calls {face}{most}",
        "verdict": VERDICTS[check.verdict],
    }


def _quantity(measure: str, value: float) -> str:
    return f"{value:.0%}".replace("%", " %") if measure == "area" else f"{value:g}"


def _names(calls: gpd.GeoDataFrame, chosen: pd.Series[bool]) -> list[str]:
    return sorted(calls.loc[chosen.astype(bool), "name"])


def _capitals(calls: gpd.GeoDataFrame) -> str:
    states = calls["capital_status"].value_counts()
    numbers = ", ".join(f"{state} {number}" for state, number in sorted(states.items()))
    changed = _names(calls, calls["capital_changed_hands"])
    whose = f"{'those' if len(changed) > 1 else 'that'} of {', '.join(changed)}" if changed else "none"
    return f"{numbers}; changed hands in the period: {whose}"


def _count(frame: pd.DataFrame, column: str, value: str) -> int:
    return int((frame[column] == value).sum())


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _render(template: str, **values: Any) -> str:
    lines = _environment().get_template(template).render(**values).splitlines()
    compact = [
        line.rstrip() for number, line in enumerate(lines) if line.strip() or (number and lines[number - 1].strip())
    ]
    return "\n".join(compact).strip() + "\n"


if __name__ == "__main__":
    sys.exit(main())
