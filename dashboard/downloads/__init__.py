"""What a reader takes away: files made when they are asked for, and the list of them for each view."""
