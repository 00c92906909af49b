"""cli: the command `diplograph`; heavy modules are loaded by the commands that need them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from graph.errors import DiplographError
from service.commands.converting import convert, explain, ingest
from service.commands.measuring import evaluate, train
from service.commands.serving import serve, token
from service.commands.storing import backup, export, query, restore, stats, validate
from service.console import complain

COMMANDS = (
    convert, ingest, serve, query, export, backup, restore, token, stats, validate, explain, evaluate, train,
)  # fmt: skip
app = typer.Typer(
    name="diplograph",
    help="News articles about diplomacy become a knowledge graph that can be trusted and queried.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Show the version and leave.")] = False,
) -> None:
    """News articles about diplomacy become a knowledge graph that can be trusted and queried."""
    if show_version:
        typer.echo(f"diplograph {version('diplograph')}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


for command in COMMANDS:
    app.command()(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; what goes wrong is one line on standard error."""
    try:
        status = app(arguments, prog_name="diplograph", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        complain(error.format_message().replace("Value error, ", ""))
        return error.exit_code
    except DiplographError as error:
        complain(error)
        return 1
    except BrokenPipeError:
        _give_up_output()
        return 1
    except OSError as error:
        complain(f"cannot read or write {error.filename or 'the output'}: {error.strerror or error}")
        _give_up_output()
        return 1
    return status if isinstance(status, int) else 0


def _give_up_output() -> None:
    """Let the last flush, which Python makes at exit, go nowhere: the output would fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
