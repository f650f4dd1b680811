"""Ids: hashes of what a thing is."""

import hashlib


def fingerprint(*parts: str) -> str:
    """Hash of some words, as 32 hexadecimal digits."""
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()
