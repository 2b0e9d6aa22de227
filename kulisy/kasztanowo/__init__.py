"""Kasztanowo: an invented town whose centre fills the demo. Nothing here is of use elsewhere."""
