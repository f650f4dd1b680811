"""Lines of tab-separated files as POLECAT and GDELT write them: without quoting, so that no cell may break its line."""

import re
from collections.abc import Iterable

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def tab_line(cells: Iterable[str]) -> str:
    """One line with exactly as many fields as there are cells.

    Tabs, line breaks and control characters become a space. A straight quotation mark becomes an apostrophe, since
    readers differ in whether it quotes.

    >>> tab_line(["a\\tb", 'say "no"', ""])
    "a b\\tsay 'no'\\t\\n"
    """
    return "\t".join(_BREAKS.sub(" ", cell).strip().replace('"', "'") for cell in cells) + "\n"
