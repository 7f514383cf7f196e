"""Run the notebooks; ``python -m tests.notebooks.running`` saves them with new outputs."""

from __future__ import annotations

import base64
import io
import os
import re
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
from nbclient import NotebookClient
from PIL import Image

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "notebooks"
NOTEBOOKS = tuple(sorted(FOLDER.glob("*.ipynb")))
TIMEOUT = 120

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
"""The same for all, and nothing of the machine that ran them."""

NO_NETWORK = """
import socket

def refuse(*args, **kwargs):
    raise OSError("the network is off in tests")

socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
"""

RANDOM_NAME = re.compile(r"(?<=_)[0-9a-f]{32}\b")
STYLED_TABLE = re.compile(r"(?<=T_)[0-9a-f]{5}(?=[_\s\"])")
MISSING = re.compile(r"\b(NaN|None|nan)\b|<NA>")
ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def run(path: Path) -> Any:
    """Run a notebook from top to bottom in a fresh kernel without a network.

    Returns
    -------
    nbformat.NotebookNode
        The notebook with its new outputs; the file stays as it is.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        If a cell fails.
    """
    notebook = nbformat.read(path, as_version=4)
    guard = nbformat.v4.new_code_cell(NO_NETWORK)
    notebook.cells.insert(0, guard)
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=TIMEOUT,
        startup_timeout=TIMEOUT,
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    found = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    client.execute(env={**os.environ, "PYTHONPATH": found})
    notebook.cells.remove(guard)
    return notebook


def tidy(notebook: Any) -> Any:
    """Leave out what differs from run to run and machine to machine; number cells and runs from one."""
    notebook.metadata = nbformat.from_dict(METADATA)
    count = 0
    for position, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{position:02}"
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type != "code":
            continue
        count += 1
        cell.execution_count = count
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = count
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
            for kind, text in output.get("data", {}).items():
                if kind.startswith("text/"):
                    output.data[kind] = _steady(text, count)
                if kind == "image/png":
                    output.data[kind] = _smaller(text)
    return notebook


def told(notebook: Any) -> list[list[str]]:
    """What the outputs of each code cell say in words, apart from spaces; pictures are left out.

    What a cell prints is one text: in how many pieces it comes, and before or after a picture, depends on the load.
    """
    return [_words(cell.outputs) for cell in notebook.cells if cell.cell_type == "code"]


def _words(outputs: list[Any]) -> list[str]:
    printed = "".join(output["text"] for output in outputs if output.output_type == "stream")
    shown = [output.get("data", {}).get("text/plain", "") for output in outputs if output.output_type != "stream"]
    texts = [*([printed] if printed else []), *(text for text in shown if "<Figure" not in text)]
    return [" ".join(MISSING.sub("none", text).split()) for text in texts]


def _steady(text: str, count: int) -> str:
    for pattern, width in ((RANDOM_NAME, 32), (STYLED_TABLE, 5)):
        text = pattern.sub(f"{count:0{width}d}", text)
    return ADDRESS.sub("", text)


def _smaller(picture: str) -> str:
    """The 256 commonest colours of a PNG stay as they are, so those of the factions do; others become the nearest."""
    pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(picture))).convert("RGB")).astype(np.int64)
    colours, places, counts = np.unique(pixels @ [65536, 256, 1], return_inverse=True, return_counts=True)
    channels = np.column_stack([colours >> 16, colours >> 8 & 255, colours & 255])
    palette = channels[np.argsort(-counts, kind="stable")[:256]]
    nearest = np.concatenate(
        [
            ((part[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2).argmin(axis=1)
            for part in np.array_split(channels, len(channels) // 2000 + 1)
        ]
    )
    image = Image.fromarray(nearest[places].reshape(pixels.shape[:2]).astype(np.uint8))
    image.putpalette(palette.astype(np.uint8).tobytes())
    small = io.BytesIO()
    image.save(small, format="PNG", optimize=True)
    return min(picture, base64.b64encode(small.getvalue()).decode("ascii") + "\n", key=len)


def main() -> None:
    """Save all notebooks with the outputs of a new run."""
    for path in NOTEBOOKS:
        nbformat.write(tidy(run(path)), path)
        print(path.relative_to(ROOT), f"{path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
