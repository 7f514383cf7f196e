"""What the view Compare shows: what changed between two periods, as plain data and HTML."""
