"""An atlas from a stranger who means harm: every text that may be free is a payload for some output.

It is a sound atlas by the schema, so that it is read and drawn; what it says must show as text everywhere and do
nothing. `PAYLOADS` are told apart by a number, so that a test can look for each where it should stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.made_up import Folder

MARK = "pwned"
"""A word in every payload: as a name of a global, a file, or an attribute it must never come to be."""

HOST = "foreign.invalid"
"""A host that must never be asked."""

PAYLOADS = (
    f"<script>window.{MARK}=1</script>",
    f"</script><script>window.{MARK}=1</script>",
    f"<img src=x onerror=window.{MARK}=1>",
    f"<img src=https://{HOST}/{MARK}.png>",
    f'" onmouseover="window.{MARK}=1',
    f"' onfocus='window.{MARK}=1' autofocus '",
    f"<svg onload=window.{MARK}=1>",
    f']]><x xmlns="{MARK}">',
    f"<!--{MARK}",
    f"--><b>{MARK}</b>",
    "{{ cycler.__init__.__globals__.os.system('touch " + MARK + "') }}",
    "{% for x in ().__class__.__mro__ %}" + MARK,
    "{#" + MARK,
    "${window." + MARK + "=1}",
    f"`window.{MARK}=1`",
    f"![{MARK}](https://{HOST}/{MARK}.png)",
    f"[{MARK}](javascript:window.{MARK}=1)",
    f"<javascript:window.{MARK}=1>",
    f"url(https://{HOST}/{MARK})",
    f"red;}} body {{background:url(https://{HOST}/{MARK})}}",
    f"$\\frac{{{MARK}}}$",
    f"$_{{{MARK}",
    f"\\input{{/etc/{MARK}}} % & # _ ^ ~",
    f"}}, title={{{MARK}}}, x={{",
    f'=HYPERLINK("https://{HOST}/{MARK}")',
    f"+{MARK}+1",
    f"-2+3+cmd|' /C {MARK}'!A0",
    f"@SUM({MARK})",
    f"\\u003cscript\\u003e{MARK}",
    f"&lt;script&gt;{MARK}&amp;",
    f"%3Cscript%3E{MARK}%00",
    f"\u202e{MARK}\u202c",
    f"{MARK}:red[x] :material/home: :smile:",
    f"a;b\", {MARK} | ' -- /* */ {MARK}",
    "%s %d {0} {name} " + MARK,
    f"line\\nbreak\\t{MARK}",
)
"""What has acted somewhere, or would if text were taken for something else."""

FREE = {
    "periods.csv": ("label", "note"),
    "sides.csv": ("name", "note"),
    "alliances.csv": ("name", "short_name", "name_fa", "name_ps", "note"),
    "factions.csv": ("name", "short_name", "other_names", "name_fa", "name_ps", "wing", "ideology", "leader", "lineage",
                     "note"),
    "places.csv": ("name", "other_names", "name_fa", "name_ps", "note"),
    "claims.csv": ("statement", "locator", "note"),
    "scopes.csv": ("part",),
    "events.csv": ("statement", "note"),
    "sources.csv": ("title", "author", "publisher", "archived", "note"),
}  # fmt: skip
"""Columns that hold free text, by file: every text column that the schema gives no form."""

FREE_PROPERTIES = ("name", "other_names", "name_fa", "name_ps", "note")
FREE_FACTS = ("title", "description", "version", "control")


def payload(number: int) -> str:
    """The payload of this number, around and around, with the number in it: no two cells are the same."""
    return f"{PAYLOADS[number % len(PAYLOADS)]} {number}"


def hostile_atlas(path: Path, offset: int = 0) -> tuple[Folder, dict[str, str]]:
    """Write the atlas of a stranger.

    Parameters
    ----------
    path : pathlib.Path
        A folder that is not there yet.
    offset : int, optional
        The payload to begin with: with 0 to ``len(PAYLOADS) - 1`` every payload stands once in every cell.

    Returns
    -------
    tuple
        The folder, and each payload that it holds by where it stands.
    """
    folder = Folder(path)
    placed: dict[str, str] = {}
    numbers = _numbers(offset)
    for file, columns in FREE.items():
        rows = folder.rows(file)
        for line, row in enumerate(rows[1:], start=2):
            for column in columns:
                where = f"{file}:{line}:{column}"
                placed[where] = row[rows[0].index(column)] = payload(next(numbers))
        folder.write(file, rows)

    def spoil_shapes(content: dict[str, list[dict[str, dict[str, str]]]]) -> None:
        for number, feature in enumerate(content["features"], start=1):
            for name in FREE_PROPERTIES:
                where = f"provinces.geojson:{number}:{name}"
                placed[where] = feature["properties"][name] = payload(next(numbers))

    def spoil_descriptor(content: dict[str, object]) -> None:
        for name in FREE_FACTS:
            placed[f"datapackage.json:{name}"] = payload(next(numbers))
            content[name] = placed[f"datapackage.json:{name}"]
        for key in ("name", "title"):
            placed[f"datapackage.json:licenses:{key}"] = payload(next(numbers))
        licence = {key: placed[f"datapackage.json:licenses:{key}"] for key in ("name", "title")}
        content["licenses"] = [licence | {"path": f"https://{HOST}/licence"}]
        placed["datapackage.json:keywords"] = payload(next(numbers))
        content["keywords"] = [placed["datapackage.json:keywords"]]
        for language in ("fa", "ps"):
            for key in ("title", "control"):
                placed[f"datapackage.json:{language}:{key}"] = payload(next(numbers))
        content["translations"] = {
            language: {key: placed[f"datapackage.json:{language}:{key}"] for key in ("title", "control")}
            for language in ("fa", "ps")
        }

    shape = {"type": "Polygon", "coordinates": [[[2, 0], [3, 0], [3, 2], [2, 2], [2, 0]]]}
    extra = {
        "neighbours": {"neighbour_id": "far", "name": payload(next(numbers)), "note": payload(next(numbers))},
        "areas": {"place_id": "riverton", "note": payload(next(numbers))},
    }
    for name, properties in extra.items():
        placed |= {f"{name}.geojson:1:{key}": text for key, text in properties.items() if not key.endswith("_id")}
        folder.add_shapes(name, {"type": "Feature", "properties": properties, "geometry": shape})
    folder.edit_json("provinces.geojson", spoil_shapes)
    folder.edit_json("datapackage.json", spoil_descriptor)
    for name in ("README.md", "CHANGELOG.md"):
        lines = [f"# {payload(next(numbers))}", "", *(f"- {one}" for one in PAYLOADS), "", *PAYLOADS]
        lines += ["", f"[ref]: javascript:window.{MARK}=1", f"![x][spy] [x][ref]\n\n[spy]: https://{HOST}/spy.png"]
        (folder.path / name).write_text("\n\n".join(lines), encoding="utf-8")
    return folder, placed


def _numbers(start: int) -> Iterator[int]:
    number = start
    while True:
        yield number
        number += 1
