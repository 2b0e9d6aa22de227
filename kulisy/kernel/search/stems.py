"""From a Polish word to the root it shares with its relatives: ``ceramika``, ``ceramiczny``.

A search stem, not linguistics: it only has to be the same for words a visitor holds to be the same.
All words here are folded (see ``analysis.fold``), so letters are plain ASCII.
"""

import re

SHORTEST_ROOT = 3

# Relatives that no rule of endings brings together, all from the language of culture centres.
FAMILIES = {
    "taniec": ("taneczny", "tanczyc", "tancerz", "tancerka"),
    "dziecko": ("dzieciecy", "dziecinny"),
    "swieto": ("swiateczny", "swietowac"),
    "lato": ("letni",),
    "wiosna": ("wiosenny",),
    "jesien": ("jesienny",),
    "noc": ("nocny",),
    "literatura": ("literacki",),
    "rysunek": ("rysowac", "rysownik"),
    "spiew": ("spiewac", "spiewaczy", "spiewak"),
    "malarstwo": ("malowac",),
    "miasto": ("miejski",),
    "wies": ("wiejski",),
    "ksiazka": ("ksiega",),
    "szydelko": ("szydelkowac",),
    "recytacja": ("recytatorski", "recytowac"),
    "rzezba": ("rzezbic", "rzezbiarz", "rzezbiarski"),
    "poezja": ("poetycki", "poeta"),
    "gra": ("grac",),
    "ferie": ("feryjny",),
    "wystawa": ("wystawienniczy", "wystawiac"),
    "wolontariat": ("wolontariusz", "wolontariacki"),
}
_ROOT_OF = {relative: head for head, family in FAMILIES.items() for relative in family}

_VERB = re.compile(r"(?:owac|ywac|iwac|iac|ac|ic|yc|ec)$")
_FINAL_VOWELS = re.compile(r"(?:i[aeou]|um|[aeiouy])$")

# (ending of the stripped lemma, what replaces it, fewest letters that must stay before it)
_DERIVATIONS = (
    ("iczn", "ik", 3),  # ceramiczny, fotograficzny
    ("yczn", "yk", 3),  # muzyczny, plastyczny
    ("czn", "k", 3),  # jarmarczny
    ("cyjn", "cj", 2),  # edukacyjny
    ("zyjn", "zj", 2),  # telewizyjny
    ("syjn", "sj", 2),  # dyskusyjny
    ("ijn", "", 4),  # wigilijny
    ("aln", "", 4),  # teatralny, kulturalny
    ("aln", "al", 2),  # wokalny, finalny
    ("owsk", "", 4),  # krakowski
    ("stw", "", 4),  # malarstwo
    ("ctw", "c", 3),
    ("arsk", "ar", 2),
    ("sk", "", 4),  # seniorski
    ("ck", "c", 4),
    ("own", "", 4),
    ("ow", "", 3),  # szachowy, filmowy
    ("osc", "", 5),
    ("nn", "n", 3),  # rodzinny
    ("ln", "l", 3),  # szkolny
    ("rn", "r", 4),  # kulinarny
    ("wn", "w", 4),
    ("arz", "ar", 2),  # malarz
    ("erz", "er", 3),
    ("ist", "", 5),  # programista
    ("yst", "", 5),
)
# Then: ceramik(a), robotyk(a) beside robot, folklorystyczny by way of "folklorystyk".
_SUBJECTS = (("ystyk", 5), ("istyk", 5), ("ik", 5), ("yk", 5))

# Endings of declension, longest first, for words the dictionary does not know.
_INFLECTIONS = tuple(
    sorted(
        """
        owego owemu owych owymi owej iego iemu ego emu ami ach ych ich ymi imi owi ej ym im om
        ow em ie ia iu ii ing y i a e o u s
        """.split(),  # noqa: SIM905 - a table of endings is read as a table
        key=len,
        reverse=True,
    )
)


def root(lemma: str) -> str:
    """The root of a dictionary form."""
    lemma = _ROOT_OF.get(lemma, lemma)
    return _derive(_bare(lemma))


def rough_root(word: str) -> str:
    """The root of a word in any form, guessed without a dictionary.

    Made to meet ``root`` of the same word: names, typing without Polish letters, misspellings.
    """
    if word in _ROOT_OF:
        return root(word)
    for ending in _INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
            return _derive(word[: -len(ending)])
    # The fleeting e of "książek", which the other cases lack.
    return _derive(re.sub(r"(?<=[a-z]{4})ek$", "k", word))


def _bare(lemma: str) -> str:
    for pattern, shortest in ((_VERB, 4), (_FINAL_VOWELS, SHORTEST_ROOT)):
        stripped = pattern.sub("", lemma)
        if stripped != lemma and len(stripped) >= shortest:
            return stripped
    # "gra" has no shorter root, but "koncepcja" must lose one letter where two are too many.
    return lemma[:-1] if lemma[-1:] in "aeiouy" and len(lemma) > SHORTEST_ROOT else lemma


def _derive(stem: str) -> str:
    for ending, replacement, shortest in _DERIVATIONS:
        if stem.endswith(ending) and len(stem) - len(ending) >= shortest:
            stem = stem[: -len(ending)] + replacement
            break
    for ending, shortest in _SUBJECTS:
        if stem.endswith(ending) and len(stem) - len(ending) >= shortest:
            return stem[: -len(ending)]
    return stem
