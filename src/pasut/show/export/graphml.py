"""Relations as a GraphML file: actors are nodes; what one does to another is an edge, sized by evidence, with a sign.

Only what is told as done or alleged counts. An act of both sides counts in either direction.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

import msgspec

from pasut.records import Event
from pasut.show.export.acts import COUNTED
from pasut.show.export.facts import Facts
from pasut.show.export.told import Told

NODE = {"name": "string", "kind": "string", "country": "string", "cow": "string"}
EDGE = {
    "weight": "int", "sign": "int", "points": "double", "cooperative": "int", "hostile": "int", "neutral": "int",
    "disputed": "int", "first": "string", "last": "string",
}  # fmt: skip
"""weight: independent sources of all events together; points: mean score; sign: that of the points."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, even escaped."""


class Tie(msgspec.Struct):
    """What one actor has done to another, so far as counted."""

    weight: int = 0
    points: float = 0.0
    cooperative: int = 0
    hostile: int = 0
    neutral: int = 0
    disputed: int = 0
    first: str = ""
    last: str = ""

    def count(self, event: Event, score: float) -> None:
        """Add an event."""
        self.weight += event.sources
        self.points += score
        self.cooperative += score > 0
        self.hostile += score < 0
        self.neutral += score == 0
        self.disputed += event.standing in ("disputed", "denied")
        when = event.when
        if when and when.first:
            self.first = min(self.first or when.first.isoformat(), when.first.isoformat())
        if when and when.last:
            self.last = max(self.last, when.last.isoformat())


def graphml_lines(told: Iterable[Told], facts: Facts) -> Iterator[str]:
    """The file, line by line; memory holds one tie for each pair of actors."""
    ties = count_ties((each.event for each in told), facts)
    yield _HEAD
    for domain, keys in (("node", NODE), ("edge", EDGE)):
        for name, type_ in keys.items():
            yield f'  <key id="{domain}_{name}" for="{domain}" attr.name="{name}" attr.type="{type_}"/>\n'
    yield '  <graph id="relations" edgedefault="directed">\n'
    for code in sorted({code for pair in ties for code in pair}):
        yield f"    <node id={_attribute(code)}>{_data('node', _node(code, facts))}</node>\n"
    for (source, target), tie in sorted(ties.items()):
        ends = f"source={_attribute(source)} target={_attribute(target)}"
        yield f"    <edge {ends}>{_data('edge', _edge(tie))}</edge>\n"
    yield "  </graph>\n</graphml>\n"


def count_ties(events: Iterable[Event], facts: Facts) -> dict[tuple[str, str], Tie]:
    """The tie of each ordered pair of actors."""
    ties: dict[tuple[str, str], Tie] = {}
    for event in events:
        if event.status in COUNTED:
            score = facts.scale.score(event.type, event.mode)
            for source in event.source:
                for target in event.target:
                    if source != target:
                        ties.setdefault((str(source), str(target)), Tie()).count(event, score)
    return ties


def _node(code: str, facts: Facts) -> Mapping[str, object]:
    tables = {"state": facts.world.states, "body": facts.world.bodies, "group": facts.world.groups}
    kind = next((name for name, table in tables.items() if code in table), "")
    return {"name": facts.world.name_en(code), "kind": kind, "country": facts.country(code), "cow": facts.cow(code)}


def _edge(tie: Tie) -> Mapping[str, object]:
    points = tie.points / (tie.cooperative + tie.hostile + tie.neutral)
    sign = (points > 0) - (points < 0)
    return {**msgspec.structs.asdict(tie), "points": f"{points:.3f}", "sign": sign}


def _data(domain: str, values: Mapping[str, object]) -> str:
    keys = NODE if domain == "node" else EDGE
    cells = ((name, str(values[name])) for name in keys)
    return "".join(f'<data key="{domain}_{name}">{escape(_clean(cell))}</data>' for name, cell in cells if cell)


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
