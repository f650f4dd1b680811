"""The files that pages load: our own style and scripts, and those of charts, bundled once from an installed package."""

import functools
import importlib.metadata
import importlib.resources
import importlib.util
import os
import pathlib

from starlette.responses import Response

from pasut.settings import load_settings
from pasut.show.web.site import digest

OWN = {
    "pasut.css": "text/css; charset=utf-8",
    "texts.css": "text/css; charset=utf-8",
    "pasut.js": "text/javascript; charset=utf-8",
    "charts.js": "text/javascript; charset=utf-8",
    "brush.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
CHARTS = "vega.js"
"""The bundle of Vega, Vega-Lite and Vega-Embed."""


def asset_url(name: str) -> str:
    """The address of a file, which changes when the file does; empty for the chart scripts where they are missing."""
    if name == CHARTS and not has_charts():
        return ""
    mark = _bundle_name() if name == CHARTS else digest(_own(name))
    return f"/static/{name}?v={mark}"


def asset(name: str) -> Response | None:
    """A file as a response that browsers may keep for ever; None where there is no such file."""
    keep = {"Cache-Control": "public, max-age=31536000, immutable"}
    if name == CHARTS and has_charts():
        return Response(_bundle(), headers=keep, media_type="text/javascript; charset=utf-8")
    if name not in OWN:
        return None
    return Response(_own(name), headers=keep, media_type=OWN[name])


def has_charts() -> bool:
    """Whether the package that holds the chart scripts is installed."""
    return importlib.util.find_spec("vl_convert") is not None


@functools.cache
def _own(name: str) -> bytes:
    return (importlib.resources.files("pasut.show.web") / "static" / name).read_bytes()


@functools.cache
def _bundle_name() -> str:
    return importlib.metadata.version("vl-convert-python")


@functools.cache
def _bundle() -> bytes:
    """The bundle, made once for each version of the package and kept in the cache folder where that can be written."""
    kept = load_settings().cache / f"vega-{_bundle_name()}.js"
    try:
        return kept.read_bytes()
    except OSError:
        pass
    import vl_convert  # takes a fifth of a second to load, and most starts do not need it

    bundle = vl_convert.javascript_bundle()  # type: ignore[call-arg]  # its types forget the default
    made = bundle.encode()
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(kept, made)
    except OSError:
        pass  # made again at the next start
    return made


def _write_whole(path: pathlib.Path, data: bytes) -> None:
    """Another process never sees half a file."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(path)
