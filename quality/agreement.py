"""How often the two languages tell the same: claims of the Indonesian and of the English version of the same sentence.

`python quality/agreement.py [-v]` codes the sentences that stand line by line in both versions of the parallel articles
beside the repository, and prints two shares: of the claims (type, source, target) that either version gives, those that
both give; and of the sentences with a claim in either, those whose claims are the same. -v lists what differs.
"""

import json
import sys
from collections.abc import Iterator

from accuracy import GOLD

from pasut.coder import code_article
from pasut.pipeline import Kit
from pasut.records import Article, Claim

TEXTS = GOLD / "parallel_articles.jsonl"
MUTUAL = ("CONSULT", "COOPERATE")
Told = frozenset[tuple[str, str, str]]


def main() -> int:
    """Print the figures."""
    if not TEXTS.is_file():
        print(f"skipped: no {TEXTS}")
        return 0
    kit, both, either, same, sentences = Kit(), 0, 0, 0, 0
    for pair in _pairs(kit):
        one, other = pair["id"], pair["en"]
        if one or other:
            sentences += 1
            same += one == other
            both += len(one & other)
            either += len(one | other)
            if "-v" in sys.argv and one != other:
                print(sorted(one - other), "|", sorted(other - one))
    print(f"claims: {both} of {either} in both ({both / either:.3f})")
    print(f"sentences: {same} of {sentences} the same ({same / sentences:.3f})")
    return 0


def _pairs(kit: Kit) -> Iterator[dict[str, Told]]:
    texts = {row["id"]: row["text"] for row in map(json.loads, TEXTS.read_text(encoding="utf-8").splitlines())}
    for key in sorted(key for key in texts if key.endswith("-id")):
        coded = {language: _by_line(texts[key[:-2] + language], language, kit) for language in ("id", "en")}
        for number in range(len(coded["id"])):
            yield {language: told[number] for language, told in coded.items()}


def _by_line(text: str, language: str, kit: Kit) -> list[Told]:
    """What each line of a text tells, the whole text coded as one article."""
    pack = kit.pack(language)
    assert pack is not None
    lines = tuple(text.split("\n"))
    article = Article(id=language, key=language, language=language, title=None, paragraphs=lines, source="")
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    told: list[set[tuple[str, str, str]]] = [set() for _ in lines]
    for claim in code_article(article, pack, kit.world).claims:
        number = max(n for n, start in enumerate(starts) if start <= claim.sentence.start)
        told[number] |= set(_triples(claim))
    return [frozenset(each) for each in told]


def _triples(claim: Claim) -> Iterator[tuple[str, str, str]]:
    sources = [actor.code.split(":")[0] for actor in claim.source]
    targets = [actor.code.split(":")[0] for actor in claim.target] or ["-"]
    for source in sources:
        for target in targets:
            if source != target:
                two = (
                    sorted((source, target))
                    if claim.type in MUTUAL or set(sources) & set(targets)
                    else (source, target)
                )
                yield claim.type, two[0], two[1]


if __name__ == "__main__":
    sys.exit(main())
