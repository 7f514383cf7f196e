"""Which applications are measured, and where the harness finds things in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.peers import PAGE_VARIABLE, STOPS_VARIABLE
from dashboard.served import FOLDER_VARIABLE

ROOT = Path(__file__).parents[1]
ATLAS, FLOOR, PLAIN, WELL_WRITTEN = "atlas", "floor", "plain", "well_written"


@dataclass(frozen=True)
class App:
    """One application.

    Attributes
    ----------
    name, title : str
        Short name, and what it is called in the results.
    script : Path
        What ``streamlit run`` starts.
    panel : str
        CSS selector of the text that Python writes after a move.
    has_map : bool
    environment : Mapping of str to str
        Variables that its server needs.
    """

    name: str
    title: str
    script: Path
    panel: str = ".st-key-panel"
    has_map: bool = True
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def watched(self) -> str:
        """What tells that the page has answered first: ``map``, or ``panel`` where there is no map."""
        return "map" if self.has_map else "panel"


def applications(stops: Sequence[str], folder: Path | None = None) -> tuple[App, ...]:
    """The atlas and its peers; a further peer is one more line here.

    Parameters
    ----------
    stops : sequence of str
        Identifiers of the periods.
    folder : Path, optional
        Folder of the atlas to show; the built-in one without it.
    """
    data = {} if folder is None else {FOLDER_VARIABLE: str(folder.resolve())}
    panel = '[role="status"], [aria-label="Factions"]'
    return (
        App(ATLAS, "the atlas", ROOT / "dashboard" / "app.py", panel, environment=data),
        _peer(FLOOR, "floor: empty fragment, one word", {STOPS_VARIABLE: " ".join(stops)}, has_map=False),
        _peer(WELL_WRITTEN, "well-written st_folium page", data),
        _peer(PLAIN, "plain st_folium page", data),
    )


def _peer(name: str, title: str, environment: Mapping[str, str], has_map: bool = True) -> App:
    script = ROOT / "benchmarks" / "peers" / "app.py"
    return App(name, title, script, has_map=has_map, environment={PAGE_VARIABLE: name, **environment})
