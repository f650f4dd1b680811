"""Measure on the Indonesian treebanks which affixed verbs the chunker finds, and whether it reads their voice right.

Run `python benchmarks/treebank_voice.py [-v]`; it stops with a word where the treebanks are not at hand.
"""

import pathlib
import sys
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pasut.coder.code import Part, Sentence
from pasut.coder.items import Scanner
from pasut.coder.memory import Memory
from pasut.coder.phrases import Verb
from pasut.packs.pack import Pack
from pasut.pipeline import Kit
from pasut.records import Article
from pasut.tokens import tokenize

TREEBANKS = pathlib.Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "ud"
PREFIXES = ("me", "be", "di", "ter")
VOICES = {"Act": "active", "Pass": "passive"}


class Word(NamedTuple):
    """A surface word of the treebank: its voice, empty where it is no verb."""

    start: int
    end: int
    form: str
    voice: str


def main() -> int:
    """Print precision and recall of affixed verbs, and how often their voice is right, for each treebank."""
    files = sorted(TREEBANKS.glob("*.conllu"))
    if not files:
        print(f"skipped: no treebanks in {TREEBANKS}")
        return 0
    kit = Kit()
    for path in files:
        print(f"{path.name:28} {measure(path, kit)}")
    return 0


def measure(path: pathlib.Path, kit: Kit) -> str:
    """Compare the affixed verbs of every sentence; `ter-` counts as passive, as the treebanks have it."""
    pack = kit.pack("id")
    assert pack is not None
    counts: Counter[str] = Counter()
    odd: Counter[str] = Counter()
    for text, words in sentences(path):
        gold = {word.start: word for word in words if word.voice and _is_affixed(word.form)}
        found = {start: voice for start, voice in verbs(text, pack, kit) if _is_affixed(text[start:])}
        both = gold.keys() & found.keys()
        right = [start for start in both if gold[start].voice == found[start]]
        counts.update(gold=len(gold), found=len(found), both=len(both), right=len(right))
        odd.update(f"missed {gold[start].form.lower()}" for start in gold.keys() - both)
        odd.update(f"{found[start]} {gold[start].form.lower()}" for start in both - set(right))
    if "-v" in sys.argv:
        print(*(f"  {count:4} {what}" for what, count in odd.most_common(40)), sep="\n")
    precision, recall = 100 * counts["both"] / counts["found"], 100 * counts["both"] / counts["gold"]
    voice = 100 * counts["right"] / counts["both"]
    return f"affixed verbs: precision {precision:.1f}, recall {recall:.1f}; voice right in {voice:.1f} %"


def verbs(text: str, pack: Pack, kit: Kit) -> Iterator[tuple[int, str]]:
    """Where the chunker sees a verb, and in which voice."""
    article = Article(id="one", key="one", language="id", title=None, paragraphs=(text,))
    scanner = Scanner(pack, kit.world, Memory({}), None)
    for chunk in Sentence(Part(text, 0, 0, tokenize(text), ()), article, scanner).chunks:
        if isinstance(chunk, Verb):
            yield chunk.start, "passive" if chunk.voice == "state" else chunk.voice


def sentences(path: pathlib.Path) -> Iterator[tuple[str, list[Word]]]:
    """Text and surface words of every sentence; a word that the treebank splits has the voice of its first verb."""
    text, at, end, covered = "", 0, 0, 0
    words: list[Word] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            text, words, at, covered = line.removeprefix("# text = "), [], 0, 0
        elif not line and words:
            yield text, words
            words = []
        elif line and not line.startswith("#"):
            number, form, _, kind, _, features = line.split("\t")[:6]
            voice = _voice(kind, features)
            if not number.replace("-", "").isdecimal():
                continue
            if "-" not in number and int(number) <= covered:
                if voice and not words[-1].voice:
                    words[-1] = words[-1]._replace(voice=voice)
                continue
            covered = int(number.rpartition("-")[2]) if "-" in number else covered
            start = text.find(form, at)
            if start >= 0:
                at = end = start + len(form)
                words.append(Word(start, end, form, voice))


def _voice(kind: str, features: str) -> str:
    if kind != "VERB":
        return ""
    return next((VOICES[value] for value in VOICES if f"Voice={value}" in features.split("|")), "")


def _is_affixed(form: str) -> bool:
    low = form.lower()
    return low.startswith(PREFIXES) and len(low) > 4


if __name__ == "__main__":
    sys.exit(main())
