"""iris: the IRIs that we mint for articles, entities, events, positions, figures and evidence."""

from __future__ import annotations

import json
import re
import unicodedata
from hashlib import blake2b
from urllib.parse import quote

from pyoxigraph import NamedNode

from graph.linking.known import Known
from graph.model import Article, Entity, Span

SLUG_LENGTH = 60


def article_iri(article: Article, *, base: str) -> NamedNode:
    """The article's IRI, which is the name of its graph too: one for every identifier, whatever it holds."""
    return NamedNode(f"{base}article/{path_segment(article.id)}")


def entity_iri(entity: Entity | Known, *, base: str) -> NamedNode:
    """The IRI by the Wikidata identifier, or by name, type and country where there is none."""
    return NamedNode(f"{base}entity/{_entity_key(entity)}")


def evidence_iri(article: NamedNode, span: Span) -> NamedNode:
    """The article's IRI with the span as a fragment, as RFC 5147 has it."""
    return NamedNode(f"{article.value}#char={span.start},{span.end}")


def claim_iri(kind: str, article: Article, name: str, *, base: str) -> NamedNode:
    """The IRI of an event or a figure, which belongs to one article."""
    return NamedNode(f"{base}{kind}/{path_segment(article.id)}-{name}")


def position_iri(holder: Entity, role: str, of: Entity, *, base: str) -> NamedNode:
    """The IRI of a position: the same holder, role and body in two articles have the same one."""
    keys = (_entity_key(holder), role, _entity_key(of))
    return NamedNode(f"{base}position/{keys[0]}-{_slug(role) or 'office'}-{digest(*keys)}")


def path_segment(text: str) -> str:
    """Any text as one segment of an IRI's path; different texts give different segments.

    An empty segment and the dots would change the path's meaning: they get a "=", which quoting never leaves.
    """
    quoted = quote(text, safe="", errors="surrogatepass")
    return f"={quoted}" if quoted in {"", ".", ".."} else quoted


def digest(*parts: str | None) -> str:
    """Twelve hexadecimal digits that stand for the parts."""
    return blake2b(json.dumps(parts).encode("ascii"), digest_size=6).hexdigest()


def _entity_key(entity: Entity | Known) -> str:
    if entity.qid is not None:
        return path_segment(entity.qid)
    name = _slug(entity.name) or entity.type.lower()
    return f"{name}-{digest(entity.type, entity.name, entity.country)}"


def _slug(text: str) -> str:
    """The text's ASCII letters and digits in lower case, joined by hyphens; accents are dropped."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:SLUG_LENGTH].strip("-")
