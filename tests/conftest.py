"""Shared fixtures of the journeys, contracts and architecture tests."""
