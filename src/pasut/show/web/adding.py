"""What people paste or upload becomes pages: the files' own readers read them, and a bad one is said by its name."""

import pathlib
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence

import msgspec.structs

from pasut.errors import UsageError
from pasut.pipeline import Kit, page_id, read_pages
from pasut.read.file import read_paths
from pasut.records import Page, Problem, Record
from pasut.settings import LANGUAGES
from pasut.show.days import last_day
from pasut.show.web.route import Sent, Upload
from pasut.store import Store

MOST_ARTICLES = 500
"""Articles of one form: more take minutes, for which `pasut read` is there."""
PASTED = "pasted"
"""Where pasted text is said to come from."""
_UNSAFE = re.compile(r"[^\w.,()@ -]+")


class Added(Record, frozen=True):
    """What became of one article, or of a file that holds none."""

    name: str
    state: str
    """new, known, near_empty or failed."""
    article: str | None = None
    claims: int = 0
    why: str = ""
    """What is wrong with it, and what to do."""


def pages_sent(sent: Sent) -> list[Page | Problem]:
    """The pages of a form: of its text, and of its files. Raises UsageError where it has neither."""
    found: list[Page | Problem] = [pasted_page(sent)] if sent.one("text").strip() else []
    for page in _uploaded(sent.files):
        if len(found) == MOST_ARTICLES:
            what = f"the form holds more than {MOST_ARTICLES} articles; the rest is left out: use `pasut read` for many"
            found.append(Problem(where=page.source if isinstance(page, Page) else page.where, what=what))
            break
        found.append(page)
    if not found:
        raise UsageError("there is nothing to add; paste the text of an article, or choose files")
    return found


def pasted_page(sent: Sent) -> Page:
    """The page that a pasted text is. Raises UsageError for a date or a language that cannot be."""
    title, publisher, url, published = (
        " ".join(sent.one(name).split()) or None for name in ("title", "publisher", "url", "published")
    )
    last_day(published)
    language = sent.one("language") or None
    if language not in (None, *LANGUAGES):
        raise UsageError(f"{language!r} is no language that is read here; it is one of {', '.join(LANGUAGES)}")
    page = Page(
        key=PASTED, text=sent.one("text").replace("\r\n", "\n"), source=PASTED, language=language,
        title=title, publisher=publisher, url=url, published=published,
    )  # fmt: skip
    return msgspec.structs.replace(page, key=f"{PASTED}-{page_id(page)[:12]}")


def add_pages(store: Store, found: Iterable[Page | Problem], kit: Kit) -> Iterator[Added]:
    """Read pages into a store, one after the other. What they tell is merged later."""
    for each in found:
        if isinstance(each, Problem):
            yield Added(name=each.where, state=each.kind.replace("-", "_"), why=each.what)
            continue
        summary = read_pages(store, [each], kit)
        article = store.article_of_page(page_id(each))
        state = next(name for name in ("new", "known", "near_empty", "skipped", "failed") if getattr(summary, name))
        why = "; ".join(problem.what for problem in summary.problems if problem.kind != "note")
        claims = len(store.coding(article).claims) if article else 0
        name = f"{each.title or each.source}:{each.line}" if each.line else each.title or each.source
        yield Added(name=name, state=state, article=article, claims=claims, why=why)


def _uploaded(files: Sequence[Upload]) -> Iterator[Page | Problem]:
    """Each file lies in a folder of its own for as long as it is read, under a name that leads nowhere else."""
    with tempfile.TemporaryDirectory(prefix="pasut-") as room:
        for number, upload in enumerate(files):
            folder = pathlib.Path(room) / str(number)
            folder.mkdir()
            place = folder / safe_name(upload.name)
            place.write_bytes(upload.data)
            for each in read_paths([place]):
                yield _renamed(each, str(place), place.name)
            place.unlink()


def _renamed(found: Page | Problem, place: str, name: str) -> Page | Problem:
    """The same, by the name of the file that was sent."""
    if isinstance(found, Page):
        return msgspec.structs.replace(found, source=name)
    where, what = (text.replace(place, name) for text in (found.where, found.what))
    return msgspec.structs.replace(found, where=where, what=what)


def safe_name(said: str) -> str:
    """The last part of a file's name, with nothing in it that means something to a file system.

    >>> safe_name("..\\\\..\\\\etc/pass\\0wd.txt")
    'pass_wd.txt'
    """
    last = re.split(r"[/\\]", said)[-1]
    stem, dot, ending = _UNSAFE.sub("_", last).strip(". ").rpartition(".")
    return f"{(stem or 'file')[:80]}{dot or '.'}{ending[:10] if stem else ending[:80] or 'none'}"
