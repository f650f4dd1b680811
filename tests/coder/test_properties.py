"""Laws of the coder that hold for any text, sense or none."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pasut.coder import code_article
from pasut.packs.entry import Entry, Lexeme
from pasut.packs.pack import Pack
from pasut.pipeline import Kit
from pasut.records import Article, Assessment, Claim, Coding, When

KIT = Kit()
DAY = dt.date(2025, 3, 5)
STATES = "Rusia Ukraina Jepang Mesir Kenya Beijing Washington Israel Iran Korea PBB Uni Eropa AS".split()
TENSE = [
    "akan",
    "tidak",
    "mungkin",
    "diduga",
    "yang",
    "bahwa",
    "untuk",
    "jika",
    "dan",
    "oleh",
    "kepada",
    "terhadap",
    "ke",
]
SIGNS = [
    ".",
    ",",
    '"',
    "'",
    "(",
    ")",
    "-",
    ":",
    ";",
    "?",
    "!",
    "…",
    "\n",
    " ",
    "/",
    "“",
    "”",
    "–",
    "3.500",
    "2,5",
    "(4/3)",
]

relaxed = settings(suppress_health_check=[HealthCheck.too_slow])


def pack() -> Pack:
    found = KIT.pack("id")
    assert found is not None
    return found


@pytest.fixture(scope="module", autouse=True)
def loaded_once() -> None:
    pack()


def lexicon_texts() -> st.SearchStrategy[str]:
    """Words of the pack, names of states, little words and signs, in any order."""
    words = sorted(" ".join(entry.words) for lexeme in pack().lexicon.values() for entry in all_entries(lexeme))
    pieces = st.one_of(
        st.sampled_from(words),
        st.sampled_from(words).map(str.capitalize),
        st.sampled_from(STATES),
        st.sampled_from(TENSE),
        st.sampled_from(SIGNS),
    )
    return st.lists(pieces, max_size=40).map(" ".join)


def all_entries(lexeme: Lexeme) -> list[Entry]:
    single = [lexeme.single] if lexeme.single else []
    return [*single, *(entry for entries in lexeme.longer.values() for entry in entries)]


def make_article(text: str, *, headline: bool = False) -> Article:
    lines = [line for line in text.split("\n") if line.strip()]
    title = lines.pop(0) if headline and lines else None
    day = When(first=DAY, last=DAY, basis="given")
    return Article(
        id="any", key="any", language="id", title=title, headline=headline, paragraphs=tuple(lines), published=day
    )


def code(article: Article) -> Coding:
    return code_article(article, pack(), KIT.world)


@relaxed
@given(st.data(), st.booleans())
def test_coding_words_in_any_order_never_fails_and_keeps_every_law(data: st.DataObject, headline: bool) -> None:
    article = make_article(data.draw(lexicon_texts()), headline=headline)
    coding = code(article)
    assert not list(_broken_laws(article, coding))
    assert code(article) == coding


@relaxed
@given(st.text(max_size=300))
def test_coding_any_characters_never_fails_and_keeps_every_law(text: str) -> None:
    article = make_article(text)
    assert not list(_broken_laws(article, code(article)))


@pytest.mark.parametrize("text", ["", " ", '"', "-", "di-", "Rusia", "menyerang", "dan dan dan", "(((", "yang " * 50])
def test_next_to_nothing_gives_no_claim(text: str) -> None:
    assert code(make_article(text)).claims == ()


def test_sentences_of_a_long_article_are_all_told_from_their_own_place() -> None:
    lines = [f"Rusia menyerang Ukraina pada {day} Februari 2025. Israel mengecam Iran." for day in range(1, 29)]
    article = make_article("\n".join(lines))
    coding = code(article)
    assert not list(_broken_laws(article, coding))
    assert len({claim.sentence.start for claim in coding.claims}) == 2 * len(lines)


def test_coding_an_article_leaves_nothing_behind_for_the_next() -> None:
    first = make_article("Presiden Mesir tiba di Moskow. Ia mengecam Israel.")
    second = make_article("Ia mengecam Israel.")
    alone = code(second)
    code(first)
    assert code(second) == alone


def _broken_laws(article: Article, coding: Coding) -> Iterator[str]:
    """What is wrong with a coding, whatever its text says."""
    if coding.article != article.id:
        yield "it is of another article"
    coded: tuple[Claim | Assessment, ...] = (*coding.claims, *coding.assessments)
    for each in coded:
        if not _lies_in_its_sentence(each, article.text):
            yield f"{each.id} lies outside its sentence"
    for claim in coding.claims:
        if not _has_two_sides(claim):
            yield f"{claim.id} has no two sides: {claim.source} {claim.target}"
    for found in (coding.claims, coding.assessments):
        if len({each.id for each in found}) < len(found):
            yield "an id stands twice"


def _lies_in_its_sentence(coded: Claim | Assessment, text: str) -> bool:
    sentence, trigger = coded.sentence, coded.trigger
    actors = (*coded.source, *coded.target) if isinstance(coded, Claim) else ()
    spans = [actor.span for actor in actors if actor.span]
    return (
        text[sentence.start : sentence.end] == coded.sentence_text
        and sentence.start <= trigger.start < trigger.end <= sentence.end
        and all(0 <= span.start < span.end <= len(text) for span in spans)
    )


def _has_two_sides(claim: Claim) -> bool:
    sides = [[actor.code for actor in side] for side in (claim.source, claim.target)]
    all_codes = {code for side in sides for code in side}
    return (
        bool(all_codes) and all(len({*side}) == len(side) for side in sides) and (len(all_codes) > 1 or not all(sides))
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The programme is fuel Iran"),
        ("en", "northern Chinese farms, and many shops"),
        ("id", "apakah visa telah disetujui, ia mengatakan,"),
    ],
)
def test_a_text_that_breaks_off_is_read(language: str, text: str) -> None:
    pack = KIT.pack(language)
    assert pack is not None
    article = Article(id="a", key="a", language=language, title=None, paragraphs=(text,), source="", published=None)
    assert code_article(article, pack, KIT.world).claims == ()
