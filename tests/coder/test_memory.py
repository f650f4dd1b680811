"""What an article's memory says of wars and pairs."""

import datetime as dt

from pasut.coder.memory import Memory, foes_on
from pasut.coder.refs import Ref
from pasut.world.load import War

WAR = War(
    id="any",
    name_en="Any War",
    first=dt.date(2020, 1, 10),
    last=dt.date(2020, 2, 10),
    attackers=("KEN", "UGA"),
    defenders=("SOM:Shabaab", "ETH"),
)


def ref(code: str) -> Ref:
    return Ref(code, 0, 1, "name")


def test_sides_of_a_war_are_foes_of_each_other_and_not_among_themselves() -> None:
    assert foes_on([WAR], dt.date(2020, 1, 20)) == {
        "KEN": {"SOM", "ETH"},
        "UGA": {"SOM", "ETH"},
        "SOM": {"KEN", "UGA"},
        "ETH": {"KEN", "UGA"},
    }


def test_nobody_is_a_foe_before_the_war_long_after_it_or_on_an_unknown_day() -> None:
    assert not foes_on([WAR], dt.date(2020, 1, 9))
    assert not foes_on([WAR], dt.date(2021, 1, 1))
    assert not foes_on([WAR], None)


def test_a_war_just_over_still_has_its_foes() -> None:
    assert foes_on([WAR], dt.date(2020, 3, 1))["KEN"] == {"SOM", "ETH"}


def test_the_foe_is_the_one_named_near_else_the_one_that_the_article_names() -> None:
    memory = Memory({"KEN": 2, "ETH": 1})
    memory.wars, memory.day = (WAR,), dt.date(2020, 1, 20)
    near = memory.foe({"KEN"}, [ref("SOM:Shabaab"), ref("USA")])
    far = memory.foe({"KEN"}, [ref("USA")])
    assert near is not None and [each.code for each in near] == ["SOM:Shabaab"]
    assert far is not None and [each.code for each in far] == ["ETH"]
    assert memory.foe({"USA"}, [ref("KEN")]) is None


def test_both_are_the_pair_told_most_often_of_late() -> None:
    memory = Memory()
    memory.step()
    for pair in (("IND", "PAK"), ("IND", "PAK"), ("IND", "NPL")):
        memory.note_dyad([ref(code) for code in pair])
    assert [each.code for each in memory.pair()] == ["IND", "PAK"]
    for _ in range(4):
        memory.step()
    assert memory.pair() == []
