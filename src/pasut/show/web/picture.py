"""A drawing of our own as a file to keep."""

from starlette.responses import Response


def svg_file(svg: str) -> Response:
    """A drawing as SVG."""
    return Response(svg, media_type="image/svg+xml")


def png_file(svg: str) -> Response:
    """The same drawing as PNG, of twice its size."""
    import vl_convert  # takes a fifth of a second to load

    return Response(vl_convert.svg_to_png(svg, scale=2), media_type="image/png")
