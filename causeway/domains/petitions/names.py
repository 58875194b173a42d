"""When two names at one postcode are the same person's, and when they may be.

``same_name`` is what the blind index is made of: two signatures that agree in it and in their postcode count once.
``alike`` is weaker: it only asks a person to look. Neither ever drops a line by itself.

What is taken off, in this order (documented for signers in ``docs/rooms/petitions.md``):

1. letters are brought to one form (Unicode NFKD), accents and case are taken off: “ZOË” is “zoe”;
2. titles at the front are taken off: “Mrs Ann Lee” is “ann lee”;
3. apostrophes and full stops vanish, other punctuation becomes a space: “O’Neill-Day” is “oneill day”;
4. spaces run together.
"""

from __future__ import annotations

import re
import unicodedata

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "sir", "dame", "cllr"})
UNLIKE_ASCII = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "æ": "ae", "Æ": "ae"}
)
VANISHES = re.compile(r"['’‘ʼ`´.]")
NOT_A_LETTER = re.compile(r"[^\w]+|_")
POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")

SHORT_FORMS: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "alexander alex sandy al",
        "alexandra alex sandra sandy",
        "andrew andy drew",
        "anthony antony tony",
        "barbara barb babs",
        "catherine katherine kathryn kate katie cath kath kathy cathy",
        "charles charlie chas chuck",
        "christine christina chris tina chrissie",
        "christopher chris kit",
        "daniel dan danny",
        "david dave davy dai",
        "deborah deb debbie debra",
        "dorothy dot dotty dolly",
        "edward ed eddie ted teddy ned",
        "elizabeth elisabeth liz lizzie beth betty libby eliza lisa",
        "frances fran francesca",
        "francis frank",
        "frederick fred freddie",
        "gerald gerry jerry",
        "gillian gill jill",
        "gregory greg",
        "harold harry",
        "henry harry hal",
        "jacqueline jackie jacqui",
        "james jim jimmy jamie",
        "janet jan",
        "jennifer jen jenny",
        "john jack johnny jon",
        "jonathan jon jonny",
        "joseph joe joey",
        "josephine jo josie",
        "joanna joanne jo",
        "judith judy jude",
        "kenneth ken kenny",
        "lawrence laurence larry laurie",
        "leonard len lenny",
        "margaret maggie meg peggy marge mags",
        "matthew matt",
        "michael mike mick micky",
        "mohammed mohammad muhammad mohamed muhammed mo md",
        "nicholas nick nicky",
        "patricia pat patsy trish tricia",
        "patrick pat paddy",
        "peter pete",
        "philip phillip phil",
        "rebecca becky becca",
        "richard rick dick ricky",
        "robert rob bob bobby robbie",
        "ronald ron ronnie",
        "samuel sam sammy",
        "samantha sam",
        "stephen steven steve",
        "susan sue susie suzanne",
        "terence terry",
        "theresa teresa tess terry",
        "thomas tom tommy",
        "timothy tim",
        "victoria vicky vikki tori",
        "william bill billy will liam",
        "winifred win winnie",
    )
)


def same_name(name: str) -> str:
    """The form in which two spellings of one name agree."""
    words = _plain(name).split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return " ".join(words)


def _plain(name: str) -> str:
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name.translate(UNLIKE_ASCII)).casefold())
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return NOT_A_LETTER.sub(" ", VANISHES.sub("", unicodedata.normalize("NFKC", bare))).strip()


def tidy_postcode(typed: str) -> str:
    """A postcode as the Royal Mail writes it (“M5 4WT”) from however it was typed; "" if it is none.

    A letter O or I where only a digit can stand, and the other way round, is put right.
    """
    letters = re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKC", typed).upper())
    if not 5 <= len(letters) <= 7:
        return ""
    inward = letters[-3].translate(str.maketrans("OIL", "011")) + letters[-2:].translate(str.maketrans("01", "OI"))
    found = POSTCODE.fullmatch(letters[:-3] + inward)
    return f"{found[1]} {found[2]}" if found else ""


def area_of(postcode: str) -> str:
    """The district of a postcode (“M5”), or ""."""
    return postcode.split(" ")[0] if " " in postcode else ""


def alike(one: str, other: str) -> bool:
    """Whether two names at one postcode may be one person: same surname, and first names that go together.

    They go together where one is the initial of the other, a usual short form of it, or one slip of the pen away;
    a middle name or initial that only one of them has makes no difference.
    """
    first, second = same_name(one).split(), same_name(other).split()
    if not first or not second or first == second:
        return first == second != []
    if set(first) == set(second):
        return True
    if not _one_slip(first[-1], second[-1]):
        return False
    if len(first) == 1 or len(second) == 1:
        return first[-1] == second[-1]
    return _go_together(first[0], second[0])


def _go_together(one: str, other: str) -> bool:
    if one[0] == other[0] and 1 in {len(one), len(other)}:
        return True
    return _one_slip(one, other) or any({one, other} <= group for group in SHORT_FORMS)


def _one_slip(one: str, other: str) -> bool:
    """Equal, or one letter put in, left out, changed, or two neighbours swapped. Short words must be equal."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])
