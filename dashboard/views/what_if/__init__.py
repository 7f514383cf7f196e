"""What if: the choices that another reading of the atlas is made of, what differs, and where a source would matter."""

from dashboard.views.what_if.html import differences_html, lab_html, reading_list_html

__all__ = ["differences_html", "lab_html", "reading_list_html"]
