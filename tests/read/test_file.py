"""Reading files, folders and standard input; every bad input is a problem with its name, and the rest goes on."""

import codecs
import io
import json
import os
import pathlib
from collections.abc import Sequence

import pytest

import pasut.read.file
from pasut.read.file import read_paths
from pasut.records import Page, Problem

TEXT = "Menteri itu tiba di ibu kota pada Senin."


def read(*paths: str | pathlib.Path, stdin: bytes | None = None) -> list[Page | Problem]:
    return list(read_paths(list(paths), stdin=None if stdin is None else io.BytesIO(stdin)))


def one_page(path: pathlib.Path) -> Page:
    (found,) = read(path)
    assert isinstance(found, Page)
    return found


def one_problem(*paths: str | pathlib.Path) -> Problem:
    (found,) = read(*paths)
    assert isinstance(found, Problem)
    return found


def jsonl(path: pathlib.Path, rows: Sequence[object]) -> pathlib.Path:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_a_text_file_is_a_page_named_after_the_file(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "kabar.satu.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert one_page(path) == Page(key="kabar.satu", text=TEXT, source=str(path))


@pytest.mark.parametrize("data", [
    codecs.BOM_UTF8 + "“Tidak”".encode(), "“Tidak”".encode("utf-16"),
    codecs.BOM_UTF16_BE + "“Tidak”".encode("utf-16-be"),
    "“Tidak”".encode("cp1252"),
])  # fmt: skip
def test_text_is_decoded_whatever_its_encoding(tmp_path: pathlib.Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert one_page(path).text == "“Tidak”"


def test_bytes_that_fit_no_encoding_are_still_read(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Kabar \x81\x8d dari ibu kota")
    assert one_page(path).text.startswith("Kabar ")


def test_a_folder_is_read_with_all_below_it_in_sorted_order(tmp_path: pathlib.Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.md", "c.jpg", ".hidden.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    assert [page.key for page in read(tmp_path) if isinstance(page, Page)] == ["y", "z", "b"]


def test_a_folder_with_nothing_readable_is_skipped_and_says_so(tmp_path: pathlib.Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"x")
    problem = one_problem(tmp_path)
    assert problem.kind == "skipped" and ".jsonl" in problem.what


def test_a_file_named_outright_with_another_ending_fails(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "kabar.docx"
    path.write_bytes(b"x")
    problem = one_problem(path)
    assert problem.kind == "failed" and ".docx" in problem.what and ".txt" in problem.what


@pytest.mark.parametrize("data", [b"", b" \n\t\n", codecs.BOM_UTF8])
def test_an_empty_file_is_near_empty(tmp_path: pathlib.Path, data: bytes) -> None:
    for name in ("a.txt", "b.md", "c.jsonl"):
        (tmp_path / name).write_bytes(data)
        assert one_problem(tmp_path / name).kind == "near-empty"


@pytest.mark.parametrize("data", [b"PK\x03\x04abc", b"abc\x00def", b"%PDF-1.7\n...", b"\x01\x02\x03\x04 text " * 9])
def test_binary_data_is_refused(tmp_path: pathlib.Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert "binary" in one_problem(path).what


def test_a_text_too_long_is_refused_with_what_to_do(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasut.read.file, "MAX_TEXT", 20)
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    assert "split it" in one_problem(path).what


def test_a_missing_path_a_broken_link_and_a_pipe_are_problems(tmp_path: pathlib.Path) -> None:
    link = tmp_path / "a.txt"
    link.symlink_to(tmp_path / "away.txt")
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "no such file" in one_problem(tmp_path / "none.txt").what
    assert "links to" in one_problem(link).what
    assert "neither file nor folder" in one_problem(pipe).what


def test_a_broken_link_in_a_folder_does_not_stop_the_others(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "away")
    (tmp_path / "b.txt").write_text(TEXT)
    problem, page = read(tmp_path)
    assert isinstance(problem, Problem) and isinstance(page, Page)


def test_a_link_in_a_circle_is_no_endless_walk(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(read(tmp_path)) == 1


def test_a_file_without_permission_is_a_problem(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(pathlib.Path, "open", refuse)
    assert "permission" in one_problem(path).what


def test_a_path_with_a_nul_byte_is_a_problem() -> None:
    assert isinstance(one_problem("a\0b.txt"), Problem)


def test_jsonl_fields_become_page_fields_and_others_are_ignored(tmp_path: pathlib.Path) -> None:
    row = {
        "id": "a-1", "lang": "id", "url": "https://contoh.id/1", "publisher": "Contoh", "published": "2024-06-19",
        "title": "Judul", "text": TEXT, "tags": ["x"],
    }  # fmt: skip
    path = jsonl(tmp_path / "a.jsonl", [row])
    assert one_page(path) == Page(
        key="a-1", text=TEXT, source=str(path), line=1, title="Judul", url="https://contoh.id/1", publisher="Contoh",
        published="2024-06-19", language="id",
    )  # fmt: skip


def test_jsonl_without_id_is_keyed_by_file_and_line_and_may_lack_a_date(tmp_path: pathlib.Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", ["", {"text": TEXT, "published": None}, {"id": 7, "text": TEXT}])
    assert [page.key for page in read(path) if isinstance(page, Page)] == ["a.jsonl:2", "7"]


@pytest.mark.parametrize(
    ("row", "kind", "says"),
    [
        ('{"text": "putus', "failed", "no valid JSON"),
        ("bukan json", "failed", "no valid JSON"),
        ("[1, 2]", "failed", "object"),
        ({"title": "x"}, "failed", "'text'"),
        ({"text": None}, "failed", "'text'"),
        ({"text": "  "}, "near-empty", "'text'"),
        ({"text": 5}, "failed", "text"),
        ({"text": TEXT, "published": 2024}, "failed", "published"),
        ('{"text": ' + "[" * 3000, "failed", ""),
    ],
)
def test_a_bad_line_is_a_problem_with_its_number_and_the_others_go_on(
    tmp_path: pathlib.Path, row: object, kind: str, says: str
) -> None:
    path = jsonl(tmp_path / "a.jsonl", [{"text": TEXT}, row, {"text": TEXT}])
    first, problem, last = read(path)
    assert isinstance(first, Page) and isinstance(last, Page) and isinstance(problem, Problem)
    assert problem.where == f"{path}:2" and problem.kind == kind and says in problem.what


def test_a_line_that_is_not_utf8_is_a_problem(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "\xff\xfe kabar"}\n{"text": "Kabar baik."}\n')
    problem, page = read(path)
    assert isinstance(problem, Problem) and isinstance(page, Page)


def test_half_a_surrogate_pair_is_replaced(tmp_path: pathlib.Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", ['{"text": "kabar \\ud83d baik"}'])
    for found in read(path):
        assert isinstance(found, Problem) or found.text.encode()


def test_a_line_too_long_is_skipped_without_holding_it(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasut.read.file, "MAX_LINE", 100)
    path = jsonl(tmp_path / "a.jsonl", [{"text": "x" * 500}, {"text": TEXT}])
    problem, page = read(path)
    assert isinstance(problem, Problem) and isinstance(page, Page) and page.line == 2


def test_jsonl_is_streamed_line_by_line(tmp_path: pathlib.Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", [{"text": TEXT}, "kaput"])
    assert isinstance(next(iter(read_paths([path]))), Page)


@pytest.mark.parametrize(
    ("data", "key", "line"),
    [
        (TEXT.encode(), "-", None),
        (b'\n {"text": "Kabar."}\n', "-:2", 2),
        (codecs.BOM_UTF8 + b'{"text": "K."}', "-:1", 1),
    ],
)
def test_standard_input_is_text_or_jsonl(data: bytes, key: str, line: int | None) -> None:
    (page,) = read("-", stdin=data)
    assert isinstance(page, Page) and (page.key, page.line, page.source) == (key, line, "-")


def test_empty_standard_input_is_near_empty() -> None:
    (problem,) = read("-", stdin=b" \n ")
    assert isinstance(problem, Problem) and problem.kind == "near-empty"


def test_markdown_front_matter_gives_fields_and_marks_are_taken_off(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: 'Judul: satu'\ndate: 2024-06-19\nsource: Contoh\nurl: https://contoh.id/1\ntags: x\n---\n"
        "## Bagian *satu*\n\nIa **menolak** [tawaran](https://x.id) itu_lagi.\n> Kutipan\n"
    )
    page = one_page(path)
    assert (page.title, page.published, page.publisher) == ("Judul: satu", "2024-06-19", "Contoh")
    assert page.url == "https://contoh.id/1"
    assert page.text == "Bagian satu\n\nIa menolak tawaran itu_lagi.\nKutipan\n"


def test_markdown_of_front_matter_only_is_near_empty(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Judul\n---\n\n")
    assert one_problem(path).kind == "near-empty"
