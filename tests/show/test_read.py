"""`pasut read` with inputs that people have: each bad one is one line with its name, the others go on."""

import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from makers import Run
from pasut.show.cli import run
from pasut.store import open_store

GOOD = "Pyongyang mengirim peluru ke Moskwa. Washington menuduh keduanya bekerja sama selama bertahun-tahun.\n"


@pytest.fixture
def read(simple_coder: None, empty: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `pasut read` on paths, one good article always among them."""
    shutil.copy(empty, tmp_path / "s.sqlite")
    good = tmp_path / "good.txt"
    good.write_text(GOOD)

    def command(*paths: str | pathlib.Path) -> tuple[int, str, str]:
        status = run(["read", *map(str, paths), str(good), "--store", str(tmp_path / "s.sqlite")])
        out, err = capsys.readouterr()
        return status, out, err

    return command


def _write(path: pathlib.Path, content: bytes) -> pathlib.Path:
    path.write_bytes(content)
    return path


def test_a_summary_ends_a_reading(read: Run) -> None:
    status, out, err = read()
    assert (status, err) == (0, "")
    assert out.startswith("Articles: 1 new, 0 known, 0 near-empty, 0 failed; ")
    assert out.endswith("Coded: claims 1, assessments 0.\n")
    assert read()[1].startswith("Articles: 0 new, 1 known")


def test_quiet_says_problems_only(read: Run, tmp_path: pathlib.Path) -> None:
    status, out, err = read("--quiet", tmp_path / "none.txt")
    assert (status, out) == (1, "")
    assert "none.txt" in err


BAD = {
    "empty file": ("empty.txt", b""),
    "binary file": ("image.txt", bytes(range(256)) * 20),
    "wrong ending": ("report.pdf", b"%PDF-1.7 and so on"),
    "broken line": ("rows.jsonl", b'{"id": "a", "text": "unfinished\n'),
    "too long": ("long.txt", b"kata " * (11 * 1024 * 1024)),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_one_line_and_the_others_go_on(case: str, read: Run, tmp_path: pathlib.Path) -> None:
    name, content = BAD[case]
    status, out, err = read(_write(tmp_path / name, content))
    assert status == 1
    assert "1 new" in out
    assert "1 near-empty" in out if case == "empty file" else "1 failed" in out
    assert err.startswith("pasut: ")
    assert name in err
    assert err.count("\n") == 1


def test_a_bad_line_leaves_the_other_lines(read: Run, tmp_path: pathlib.Path) -> None:
    rows = [json.dumps({"id": str(n), "text": f"Nomor {n}. {GOOD}"}) for n in range(3)]
    rows[1] = "{not json"
    status, out, err = read(_write(tmp_path / "rows.jsonl", "\n".join(rows).encode()))
    assert status == 1
    assert "3 new" in out
    assert "rows.jsonl:2" in err


def test_a_folder_that_is_not_there_is_said(read: Run, tmp_path: pathlib.Path) -> None:
    status, out, err = read(tmp_path / "nowhere")
    assert (status, err.count("\n")) == (1, 1)
    assert "nowhere" in err
    assert "1 new" in out


def test_a_file_that_may_not_be_read_is_said(
    read: Run, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = _write(tmp_path / "locked.txt", GOOD.encode())
    locked.chmod(0)
    if os.geteuid() == 0:
        # The superuser may read anything, so the refusal is played.
        _refuse(monkeypatch, locked)
    status, out, err = read(locked)
    assert (status, err.count("\n")) == (1, 1)
    assert "locked.txt" in err
    assert "1 new" in out


def _refuse(monkeypatch: pytest.MonkeyPatch, locked: pathlib.Path) -> None:
    opened = pathlib.Path.open

    def refuse(path: pathlib.Path, *arguments: object, **more: object) -> object:
        if path == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(pathlib.Path, "open", refuse)


def test_a_full_disk_ends_the_reading_and_keeps_what_was_stored(
    read: Run, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read()
    big = tmp_path / "big.txt"
    big.write_text("Pyongyang mengirim peluru. " * 50_000)
    connect = sqlite3.connect

    def small(*arguments: object, **more: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **more)  # type: ignore[call-overload]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {max(pages, 1)}")
        return connection

    monkeypatch.setattr(sqlite3, "connect", small)
    status, out, err = read(big)
    monkeypatch.undo()
    assert status == 1
    assert "s.sqlite: disk full; free some space and run again" in err
    assert out.startswith("Articles: 0 new")
    with open_store(tmp_path / "s.sqlite") as store:
        assert store.count("articles") == [((), 1)]


def test_a_read_only_store_is_said(read: Run, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    status, _, err = read(_write(tmp_path / "more.txt", b"Beijing mengirim beras ke Pyongyang, kata Seoul."))
    assert status == 1
    assert "s.sqlite: the store is read-only; copy it" in err


def test_a_store_of_a_newer_version_is_said(read: Run, tmp_path: pathlib.Path) -> None:
    read()
    with sqlite3.connect(tmp_path / "s.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    status, _, err = read()
    assert (status, err.count("\n")) == (1, 1)
    assert "a newer pasut wrote this store" in err


SLOW = """
import sys, time
sys.path.insert(0, {tests!r})
import makers, pasut.pipeline

def slow(page, kit):
    time.sleep(0.05)
    return makers.coded_page(page, kit)

pasut.pipeline.code_page = slow
from pasut.show.cli import main
main()
"""


@pytest.fixture
def many(tmp_path: pathlib.Path) -> pathlib.Path:
    """A folder with sixty articles."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Nomor {number}. {GOOD}")
    return folder


def _stop_in_the_middle(folder: pathlib.Path, place: pathlib.Path, how: signal.Signals) -> tuple[int, str, str]:
    program = SLOW.format(tests=str(pathlib.Path(__file__).parents[1]))
    command = [sys.executable, "-c", program, "read", str(folder), "--store", str(place)]
    # A shell's background job hands down an ignored SIGINT, which Python then does not take.
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        _wait_for_articles(place, 3)
        process.send_signal(how)
        out, err = process.communicate(timeout=30)
    return process.returncode, out, err


def test_ctrl_c_keeps_what_was_stored_and_running_again_completes(many: pathlib.Path, read: Run) -> None:
    place = many.parent / "s.sqlite"
    status, out, err = _stop_in_the_middle(many, place, signal.SIGINT)
    assert status == 1
    assert err == "pasut: stopped; what was read so far is stored, run the same command again to read the rest\n"
    stored = _articles(place)
    assert 3 <= stored < 60
    # Stopped between the storing of an article and its counting, the summary may be one behind, and never ahead.
    assert out.startswith((f"Articles: {stored} new", f"Articles: {stored - 1} new"))
    assert f"{60 - stored + 1} new, {stored} known" in read(many)[1]


def test_a_kill_loses_nothing_and_running_again_completes(many: pathlib.Path, read: Run) -> None:
    place = many.parent / "s.sqlite"
    assert _stop_in_the_middle(many, place, signal.SIGKILL)[0] == -signal.SIGKILL
    stored = _articles(place)
    assert 3 <= stored < 60
    assert f"{60 - stored + 1} new, {stored} known" in read(many)[1]


def _wait_for_articles(place: pathlib.Path, number: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end and _articles(place) < number:
        time.sleep(0.05)


def _articles(place: pathlib.Path) -> int:
    if not place.exists():
        return 0
    connection = sqlite3.connect(place)
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def test_a_pipe_closed_early_is_no_error(read: Run, tmp_path: pathlib.Path) -> None:
    read()
    command = f"{sys.executable} -m pasut export --format csv --store {tmp_path / 's.sqlite'} | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("i", "")
