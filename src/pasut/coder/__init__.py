"""From an article to claims and assessments: small passes, each of which can be run and looked at alone."""

from pasut.coder.code import code_article

__all__ = ["code_article"]
