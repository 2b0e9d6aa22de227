"""Kulisy: one system for a culture centre. Enter a thing once, and everything else follows."""

__version__ = "0.1.0"
