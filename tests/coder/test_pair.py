"""The pair task: what one given actor does to another, as one of fifteen roots."""

import pathlib

import pytest

import pasut
from pasut.asking import relate
from pasut.coder.pair import QUADS
from pasut.errors import UsageError
from pasut.packs.load import available
from pasut.pipeline import Kit
from pasut.show.cli import run
from pasut.tables import read_table

KIT = Kit()
OWN = pathlib.Path(__file__).with_name("pairs.tsv")


def root(sentence: str, source: str, target: str, language: str = "en") -> str:
    return relate(sentence, source=source, target=target, language=language, kit=KIT).root


@pytest.mark.parametrize(
    ("sentence", "source", "target", "expected"),
    [
        ("The police of Port Ann attacked the rebels of Mount Bell.", "police of Port Ann", "rebels", "ASSAULT"),
        ("A regional court freed the two reporters on Monday.", "A regional court", "the two reporters", "YIELD"),
        ("The mayor refused to release the two reporters.", "The mayor", "the two reporters", "REJECT"),
        ("The mayor will host the delegation next week.", "The mayor", "the delegation", "AGREE"),
        ("The island lifted its embargo on the kingdom.", "The island", "the kingdom", "YIELD"),
        ("The island will not lift its embargo on the kingdom.", "The island", "the kingdom", "REJECT"),
        ("The union accused the ministry of lying.", "The union", "the ministry", "ACCUSE"),
        ("The union and the ministry held talks on Friday.", "The union", "the ministry", "CONSULT"),
        ("The bank provided $10 million in aid to the provinces.", "The bank", "the provinces", "AID"),
        ("The colonel threatened to bomb the dam.", "The colonel", "the dam", "THREATEN"),
    ],
)
def test_any_two_spans_are_read_as_actors(sentence: str, source: str, target: str, expected: str) -> None:
    assert root(sentence, source, target) == expected


def test_most_plain_sentences_of_every_root_are_told_right() -> None:
    """Sentences of our own, sorted as the PLOVER manual sorts them; those still told wrong stay in the file."""
    rows = [row for _, row in read_table(OWN, ("root", "source", "target", "sentence"))]
    found = [(expected, root(sentence, source, target)) for expected, source, target, sentence in rows]
    wrong = [pair for pair in found if pair[0] != pair[1]]
    assert len(wrong) <= 0.13 * len(rows)
    assert sum(QUADS[expected] != QUADS[told] for expected, told in wrong) <= 0.08 * len(rows)
    for expected in QUADS:
        told = [each for wanted, each in found if wanted == expected]
        assert 2 * told.count(expected) >= len(told), expected


def test_indonesian_is_read_too() -> None:
    assert root("Kelompok itu menyerang desa kami.", "Kelompok itu", "desa kami", "id") == "ASSAULT"


def test_the_direction_of_the_passive_is_seen() -> None:
    found = relate("The dam was attacked by the colonel.", source="the colonel", target="The dam", kit=KIT)
    assert (found.root, found.guessed) == ("ASSAULT", False)


def test_a_sentence_without_a_known_word_is_answered_and_marked() -> None:
    found = relate("The owl xyzzied the pussycat.", source="The owl", target="the pussycat", language="en", kit=KIT)
    assert found.root in QUADS and found.guessed and found.score == 0.0


def test_one_of_the_two_may_be_nobody_named() -> None:
    assert relate("A court banned two papers.", source="A court", target="a recipient", kit=KIT).root == "COERCE"


@pytest.mark.parametrize("spans", [("the sun", "the moon"), ("", "")])
def test_spans_that_are_not_there_are_refused(spans: tuple[str, str]) -> None:
    with pytest.raises(UsageError, match="give a span as it is written"):
        relate("A court banned two papers.", source=spans[0] or "no", target=spans[1] or "one else", kit=KIT)


def test_a_language_without_a_pack_is_refused() -> None:
    with pytest.raises(UsageError, match="no pack for language 'nl'"):
        relate("De koning viel het dorp aan.", source="De koning", target="het dorp", language="nl", kit=KIT)


def test_the_command_says_what_speaks_for_its_answer(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "The mayor refused to help the port."
    assert run(["relation", sentence, "--source", "The mayor", "--target", "the port"]) == 0
    out = capsys.readouterr().out
    assert "REJECT" in out and "The mayor refused" in out


@pytest.mark.parametrize("language", available())
def test_rules_of_a_pack_name_known_roots_and_ids_of_their_own(language: str) -> None:
    pack = KIT.pack(language)
    assert pack is not None
    assert {rule.root for rule in pack.pair} <= set(QUADS)
    assert len({rule.id for rule in pack.pair}) == len(pack.pair)


def test_a_wrong_pair_file_says_where(tmp_path: pathlib.Path) -> None:
    from pasut.packs.pair_rules import load_pair_rules

    path = tmp_path / "pair.toml"
    assert load_pair_rules(path) == ()
    path.write_text('[[rule]]\nid = "x"\nroot = "AID"\nweight = 1.0\npatterns = ["("]\n', encoding="utf-8")
    with pytest.raises(pasut.PasutError, match="rule 'x'"):
        load_pair_rules(path)
