"""The commands of ``atlas``, one module each: ``add`` describes it to the parser and names what runs it."""
