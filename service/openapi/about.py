"""about: what the service tells of itself, backups, and pages for people."""

from __future__ import annotations

from service.negotiation import HTML, JSON, RDF_TYPES, TEXT, MediaType
from service.openapi.operations import TOKEN, Fields, format_parameter, operation, parameter

_FORMS = (*RDF_TYPES, HTML)


def about_paths() -> Fields:
    """Describe what is described in RDF, and what a machine watches."""
    return {
        "/ontology": _described("ontology", "The ontology"),
        "/shapes": _described("shapes", "The SHACL shapes"),
        "/.well-known/void": _described("void", "The data set described, with statistics"),
        "/health": _watched("health", "Whether the service is ready, and how much it holds", JSON, 503),
        "/health/live": _watched("live", "Whether the service lives", JSON),
        "/metrics": _watched("metrics", "Figures of the service, for Prometheus", TEXT, 401, 403, 404),
    }


def _described(name: str, summary: str) -> Fields:
    options, errors = [format_parameter(_FORMS)], (406, 503)
    return {"get": operation(name, summary, "about", _FORMS, parameters=options, errors=errors)}


def _watched(name: str, summary: str, form: MediaType, *errors: int) -> Fields:
    return {"get": operation(name, summary, "about", (form,), errors=errors)}


def backup_paths() -> Fields:
    """Describe the copy of the whole store."""
    archive = {
        "description": "The store as it is now, a tar archive.",
        "content": {"application/x-tar": {"schema": {"type": "string", "format": "binary"}}},
    }
    get = operation(
        "backup",
        "Copy the store",
        "about",
        responses={"200": archive},
        errors=(401, 403, 503),
        security=TOKEN,
    )
    return {"/backup": {"get": get}}


def page_paths() -> Fields:
    """Describe the pages that are nothing else."""
    sought = parameter("q", "A part of a name.")
    search = operation("search", "Find by name", "pages", (HTML,), parameters=[sought], errors=(429, 503))
    search["responses"]["303"] = {"description": "The only thing that was found."}
    start = operation("start", "What is in the graph", "pages", (HTML,), errors=(503,))
    return {"/": {"get": start}, "/search": {"get": search}}
