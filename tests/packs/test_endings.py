"""Surface forms of English words: -s, -ed, -ing, principal parts, particles, plurals."""

import pytest

from pasut.packs.endings import noun_forms, verb_forms, with_plural


def forms(root: str, *shapes: str) -> dict[str, str]:
    return {" ".join(form.words): form.voice for form in verb_forms(root, shapes)}


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        ("condemn", "condemn condemns condemned condemning"),
        ("accuse", "accuse accuses accused accusing"),
        ("deny", "deny denies denied denying"),
        ("deploy", "deploy deploys deployed deploying"),
        ("ban", "ban bans banned banning"),
        ("help", "help helps helped helping"),
        ("expel*", "expel expels expelled expelling"),
        ("visit", "visit visits visited visiting"),
        ("punish", "punish punishes punished punishing"),
        ("veto", "veto vetoes vetoed vetoing"),
        ("free", "free frees freed freeing"),
    ],
)
def test_a_regular_verb_has_four_forms(root: str, expected: str) -> None:
    assert list(forms(root)) == expected.split()


def test_one_form_for_past_and_participle_waits_for_its_auxiliary() -> None:
    assert forms("send", "sent")["sent"] == "past_or_participle"


def test_a_participle_of_its_own_is_never_the_past() -> None:
    assert forms("give", "gave/given") == {
        "give": "base", "gives": "present", "gave": "past", "given": "participle", "giving": "ing",
    }  # fmt: skip


def test_an_intransitive_verb_has_no_passive() -> None:
    assert set(forms("go", "went/gone", "intrans").values()) == {"base", "present", "past", "perfect", "ing"}
    assert forms("arrive", "intrans")["arrived"] == "past"


def test_only_the_first_word_of_a_phrasal_verb_changes() -> None:
    assert list(forms("shoot down", "shot")) == ["shoot down", "shoots down", "shot down", "shooting down"]


def test_a_predicate_does_not_change() -> None:
    assert forms("at war with", "adj") == {"at war with": "adjective"}


def test_literal_forms_come_with_the_regular_ones() -> None:
    assert forms("veto", "=p:vetoed down")["vetoed down"] == "passive"


@pytest.mark.parametrize(
    ("phrase", "plural"),
    [("ally", "allies"), ("air strike", "air strikes"), ("head of state", "heads of state"), ("spokesman", "spokesmen"),
     ("attack on", "attacks on"), ("wish", "wishes")],
)  # fmt: skip
def test_the_head_of_a_noun_phrase_takes_the_plural(phrase: str, plural: str) -> None:
    assert with_plural(phrase) == (phrase, plural)


def test_a_marked_noun_stands_alone() -> None:
    assert [form.words for form in noun_forms("participant:=talks")] == [("talks",)]
