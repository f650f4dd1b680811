"""Measure speed and memory: articles made by varying the packaged examples, coded from text to claims in one process.

Run `python benchmarks/speed.py [--articles 10000] [--language en] [--store]`; each size is run in a fresh process of
its own. Speed is counted in time of the processor, which other programs disturb little; by the clock it is told beside.
The examples of the package are Indonesian; the English ones lie beside this file. `--from FILE...` codes those articles
of your own (JSONL) that are in the language instead, each once; `--published DAY` gives a day to those without one.
"""

import argparse
import dataclasses
import importlib.resources
import json
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator

import msgspec

import pasut.pipeline
from pasut.clean.language import detect_language
from pasut.coder import code
from pasut.packs.pack import Pack
from pasut.pipeline import Kit, read_into
from pasut.read.file import read_paths
from pasut.records import Page
from pasut.store import open_store

STANDARD = 2500
"""Characters of one article: examples are shorter and longer, so speed is counted in characters."""
SMALL = 1000
"""The lesser of the two sizes: memory must not grow from it to the full one."""
STAGES = {"clean": "clean_page", "date": "date_article", "code": "code_article"}
SEED = 20240619
LANGUAGES = {"id": "Indonesian", "en": "English"}

_NUMBER = re.compile(r"(?<![\w.,/])(\d{1,3}(?:\.\d{3})+|\d{3})(?![\w/]|[.,]\d)")
"""Numbers that are neither days nor years, so that the dates of an example stay true."""


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """What one process measured."""

    articles: int
    characters: int
    claims: int
    seconds: float
    """Of the processor, as `stages`."""
    elapsed: float
    """By the clock."""
    loading: float
    """Of the processor, to load the world and the pack before the first article."""
    stages: dict[str, float]
    peak_mb: float


def main() -> int:
    """Print speed, share of each stage, and peak memory at both sizes."""
    options = _options()
    if options.inside:
        print(json.dumps(dataclasses.asdict(measure(options))))
        return 0
    print(f"{LANGUAGES[options.language]}, the coder {'plain' if code.__file__.endswith('.py') else 'compiled'}")
    sizes = [0] if options.files else sorted({min(SMALL, options.articles), options.articles})
    runs = [run_apart(size) for size in sizes]
    for run in runs:
        print(_line(run))
    print(_shares(runs[-1]))
    if len(runs) > 1:
        print(f"peak memory grew by {runs[-1].peak_mb - runs[0].peak_mb:.0f} MB from the lesser size to the full one")
    return 0


def run_apart(size: int) -> Run:
    """Measure in a process of its own, whose peak memory is that of this size alone."""
    command = [sys.executable, __file__, *sys.argv[1:], "--inside", "--articles", str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the run of {size} articles failed:\n{done.stderr}")
    return Run(**json.loads(done.stdout))


def measure(options: argparse.Namespace) -> Run:
    """Code the articles; with `--store`, read them from a file and write them into a fresh SQLite store."""
    begun = time.process_time()
    kit = Kit()
    pack = kit.pack(options.language)
    assert pack is not None
    loading = time.process_time() - begun
    made = vary_examples(pack, options.articles)
    own = list(read_own(options, kit)) if options.files else []
    pages, count = (own, len(own)) if own else (made, options.articles)
    stages = dict.fromkeys(STAGES, 0.0)
    for stage, name in STAGES.items():
        setattr(pasut.pipeline, name, _timed(getattr(pasut.pipeline, name), stage, stages))
    characters, claims, (seconds, elapsed) = _store_pages(pages, kit) if options.store else _code_pages(pages, kit)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Run(
        articles=count, characters=characters, claims=claims, seconds=seconds, elapsed=elapsed, loading=loading,
        stages=stages, peak_mb=peak,
    )  # fmt: skip


def _code_pages(pages: Iterable[Page], kit: Kit) -> tuple[int, int, tuple[float, float]]:
    characters = claims = 0
    seconds = elapsed = 0.0
    for page in pages:
        begun, on_clock = time.process_time(), time.perf_counter()
        _, coding = pasut.pipeline.code_page(page, kit)
        seconds, elapsed = seconds + time.process_time() - begun, elapsed + time.perf_counter() - on_clock
        characters += len(page.text)
        claims += len(coding.claims)
    return characters, claims, (seconds, elapsed)


def _store_pages(pages: Iterable[Page], kit: Kit) -> tuple[int, int, tuple[float, float]]:
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "articles.jsonl"
        characters = 0
        with source.open("w", encoding="utf-8") as file:
            for page in pages:
                characters += len(page.text)
                row = {"id": page.key, "text": page.text, "published": page.published, "lang": page.language}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        with open_store(pathlib.Path(folder) / "speed.sqlite") as store:
            begun, on_clock = time.process_time(), time.perf_counter()
            summary = read_into(store, [source], kit)
            spent = time.process_time() - begun, time.perf_counter() - on_clock
    if summary.new < summary.pages:
        print(f"{summary.pages - summary.new} of {summary.pages} pages were not taken as new", file=sys.stderr)
    return characters, summary.claims, spent


def _timed(function: Callable[..., object], stage: str, seconds: dict[str, float]) -> Callable[..., object]:
    def timed(*arguments: object, **options: object) -> object:
        begun = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            seconds[stage] += time.process_time() - begun

    return timed


def read_own(options: argparse.Namespace, kit: Kit) -> Iterator[Page]:
    """The articles of the files given that are in the language, those without a day with the day given."""
    for page in read_paths(options.files):
        if isinstance(page, Page):
            language = page.language or detect_language(page.text, known_by=kit.known_by)
            if language == options.language:
                yield msgspec.structs.replace(page, language=language, published=page.published or options.published)


def vary_examples(pack: Pack, size: int) -> Iterator[Page]:
    """Pages made of the examples in the pack's language: other states, other numbers, paragraphs in another order."""
    chance = random.Random(SEED)
    examples = list(read_examples(pack.language))
    states = sorted(name for code, name in pack.display.items() if len(code) == 3)
    named = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, states), key=len, reverse=True)) + r")\b")
    for number in range(size):
        text, published = examples[number % len(examples)]
        others = dict(zip(states, chance.sample(states, len(states)), strict=True))
        text = named.sub(lambda found, others=others: others[found.group()], text)  # type: ignore[misc]
        text = _NUMBER.sub(lambda found: _other_number(found.group(), chance), _shuffle(text, chance))
        yield Page(key=f"article-{number}", text=text, source="made", published=published, language=pack.language)


def read_examples(language: str) -> Iterator[tuple[str, str | None]]:
    """Text and date (where given) of every example: Indonesian ones of the package, English ones beside this file."""
    packaged = importlib.resources.files("pasut") / "examples"
    folder = packaged if language == "id" else pathlib.Path(__file__).parent
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".txt"):
            yield file.read_text(encoding="utf-8"), None
        elif file.name.endswith(".jsonl"):
            for line in file.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if row.get("lang", "id") == language:
                    yield row["text"], row.get("published")


def _shuffle(text: str, chance: random.Random) -> str:
    paragraphs = text.split("\n\n")
    rest = paragraphs[2:]
    chance.shuffle(rest)
    return "\n\n".join(paragraphs[:2] + rest)


def _other_number(number: str, chance: random.Random) -> str:
    return "".join(str(chance.randint(1, 9)) if sign.isdigit() else sign for sign in number)


def _line(run: Run) -> str:
    standard = run.characters / STANDARD
    return (
        f"{run.articles:6,} articles ({run.characters:,} characters): {run.seconds:.1f} s, "
        f"{standard / run.seconds:,.0f} articles of {STANDARD:,} characters a second of the processor "
        f"({standard / run.elapsed:,.0f} by the clock), {run.claims:,} claims, loaded in {run.loading:.2f} s, "
        f"peak {run.peak_mb:.0f} MB"
    )


def _shares(run: Run) -> str:
    shares = {**run.stages, "the rest": max(0.0, run.seconds - sum(run.stages.values()))}
    return ", ".join(f"{stage} {100 * seconds / run.seconds:.0f} %" for stage, seconds in shares.items())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--language", choices=LANGUAGES, default="id")
    parser.add_argument("--from", dest="files", nargs="+", metavar="FILE", help="articles of your own (JSONL)")
    parser.add_argument("--published", metavar="DAY", help="the day of those of them that have none")
    parser.add_argument("--store", action="store_true", help="read from a file and write into a SQLite store as well")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
