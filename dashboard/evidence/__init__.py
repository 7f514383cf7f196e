"""What the views Evidence and Factions show, as plain data and HTML."""
