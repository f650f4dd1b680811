"""Charts of a report as SVG and PNG, by vl-convert: no browser, no network."""

from collections.abc import Mapping
from types import ModuleType

from pasut.errors import ReportError


def chart_svg(spec: Mapping[str, object]) -> str:
    """A specification as an SVG document. Raises ReportError where vl-convert is not installed."""
    return str(_converter().vegalite_to_svg(dict(spec)))


def chart_png(spec: Mapping[str, object], scale: float = 2.0) -> bytes:
    """A specification as a PNG file. Raises ReportError where vl-convert is not installed."""
    return bytes(_converter().vegalite_to_png(dict(spec), scale=scale))


def _converter() -> ModuleType:
    try:
        import vl_convert
    except ImportError as error:
        raise ReportError("charts need vl-convert; install it with: pip install 'pasut[report]'") from error
    return vl_convert
