"""Scripts that make the files of built-in atlases, shapes among them; nothing here runs when an atlas is read."""
