"""What one actor of a sentence does to another: the answer to the pair task, with what it rests on."""

from pasut.records import PairRelation
from pasut.show.table import Row, Value, View
from pasut.show.words import Words

HEADINGS = ("type", "kind", "value", "words", "rule", "note")


def relation_view(found: PairRelation, words: Words) -> View:
    """One line: the root, its quad class, its score, the words and the rule that speak for it, and if it is a guess."""
    cells = (
        words.labels.type.get(found.root, words.phrase("root_yield")) + f" ({found.root})",
        words.phrase(f"quad_{found.quad}"),
        f"{found.score:.2f}",
        found.words,
        found.rule,
        words.phrase("guessed" if found.guessed else "joined"),
    )
    record: dict[str, Value] = {
        "root": found.root, "quad": found.quad, "score": f"{found.score:.3f}", "words": found.words,
        "rule": found.rule, "guessed": str(found.guessed).lower(),
    }  # fmt: skip
    return View(
        title=words.phrase("relation"), headings=words.headings(*HEADINGS), rows=(Row(cells=cells, record=record),),
        fields=tuple(record),
    )  # fmt: skip
