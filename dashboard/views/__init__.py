"""One short page script per view."""
