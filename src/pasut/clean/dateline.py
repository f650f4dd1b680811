"""Take the dateline off the first lines of an article: 'TEMPO.CO, Jakarta -', 'Moskow (ANTARA/Sputnik) -', 'LONDON -'.

The city is where the desk sits or the story is set; it is no actor, so it must not stay in the text.
"""

import re
from collections.abc import Container
from typing import NamedTuple

from pasut.clean.lines import Piece
from pasut.packs.clean_rules import CleanRules
from pasut.records import Cut
from pasut.world.outlets import Outlet, Outlets

# How many lines may stand before the dateline (a second headline, a standfirst), and how far into a line it may reach.
_SEARCH_LINES = 3
_MAX_HEAD = 80
_MAX_STANDFIRST = 400

_SEPARATOR = re.compile(r"\s*(?:--+|[–—])\s*|\s+-\s*|-\s+|-(?=[A-Z\"])|\)\s*:\s*")
_AGENCY_INSIDE = re.compile(
    r"(?P<city>[A-Z][\w.'/-]*(?:,? [A-Z][\w.'/-]*){0,4}) \((?P<agency>[^()]{2,40})\) ?(?:--?|[–—]) "
)
_BRACKETS = re.compile(r"(?P<before>[^()]+?)\s*\((?P<inside>[^()]{2,40})\)?$")
_DOMAIN = re.compile(r"[\w-]+\.(?:com|id|co\.id|tv|net|co|org|news|go\.id|or\.id)(?:\.\w{2})?", re.IGNORECASE)
_DAY = re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}|\d{1,2}/\d{1,2}(?:/\d{2,4})?)")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:d[aeiu]|del|el|al|la)?-? ?[A-ZÀ-Þ][\w.'’-]*){0,3}")
_START = re.compile(r"[\"'(\[]?[^\W_a-zß-öø-ÿ]")


class Dateline(NamedTuple):
    """What a dateline says."""

    city: str | None
    outlets: tuple[Outlet, ...]
    outlet_as_written: str | None


class _Head(NamedTuple):
    city: str | None
    is_known_city: bool
    outlets: tuple[Outlet, ...]
    written: str | None
    weekday: bool


def cut_dateline(
    pieces: list[Piece], rules: CleanRules, outlets: Outlets, names: Container[str]
) -> tuple[list[Piece], Dateline | None, list[Cut]]:
    """The pieces without the dateline, what it says, and the cut; the same pieces where there is none."""
    for index, piece in enumerate(pieces[:_SEARCH_LINES]):
        found = _find(piece.text, rules, outlets, names, is_first=index == 0 or _is_short(pieces[index - 1].text))
        if found is None:
            continue
        start, end, dateline = found
        left = [Piece(piece.line, text) for text in (piece.text[:start].strip(), piece.text[end:].strip()) if text]
        cut = Cut(text=piece.text[start:end].strip(), reason="dateline", line=piece.line)
        return [*pieces[:index], *left, *pieces[index + 1 :]], dateline, [cut]
    return pieces, None, []


def _is_short(text: str) -> bool:
    """A headline or a caption, behind which the article may begin."""
    return len(text) < 160 and not text.endswith(".")


def _find(
    text: str, rules: CleanRules, outlets: Outlets, names: Container[str], *, is_first: bool
) -> tuple[int, int, Dateline] | None:
    # A cell of a table kept its quotation marks around the whole article.
    first = 1 if text.startswith('"') else 0
    for separator in _SEPARATOR.finditer(text[: _MAX_HEAD + 8]):
        if separator.start() > _MAX_HEAD:
            break
        head_text = text[first : separator.start()] + (")" if separator.group().startswith(")") else "")
        rest = text[separator.end() :]
        if rest and not _START.match(rest):
            continue
        head = _parse(head_text.strip(), rules, outlets)
        if head and (
            head.outlets or head.written or (is_first and _stands_alone(head, head_text, separator, rules, names))
        ):
            return 0, separator.end(), _dateline(head)
    return _without_separator(text, rules, outlets) or _inside(text, rules, outlets)


def _dateline(head: _Head) -> Dateline:
    return Dateline(head.city, head.outlets, head.written)


def _stands_alone(
    head: _Head, head_text: str, separator: re.Match[str], rules: CleanRules, names: Container[str]
) -> bool:
    """Whether a head without an outlet is a dateline: a known city, or capitals that are no name of anything else."""
    if head.city is None or separator.group().startswith(")"):
        return False
    is_spaced = separator.group() != "-"
    if head.is_known_city:
        return is_spaced or head_text.isupper()
    if not is_spaced or not (head_text.isupper() or head.weekday):
        return False
    low = head.city.casefold()
    return low not in rules.not_cities and len(low) > 3 and low not in names


def _without_separator(text: str, rules: CleanRules, outlets: Outlets) -> tuple[int, int, Dateline] | None:
    """A dateline alone on its line, or 'OUTLET, City' straight before the first word."""
    if len(text) <= 60:
        head = _parse(text.rstrip(" -–—"), rules, outlets)
        if head and head.outlets and head.city and head.is_known_city:
            return 0, len(text), _dateline(head)
    first, comma, rest = text[:_MAX_HEAD].partition(", ")
    if not comma:
        return None
    outlet = outlets.find(first)
    if outlet is None:
        return None
    words = rest.split(" ")
    for count in range(min(3, len(words) - 1), 0, -1):
        city = rules.cities.get(" ".join(words[:count]).casefold())
        if city and words[count][:1].isupper():
            return 0, len(first) + 2 + len(" ".join(words[:count])), Dateline(city, (outlet,), None)
    return None


def _inside(text: str, rules: CleanRules, outlets: Outlets) -> tuple[int, int, Dateline] | None:
    """A standfirst that the scraper joined to the article: '... warga Jakarta (ANTARA) - Beberapa ...'."""
    head = text[:_MAX_STANDFIRST]
    found = _AGENCY_INSIDE.search(head) if " (" in head else None
    if found is None or found.start() == 0:
        return None
    credited = tuple(filter(None, (outlets.find(part.strip()) for part in found["agency"].split("/"))))
    words = found["city"].split(" ")
    for first in range(len(words)):
        city = rules.cities.get(" ".join(words[first:]).split("/")[0].casefold())
        if city and credited:
            start = found.start() + len(" ".join(words[:first])) + (1 if first else 0)
            return start, found.end(), Dateline(city, credited, None)
    return None


def _parse(head: str, rules: CleanRules, outlets: Outlets) -> _Head | None:
    """Read 'City, OUTLET', 'OUTLET, City', 'City (AGENCY)', 'OUTLET (City)', 'City, Weekday', 'City' or 'OUTLET'."""
    if not 2 <= len(head) <= _MAX_HEAD:
        return None
    brackets = _BRACKETS.fullmatch(head)
    parts = [head]
    if brackets:
        parts = [brackets["before"], *brackets["inside"].split("/")]
    parts = [part.strip() for whole in parts for part in whole.split(",") if part.strip()]
    found: list[Outlet] = []
    written: str | None = None
    places: list[str] = []
    weekday = False
    for part in parts:
        outlet = outlets.find(part)
        if outlet and _is_outlet_name(part, outlet, alone=len(parts) == 1):
            found.append(outlet)
        elif _DOMAIN.fullmatch(part):
            written = part
        elif part.casefold() in rules.weekdays or _DAY.fullmatch(part):
            weekday = True
        elif _PLACE.fullmatch(part.split("/")[0]) and part[0].isupper():
            place = part.split("/")[0].strip()
            if _runs_on(place, rules):
                return None
            places.append(place)
        else:
            return None
    return _head(places, tuple(found), written, weekday, rules)


def _runs_on(place: str, rules: CleanRules) -> bool:
    """'Jakarta Perang Iran': a city whose separator was lost, and the first words of the article."""
    words = place.split()
    if place.casefold() in rules.cities or len(words) < 2:
        return False
    return any(" ".join(words[:count]).casefold() in rules.cities for count in range(1, len(words)))


def _head(
    places: list[str], found: tuple[Outlet, ...], written: str | None, weekday: bool, rules: CleanRules
) -> _Head | None:
    known = next((city for place in places if (city := rules.cities.get(place.casefold()))), None)
    if len(places) > (2 if known else 1):
        return None
    city = known or (_as_name(places[0]) if places else None)
    if places and not known and len(places[0].split()) > 3:
        return None
    if city and city.casefold() in rules.not_cities:
        city = None
    if not (city or found or written):
        return None
    return _Head(city, known is not None, found, written, weekday)


def _is_outlet_name(part: str, outlet: Outlet, *, alone: bool) -> bool:
    """An outlet named like a common word ('Suara', 'Merdeka') counts alone only when written as a mark."""
    return not alone or part.isupper() or "." in part or " " in part or outlet.kind == "agency"


def _as_name(place: str) -> str:
    return " ".join(word.capitalize() for word in place.split()) if place.isupper() else place
