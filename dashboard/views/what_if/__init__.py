"""What if: the choices that another reading of the atlas is made of, what differs, and where a source would matter."""

from pathlib import Path

from dashboard.views.what_if.html import differences_html, lab_html, reading_list_html

__all__ = ["STYLE", "differences_html", "lab_html", "reading_list_html"]

STYLE = Path(__file__).with_name("what-if.css")
"""Style sheet of the laboratory and of what stands below the map."""
