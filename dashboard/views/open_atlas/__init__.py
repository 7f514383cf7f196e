"""Open another atlas: files of a reader, what is what in them, a preview, and the atlas in this page alone."""
