"""terms: an RDF term becomes SPARQL that every engine reads as this term and nothing more."""

from __future__ import annotations

import re

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_ESCAPES = re.compile(r"\\\\(?P<u>[uU])|\\u(?P<code>[0-9A-F]{4})|\\.")


def write_term(term: Term) -> str:
    """Write a term.

    Some engines decode codepoint escapes before they parse, and would find one in an escaped backslash before
    a u.
    """
    return _ESCAPES.sub(_rewrite_escape, str(term))


def _rewrite_escape(escape: re.Match[str]) -> str:
    if escape["u"]:
        return rf"\\\U{ord(escape['u']):08X}"
    return rf"\U0000{escape['code']}" if escape["code"] else escape[0]
