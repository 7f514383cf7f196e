"""Factions: a card for each, by alliance."""
