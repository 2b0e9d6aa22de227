"""Workshop, craft, art, exhibition: what is made and what is shown."""

from kulisy.ui.art.shapes import Arc, at, leaf, turned
from kulisy.ui.art.sheet import Composition, Motif, Sheet

FAMILIES: dict[str, tuple[Composition, ...]] = {}
