"""Pages of ``people``: a person's own account, and the list of people backstage."""
