"""Letters side by side: one row a letter, by occasion and year, with its cues and what changed since the one before."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pasut.measure.letter import EPITHETS, Change, Letter
from pasut.measure.letters import compare_letters, reply_days
from pasut.show.line import SHORT_ID
from pasut.show.names import Names
from pasut.show.table import Row, Value, View
from pasut.show.words import Words

HEADINGS = ("occasion", "date", "letter", "signs", "cues", "change", "id")
FIELDS = (
    "id", "source", "target", "occasion", "reply", "reply_days", "date", "status", "signed_by", "addressed_to",
    "quoted_words", "quotes", *EPITHETS, "promises", "wishes", "omissions", "placement", "before", "gained", "lost",
    "claims", "articles", "sentences",
)  # fmt: skip


def letters_view(letters: Sequence[Letter], dyad: tuple[str, str], names: Names, words: Words, *, version: str) -> View:
    """All letters of a dyad; those of one occasion and direction stand together, by year."""
    changes = {change.letter: change for change in compare_letters(letters)}
    ordered = sorted(letters, key=lambda each: (each.is_reply, each.occasion or "~", each.source))
    called = [names.name(code, words.language) for code in dyad]
    return View(
        title=words.phrase(
            "letters_one" if len(letters) == 1 else "letters",
            a=called[0],
            b=called[1],
            n=len(letters),
            version=version,
        ),
        headings=words.headings(*HEADINGS),
        rows=tuple(_row(each, letters, changes.get(each.id), names, words) for each in ordered),
        fields=FIELDS,
        long=HEADINGS.index("cues"),
        empty=words.phrase("nothing"),
    )


def years_view(letters: Sequence[Letter], dyad: tuple[str, str], words: Words) -> View:
    """How many letters are told of for each year and direction, and how many of their words are quoted."""
    counts: Counter[tuple[int, str]] = Counter()
    quoted: Counter[tuple[int, str]] = Counter()
    for letter in letters:
        if letter.year is not None:
            counts[letter.year, letter.source] += 1
            quoted[letter.year, letter.source] += letter.quoted_words
    fields = ("year", "source", "target", "letters", "quoted_words")
    rows = []
    for year in sorted({year for year, _ in counts}):
        for source, target in (dyad, dyad[::-1]):
            number, said = counts[year, source], quoted[year, source]
            record: Mapping[str, Value] = dict(zip(fields, (year, source, target, number, said), strict=True))
            cells = (str(year), f"{source} → {target}", words.number(number), words.number(said))
            rows.append(Row(cells=cells, record=record))
    return View(
        title=words.phrase("letters_by_year"),
        headings=words.headings("year", "who", "letters", "quoted"),
        rows=tuple(rows),
        fields=fields,
        empty=words.phrase("nothing"),
    )


def _row(letter: Letter, letters: Sequence[Letter], change: Change | None, names: Names, words: Words) -> Row:
    signs = ", ".join(names.person(name) for name in letter.signed_by if names.person(name) != name)
    cells = (
        _occasion(letter, words),
        words.date(letter.when),
        f"{letter.source} → {letter.target}",
        signs,
        "; ".join(_cues(letter, words)) or words.phrase("no_cues"),
        "; ".join(_changes(change, words)) if change else "",
        letter.id[:SHORT_ID],
    )
    return Row(cells=cells, record=_record(letter, letters, change))


def _occasion(letter: Letter, words: Words) -> str:
    occasion = words.labels.occasion[letter.occasion or "other"]
    return words.phrase("reply_to", occasion=occasion) if letter.is_reply else occasion


def _cues(letter: Letter, words: Words) -> Iterator[str]:
    for kind, label in words.labels.cue.items():
        texts = letter.texts(kind)
        if not texts:
            continue
        if kind in ("words", *EPITHETS):
            yield f"{label} " + ", ".join(f"“{text}”" for text in texts)
        elif kind == "placement":
            yield ", ".join(words.phrase(text) for text in texts)
        elif kind == "omission":
            yield f"{label} " + ", ".join(f"“{text}”" for text in texts)
        else:
            yield label


def _changes(change: Change, words: Words) -> Iterator[str]:
    for sign, points in (("+", change.gained), ("−", change.lost)):
        for kind, text in points:
            yield f"{sign} " + (f"“{text}”" if text else words.labels.cue[kind])
    if change.quoted_words:
        yield words.phrase("quoted_change", n=f"{change.quoted_words:+d}".replace("-", "−"))


def _record(letter: Letter, letters: Sequence[Letter], change: Change | None) -> Mapping[str, Value]:
    return {
        "id": letter.id,
        "source": letter.source,
        "target": letter.target,
        "occasion": letter.occasion,
        "reply": "yes" if letter.is_reply else "no",
        "reply_days": reply_days(letter, letters),
        "date": letter.when.text() if letter.when else None,
        "status": letter.status,
        "signed_by": list(letter.signed_by),
        "addressed_to": list(letter.addressed_to),
        "quoted_words": letter.quoted_words,
        "quotes": list(letter.texts("words")),
        **{kind: list(letter.texts(kind)) for kind in EPITHETS},
        "promises": list(letter.texts("promise")),
        "wishes": list(letter.texts("wish")),
        "omissions": list(letter.texts("omission")),
        "placement": list(letter.texts("placement")),
        "before": change.before if change else None,
        "gained": [": ".join(filter(None, point)) for point in change.gained] if change else [],
        "lost": [": ".join(filter(None, point)) for point in change.lost] if change else [],
        "claims": list(letter.claims),
        "articles": list(letter.articles),
        "sentences": list(dict.fromkeys(cue.sentence_text for cue in letter.cues)),
    }
