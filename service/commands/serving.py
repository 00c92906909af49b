"""serving: the graph is offered over HTTP."""
# ruff: noqa: PLC0415 -- `diplograph --help` and a usage error answer at once: no command pays for another's imports

from __future__ import annotations

import json
from typing import Annotated

import typer

from service.commands.converting import ingest_seeds
from service.commands.options import StoreDirectory, open_store, read_settings
from service.console import note


def serve(
    store: StoreDirectory = None,
    host: Annotated[str | None, typer.Option(help="The address to listen on [default: 127.0.0.1].")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port to listen on [default: 8000].")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Convert posted articles on so many processes [default: 1].")
    ] = None,
    seeds: Annotated[bool, typer.Option("--seeds", help="Load the bundled articles first.")] = False,
) -> None:
    """Serve the graph over HTTP."""
    from service.server import run, take_address

    settings = read_settings(store=store, host=host, port=port, workers=workers)
    with take_address(settings.host, settings.port) as address, open_store(settings) as opened:
        if seeds:
            ingest_seeds(opened, settings)
        note(f"Diplograph serves {settings.store} at {address.url} (Ctrl-C stops it)")
        run(opened, settings, address)


def token(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose it is; the log names it at each write.")],
) -> None:
    """Make a token for writes, and the setting that lets it in."""
    from service.access import make_token

    made, digest = make_token()
    note("give the first line to the writer, and the service the second: it does not know the token itself")
    typer.echo(made)
    typer.echo(f"DIPLOGRAPH_TOKENS={json.dumps({name: digest})}")
