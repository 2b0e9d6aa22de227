"""How posters are drawn: shapes, palettes, and a few compositions for each kind of activity."""
