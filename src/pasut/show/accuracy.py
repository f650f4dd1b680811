"""The measured accuracy of the coder, as `quality/accuracy.py` writes it beside docs/accuracy.md: counts alone."""

import functools
import importlib.resources

import msgspec

from pasut.errors import DataError
from pasut.records import Record
from pasut.show.table import Row, Value, View
from pasut.show.words import Words

FILE = "accuracy.json"
MEASURES = ("strict", "relaxed", "article", "assessments")


class Score(Record, frozen=True):
    """What was found of what is to be found."""

    right: int
    coded: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was coded that is right."""
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Share of what is to be found that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / (self.coded + self.gold) if self.coded + self.gold else 0.0


class Share(Record, frozen=True):
    """How many of some claims have a field right."""

    share: float
    n: int


class Accuracy(Record, frozen=True):
    """One annotated set of articles."""

    articles: int
    measures: dict[str, Score]
    attributes: dict[str, Share]


@functools.cache
def load_accuracy() -> dict[str, Accuracy]:
    """The figures of each set, by its name."""
    data = (importlib.resources.files("pasut.show") / FILE).read_bytes()
    try:
        return msgspec.json.decode(data, type=dict[str, Accuracy])
    except msgspec.DecodeError as error:
        raise DataError(f"show/{FILE}: {error}; write it anew with `make accuracy`") from error


def accuracy_view(title: str, words: Words, headings: tuple[str, ...]) -> View:
    """Precision and recall of each set and measure."""
    fields = ("set", "measure", "articles", "precision", "recall", "f1", "right", "coded", "gold")
    rows = []
    for name, each in load_accuracy().items():
        for measure in MEASURES:
            score = each.measures[measure]
            shares = (score.precision, score.recall, score.f1)
            counts = (score.right, score.coded, score.gold)
            record: dict[str, Value] = dict(
                zip(
                    fields, (name, measure, each.articles, *(round(share, 4) for share in shares), *counts), strict=True
                )
            )
            cells = (name, measure, words.number(each.articles), *(words.number(share, 2) for share in shares),
                     *map(words.number, counts))  # fmt: skip
            rows.append(Row(cells=cells, record=record))
    return View(title=title, headings=headings, rows=tuple(rows), fields=fields)


def attributes_view(title: str, words: Words, headings: tuple[str, ...]) -> View:
    """Share of the claims that are right otherwise which have each field right too."""
    fields = ("set", "field", "share", "of")
    rows = tuple(
        Row(
            cells=(name, field, words.number(share.share, 2), words.number(share.n)),
            record={"set": name, "field": field, "share": share.share, "of": share.n},
        )
        for name, each in load_accuracy().items()
        for field, share in each.attributes.items()
    )
    return View(title=title, headings=headings, rows=rows, fields=fields)
