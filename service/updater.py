"""updater: a process of its own carries out an update on a copy of the store.

`python -m service.updater COPY BASE MEMORY PARENT` reads the update from standard input. What is
wrong with it goes to standard output: the error's name and words. It may be killed: the copy is thrown away.
"""

from __future__ import annotations

import json
import sys

import pyoxigraph as ox

from service.engine.confinement import confine, limit_memory


def main() -> None:
    """Carry out the update and end."""
    copy, base, memory, parent = sys.argv[1:]
    confine(int(parent))
    text = sys.stdin.buffer.read().decode()
    store = ox.Store(copy)
    limit_memory(int(memory))
    try:
        store.update(text, base_iri=base)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        json.dump([type(error).__name__, str(error)], sys.stdout)
        sys.exit(1)


if __name__ == "__main__":
    main()
