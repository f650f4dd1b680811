"""The order of the stages, which only this file knows: pages are read, cleaned, dated, coded, stored and merged."""

import gc
import hashlib
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache, cached_property, partial
from os import PathLike
from typing import BinaryIO

import msgspec

from pasut.clean.article import clean_page
from pasut.clean.date import date_article
from pasut.clean.language import detect_language
from pasut.coder import code_article
from pasut.errors import DataError, StoreError, UsageError, WorkerError
from pasut.packs.ledger import LedgerWords, load_ledger_words
from pasut.packs.letters import LetterWords, load_letter_words
from pasut.packs.load import available, known_words, load_pack
from pasut.packs.names import ActorNames, load_actor_names
from pasut.packs.pack import Pack
from pasut.packs.registers import EndWords, RegisterWords, Saying, load_register_words, read_end, read_hows
from pasut.read.file import read_paths
from pasut.records import Article, Coding, Page, Problem, Sentence
from pasut.settings import load_settings
from pasut.store import Store
from pasut.tally import Progress, Summary, Tally
from pasut.text.roots import Roots
from pasut.text.searchable import searchable_sentences
from pasut.workers import Workers
from pasut.world.load import World, load_world
from pasut.world.outlets import Outlets, load_outlets

Paths = Iterable[str | PathLike[str]]


class Kit:
    """What the stages work with, the world and the language packs: each loaded once, when it is first needed."""

    def __init__(self) -> None:
        self._packs: dict[str, Pack] = {}
        self._names: dict[str, ActorNames] = {}
        self._roots: dict[str, Roots] = {}

    @cached_property
    def world(self) -> World:
        """What is true whatever the language."""
        return load_world()

    @cached_property
    def outlets(self) -> Outlets:
        """The names of news outlets and agencies."""
        return load_outlets()

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Languages that have a pack."""
        return available()

    @cached_property
    def known_by(self) -> dict[str, frozenset[str]]:
        """The words by which a text of each of these languages is known."""
        return known_words()

    def pack(self, language: str) -> Pack | None:
        """The pack of a language, None where there is none."""
        if language not in self.languages:
            return None
        if language not in self._packs:
            with _uncollected():
                self._packs[language] = load_pack(language, self.world)
            gc.freeze()  # what is loaded stays: the collector need not walk through it again
        return self._packs[language]

    def names(self, language: str) -> ActorNames | None:
        """What a language calls the actors, None where it has no pack; quicker had than the whole pack."""
        if language not in self.languages:
            return None
        if language not in self._names:
            self._names[language] = load_actor_names(language, self.world)
        return self._names[language]

    def pack_for(self, sentence: str, language: str | None = None) -> Pack:
        """The pack of the language named, else of the one of those with a pack that the sentence looks most like."""
        found = language or detect_language(sentence, self.languages, self.known_by)
        pack = self.pack(self.languages[-1] if found == "und" else found)
        if pack is None:
            raise UsageError(f"no pack for language {language!r}; there are {', '.join(self.languages)}")
        return pack

    @cached_property
    def ledger(self) -> dict[str, LedgerWords]:
        """What news says of evidence and of refusals to comment, by language."""
        return {language: load_ledger_words(language) for language in self.languages}

    @cached_property
    def letters(self) -> dict[str, LetterWords]:
        """What letters say, by language."""
        return {language: load_letter_words(language) for language in self.languages}

    def tells_in_force(self, sentence: str) -> bool:
        """Whether a sentence, in any language that has a pack, tells that an agreement has taken effect."""
        return any(words.in_force.find(sentence) for words in self._registers)

    def read_hows(self, claim: Saying) -> frozenset[str]:
        """How something ends by what a claim says, in any language that has a pack."""
        return read_hows(claim, self._registers)

    def read_end(self, claim: Saying) -> EndWords:
        """What the sentence of a claim, in any language that has a pack, says of the end of a treaty or a sanction."""
        return read_end(claim, self._registers)

    @cached_property
    def _registers(self) -> tuple[RegisterWords, ...]:
        return tuple(load_register_words(language) for language in self.languages)

    def roots(self, language: str) -> Roots:
        """What finds the roots of a language's words."""
        if language not in self._roots:
            pack = self.pack(language)
            self._roots[language] = Roots(language, pack.lexicon if pack else {})
        return self._roots[language]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Loading makes much that stays: to have the collector look for what may go meanwhile costs a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_news(paths: Paths, *, store: Store) -> Summary:
    """Read files and folders of news into a store; what was read before is left as it is."""
    return read_into(store, paths, Kit())


def read_into(
    store: Store,
    paths: Paths,
    kit: Kit,
    *,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
) -> Summary:
    """Read pages and store their articles, one transaction an article; then merge their claims into events.

    A stop at any point keeps all before it; what is not merged yet is merged when events are next asked for. With more
    than one of `jobs`, as many processes code ahead while this one reads and stores; what is stored is the same.
    """
    summary = read_pages(store, read_paths(paths, stdin=stdin), kit, progress=progress, jobs=jobs)
    store.merge()
    return summary


def read_pages(
    store: Store, pages: Iterable[Page | Problem], kit: Kit, *, progress: Progress | None = None, jobs: int = 1
) -> Summary:
    """The same of pages that were read already, without merging what they tell."""
    begun = time.monotonic()
    tally = Tally(progress)
    with Workers(jobs) if jobs > 1 else nullcontext() as workers:
        for found, make in _work_ahead(pages, store, kit, workers, most=jobs * _AHEAD):
            if isinstance(found, Problem):
                tally.count_problem(found)
            else:
                _read_page(store, found, make, tally)
            tally.step(time.monotonic() - begun)
    return tally.summary(time.monotonic() - begun, with_problems=True)


def code_page(page: Page, kit: Kit) -> tuple[Article, Coding]:
    """Clean, date and code one page. A language without a pack gives an article and a problem instead of claims."""
    article = prepare_article(page, kit)
    pack = kit.pack(article.language)
    if pack is None:
        return article, Coding(article=article.id, problems=(_no_pack(article, kit),))
    return article, code_article(article, pack, kit.world)


def prepare_article(page: Page, kit: Kit) -> Article:
    """Clean one page and find out when it was published; in a language without a pack it stays as it is."""
    language = (page.language or detect_language(page.text, known_by=kit.known_by)).lower().partition("-")[0]
    pack = kit.pack(language)
    if pack is None:
        return _uncleaned(page, language)
    cleaned = clean_page(page, pack.clean, kit.outlets, language=language, names=pack.names, words=pack.common)
    published, dating = date_article(
        given=cleaned.published,
        header_lines=cleaned.header,
        text=cleaned.text,
        words=pack.time,
        world=kit.world,
        url=cleaned.url,
        notices=[cut.text for cut in cleaned.cut if cut.reason.startswith(("byline", "signoff"))],
    )
    return Article(
        id=_hash(cleaned.text),
        key=cleaned.key,
        language=language,
        title=cleaned.title,
        paragraphs=cleaned.paragraphs,
        headline=_has_headline(page, cleaned.title),
        publisher=cleaned.publisher,
        url=cleaned.url,
        published=published,
        dating=dating,
        dateline=cleaned.dateline,
        wire=cleaned.wire,
        byline=cleaned.byline,
        cut=cleaned.cut,
        source=cleaned.source,
        line=cleaned.line,
        problems=cleaned.problems,
    )


def _has_headline(page: Page, title: str | None) -> bool:
    return title is not None and " ".join(title.split()) in " ".join(page.text.split())


def _uncleaned(page: Page, language: str) -> Article:
    paragraphs = tuple(line.strip() for line in page.text.splitlines() if line.strip())
    return Article(
        id=_hash("\n".join(paragraphs)),
        key=page.key,
        language=language,
        title=page.title,
        paragraphs=paragraphs,
        source=page.source,
        line=page.line,
    )


def sentences_of(article: Article, kit: Kit) -> tuple[Sentence, ...]:
    """What a search finds of an article; nothing in a language without a pack."""
    pack = kit.pack(article.language)
    return tuple(searchable_sentences(article, pack, kit.roots(article.language))) if pack else ()


def recode(store: Store, kit: Kit, *, progress: Callable[[int], None] | None = None) -> int:
    """Code every article of a store anew, with the packs and rules of now; corrections are replayed over the result.

    One transaction an article: a stop at any point keeps what was done. Gives the number of articles; `progress` is
    called with how many are done.
    """
    done = 0
    for article_id in sorted({article_id for _, article_id in store.keys()}):
        article = store.article(article_id)
        pack = kit.pack(article.language)
        if pack is not None:
            store.add(article, code_article(article, pack, kit.world), None, sentences_of(article, kit))
            done += 1
            if progress:
                progress(done)
    return done


def page_id(page: Page) -> str:
    """Hash of all that a page says, wherever it lies."""
    said = (page.key, page.text, page.title, page.url, page.publisher, page.published, page.language)
    return _hash(msgspec.json.encode(said).decode())


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


_Made = tuple[Article, Coding, tuple[Sentence, ...]]
"""What becomes of a page: the article, what was coded from it, and what a search finds of it."""
_Make = Callable[[], _Made | Problem]
_AHEAD = 8
"""Pages that each process may have before it: enough that none waits, few enough that memory stays as it is."""


def _work_ahead(
    found: Iterable[Page | Problem], store: Store, kit: Kit, workers: Workers | None, *, most: int
) -> Iterator[tuple[Page | Problem, _Make]]:
    """What is read, in order, each page with what makes an article of it: here, or begun already by a process."""
    waiting: deque[tuple[Page | Problem, _Make]] = deque()
    for each in found:
        if workers is None or isinstance(each, Problem) or store.knows_page(page_id(each)):
            waiting.append((each, partial(_make, each, kit)))
        else:
            waiting.append((each, workers.ask(_make_apart, each)))
        if workers is None or len(waiting) > most:
            yield waiting.popleft()
    yield from waiting


def _make(found: Page | Problem, kit: Kit) -> _Made | Problem:
    if isinstance(found, Problem):
        return found
    article, coding = code_page(found, kit)
    return article, coding, sentences_of(article, kit)


def _make_apart(page: Page) -> _Made | Problem:
    """The same in another process, which loads a kit of its own. Not every error can be sent back: its words can."""
    try:
        return _make(page, _own_kit())
    except (StoreError, DataError):
        raise
    except Exception as error:
        if load_settings().debug:
            raise
        return _failure(page, error)


@cache
def _own_kit() -> Kit:
    return Kit()


def _read_page(store: Store, page: Page, make: _Make, tally: Tally) -> None:
    try:
        identity = page_id(page)
        if store.knows_page(identity):
            tally.counts["known"] += 1
            return
        made = make()
        if isinstance(made, Problem):
            tally.count_problem(made)
        else:
            _keep(store, page, identity, made, tally)
    except (StoreError, DataError, WorkerError):
        raise  # the next article would meet the same disk, or the same wrong file of the program
    except Exception as error:
        # One article that a stage cannot take must not stop the others; PASUT_DEBUG stops here, to show where.
        if load_settings().debug:
            raise
        tally.count_problem(_failure(page, error))


def _failure(page: Page, error: Exception) -> Problem:
    what = f"the program failed on it ({type(error).__name__}: {error}); report it with the text"
    return Problem(where=_place(page), what=what)


def _keep(store: Store, page: Page, identity: str, made: _Made, tally: Tally) -> None:
    article, coding, sentences = made
    if store.knows_article(article.id):
        store.add_page(identity, page, article.id)
        tally.counts["known"] += 1
        return
    stops = [each for each in article.problems + coding.problems if each.kind != "note"]
    if stops:
        # Nothing is stored, so that reading again, with another text or a new pack, takes it up afresh.
        for problem in stops:
            tally.say(problem)
        tally.counts[_worst(stops)] += 1
        return
    store.add(article, coding, {identity: page}, sentences)
    tally.counts["new"] += 1
    tally.counts["claims"] += len(coding.claims)
    tally.counts["assessments"] += len(coding.assessments)


def _worst(problems: list[Problem]) -> str:
    kinds = {problem.kind for problem in problems}
    return next(kind for kind in ("failed", "near-empty", "skipped") if kind in kinds).replace("-", "_")


def _no_pack(article: Article, kit: Kit) -> Problem:
    has = ", ".join(kit.languages)
    what = f"language {article.language!r} has no pack yet, so nothing is coded (packs: {has})"
    return Problem(where=f"{article.source}:{article.line}" if article.line else article.source, what=what)


def _place(page: Page) -> str:
    return f"{page.source}:{page.line}" if page.line else page.source
