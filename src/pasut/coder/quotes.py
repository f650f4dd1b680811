"""Whether quotations are open before and after a sentence, read from which way its marks face."""


def quoted_around(text: str, inside: bool) -> tuple[bool, bool]:
    """Whether a sentence stands inside a quotation opened earlier, as `inside` has it, and whether one is open after.

    A mark that opens one where one is open already shows that the earlier was closed without a mark; what goes on into
    the next sentence begins with a capital.

    >>> quoted_around('"Kami menang. ', False)
    (False, True)
    >>> quoted_around('Ia menyebutnya "menang" besar.', True)
    (False, False)
    >>> quoted_around('Untuk setiap "provokasi X, Y membalas.', False)
    (False, False)
    >>> quoted_around('Kami akan pergi," katanya.', True)
    (True, False)
    """
    first, last = text.find('"'), text.rfind('"')
    if first < 0:
        return inside, inside
    return inside and not _opens(text, first), _opens(text, last) and not text[last + 1].islower()


def _opens(text: str, at: int) -> bool:
    """Whether the mark stands right before a word and behind none."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return after.isalnum() and not (before.isalnum() or (before and before in ".,!?"))
