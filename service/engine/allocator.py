"""allocator: query processes take their memory from mimalloc, which answers long queries a quarter sooner."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from service.logs import log

_log = logging.getLogger("diplograph.queries")
_PACKAGE, _LIBRARY = "cmeel-mimalloc", "libmimalloc.so"
_SEPARATORS = frozenset(" :")  # between the names in LD_PRELOAD, which knows no escape
# Memory set aside but not used is not to count against the limit of a process
_NO_STOCK = {"MIMALLOC_ARENA_EAGER_COMMIT": "0"}


@cache
def allocator_environment() -> Mapping[str, str]:
    """Give the environment that puts mimalloc in the place of the system's allocator, {} where it cannot."""
    library = _find_library()
    if library is None or not _SEPARATORS.isdisjoint(library):
        return {}
    environment = {"LD_PRELOAD": library, **_NO_STOCK}
    failure = _try_out(environment)
    if failure is None:
        return environment
    log(_log, logging.WARNING, "mimalloc does not load: long queries take longer", error=failure)
    return {}


def _try_out(environment: Mapping[str, str]) -> str | None:
    """Tell why no program starts with it: the library may be there, and one that it needs not."""
    command = [sys.executable, "-I", "-S", "-c", ""]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    return None if run.returncode == 0 else run.stderr.strip() or f"status {run.returncode}"


def _find_library() -> str | None:
    if sys.platform != "linux":
        return None
    try:
        installed = files(_PACKAGE) or ()
    except PackageNotFoundError:
        return None
    paths = (Path(str(path.locate())) for path in installed if path.name == _LIBRARY)
    return next((str(path.resolve()) for path in paths if path.exists()), None)
