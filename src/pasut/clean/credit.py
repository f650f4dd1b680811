"""Find who published an article, which agency it credits, and who wrote it."""

import re
from collections.abc import Iterable, Iterator

from pasut.clean.dateline import Dateline
from pasut.packs.clean_rules import CleanRules
from pasut.packs.quick import may_match
from pasut.records import Cut, Page
from pasut.world.outlets import Outlet, Outlets

_LOGO = re.compile(r"logo\s+(?P<name>.+)", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:copyright|hak cipta)\s*(?:©|\(c\))?\s*(?:\d{4})?\s*(?P<name>[A-Za-z][\w. ]{1,40}?)(?:\s+\d{4}|[.,]|$)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|/,()\[\]]\s*|\s+-\s+")


def find_publisher(page: Page, dateline: Dateline | None, cuts: list[Cut], outlets: Outlets) -> str | None:
    """The publisher given with the page, else of its address, logo, dateline or copyright line."""
    if page.publisher:
        return page.publisher
    by_url = outlets.of_url(page.url) if page.url else None
    if by_url:
        return by_url.name
    for cut in cuts:
        logo = _LOGO.fullmatch(cut.text) if cut.reason == "ui.logo" else None
        if logo:
            known = outlets.find(logo["name"])
            return known.name if known else logo["name"]
    if dateline and dateline.outlets:
        return dateline.outlets[0].name
    if dateline and dateline.outlet_as_written:
        return dateline.outlet_as_written
    return _from_copyright(cuts, outlets)


def _from_copyright(cuts: list[Cut], outlets: Outlets) -> str | None:
    for cut in cuts:
        found = _COPYRIGHT.search(cut.text) if cut.reason.startswith(("footer", "byline.tail")) else None
        known = outlets.find(found["name"]) if found else None
        if known:
            return known.name
    return None


def find_wire(
    paragraphs: Iterable[str],
    dateline: Dateline | None,
    cuts: list[Cut],
    publisher: str | None,
    rules: CleanRules,
    outlets: Outlets,
) -> str | None:
    """The agency credited in the dateline, on a line of its own, in a source field or in prose: 'dilansir Reuters'."""
    for outlet in _credited(paragraphs, dateline, cuts, rules, outlets):
        if outlet.kind == "agency" and outlet.name != publisher:
            return outlet.name
    return None


def _credited(
    paragraphs: Iterable[str], dateline: Dateline | None, cuts: list[Cut], rules: CleanRules, outlets: Outlets
) -> Iterator[Outlet]:
    if dateline:
        yield from dateline.outlets
    for cut in cuts:
        if cut.reason.startswith(("source.", "signoff.")):
            yield from filter(None, map(outlets.find_first, _PARTS.split(cut.text.strip("() ."))))
        if cut.reason.startswith(("source.", "byline.")):
            yield from _named(cut.text, rules.source, outlets)
    for paragraph in paragraphs:
        if may_match(paragraph.lower(), rules.credit_keys):
            yield from _named(paragraph, rules.credit, outlets)


def _named(text: str, patterns: tuple[re.Pattern[str], ...], outlets: Outlets) -> Iterator[Outlet]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            outlet = outlets.find_first(match["name"])
            if outlet:
                yield outlet


def find_byline(cuts: list[Cut], rules: CleanRules, outlets: Outlets) -> str | None:
    """The writer's name, from what was cut as a byline or a sign-off."""
    for cut in cuts:
        if not cut.reason.startswith(("byline", "signoff", "source")):
            continue
        for pattern in rules.author:
            found = pattern.search(cut.text)
            if found and outlets.find(found["name"]) is None:
                return found["name"].strip()
    return None
