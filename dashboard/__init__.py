"""The web dashboard of an atlas."""
