"""Name the kind of every error: gold against what was coded, by rules, so that counts can stand beside each other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Record = Mapping[str, Any]
Triple = tuple[str, ...]
"""Type, source and target; `-` where there is no target."""
Row = tuple[Triple, Record]
Same = Callable[[str, str], bool]
"""Whether a gold quote lies in a sentence."""


def name_errors(
    gold: Sequence[Row], coded: Sequence[Row], pairs: Sequence[tuple[int, int]], same: Same
) -> Iterator[str]:
    """The kinds of all errors of one article; `pairs` are the indices of the rows that match."""
    found, right = {i for i, _ in pairs}, {j for _, j in pairs}
    spare = [j for j in range(len(coded)) if j not in right]
    whole = {id(gold[i][1]) for i, _ in pairs}, {id(coded[j][1]) for _, j in pairs}
    for i, row in enumerate(gold):
        if i in found or row[1].get("optional"):
            continue
        beside = [j for j in spare if same(row[1]["quote"], coded[j][1]["sentence"])]
        name, taken = _nearest(row, [(j, coded[j]) for j in beside])
        if taken is not None:
            spare.remove(taken)
            yield name
        elif id(row[1]) in whole[0]:
            yield "right claim, one of its actors missing"
        elif any(same(row[1]["quote"], each["sentence"]) for _, each in coded):
            yield "another act of the sentence coded, this one not"
        else:
            yield "no claim coded in a sentence with gold claims"
    for j in spare:
        yield _spurious(coded[j], coded, right, whole[1], [each for _, each in gold], same)


def _nearest(gold: Row, beside: Sequence[tuple[int, Row]]) -> tuple[str, int | None]:
    """The coded row that most nearly is this gold row, and what is wrong with it."""
    kind, source, target = gold[0]
    for index, (triple, _) in beside:
        if triple[0] == kind and triple[1:] == (target, source):
            return "right type and actors, direction swapped", index
    for index, (triple, _) in beside:
        if set(triple[1:]) == {source, target}:
            return f"right actors, wrong type: {kind} coded as {triple[0]}", index
    for index, (triple, _) in beside:
        if triple[0] == kind and source in triple[1:] and triple[2] == "-":
            return "right type, target missing", index
        if triple[0] == kind and source in triple[1:]:
            return "right type and source, wrong target", index
        if triple[0] == kind and target in triple[1:]:
            return "right type and target, wrong source", index
    return "", None


def _spurious(
    row: Row, coded: Sequence[Row], right: set[int], whole: set[int], gold: Sequence[Record], same: Same
) -> str:
    triple, claim = row
    if id(claim) in whole:
        return "right claim, an actor too many"
    twin = (j for j, (other, each) in enumerate(coded) if j in right and other == triple)
    if any(coded[j][1]["sentence"] == claim["sentence"] for j in twin):
        return "right claim, coded twice in a sentence with two statuses"
    frame = claim["rule"].rpartition(".")[2]
    where = (
        "beside gold claims" if any(same(each["quote"], claim["sentence"]) for each in gold) else "where gold has none"
    )
    return f"claim {where}, by frame `{frame}`"


def name_attribute_errors(gold: Record, coded: Record, speakers: Callable[[Record], set[str]]) -> Iterator[str]:
    """What is wrong with a claim whose sentence, type and actors are right. Dates are named by `name_date_error`."""
    if gold.get("status") != coded.get("status"):
        yield f"wrong status: {gold.get('status')} coded as {coded.get('status')}"
    said, heard = speakers(gold), speakers(coded)
    if said != heard:
        yield f"wrong speaker: {_difference(said, heard)}"
    if gold.get("mode") and gold["mode"] != coded.get("mode"):
        yield f"wrong mode: {gold['mode']} coded as {coded.get('mode') or 'none'}"


def _difference(said: set[str], heard: set[str]) -> str:
    if heard < said:
        return "missing" if not heard else "one of several missing"
    return "one too many" if said < heard else "another"


def name_date_error(gold: str | None, coded: str | None) -> str:
    """What is wrong with a date that is not right."""
    if gold is None:
        return "wrong date: dated where gold has none"
    if coded is None:
        return "wrong date: none where gold has one"
    if gold.startswith(coded):
        return "wrong date: less precise than gold"
    if "/" in gold or "/" in coded:
        return "wrong date: another interval"
    if len(gold) == len(coded) == len("2024-06-19"):
        return "wrong date: another day"
    return "wrong date: another month or year"
