"""Backup and restore: one file that holds a centre, readable on either database engine."""
