"""The public pages that are composed of records."""
