"""The page that `atlas publish` writes, served as a file: ``python -m benchmarks.peers.published PORT``."""

from __future__ import annotations

from benchmarks.peers import saved, shared
from dashboard.publish import publish

if __name__ == "__main__":
    saved.serve(publish(shared.atlas()))
