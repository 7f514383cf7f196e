"""The widths in pixels for which a chart is drawn; the style sheet shows the one that fits."""

from pathlib import Path

CHART_STYLE = Path(__file__).with_name("charts.css")
EVIDENCE_STYLE = Path(__file__).with_name("evidence.css")

WIDE, PHONE = 1180, 358
NARROW = 560
"""Below this names stand above what they name, and columns are slimmer."""
