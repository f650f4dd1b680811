"""Marked text: whatever the text and however the marks overlap, nothing of it is lost, moved or taken for markup."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from pasut.records import Article
from pasut.show.web.answer import environment
from pasut.show.web.marking import Mark, cut_segments, paragraph_spans

SIGNS = st.sampled_from("ab <>&\"'/=\\\n\u202eé😀{}%") | st.characters(codec="utf-8")
TEXTS = st.text(SIGNS, max_size=40)
PLACES = st.integers(-3, 45)
KINDS = st.sampled_from(("source", "target", "trigger", "sentence"))
LABELS = st.sampled_from(("", "1", '"><script>'))
MARKS = st.lists(
    st.builds(Mark, start=PLACES, end=PLACES, kind=KINDS, label=LABELS, title=TEXTS, url=st.sampled_from(("", "/x"))),
    max_size=6,
)


class Reader(HTMLParser):
    """What a browser would make of it: the text that is not ours, and the names of all elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.elements, self._refs = "", set[str](), 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what was opened."""
        self.elements.add(tag)
        self.elements |= {f"{tag}[{name}]" for name, _ in attrs}
        self._refs += tag == "sup"

    def handle_endtag(self, tag: str) -> None:
        """Numbers of references end."""
        self._refs -= tag == "sup"

    def handle_data(self, data: str) -> None:
        """Text outside of the numbers of references is the article's."""
        if not self._refs:
            self.text += data


def written(text: str, marks: list[Mark]) -> str:
    macros = environment().get_template("texts.html.jinja").module
    return str(macros.marked(cut_segments(text, marks)))  # type: ignore[attr-defined]  # a macro of the template


@given(TEXTS, MARKS)
def test_segments_are_the_text(text: str, marks: list[Mark]) -> None:
    assert "".join(segment.text for segment in cut_segments(text, marks)) == text


@given(TEXTS, MARKS)
def test_every_segment_stands_where_it_says(text: str, marks: list[Mark]) -> None:
    for segment in cut_segments(text, marks):
        assert text[segment.start : segment.start + len(segment.text)] == segment.text


@given(TEXTS, MARKS)
def test_every_character_has_the_marks_that_cover_it(text: str, marks: list[Mark]) -> None:
    for segment in cut_segments(text, marks):
        for place in range(segment.start, segment.start + len(segment.text)):
            covering = [mark for mark in marks if mark.start <= place < mark.end]
            assert sorted(segment.marks, key=repr) == sorted(covering, key=repr)


@given(TEXTS, MARKS)
def test_every_mark_ends_once_where_it_ends(text: str, marks: list[Mark]) -> None:
    ends = [mark for segment in cut_segments(text, marks) for mark in segment.ends]
    seen = [mark for mark in marks if max(mark.start, 0) < min(mark.end, len(text))]
    assert sorted(ends, key=repr) == sorted(seen, key=repr)


@given(TEXTS, MARKS, st.integers(0, 40), st.integers(0, 40))
def test_a_part_of_a_text_is_marked_as_the_whole_is(text: str, marks: list[Mark], start: int, end: int) -> None:
    part = cut_segments(text, marks, start=start, end=end)
    assert "".join(segment.text for segment in part) == text[start:end]


@given(TEXTS, MARKS)
def test_a_browser_reads_the_text_and_nothing_of_its_own(text: str, marks: list[Mark]) -> None:
    reader = Reader()
    reader.feed(written(text, marks))
    reader.close()
    assert reader.text == text.replace("\r\n", "\n") or "\r" in text or "\0" in text
    allowed = {"mark", "a", "sup", "mark[class]", "mark[data-label]", "mark[title]"}
    assert reader.elements <= allowed | {"a[href]", "a[class]", "a[title]", "sup[class]"}


def test_the_widest_mark_comes_first_and_the_narrowest_leads() -> None:
    wide = Mark(start=0, end=5, kind="sentence", url="/wide")
    narrow = Mark(start=2, end=3, kind="trigger", url="/narrow")
    middle = cut_segments("abcde", [narrow, wide])[1]
    assert (middle.kinds, middle.url) == (("sentence", "trigger"), "/narrow")


def test_paragraphs_stand_where_the_text_has_them() -> None:
    article = Article(id="", key="", language="id", title="Judul", paragraphs=("Satu.", "", "Dua."))
    spans = paragraph_spans(article)
    assert [article.text[span.start : span.end] for span in spans] == ["Judul", "Satu.", "", "Dua."]
