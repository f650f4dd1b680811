"""The order of the stages: what is new, known, near-empty or failed, and that nothing said to be stored is lost."""

import io
import pathlib
from collections.abc import Callable
from typing import Self

import msgspec
import pytest

import pasut.pipeline
from makers import coded_page
from pasut.errors import DataError, StoreError
from pasut.pipeline import Kit, page_id, read_into, read_news
from pasut.records import Article, Coding, Page, Problem
from pasut.store import Store, open_store
from pasut.tally import Summary

SENTENCES = ("Pyongyang mengirim peluru ke Moskwa.", "Beijing mengirim beras ke Pyongyang.", "Seoul menuduh Pyongyang.")


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    made = tmp_path / "articles"
    made.mkdir()
    for number, sentence in enumerate(SENTENCES):
        (made / f"{number}.txt").write_text(f"{sentence}\nParagraf kedua yang tidak memuat apa-apa selain kata.\n")
    return made


def test_reading_stores_articles_and_counts(simple_coder: None, fresh_store: Store, folder: pathlib.Path) -> None:
    summary = read_into(fresh_store, [folder], Kit())
    assert (summary.new, summary.claims, summary.failed, summary.pages) == (3, 3, 0, 3)
    assert sorted(key for key, _ in fresh_store.keys()) == ["0", "1", "2"]


def test_reading_again_changes_nothing(simple_coder: None, fresh_store: Store, folder: pathlib.Path) -> None:
    read_into(fresh_store, [folder], Kit())
    before = fresh_store.path.with_name("fresh.sqlite-wal").read_bytes()
    summary = read_into(fresh_store, [folder], Kit())
    assert (summary.new, summary.known, summary.claims) == (0, 3, 0)
    assert fresh_store.path.with_name("fresh.sqlite-wal").read_bytes() == before


def test_the_same_text_under_another_name_is_known(
    simple_coder: None, fresh_store: Store, folder: pathlib.Path
) -> None:
    (folder / "copy.txt").write_text((folder / "0.txt").read_text())
    summary = read_into(fresh_store, [folder], Kit())
    assert (summary.new, summary.known) == (3, 1)
    assert sorted(key for key, _ in fresh_store.keys()) == ["0", "1", "2", "copy"]


def test_standard_input_is_read(simple_coder: None, fresh_store: Store) -> None:
    assert read_into(fresh_store, ["-"], Kit(), stdin=io.BytesIO(SENTENCES[0].encode())).new == 1


def test_one_bad_article_does_not_stop_the_others(simple_coder: None, fresh_store: Store, folder: pathlib.Path) -> None:
    (folder / "1.txt").write_text("! this one breaks the coder, and is long enough to be an article")
    summary = read_into(fresh_store, [folder], Kit())
    assert (summary.new, summary.failed) == (2, 1)
    assert "1.txt" in summary.problems[0].where
    assert "ValueError: nobody can read this" in summary.problems[0].what


def test_debug_shows_where_an_article_broke(
    simple_coder: None, fresh_store: Store, folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASUT_DEBUG", "1")
    (folder / "1.txt").write_text("! this one breaks the coder, and is long enough to be an article")
    with pytest.raises(ValueError, match="nobody"):
        read_into(fresh_store, [folder], Kit())


def test_a_language_without_a_pack_fails_and_is_taken_up_again(
    fresh_store: Store, folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasut.pipeline, "prepare_article", lambda page, kit: coded_page(page, kit)[0])
    page = Page(key="nl", text="Pyongyang stuurt granaten naar Moskou.", source="nl.txt", language="nl")
    article, coding = pasut.pipeline.code_page(page, Kit())
    assert article.language == "nl"
    assert "no pack yet" in coding.problems[0].what
    monkeypatch.setattr(pasut.pipeline, "code_page", lambda page, kit: (article, coding))
    assert read_into(fresh_store, [folder / "0.txt"], Kit()).failed == 1
    assert not fresh_store.knows_article(article.id)


def test_a_near_empty_article_is_said_each_time(simple_coder: None, fresh_store: Store) -> None:
    for _ in range(2):
        summary = read_into(fresh_store, ["-"], Kit(), stdin=io.BytesIO(b"kosong\n"))
        assert (summary.near_empty, summary.new, summary.known) == (1, 0, 0)


def test_a_note_stops_nothing(fresh_store: Store, folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def noted(page: Page, kit: Kit) -> tuple[Article, Coding]:
        article, coding = coded_page(page, kit)
        note = Problem(where=page.source, what="glued words were parted", kind="note")
        return article, Coding(article=article.id, claims=coding.claims, problems=(note,))

    monkeypatch.setattr(pasut.pipeline, "code_page", noted)
    assert read_into(fresh_store, [folder], Kit()).new == 3


@pytest.mark.parametrize("error", [StoreError("disk full"), DataError("names.tsv:3: wrong")])
def test_what_would_stop_every_article_stops_at_once(
    fresh_store: Store, folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def broken(page: Page, kit: Kit) -> tuple[Article, Coding]:
        raise error

    monkeypatch.setattr(pasut.pipeline, "code_page", broken)
    with pytest.raises(type(error)):
        read_into(fresh_store, [folder], Kit())


def test_a_stop_keeps_all_before_it(fresh_store: Store, folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(page: Page, kit: Kit) -> tuple[Article, Coding]:
        if page.key == "2":
            raise KeyboardInterrupt
        return coded_page(page, kit)

    monkeypatch.setattr(pasut.pipeline, "code_page", stopped)
    with pytest.raises(KeyboardInterrupt):
        read_into(fresh_store, [folder], Kit())
    monkeypatch.setattr(pasut.pipeline, "code_page", coded_page)
    assert (fresh_store.count("articles"), read_into(fresh_store, [folder], Kit()).new) == ([((), 2)], 1)


def test_progress_hears_of_each_page_and_problem(simple_coder: None, fresh_store: Store, folder: pathlib.Path) -> None:
    steps: list[Summary] = []
    problems: list[Problem] = []

    class Listener:
        def step(self, summary: Summary) -> None:
            steps.append(summary)

        def problem(self, problem: Problem) -> None:
            problems.append(problem)

    read_into(fresh_store, [folder, folder / "missing.txt"], Kit(), progress=Listener())
    assert [step.pages for step in steps] == [1, 2, 3, 4]
    assert "missing.txt" in problems[0].where


def test_a_page_is_known_wherever_it_lies() -> None:
    here = Page(key="a", text="x", source="/here/a.txt")
    assert page_id(here) == page_id(Page(key="a", text="x", source="/there/a.txt", line=4))
    assert page_id(here) != page_id(Page(key="a", text="y", source="/here/a.txt"))


def test_read_news_reads(simple_coder: None, fresh_store: Store, folder: pathlib.Path) -> None:
    assert read_news([str(folder)], store=fresh_store).new == 3


class Here:
    """Workers that work in this process, when their answer is called for."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def ask(self, call: Callable[[Page], object], page: Page) -> Callable[[], object]:
        return lambda: call(page)


def test_two_processes_store_what_one_stores(fresh_store: Store, tmp_path: pathlib.Path) -> None:
    examples = sorted((pathlib.Path(pasut.__file__).parent / "examples").glob("2024-*.txt"))
    one = read_into(fresh_store, examples, Kit())
    with open_store(tmp_path / "two.sqlite") as other:
        two = read_into(other, examples, Kit(), jobs=2)
        assert one == msgspec.structs.replace(two, seconds=one.seconds)
        assert list(other.keys()) == list(fresh_store.keys())
        for _, article in other.keys():
            assert other.article(article) == fresh_store.article(article)
            assert other.coding(article) == fresh_store.coding(article)


def test_one_bad_article_does_not_stop_the_processes(
    simple_coder: None, fresh_store: Store, folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasut.pipeline, "Workers", Here)
    (folder / "1.txt").write_text("! this one breaks the coder, and is long enough to be an article")
    (folder / "copy.txt").write_text((folder / "0.txt").read_text())
    summary = read_into(fresh_store, [folder], Kit(), jobs=3)
    assert (summary.new, summary.known, summary.failed) == (2, 1, 1)
    assert "1.txt" in summary.problems[0].where
    assert "ValueError: nobody can read this" in summary.problems[0].what


def test_pages_known_are_not_coded_ahead(
    simple_coder: None, fresh_store: Store, folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_into(fresh_store, [folder], Kit())
    monkeypatch.setattr(pasut.pipeline, "Workers", Here)
    monkeypatch.setattr(Here, "ask", None)
    assert read_into(fresh_store, [folder], Kit(), jobs=2).known == 3
