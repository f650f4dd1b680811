"""The piece: every statement leads to a record, and nothing is said that the records do not say."""

import datetime as dt
import itertools

import msgspec
import pytest

from pasut.errors import ReportError
from pasut.pipeline import Kit
from pasut.show.names import Names
from pasut.show.report.check import check_document
from pasut.show.report.document import Document, Figure, Heading, Paragraph, Remark, Sentence, Table, refs_of
from pasut.show.report.material import gather_material
from pasut.show.report.writer import write_report
from pasut.show.words import words_in
from pasut.store import Store


def sentences(document: Document) -> list[Sentence]:
    return [each for block in document.blocks if isinstance(block, Paragraph) for each in block.sentences]


def test_every_sentence_row_and_figure_has_records_and_these_have_sentences(document: Document) -> None:
    assert len(sentences(document)) > 20
    for block in document.blocks:
        assert isinstance(block, Heading | Remark) or refs_of(block)
    for ref in document.refs():
        assert document.sources[ref].quotes and all(text for _, text in document.sources[ref].quotes)


def test_every_record_named_is_in_the_store(document: Document, opened: Store) -> None:
    for ref in document.refs():
        if document.sources[ref].kind == "event":
            assert opened.event(ref).id == ref


def test_the_sections_that_the_examples_fill_are_there(document: Document) -> None:
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert len(headings) == len(set(headings)) >= 9
    assert any(isinstance(block, Figure) for block in document.blocks)


def test_a_denial_stands_beside_what_it_denies(document: Document) -> None:
    verbs = ("membantah", "denied")
    assert any(any(verb in each.text for verb in verbs) for each in sentences(document))


def test_a_sentence_without_a_record_is_refused(document: Document) -> None:
    loose = Paragraph(sentences=(Sentence(text="The two are friends.", refs=()),))
    with pytest.raises(ReportError, match="The two are friends"):
        check_document(msgspec.structs.replace(document, blocks=(loose,)))


def test_a_record_that_nobody_knows_is_refused(document: Document) -> None:
    loose = Paragraph(sentences=(Sentence(text="The two are friends.", refs=("nowhere",)),))
    with pytest.raises(ReportError):
        check_document(msgspec.structs.replace(document, blocks=(loose,)))


def test_as_of_tells_nothing_that_was_published_later(opened: Store, kit: Kit) -> None:
    day = dt.date(2023, 12, 31)
    words = words_in("en")
    material = gather_material(opened, ("PRK", "RUS"), kit, words, as_of=day)
    assert material.events and all(
        event.reported and event.reported.first and event.reported.first <= day for event in material.events
    )
    assert "31 December 2023" in write_report(material, Names(kit), words).subtitle


def test_the_period_bounds_the_chronology(opened: Store, kit: Kit) -> None:
    words = words_in("en")
    period = dt.date(2024, 1, 1), dt.date(2024, 12, 31)
    material = gather_material(opened, ("PRK", "RUS"), kit, words, since=period[0], until=period[1])
    for event in material.events:
        assert event.when and (event.when.last is None or event.when.last >= period[0])
        assert event.when.first is None or event.when.first <= period[1]


def test_a_dyad_of_which_nothing_is_told_gets_a_report_that_says_so(opened: Store, kit: Kit) -> None:
    words = words_in("en")
    report = write_report(gather_material(opened, ("FJI", "PER"), kit, words), Names(kit), words)
    assert sentences(report) == []
    assert any(isinstance(block, Remark) and "nothing" in block.text for block in report.blocks)


def test_the_same_store_gives_the_same_report(document: Document, opened: Store, kit: Kit) -> None:
    words = words_in(document.language)
    again = write_report(gather_material(opened, ("PRK", "RUS"), kit, words), Names(kit), words)
    assert again == document


def test_no_word_links_one_act_to_another(document: Document) -> None:
    links = {"id": ("karena", "sehingga", "akibatnya", "oleh sebab"), "en": ("because", "therefore", "as a result")}
    told = [each.text.lower() for each in sentences(document)]
    assert not [text for text, link in itertools.product(told, links[document.language]) if f" {link} " in text]


def test_the_chronology_has_every_event(document: Document, opened: Store) -> None:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len(tables[0].rows) == len(list(opened.events(dyad=("PRK", "RUS"))))
