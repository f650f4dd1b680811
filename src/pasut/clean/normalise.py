"""Make the characters of a text plain before anything is looked for in it: white space, quotation marks, entities.

Line breaks stay where they are, so that a line keeps its number.
"""

import re

_TABLE = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
        ),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e", None),
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‘’‚‛′ʼ`´＇", "'"),
        **dict.fromkeys("\x0b\x0c\u0085\u2028\u2029", " "),
        "‐": "-",
        "‑": "-",
        "‒": "-",
    }
)
_SIGNS = {chr(code): sign or "" for code, sign in _TABLE.items()}
_ENTITY = re.compile(
    r"&(?:amp;)*(nbsp|quot|apos|#0?39|lsquo|rsquo|ldquo|rdquo|ndash|mdash|hellip|lt|gt|amp|#8211|#8217|#8220|#8221);"
)
_ENTITIES = {
    "nbsp": " ", "quot": '"', "apos": "'", "#39": "'", "#039": "'", "lsquo": "'", "rsquo": "'", "ldquo": '"',
    "rdquo": '"',
    "ndash": "–", "mdash": "—", "hellip": "…", "lt": "<", "gt": ">", "amp": "&",
    "#8211": "–", "#8217": "'", "#8220": '"', "#8221": '"',
}  # fmt: skip
# UTF-8 punctuation that was read as Windows-1252 or Latin-1 and saved again.
_MOJIBAKE = re.compile(r"â(?:€|\x80)([œ\x9d\x9c\u009d˜™\x98\x99“”\x93\x94¦\xa6¢\xa2])")
_MOJIBAKE_SIGNS = {
    "œ": '"', "\x9c": '"', "\x9d": '"', "˜": "'", "\x98": "'", "™": "'", "\x99": "'",
    "“": "–", "\x93": "–", "”": "—", "\x94": "—", "¦": "…", "¢": "•",
}  # fmt: skip
_TO_CHANGE = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]")
_SPACES = re.compile(r" {2,}")
_DOUBLED = re.compile(r"''(?=\S)|(?<=\S)''")


def normalise(text: str) -> str:
    """The text with plain spaces, plain quotation marks, no invisible characters, and Unix line breaks.

    >>> normalise("“Tidak\u00a0ada,” kata\u00ad nya")
    '"Tidak ada," kata nya'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "â" in text:
        text = _MOJIBAKE.sub(lambda found: _MOJIBAKE_SIGNS.get(found.group(1), found.group()), text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: _ENTITIES[found.group(1)], text)
    # Far quicker than to look up every character in the table.
    text = _TO_CHANGE.sub(lambda found: _SIGNS[found.group()], text)
    if "''" in text:
        text = _DOUBLED.sub('"', text)
    return _SPACES.sub(" ", text) if "  " in text else text
