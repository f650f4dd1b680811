"""What somebody who means ill would send, and how to tell that it did nothing."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import quote, urlencode

from pasut.show.web.asked import LANG, LISTED, SECTION
from pasut.show.web.route import ActionRoute, AnyRoute, PageRoute

ATTACKS = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</script><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "/etc/passwd",
    "' OR 1=1; DROP TABLE claims; --",
    '" NEAR("a" *) AND sentence:',
    "%s%s%n{0.__class__}",
    "\u202egnp.exe\u2028\ufeff",
    "\r\nSet-Cookie: a=b",
    "A" * 5000,
    "9" * 400,
    "-1",
    "0x7fffffffffffffff",
    "9999-99-99",
    "\U0001f30a" * 50,
    "//evil.example/\\evil.example",
)
HOLES = {"ending": "txt", "form": "csv", "day": "2024-06-19", "code": "PRK", "a": "PRK", "b": "RUS", "c": "CHN"}
"""What else stands in an address while one part of it is attacked."""


FEW = ATTACKS[:2] + ATTACKS[8:10]
"""What each parameter of every address is attacked with; `quality/hostile.py` takes all, and mixes them."""
SHARED = frozenset(param.name for param in (LANG, SECTION, *LISTED))
"""Parameters that all addresses check alike: those of the front page are attacked for all."""


def attacks_on(route: AnyRoute, attacks: tuple[str, ...] = ATTACKS, few: tuple[str, ...] = FEW) -> Iterator[str]:
    """Addresses of a route, each with one attack in one part of its path, or one of the few in a parameter."""
    if isinstance(route, ActionRoute):
        return
    names = [part[1:-1] for part in route.path.replace(".", "/").split("/") if part.startswith("{")]
    usual = {name: HOLES.get(name, "x") for name in names}
    path = route.path.format(**usual)
    forms = ["", ".json"] if isinstance(route, PageRoute) and "json" in route.forms and route.path != "/" else [""]
    for attack in attacks:
        for name in names:
            yield route.path.format(**usual | {name: quote(attack, safe="")}) + forms[-1]
    params = [param.name for param in route.known if route.path == "/" or param.name not in SHARED]
    for attack in few:
        yield f"{path}?{urlencode({attack: 'x'})}"
        for form in forms:
            for name in params:
                yield f"{path}{form}?{urlencode({name: attack})}"


class Inert(HTMLParser):
    """Reads a page, and notes everything in it that could run, load or send something that is not the site's own."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is wrong with a tag."""
        given = {name: value or "" for name, value in attrs}
        if tag in ("iframe", "object", "embed", "base", "style"):
            self.wrong.append(f"<{tag}>")
        if tag == "script" and not given.get("src", "").startswith("/static/") and given.get("type") not in (
            "application/json", "application/ld+json"
        ):  # fmt: skip
            self.wrong.append(f"a script: {given}")
        for name, value in given.items():
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.wrong.append(f"{tag} {name}={value!r}")
            if name in ("href", "src", "action", "formaction", "xlink:href") and not self._is_safe(tag, value):
                self.wrong.append(f"{tag} {name}={value!r}")
        if tag == "a":
            self.links.append(given.get("href", ""))

    @staticmethod
    def _is_safe(tag: str, url: str) -> bool:
        """Our own addresses; others only as links that somebody may follow."""
        if url.startswith(("/", "#", "?")) and not url.startswith(("//", "/\\")):
            return True
        return tag == "a" and url.startswith(("http://", "https://"))


def check_page(text: str) -> Inert:
    """What is wrong with a page, and where its links lead."""
    reader = Inert()
    reader.feed(text)
    return reader
