"""What the view Timeline shows: dated events with the precision of their dates, as plain data, SVG and HTML."""
