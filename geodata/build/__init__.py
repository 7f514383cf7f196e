"""Scripts that make the derived files of built-in atlases; nothing here runs when an atlas is read."""
