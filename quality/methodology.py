"""Write the figures of docs/methodology.md anew: parameters, scale, made relations, another coder's events, speed.

Run `make methodology`. A block whose data are not there (the ICEWS series) is left as it stands.
"""

import pathlib
import re
import sys
from collections.abc import Callable, Iterator

import icews
import simulation

from pasut.measure.parameters import DEFAULT
from pasut.world.scale import load_scale

PAGE = pathlib.Path(__file__).parents[1] / "docs" / "methodology.md"


def parameters() -> Iterator[str]:
    """Every parameter with its value."""
    yield f"Formula version {DEFAULT.formula}."
    yield ""
    yield "| parameter | value |"
    yield "| --- | ---: |"
    for name, value in DEFAULT.listed():
        yield f"| `{name}` | {value:g} |"


def scale() -> Iterator[str]:
    """Every type with its score and those of its modes."""
    found = load_scale()
    yield "| type | channel | score | modes |"
    yield "| --- | --- | ---: | --- |"
    for (type_, mode), score in found.scores.items():
        if mode is None:
            modes = [
                f"{name} {points:g}{_like(found.sources[type_, name])}"
                for (of, name), points in found.scores.items()
                if of == type_ and name
            ]
            yield f"| {type_} | {found.channels[type_]} | {score:g} | {', '.join(modes)} |"


def _like(source: str) -> str:
    return f" ({source})" if source.startswith("as ") else ""


def made() -> Iterator[str]:
    """The simulation."""
    return simulation.report(simulation.RUNS)


def other_coder() -> Iterator[str] | None:
    """ICEWS, where it lies beside the repository."""
    return icews.report() if icews.is_measurable() else None


BLOCKS: dict[str, Callable[[], Iterator[str] | None]] = {
    "parameters": parameters,
    "scale": scale,
    "simulation": made,
    "icews": other_coder,
}


def fill(text: str, name: str, lines: Iterator[str]) -> str:
    """The page with one block written anew."""
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
    body = "\n".join(lines) + "\n"
    return pattern.sub(lambda found: f"{found[1]}{body}{found[2]}", text)


def main() -> int:
    """Rewrite the page."""
    text = PAGE.read_text(encoding="utf-8")
    for name, block in BLOCKS.items():
        lines = block()
        if lines is None:
            print(f"no data for the block {name!r}: left as it is", file=sys.stderr)
        else:
            text = fill(text, name, lines)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
