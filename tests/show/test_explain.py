"""The sentence is marked where the claim's pieces stand."""

from makers import make_article, make_claim, make_coding
from pasut.records import Span
from pasut.show.explain import marked_sentence
from pasut.show.words import words_in


def test_pieces_are_marked_in_brackets_without_colour() -> None:
    marked = marked_sentence(make_claim(make_article()), words_in("en"), with_colour=False).plain
    assert marked == "[source: Pyongyang] [trigger: mengirim] peluru ke [target: Moskwa], kata Washington."


def test_pieces_are_marked_in_colour() -> None:
    marked = marked_sentence(make_claim(make_article()), words_in("id"), with_colour=True)
    assert marked.plain == "Pyongyang pelaku mengirim pemicu peluru ke Moskwa sasaran, kata Washington."
    assert {str(span.style) for span in marked.spans} >= {"bold green", "bold yellow", "bold magenta"}


def test_an_actor_of_an_earlier_sentence_is_not_marked() -> None:
    claim = make_coding(make_article()).claims[1]
    assert (
        marked_sentence(claim, words_in("en"), with_colour=False).plain
        == "[target: Moskwa] [trigger: membantah] tuduhan itu."
    )


def test_overlapping_pieces_are_marked_once() -> None:
    claim = make_claim(make_article())
    overlap = make_claim(make_article(), trigger=Span(start=claim.sentence.start + 3, end=claim.sentence.start + 12))
    assert "[trigger" not in marked_sentence(overlap, words_in("en"), with_colour=False).plain
