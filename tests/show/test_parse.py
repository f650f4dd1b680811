"""`pasut parse`: every pass of the coder shown for a sentence, for people and for programs."""

import datetime as dt
import json
import tomllib
from typing import get_args

import pytest
from rich.console import Console

from pasut.coder import code_article
from pasut.packs.frame import Kind as KindOfFrame
from pasut.packs.letters import FOLDER
from pasut.packs.load import available
from pasut.packs.surface import Voice
from pasut.pipeline import Kit
from pasut.records import Article, When
from pasut.show.cli import run
from pasut.show.names import Names
from pasut.show.parse import write_parse
from pasut.show.passes import parse_text
from pasut.show.screen import Screen
from pasut.show.words import words_in
from pasut.text.scene import Kind as KindOfTime

ACCUSATION = "Amerika Serikat menuduh Korea Utara mengirim peluru artileri ke Rusia pada September lalu."
DENIAL = "Pyongyang membantah tuduhan tersebut."
DAY = dt.date(2024, 10, 9)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit()


def parsed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, list[dict[str, list[dict[str, object]]]]]:
    assert run(["parse", *arguments, "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    found: dict[str, list[dict[str, list[dict[str, object]]]]] = json.loads(out)
    return found


def test_the_passes_are_told_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", ACCUSATION, "--published", "2024-10-09"]) == 0
    out, err = capsys.readouterr()
    assert err == "" and "\x1b" not in out
    for part in (
        "verb kirim, active → send",  # form analysis
        "PRK (name)",
        "thing arms",
        "[ke] Rusia",  # chunk
        "menuduh (object)",  # governor
        "id.verb.kirim.send",  # frame
        "AID.arms",
        "2024-09",
    ):
        assert part in out, part


def test_json_is_one_object_with_every_pass(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = parsed(capsys, ACCUSATION, "--published", "2024-10-09")["sentences"][0]
    assert list(sentence) == [
        "text", "tokens", "items", "chunks", "clauses", "scopes", "times", "acts", "claims", "assessments",
    ]  # fmt: skip
    assert [claim["type"] for claim in sentence["claims"]] == ["ACCUSE", "AID"]
    aid = sentence["claims"][1]
    assert (aid["status"], aid["speaker"], aid["date"]) == ("alleged", ["USA"], "2024-09")
    assert [clause["status"] for clause in sentence["clauses"]] == ["happened", "alleged"]


def test_a_sentence_remembers_those_before_it(capsys: pytest.CaptureFixture[str]) -> None:
    claims = parsed(capsys, f"{ACCUSATION} {DENIAL}")["sentences"][1]["claims"]
    assert [(claim["type"], claim["status"], claim["speaker"]) for claim in claims] == [("AID", "denied", ["PRK"])]


def test_a_headline_is_read_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    words = "Korut Kirim Peluru ke Rusia"
    assert parsed(capsys, words, "--headline")["sentences"][0]["claims"][0]["type"] == "AID"
    assert parsed(capsys, words, "--headline")["headline"]


def test_the_claims_are_those_of_the_coder(kit: Kit) -> None:
    pack = kit.pack("id")
    assert pack is not None
    published = When(first=DAY, last=DAY, basis="given")
    text = f"{ACCUSATION} {DENIAL}"
    article = Article(id="", key="", language="id", title=None, paragraphs=(text,), published=published)
    coded = code_article(article, pack, kit.world).claims
    shown = [
        claim
        for sentence in parse_text(text, pack, kit.world, published=published, headline=False).sentences
        for claim in sentence.claims
    ]
    assert [(c.type, c.status, c.speaker, c.date, c.rule) for c in shown] == [
        (c.type, c.status, c.speaker, c.when.text() if c.when else None, c.rule) for c in coded
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_terminal_gets_colour(
    kit: Kit, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = kit.pack("id")
    assert pack is not None
    screen = Screen()
    screen.is_terminal = True
    monkeypatch.setattr(screen, "_console", Console(force_terminal=True, width=100, color_system="standard"))
    parse = parse_text(f"{ACCUSATION} {DENIAL}", pack, kit.world, published=None, headline=False)
    write_parse(parse, Names(kit), words_in(language), screen)
    assert "\x1b[1;32mKorea Utara" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["  "], "there is no sentence to parse"),
        (["Iran.", "--published", "yesterday"], "'yesterday' is no date"),
        ([], "Missing argument"),
    ],
)
def test_wrong_use_is_said(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", *arguments]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("text", ["?", "...", "Xyzzy", "Iran" * 200, "\u202e\x1b[31m merah", "5.000 (lima) -- 'a'"])
def test_any_text_can_be_parsed(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", text]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_what_the_passes_find_is_said_in_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", ACCUSATION, "--published", "2024-10-09", "--lang", "id"]) == 0
    out = capsys.readouterr().out
    for part in ("verba kirim, aktif → send (tindakan)", "PRK (nama)", "benda arms", "menuduh (objek)", "klausa utama"):
        assert part in out, part
    assert not {"verb", "noun", "active", "state", "main", "object", "preposition"} & set(out.split())


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_reading_that_the_packs_can_give_has_words(language: str) -> None:
    labels = words_in(language).labels.reading
    assert {*get_args(Voice), *get_args(KindOfFrame), *get_args(KindOfTime)} <= labels.keys()
    for pack in available():
        classes = tomllib.loads((FOLDER / pack / "words.toml").read_text(encoding="utf-8"))["classes"]
        unnamed = classes.keys() - labels.keys()
        assert not unnamed, f"give {unnamed} words in the table {language}.reading of show/words.toml"
