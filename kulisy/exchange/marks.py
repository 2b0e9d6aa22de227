"""Which keys a reading has met, in a table that never grows."""

import hashlib
from array import array

# A reading is bounded (``decoding.MOST_ENTRIES``), and each entry leaves two marks at most: the
# table stays less than two thirds full. A set of the keys would grow with the file instead.
SLOTS = 1 << 16


class Marks:
    """Keys by eight bytes of their digest; two of 20,000 share one once in a hundred billion."""

    def __init__(self) -> None:
        self.slots = array("Q", [0]) * SLOTS

    def __contains__(self, key: str) -> bool:
        mark = _mark(key)
        return self.slots[self._place(mark)] == mark

    def add(self, key: str) -> None:
        mark = _mark(key)
        self.slots[self._place(mark)] = mark

    def _place(self, mark: int) -> int:
        """Where the mark stands, or where it would."""
        at = mark % SLOTS
        while self.slots[at] not in {0, mark}:
            at = (at + 1) % SLOTS
        return at


def _mark(key: str) -> int:
    digest = hashlib.blake2b(key.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) or 1  # 0 is an empty place
