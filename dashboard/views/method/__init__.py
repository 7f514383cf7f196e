"""Method: how to read the map, the rule, boundaries and gaps."""
