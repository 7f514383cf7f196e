"""Evidence: every claim, how much is known where, and what rests on each source."""
