"""Records made for tests, with everything filled in that the test does not care about."""

import datetime as dt
import hashlib
import pathlib
from collections.abc import Callable

import msgspec

from pasut.merge.report import Telling
from pasut.pipeline import Kit
from pasut.records import (
    NEWS_DAY,
    Actor,
    ActorCode,
    Article,
    Assessment,
    Claim,
    Clue,
    Coding,
    Cut,
    Page,
    Problem,
    Span,
    Status,
    Step,
    When,
)

EXAMPLES = pathlib.Path(__file__).parents[1] / "src" / "pasut" / "examples"
"""The packaged articles."""
Run = Callable[..., tuple[int, str, str]]
"""A command run: exit status, output, errors."""

TITLE = "Korut kirim peluru"
SENTENCE = "Pyongyang mengirim peluru ke Moskwa, kata Washington."
DENIAL = "Moskwa membantah tuduhan itu."


def day(year: int, month: int = 1, number: int = 1) -> When:
    """One day."""
    date = dt.date(year, month, number)
    return When(first=date, last=date, basis="given")


def news_day(year: int, month: int, number: int) -> When:
    """One day, inferred."""
    return msgspec.structs.replace(day(year, month, number), basis=NEWS_DAY)


def month(year: int, number: int) -> When:
    """A whole month shorter than 31 days, or February."""
    last = 28 if number == 2 else 30
    return When(first=dt.date(year, number, 1), last=dt.date(year, number, last), basis="said in the sentence")


def make_article(name: str = "one", text: str = f"{SENTENCE} {DENIAL}", **more: object) -> Article:
    """An article with a title, one paragraph, a cut and a clue."""
    fields: dict[str, object] = {
        "id": hashlib.blake2b(f"{name}{text}".encode(), digest_size=16).hexdigest(),
        "key": name,
        "language": "id",
        "title": TITLE,
        "paragraphs": (text, "Paragraf kedua."),
        "publisher": "Kabar Contoh",
        "published": day(2024, 6, 20),
        "dateline": "SEOUL",
        "wire": "Yonhap",
        "dating": (Clue(kind="given", quote="20 Juni 2024", when=day(2024, 6, 20), note="The input says so."),),
        "cut": (Cut(text="Baca juga: yang lain", reason="related.label", line=4),),
        "source": f"{name}.txt",
    }
    return Article(**{**fields, **more})  # type: ignore[arg-type]


def make_claim(article: Article, number: int = 0, status: Status = "alleged", **more: object) -> Claim:
    """PRK gives arms to RUS, as USA alleges."""
    at = len(TITLE) + 1
    fields: dict[str, object] = {
        "id": hashlib.blake2b(f"{article.id}{number}".encode(), digest_size=16).hexdigest(),
        "article": article.id,
        "sentence": Span(start=at, end=at + len(SENTENCE)),
        "sentence_text": SENTENCE,
        "trigger": Span(start=at + 10, end=at + 18),
        "rule": "id.verb.kirim.send",
        "type": "AID",
        "mode": "arms",
        "source": (Actor(code=ActorCode("PRK"), span=Span(start=at, end=at + 9), via="capital"),),
        "target": (Actor(code=ActorCode("RUS"), span=Span(start=at + 29, end=at + 35), via="capital"),),
        "status": status,
        "speaker": ("USA",),
        "medium": ("Yonhap",),
        "when": month(2024, 6),
        "object": "peluru",
        "steps": (Step(stage="frames", text="mengirim: send, subject is source"),),
    }
    return Claim(**{**fields, **more})  # type: ignore[arg-type]


def make_assessment(article: Article) -> Assessment:
    """PRK and RUS draw closer, says an expert."""
    return Assessment(
        id=hashlib.blake2b(article.id.encode(), digest_size=16).hexdigest(),
        article=article.id,
        sentence=Span(start=0, end=len(TITLE)),
        sentence_text=TITLE,
        trigger=Span(start=0, end=5),
        rule="id.assess.closer",
        dyad=(ActorCode("PRK"), ActorCode("RUS")),
        direction="warming",
        speaker=("expert:Lukin",),
        when=When(first=dt.date(2022, 2, 24), last=None, basis="since the war"),
    )


def make_coding(article: Article) -> Coding:
    """An allegation, its denial, and an assessment."""
    claim = make_claim(article)
    at = len(TITLE) + 2 + len(SENTENCE)
    denial = make_claim(
        article,
        1,
        "denied",
        sentence=Span(start=at, end=at + len(DENIAL)),
        sentence_text=DENIAL,
        trigger=Span(start=at + 7, end=at + 16),
        speaker=("RUS",),
        medium=(),
        mode=None,
        refers_to=claim.id,
        source=(Actor(code=ActorCode("PRK"), via="carried"),),
        target=(Actor(code=ActorCode("RUS"), span=Span(start=at, end=at + 6), via="capital"),),
    )
    return Coding(article=article.id, claims=(claim, denial), assessments=(make_assessment(article),))


def make_telling(
    article: str = "one",
    acts: str = "RUS > PRK CONSULT.visit",
    when: When | None = None,
    *,
    published: When | None = None,
    root: str = "",
    persons: str = "",
    about: tuple[str, ...] = (),
    repeats: bool = False,
    **more: object,
) -> Telling:
    """Who and what as `RUS > PRK CONSULT.visit`, `PRK,RUS = CONSULT.meet`; persons as `RUS:vladimir-putin`."""
    who, _, kind = acts.rpartition(" ")
    type_, _, mode = kind.partition(".")
    people = dict(each.split(":") for each in persons.split())
    left, right = _side(who.partition(" ")[0], people), _side(who.rpartition(" ")[2], people)
    fields: dict[str, object] = {
        "id": f"{article} {acts} {when} {sorted(more.items())}",
        "article": article,
        "source": left,
        "target": left if who.endswith("=") else right if who.count(" ") > 1 else (),
        "type": type_,
        "mode": mode or None,
        "status": "happened",
        **dict.fromkeys(("speaker", "medium", "steps"), ()),
        "object": None,
        "when": when,
    }
    made = msgspec.structs.replace(make_claim(make_article(article)), **{**fields, **more})
    return Telling(
        claim=made, published=published or day(2024, 6, 20), root=root or article, about=about, repeats=repeats
    )


def _side(codes: str, people: dict[str, str]) -> tuple[Actor, ...]:
    return tuple(Actor(code=ActorCode(code), person=people.get(code)) for code in codes.split(","))


def coded_page(page: Page, kit: Kit) -> tuple[Article, Coding]:
    """What `code_page` gives, without any coder. Pages that begin with `!` cannot be taken."""
    if page.text.startswith("!"):
        raise ValueError("nobody can read this")
    text = page.text.strip()
    article = make_article(
        page.key, text, source=page.source, line=page.line, title=None, language=page.language or "id"
    )
    article = Article(**{**_fields(article), "id": hashlib.blake2b(text.encode(), digest_size=16).hexdigest()})  # type: ignore[arg-type]
    if len(text) < 10:
        problem = Problem(where=page.source, what="next to nothing is left", kind="near-empty")
        return article, Coding(article=article.id, problems=(problem,))
    end = (text.find(".") + 1) or len(text)
    claim = make_claim(article, sentence=Span(start=0, end=end), sentence_text=text[:end], trigger=Span(start=0, end=4))
    return article, Coding(article=article.id, claims=(claim,))


def _fields(article: Article) -> dict[str, object]:
    return {name: getattr(article, name) for name in Article.__struct_fields__}
