"""What a reader sees before the scripts of the page have arrived: the map, as a picture inside the page itself."""
