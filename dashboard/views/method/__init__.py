"""Method: how to read the map, the rule, boundaries, gaps and licences."""
