"""The search command."""

import json

from makers import Run


def test_the_sentence_its_article_and_its_claims_are_shown(pasut: Run) -> None:
    status, out, _ = pasut("search", "kirim", "--format", "json")
    rows = json.loads(out)
    assert status == 0
    assert [row["sentence"] for row in rows] == [
        "Korut kirim peluru",
        "Pyongyang mengirim peluru ke Moskwa, kata Washington.",
    ]
    assert len(rows[1]["claims"]) == 1


def test_filters_narrow_the_search(pasut: Run) -> None:
    assert "2 kalimat" in pasut("search", "kirim", "--lang", "id")[1]
    assert "1 kalimat" in pasut("search", "kirim", "--between", "korut", "rusia", "--lang", "id")[1]


def test_the_title_says_when_there_is_more(pasut: Run) -> None:
    assert "The first 1 sentences" in pasut("search", "kirim", "--limit", "1")[1]


def test_nothing_to_look_for_is_wrong_use(pasut: Run) -> None:
    assert pasut("search", "!!")[0] == 2
