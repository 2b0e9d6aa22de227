"""Imports in backstage."""
