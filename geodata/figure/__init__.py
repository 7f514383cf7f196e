"""Figures for print."""

from geodata.figure.data import Panel, Subject
from geodata.figure.drawing import draw
from geodata.figure.file import FORMATS, AtlasFigure, render
from geodata.figure.page import Size
from geodata.figure.subject import plot

__all__ = [
    "FORMATS",
    "AtlasFigure",
    "Panel",
    "Size",
    "Subject",
    "draw",
    "plot",
    "render",
]
