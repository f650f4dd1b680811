"""The chunks of a sentence in words: a claim keeps them as `NP(:Moskow|[RUS/capital][]) V(membantah/active/)`."""

import re
from collections.abc import Iterator

from pasut.show.words import Words

BETWEEN = " · "
_CHUNK = re.compile(
    r"NP\((?P<preposition>[^:]*):(?P<phrase>.*?)\|\[(?P<actors>[^\]]*)\]\[(?P<owners>[^\]]*)\](?P<pronoun>\w*)\)"
    r"|V\((?P<verb>.*?)/(?P<voice>\w*)/(?P<auxiliaries>[\w,]*)\)"
    r"|(?P<kind>[^\s:(]+|[:(]):(?P<word>.*?)"
)
"""What the coder writes of a phrase, of a verb, and of a little word or sign."""
_NEXT = re.compile(r" (?=NP\(|V\(|[^\s:(]+:|[:(]:|$)|$")


def chunks_said(text: str, words: Words) -> str:
    """Each chunk with what it is: `Moskow (RUS, ibu kota) · membantah (verba aktif)`; as it is where not so written."""
    said: list[str] = []
    at = 0
    while at < len(text):
        found = _whole(text, at)
        if found is None:
            return text
        said.append(" ".join(_said(found, words)))
        at = found.end() + 1
    return BETWEEN.join(said)


def _whole(text: str, at: int) -> re.Match[str] | None:
    """The chunk that begins here, as far as the next one begins."""
    for end in _NEXT.finditer(text, at):
        if found := _CHUNK.fullmatch(text, at, end.start()):
            return found
    return None


def _said(found: re.Match[str], words: Words) -> Iterator[str]:
    if (verb := found["verb"]) is not None:
        voice = words.reading("verb", "stative" if found["voice"] == "state" else found["voice"])
        yield f"{verb} ({', '.join([voice, *map(words.reading, filter(None, found['auxiliaries'].split(',')))])})"
    elif (word := found["word"]) is not None:
        yield word if found["kind"] == word else f"{word} ({words.reading(found['kind'])})"
    else:
        if found["preposition"]:
            yield f"[{found['preposition']}]"
        yield found["phrase"]
        actors = [_actor(each, words) for each in (found["actors"] or found["owners"]).split(", ") if each]
        if found["pronoun"]:
            actors.append(words.reading(found["pronoun"]))
        if actors:
            yield f"({'; '.join(actors)})"


def _actor(said: str, words: Words) -> str:
    code, _, via = said.partition("/")
    return ", ".join(filter(None, (code, words.labels.via.get(via, via))))
