"""Turn bytes into text whatever they were written in, and tell text from anything else."""

import codecs
import re

# Control characters that no text holds; tab, line feed, carriage return and form feed are left out, and so is the
# escape character, which terminal logs pasted into text bring along.
_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f]")
# Among the first bytes, a share of control characters above this is no text: text has next to none.
_MAX_CONTROL_SHARE = 0.02
_SAMPLE = 65_536


def decode_text(data: bytes) -> str:
    """Decode UTF-8 (with or without a byte order mark), UTF-16 with a mark, else the Windows code page 1252.

    >>> decode_text("Kementerian “Luar Negeri”".encode("cp1252"))
    'Kementerian “Luar Negeri”'
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if data[error.start :].strip() and len(data) - error.start < 4 and error.reason == "unexpected end of data":
            return data.decode("utf-8-sig", errors="replace")
        return data.decode("cp1252", errors="replace")


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text: a NUL byte, or many control characters, near the start.

    >>> is_binary(b"PK\\x03\\x04\\x00\\x00")
    True
    """
    sample = data[:_SAMPLE]
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return len(data) % 2 == 1 and len(data) <= _SAMPLE
    if b"\x00" in sample or sample.startswith((b"%PDF-", b"\x1f\x8b", b"PK\x03\x04")):
        return True
    return len(_CONTROL.findall(sample)) > _MAX_CONTROL_SHARE * len(sample)
