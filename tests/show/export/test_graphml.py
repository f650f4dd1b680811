"""The network of relations."""

import xml.etree.ElementTree as ET

from pasut.records import ActorCode, Event
from pasut.show.export.facts import Facts
from pasut.show.export.graphml import EDGE, NODE, count_ties, graphml_lines
from pasut.show.export.told import Told
from pasut.world.cameo import load_cameo
from pasut.world.load import World, load_world
from pasut.world.scale import load_scale

from .conftest import Export

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def facts(world: World | None = None) -> Facts:
    return Facts(world=world or load_world(), scale=load_scale(), cameo=load_cameo(), languages={})


def act(kind: str, source: str = "PRK", target: str = "RUS", **more: object) -> Event:
    codes = {"source": (ActorCode(source),), "target": (ActorCode(target),)}
    fields = {"id": kind, "type": kind, "status": "happened", "standing": "asserted", **codes, **more}
    return Event(**fields)  # type: ignore[arg-type]


def test_nodes_are_actors_and_edges_refer_to_them(export: Export) -> None:
    root = ET.fromstring(export("graphml"))
    nodes = {node.get("id") for node in root.iter(f"{SPACE}node")}
    assert nodes == {"PRK", "RUS", "UN"}
    ends = {(edge.get("source"), edge.get("target")) for edge in root.iter(f"{SPACE}edge")}
    assert ends == {("PRK", "RUS"), ("RUS", "PRK"), ("UN", "PRK")}
    keys = {key.get("id") for key in root.iter(f"{SPACE}key")}
    assert keys == {f"node_{name}" for name in NODE} | {f"edge_{name}" for name in EDGE}
    assert {data.get("key") for data in root.iter(f"{SPACE}data")} <= keys


def test_an_edge_has_a_sign_and_the_weight_of_its_evidence() -> None:
    events = [act("AID", sources=3), act("ACCUSE", standing="disputed"), act("ASSAULT", target="USA")]
    ties = count_ties(events, facts())
    tie = ties["PRK", "RUS"]
    assert (tie.weight, tie.cooperative, tie.hostile, tie.disputed) == (4, 1, 1, 1)
    root = ET.fromstring("".join(graphml_lines((Told(event=each, lines=()) for each in events), facts())))
    signs = [data.text for data in root.iter(f"{SPACE}data") if data.get("key") == "edge_sign"]
    assert signs == ["1", "-1"]


def test_what_did_not_happen_is_no_edge() -> None:
    states = ("planned", "possible", "denied", "not_happened")
    assert count_ties([act("AID", status=status) for status in states], facts()) == {}


def test_hostile_text_stays_text() -> None:
    code = 'X:<b>"&\x07'
    text = "".join(graphml_lines([Told(event=act("AID", source=code), lines=())], facts()))
    root = ET.fromstring(text)
    assert 'X:<b>"&' in [node.get("id") for node in root.iter(f"{SPACE}node")]
