"""confinement: a process gives up what it does not need: memory, the network, a life after its parent's."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38


def confine(parent: int) -> None:
    """Leave the network where the kernel lets us, end with the parent, and write no memory image."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # Where the machine runs out of memory, this process goes, and not the one that holds the store
        with suppress(OSError):  # some machines do not let it
            Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
        system = ctypes.CDLL(None)
        system.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        # A second wall behind the check for SERVICE: a network without a way out. Some kernels forbid it.
        system.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    if os.getppid() != parent:
        sys.exit("the service has ended")


def limit_memory(more: int) -> None:
    """Let the process take so many bytes beyond what it holds now: the next allocation ends it.

    RLIMIT_DATA counts what is written to, unlike RLIMIT_AS, and not the files that RocksDB maps.
    """
    resource.setrlimit(resource.RLIMIT_DATA, (held_bytes() + more, resource.RLIM_INFINITY))


def held_bytes() -> int:
    """How much memory the process may write to, by what RLIMIT_DATA counts; 0 where the system does not tell.

    Not the peak of `getrusage`, which a process inherits from the one that started it.
    """
    figures = _open_figures()
    return 0 if figures is None else int(os.pread(figures, 100, 0).split()[5]) * resource.getpagesize()


@cache
def _open_figures() -> int | None:
    """Open the kernel's figures of this process; read after each query, they cost less so."""
    path = Path("/proc/self/statm")
    return os.open(path, os.O_RDONLY | os.O_CLOEXEC) if path.exists() else None
