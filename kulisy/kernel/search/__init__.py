"""Search over everything the house offers; other apps import ``kulisy.kernel.search.api``."""
