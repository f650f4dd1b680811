"""Take the marks off a Markdown text: front matter becomes fields, headings and emphasis become plain words."""

import re

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]+)\s*:\s*(.*?)\s*$")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])")
_UNDER = re.compile(r"(?<![\w_])(_{1,2})(?=\S)([^_\n]+?)(?<=\S)\1(?![\w_])")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\((?:[^()\n]|\([^()\n]*\))*\)")
_QUOTE = re.compile(r"^ {0,3}>\s?", re.MULTILINE)
_NAMES = {"date": "published", "source": "publisher", "lang": "language"}
_FIELDS = ("title", "url", "published", "publisher", "language")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter that a page knows, and the text after it.

    >>> split_front_matter("---\\ntitle: Rapat\\ntags: x\\n---\\nIsi.")
    ({'title': 'Rapat'}, 'Isi.')
    """
    text = text.replace("\r\n", "\n")
    found = _FRONT.match(text)
    if found is None:
        return {}, text
    fields: dict[str, str] = {}
    for line in found.group(1).splitlines():
        field = _FIELD.match(line)
        if field is None:
            continue
        name = field.group(1).lower()
        name = _NAMES.get(name, name)
        value = _unquote(field.group(2))
        if name in _FIELDS and value:
            fields.setdefault(name, value)
    return fields, text[found.end() :]


def strip_marks(text: str) -> str:
    """Headings, emphasis, links and quotation marks of Markdown as plain text; line breaks stay where they are."""
    text = _IMAGE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _HEADING.sub(r"\1", text)
    text = _QUOTE.sub("", text)
    return _UNDER.sub(r"\2", _STRONG.sub(r"\2", text))


def _unquote(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
