"""How the numbers come about: formulas, parameters, the scale, measured accuracy, limits: all from what computes."""

from pasut.measure.parameters import DEFAULT
from pasut.settings import version
from pasut.show.accuracy import accuracy_view, attributes_view
from pasut.show.table import Row, View
from pasut.show.web.asked import Asked
from pasut.show.web.page import Page, Section
from pasut.show.web.route import AnyRoute, PageRoute
from pasut.show.web.site import Site
from pasut.show.words import Words
from pasut.world.scale import load_scale

LIMITS = ("articles", "news", "scale", "few", "coder", "dates", "forecast")
STEPS = ("act", "day", "drift", "band", "silence", "volume")


def methodology(site: Site, asked: Asked) -> Page:
    """The whole of it."""
    t, words = asked.terms, asked.words
    measured = tuple(t(f"methodology.{name}") for name in ("set", "measure", "articles", "p", "r", "f1"))
    counted = tuple(t(f"methodology.{name}") for name in ("right", "coded", "gold"))
    fields = tuple(t(f"methodology.{name}") for name in ("set", "field", "share", "of"))
    sections = (
        Section(name="parameters", view=_parameters(asked), note=t("methodology.parameters_note")),
        Section(name="scale", view=_scale(asked), note=t("methodology.scale_note")),
        Section(name="accuracy", view=accuracy_view(t("methodology.accuracy"), words, measured + counted),
                note=t("methodology.accuracy_note")),
        Section(name="attributes", view=attributes_view(t("methodology.attributes"), words, fields),
                note=t("methodology.attributes_note")),
    )  # fmt: skip
    return Page(
        title=t("methodology.title"),
        intro=t("methodology.intro"),
        sections=sections,
        template="methodology",
        facts=(
            (t("methodology.version"), version()),
            (t("methodology.formula"), DEFAULT.formula),
            (t("methodology.licence"), "Apache-2.0"),
        ),
        data={
            "steps": tuple(t(f"methodology.step_{name}", **_values(words)) for name in STEPS),
            "limits": tuple(t(f"methodology.limit_{name}") for name in LIMITS),
        },
    )


def _values(words: Words) -> dict[str, str]:
    """The parameters that the text names."""
    return {
        "most": words.number(1 / DEFAULT.rho, 1),
        "half_life": words.number(DEFAULT.half_life),
        "stale": words.number(DEFAULT.stale_days),
    }


def _parameters(asked: Asked) -> View:
    rows = tuple(
        Row(cells=(name, _meaning(name, asked), _plain(value, asked.words)), record={"parameter": name, "value": value})
        for name, value in DEFAULT.listed()
    )
    headings = tuple(asked.terms(f"methodology.{name}") for name in ("parameter", "meaning", "value"))
    return View(
        title=asked.terms("methodology.parameters"), headings=headings, rows=rows, fields=("parameter", "value"), long=1
    )


def _meaning(name: str, asked: Asked) -> str:
    """What a parameter is, in one line."""
    name, _, standing = name.partition(".")
    return asked.terms(f"methodology.is_{name}", standing=asked.words.labels.standing.get(standing, ""))


def _plain(value: float, words: Words) -> str:
    """A number with as many decimals as it has."""
    return words.number(value, len(f"{value:g}".partition(".")[2]))


def _scale(asked: Asked) -> View:
    """Every act with its points, those of a type together."""
    scale, words = load_scale(), asked.words
    rows = tuple(
        Row(
            cells=(f"{type_}.{mode}" if mode else type_, words.act(type_, mode),
                   asked.terms(f"methodology.channel_{scale.channels[type_]}"), words.number(score, 1),
                   scale.sources[type_, mode]),
            record={"type": type_, "mode": mode, "channel": scale.channels[type_], "score": score,
                    "source": scale.sources[type_, mode]},
        )
        for (type_, mode), score in scale.scores.items()
    )  # fmt: skip
    names = ("act", "meaning", "channel", "points", "source")
    return View(
        title=asked.terms("methodology.scale"),
        headings=tuple(asked.terms(f"methodology.{name}") for name in names),
        rows=rows,
        fields=("type", "mode", "channel", "score", "source"),
        long=4,
    )


ROUTES: tuple[AnyRoute, ...] = (
    PageRoute(path="/methodology", make=methodology,
              about="Formulas, parameters, the scale of acts, measured accuracy, limits."),
)  # fmt: skip
