"""The clash engine: one question, many small sources, every answer with its facts."""
