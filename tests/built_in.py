"""The built-in atlas, read once for all tests of a process: none of them changes it."""

import geodata

ATLAS = geodata.load()
