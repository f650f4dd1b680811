"""The figures as Markdown: docs/accuracy.md, and the table in README.md."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

SETS = {
    "seeds": "the articles that the project began with",
    "dev": "news of 2007 to 2025, eleven articles without a date",
    "parallel": "agency news of 2007, stories in a row",
    "dev-en": "English news of 2017 to 2024",
    "parallel-en": "English agency news of 2007, stories in a row",
}
MEASURES = {
    "strict": "sentence, type, source and target right",
    "relaxed": "sentence and actors right, type of the right kind (words or deeds, friendly or hostile)",
    "article": "type, source and target right, anywhere in the article",
    "assessments": "sentence, the two actors and the direction right",
}
ATTRIBUTES = ("status", "speaker", "date", "mode", "article.published")
KINDS = 20
Scores = dict[str, Any]


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """One annotated set: its scores, as the scorer gives them, and the kinds of its errors."""

    scores: Scores
    kinds: Counter[str]


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Corpus:
    """What became of articles that nobody annotated."""

    articles: int
    failed: int
    claims: int
    assessments: int
    sentences: int
    """Sentences that name two states, bodies or groups."""
    silent: int
    """Those of them that gave no claim."""


def report(measured: dict[str, Measured], corpus: Corpus | None) -> Iterator[str]:
    """The lines of docs/accuracy.md."""
    yield from _head(measured)
    yield from _claims_part(measured)
    yield from _types_part(measured)
    yield from _kinds_part(measured)
    if corpus is not None:
        yield from _corpus_part(corpus)


def _head(measured: dict[str, Measured]) -> Iterator[str]:
    yield from (
        "# Accuracy",
        "",
        "Written by `make accuracy`; change it there.",
        "The articles measured against were annotated by hand and belong to others: they are no part of this",
        "repository, and nothing of their text is here. The coder is developed with these sets in view, so expect less",
        "on articles that nobody has looked at.",
        "",
    )
    rows = [[f"`{name}`", text, str(measured[name].scores["articles"])] for name, text in SETS.items()]
    yield from table(["set", "what", "articles"], rows)


def _claims_part(measured: dict[str, Measured]) -> Iterator[str]:
    yield from ("", "## Claims and assessments", "")
    yield from (f"- **{name}**: {text}." for name, text in MEASURES.items())
    yield from (
        "- P, precision: the share of what was coded that is right. R, recall: the share of what gold has that was",
        "  found. F1: their harmonic mean. A claim with two sources and one target counts as two.",
        "",
    )
    rows = []
    for name, each in measured.items():
        for key in MEASURES:
            score = each.scores[key]
            rows.append([f"`{name}`", key, *_prf(score), str(score["tp"]), str(score["pred"]), str(score["gold"])])
    yield from table(["set", "measure", "P", "R", "F1", "right", "coded", "gold"], rows)
    yield from (
        "",
        "To stand beside: two careful readers of the same codebook reach a strict F1 of 0.94 against each other.",
        "Pairing the first two states that a sentence names, with the type of its first keyword, reaches 0.18 on dev",
        "and 0.20 on parallel.",
        "",
        "## Attributes",
        "",
        "Share right among the claims whose sentence, type and actors are right (`published`: among all articles).",
        "",
    )
    names = [name for name in ATTRIBUTES if any(name in each.scores["attributes"] for each in measured.values())]
    rows = [
        [f"`{name}`", *(_share(each.scores["attributes"].get(key)) for key in names)] for name, each in measured.items()
    ]
    yield from table(["set", *(name.rpartition(".")[2] for name in names)], rows)


def _types_part(measured: dict[str, Measured]) -> Iterator[str]:
    for name in ("dev", "parallel"):
        yield from ("", f"## By type, strict, on {name}", "")
        rows = [
            [kind, *_prf(score), str(score["pred"]), str(score["gold"])]
            for kind, score in sorted(measured[name].scores["types"].items(), key=lambda each: -each[1]["gold"])
        ]
        yield from table(["type", "P", "R", "F1", "coded", "gold"], rows)


def _kinds_part(measured: dict[str, Measured]) -> Iterator[str]:
    total: Counter[str] = Counter()
    for each in measured.values():
        total.update(each.kinds)
    yield from (
        "",
        f"## The {KINDS} commonest kinds of error",
        "",
        "Found by rules (`quality/kinds.py`), over all sets. A gold claim that was missed and a coded one that gold",
        "does not have are one error where one is plainly meant for the other.",
        "",
    )
    broad = {name: _folded(each.kinds) for name, each in measured.items()}
    every = _folded(total)
    yield from _counted("kind", every, broad)
    rest = every.total() - sum(count for _, count in every.most_common(KINDS))
    yield from ("", f"Other kinds: {rest} errors. All errors: {every.total()}.")
    yield from (
        "",
        "Two of these in detail: which type was taken for which, and which frames of the lexicon (the last part of a",
        "rule's name) gave claims that gold does not have.",
        "",
    )
    yield from _counted("in detail", _detailed(total), {name: _detailed(each.kinds) for name, each in measured.items()})


def _folded(kinds: Counter[str]) -> Counter[str]:
    folded: Counter[str] = Counter()
    for kind, count in kinds.items():
        folded[_fold(kind)] += count
    return folded


def _detailed(kinds: Counter[str]) -> Counter[str]:
    """The types and frames that kinds name, counted by themselves."""
    detailed: Counter[str] = Counter()
    for kind, count in kinds.items():
        if _fold(kind) != kind:
            detailed[re.sub(r"^.*(wrong type: |by frame )", r"\1", kind)] += count
    return detailed


def _fold(kind: str) -> str:
    """A kind without the types or the frame that it names."""
    return re.sub(r"(?<=wrong type): .*|, by frame .*", "", kind)


def _counted(heading: str, total: Counter[str], parts: dict[str, Counter[str]]) -> list[str]:
    commonest = sorted(total.items(), key=lambda each: (-each[1], each[0]))[:KINDS]
    rows = [[kind, str(count), *(str(part[kind]) for part in parts.values())] for kind, count in commonest]
    return table([heading, "all", *(f"`{name}`" for name in parts)], rows)


def _corpus_part(corpus: Corpus) -> Iterator[str]:
    yield from (
        "",
        "## Articles that nobody annotated",
        "",
        f"{corpus.articles} real Indonesian articles, each of which names three or more states.",
        "",
    )
    per = max(corpus.articles - corpus.failed, 1)
    rows = [
        ["articles that failed", str(corpus.failed)],
        ["claims an article", f"{corpus.claims / per:.1f}"],
        ["assessments an article", f"{corpus.assessments / per:.2f}"],
        ["sentences that name two states, bodies or groups", str(corpus.sentences)],
        ["of them without any claim", f"{corpus.silent} ({corpus.silent / max(corpus.sentences, 1):.0%})"],
    ]
    yield from table(["", ""], rows)
    yield from (
        "",
        "A sentence may name two states and rightly give no claim: opinions, wishes, figures, domestic affairs.",
    )


def with_figures(readme: str, measured: dict[str, Measured]) -> str:
    """The README with its figures rewritten."""
    rows = []
    for name, text in SETS.items():
        scores = measured[name].scores
        found = scores["attributes"]
        shown = [f"{found[key]['accuracy']:.2f}" if key in found else "–" for key in ("status", "speaker", "date")]
        rows.append([text, str(scores["articles"]), *_prf(scores["strict"]), *shown])
    lines = table(["set", "articles", "precision", "recall", "F1", "status", "speaker", "date"], rows)
    strict = [measured[name].scores["strict"] for name in ("dev", "parallel")]
    right, whole = (" and ".join(f"{score[key]:.0%}" for score in strict) for key in ("p", "r"))
    lines += [
        "",
        f"On the two larger sets {right} of what it writes down is right, and that is {whole} of what it should find.",
    ]
    block = "<!-- figures -->\n" + "\n".join(lines) + "\n<!-- /figures -->"
    return re.sub(r"<!-- figures -->.*<!-- /figures -->", lambda _: block, readme, flags=re.S)


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """A Markdown table; numbers stand right."""
    headings, cells = list(headings), [list(row) for row in rows]
    number = re.compile(r"[-–]|[\d.]+( of \d+| \(\d+%\))?")
    right = [bool(cells) and all(number.fullmatch(row[at]) for row in cells) for at in range(len(headings))]
    rule = ["---:" if each else "---" for each in right]
    return ["| " + " | ".join(row) + " |" for row in (headings, rule, *cells)]


def _prf(score: Scores) -> list[str]:
    return [f"{score[key]:.2f}" for key in ("p", "r", "f1")]


def _share(found: Scores | None) -> str:
    return f"{found['accuracy']:.2f} of {found['n']}" if found else "–"
