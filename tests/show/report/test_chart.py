"""Charts write months and numbers in the language of the reader."""

import pytest

from pasut.show.report.chart import chart_locale


@pytest.mark.parametrize(("language", "month", "decimal"), [("id", "Agustus", ","), ("en", "August", ".")])
def test_axes_speak_the_language(language: str, month: str, decimal: str) -> None:
    made = chart_locale(language)
    assert made["time"]["months"][7] == month  # type: ignore[index]
    assert made["number"]["decimal"] == decimal  # type: ignore[index]


def test_a_week_of_vega_begins_on_sunday() -> None:
    assert chart_locale("id")["time"]["days"][0] == "Minggu"  # type: ignore[index]


def test_an_indonesian_axis_names_indonesian_months() -> None:
    pytest.importorskip("vl_convert", reason="charts need vl-convert")
    from pasut.show.report.render import chart_svg

    rows = [{"day": f"2024-{month:02d}-01", "points": month} for month in range(5, 13)]
    encoding = {"x": {"field": "day", "type": "temporal"}, "y": {"field": "points", "type": "quantitative"}}
    spec = {"data": {"values": rows}, "mark": "line", "encoding": encoding, "config": {"locale": chart_locale("id")}}
    assert ">Agustus<" in chart_svg(spec)
