"""Letters found in coded articles, joined, and set beside those of the year before."""

import datetime as dt
import itertools
import pathlib

import pytest

from makers import day, make_article, make_claim
from pasut.asking import letters_between
from pasut.measure.letter import Letter, Told
from pasut.measure.letters import compare_letters, find_letters, reply_days
from pasut.packs.letters import load_letter_words
from pasut.pipeline import Kit
from pasut.records import Actor, ActorCode, Coding, When
from pasut.store import open_store
from pasut.text.searchable import sentence_spans

KIT = Kit()
WORDS = {"id": load_letter_words("id")}
DYAD = ("PRK", "RUS")
GREETING = "Kim mengirim pesan ulang tahun kepada Putin."


def told(name: str, text: str, when: When | None, ways: str = "PRK>RUS", start: str = "") -> Told:
    """An article with one letter, told in the sentence that begins with `start`."""
    article = make_article(name, text, title=None)
    pack = KIT.pack("id")
    assert pack is not None
    spans = tuple(sentence_spans(article, pack))
    span = next(each for each in spans if article.text[each.start :].startswith(start))
    source, _, target = ways.partition(">")
    claim = make_claim(
        article,
        status="happened",
        type="CONSULT",
        mode="letter",
        when=when,
        sentence=span,
        sentence_text=article.text[span.start : span.end],
        source=(Actor(code=ActorCode(source), person=f"leader-of-{source}"),),
        target=(Actor(code=ActorCode(target), person=f"leader-of-{target}"),),
    )
    return Told(article=article, coding=Coding(article=article.id, claims=(claim,)), sentences=spans)


def find(*articles: Told) -> tuple[Letter, ...]:
    return find_letters(articles, DYAD, WORDS)


def test_a_letter_has_its_sides_its_occasion_and_who_signs() -> None:
    (letter,) = find(told("one", GREETING, day(2024, 10, 7)))
    assert (letter.source, letter.target, letter.occasion) == ("PRK", "RUS", "birthday")
    assert (letter.signed_by, letter.addressed_to) == (("leader-of-PRK",), ("leader-of-RUS",))
    assert letter.year == 2024


def test_words_epithets_and_placement_of_the_following_sentences_are_cues() -> None:
    text = (
        f'{GREETING} Dalam surat itu Putin disebut "kamerad terdekat kami". Pesan itu dimuat lengkap di halaman depan.'
    )
    (letter,) = find(told("one", text, day(2024, 10, 7)))
    assert letter.texts("words") == ("kamerad terdekat kami",)
    assert letter.texts("warm") == ("kamerad",)
    assert set(letter.texts("placement")) == {"full_text", "front_page"}
    assert letter.quoted_words == 3


def test_sentences_about_something_else_give_no_cues() -> None:
    text = f'{GREETING} Panen tahun ini baik. Petani menyebutnya "tak terkalahkan" di pasar.'
    (letter,) = find(told("one", text, day(2024, 10, 7)))
    assert letter.cues == ()


def test_what_a_letter_leaves_out_is_no_epithet_of_it() -> None:
    text = f"{GREETING} Surat itu tidak menyebut kemitraan strategis."
    (letter,) = find(told("one", text, day(2024, 10, 7)))
    assert letter.texts("strategic") == ()
    assert "kemitraan strategis" in letter.texts("omission")


def test_two_articles_of_one_letter_are_one() -> None:
    letters = find(told("one", GREETING, day(2024, 10, 7)), told("two", GREETING + " Lagi.", day(2024, 10, 9)))
    assert len(letters) == 1
    assert len(letters[0].articles) == 2


@pytest.mark.parametrize(
    "other",
    [
        told("two", GREETING, day(2023, 10, 7)),
        told("two", "Putin mengirim pesan ulang tahun kepada Kim.", day(2024, 10, 7), "RUS>PRK"),
        told("two", "Kim mengirim pesan tahun baru kepada Putin.", day(2024, 10, 8)),
        told("two", GREETING, None),
    ],
    ids=["another year", "the other way", "another occasion", "undated"],
)
def test_other_letters_stay_apart(other: Told) -> None:
    assert len(find(told("one", GREETING, day(2024, 10, 7)), other)) == 2


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [
        told("one", GREETING, day(2024, 10, 7)),
        told("two", GREETING + " Lagi.", day(2024, 10, 9)),
        told("three", GREETING, day(2023, 10, 7)),
    ]
    assert len({repr(find(*order)) for order in itertools.permutations(articles)}) == 1


def test_this_years_letter_is_set_against_last_years() -> None:
    warm = told("one", f'{GREETING} Surat itu menyebut Putin "sahabat sejati".', day(2023, 10, 7))
    cool = told("two", GREETING, day(2024, 10, 7))
    (change,) = compare_letters(find(warm, cool))
    assert change.lost == (("warm", "sahabat sejati"),)
    assert change.gained == ()
    assert change.quoted_words == -2


def test_letters_of_two_occasions_are_not_compared() -> None:
    greeting = told("two", "Kim mengirim pesan tahun baru kepada Putin.", day(2024, 1, 1))
    assert compare_letters(find(told("one", GREETING, day(2023, 10, 7)), greeting)) == ()


def test_a_letter_of_another_year_told_beside_it_is_a_letter_of_its_own() -> None:
    text = (
        "Xi mengirim surat balasan kepada Kim. Pada surat balasan 2023, Xi masih menyebut tetangga yang bersahabat. "
        "Dalam surat kali ini, sebutan itu tidak ada."
    )
    article = told("one", text, day(2024, 10, 16), "CHN>PRK")
    letters = find_letters([article], ("PRK", "CHN"), WORDS)
    assert [letter.year for letter in letters] == [2023, 2024]
    (change,) = compare_letters(letters)
    assert change.lost == (("warm", "tetangga yang bersahabat"),)
    assert len({letter.id for letter in letters}) == 2


def test_a_reply_counts_the_days_since_what_it_answers() -> None:
    sent = told("one", "Kim mengirim pesan selamat kepada Putin.", day(2024, 10, 1))
    reply = told("two", "Putin mengirim surat balasan kepada Kim.", day(2024, 10, 16), "RUS>PRK")
    letters = find(sent, reply)
    assert [reply_days(letter, letters) for letter in letters] == [None, 15]


def test_letters_of_others_are_not_theirs() -> None:
    assert find(told("one", GREETING, day(2024, 10, 7), "CHN>USA")) == ()


def test_a_language_without_letter_words_gives_letters_without_cues() -> None:
    (letter,) = find_letters([told("one", GREETING, day(2024, 10, 7))], DYAD, {})
    assert (letter.cues, letter.occasion) == ((), None)


def test_the_packaged_examples_show_the_birthday_letters(examples: pathlib.Path) -> None:
    with open_store(examples) as store:
        letters = letters_between(store, DYAD, KIT)
        early = letters_between(store, DYAD, KIT, as_of=dt.date(2024, 9, 30))
    years = {letter.year for letter in letters if letter.occasion == "birthday" and letter.source == "PRK"}
    assert {2022, 2024} <= years
    assert early and all((letter.year or 0) <= 2024 for letter in early)
    assert len(early) < len(letters)
