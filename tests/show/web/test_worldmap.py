"""The picture of the world: every area has its shade, hostile ones stripes too, and labels cover none of each other."""

import xml.etree.ElementTree as ET

import pytest

from pasut.show.web.worldmap import HEIGHT, STRIPES, WIDTH, Area, Shade, draw_map, load_map

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*areas: Area, alone: bool = False) -> ET.Element:
    return ET.fromstring(draw_map(areas, "title", alone=alone))


@pytest.mark.parametrize("shade", ["hostile", "tense", "cool", "good", "stale", "none"])
def test_a_shade_is_never_told_by_colour_alone(shade: Shade) -> None:
    fills = {each.get("fill") for each in drawn(Area(code="IDN", shade=shade, title="x")).iter(f"{SVG}path")}
    assert (f"url(#stripes-{shade})" in fills) == (shade in STRIPES)
    assert (f"url(#{shade})" in fills) == (shade in ("stale", "none"))


def test_a_state_too_small_for_the_outlines_is_a_dot() -> None:
    assert list(drawn(Area(code="SGP", shade="good", title="Singapore")).iter(f"{SVG}circle"))[-1].get("r")


def test_names_are_escaped_and_lead_to_their_dyad() -> None:
    link = drawn(Area(code="IDN", shade="good", title="<b>&", url="/dyad/A/B?x=1&y=2")).find(f"{SVG}a")
    assert link is not None
    assert link.get("href") == "/dyad/A/B?x=1&y=2"
    assert link.findtext(f"{SVG}title") == "<b>&"


def test_a_picture_of_its_own_needs_no_style_sheet_and_leads_nowhere() -> None:
    picture = drawn(Area(code="IDN", shade="good", title="x", url="/dyad/A/B"), alone=True)
    assert picture.find(f"{SVG}a") is None
    assert not [each for each in picture.iter() if each.get("class") or each.get("style")]


def test_labels_that_would_cover_another_are_left_out() -> None:
    labels = [Area(code=code, shade="good", title=code, label=f"{code} +1.0") for code in ("NLD", "BEL", "AUS")]
    assert [each.text for each in drawn(*labels).iter(f"{SVG}text")] == ["NLD +1.0", "AUS +1.0"]


def test_everything_lies_on_the_map_and_no_outline_runs_across_it() -> None:
    paths, points = load_map()
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points.values())
    for path in paths.values():
        for ring in path.split("z")[:-1]:
            steps = [each.split(",") for each in ring[1:].split("l")[1:]]
            assert all(abs(float(x)) < WIDTH / 5 for x, _ in steps)
