"""read: files, folders and standard input become Articles."""

from __future__ import annotations

import json
import os
import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from graph.errors import ReadError
from graph.model import Article
from graph.reading.formats import (
    MAX_BYTES,
    article_from_html,
    article_from_json,
    article_from_text,
    article_id,
)

__all__ = ["article_from_html", "article_from_json", "article_from_text", "article_id", "read_paths"]

EXTENSIONS = (".htm", ".html", ".json", ".jsonl", ".md", ".txt")


def read_paths(
    paths: Sequence[str | Path], *, stdin: BinaryIO | None = None
) -> Iterator[Article | ReadError]:
    """Read files, folders (recursively, in sorted order) and `-` (standard input), one article at a time.

    What cannot be read is yielded as the error that says why, and the rest goes on. Articles come as they are
    found: of two with the same id both are given, and the later one is meant to replace the earlier.
    """
    for path in paths:
        if str(path) == "-":
            yield from _read_stream(stdin or sys.stdin.buffer)
        elif _is_folder(Path(path)):
            yield from _read_folder(Path(path))
        else:
            yield from _read_file(Path(path))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no right to look, a name too long: reading it as a file will say so
        return False


def _read_folder(folder: Path) -> Iterator[Article | ReadError]:
    errors: list[OSError] = []
    files: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(parent, name) for name in names if _is_article(name)]
    yield from (ReadError(f"{_printable(error.filename)}: {error.strerror}") for error in errors)
    if not files and not errors:
        yield ReadError(f"{_printable(folder)}: this folder holds no article ({', '.join(EXTENSIONS)})")
    for file in sorted(files):
        yield from _read_file(file)


def _is_article(name: str) -> bool:
    return name.lower().endswith(EXTENSIONS) and not name.startswith(".")


def _read_file(path: Path) -> Iterator[Article | ReadError]:
    source, extension = _printable(path), path.suffix.lower()
    try:
        if not path.exists():
            yield ReadError(f"{source}: no such file or folder")
        elif extension not in EXTENSIONS or not path.is_file():
            yield ReadError(
                f"{source}: not a kind of file that is read ({', '.join(EXTENSIONS)}, a folder or -)"
            )
        else:
            with path.open("rb") as stream:
                yield from _read_articles(stream, extension, source=source)
    except OSError as error:
        yield ReadError(f"{source}: cannot be read: {error.strerror}")


def _read_stream(stream: BinaryIO) -> Iterator[Article | ReadError]:
    """Tell by its first line what standard input holds: JSON Lines, one JSON article, HTML or plain text."""
    first = stream.readline(MAX_BYTES + 1)
    start = first.removeprefix(BOM_UTF8).lstrip()[:1]
    if start == b"{" and _is_json(first):
        yield from _read_lines(chain([first], _lines(stream)), source="standard input")
    else:
        extension = {b"{": ".json", b"[": ".json", b"<": ".html"}.get(start, ".txt")
        content = first + stream.read(max(0, MAX_BYTES + 1 - len(first)))
        yield _read_content(content, extension, source="standard input")


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line.removeprefix(BOM_UTF8))
    except (ValueError, RecursionError):
        return False
    return True


def _read_articles(stream: BinaryIO, extension: str, *, source: str) -> Iterator[Article | ReadError]:
    if extension == ".jsonl":
        yield from _read_lines(_lines(stream), source=source)
    else:
        yield _read_content(stream.read(MAX_BYTES + 1), extension, source=source)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Give the lines of a stream; one that is too long is cut and the rest of it skipped."""
    while line := stream.readline(MAX_BYTES + 1):
        rest = line
        while not rest.endswith(b"\n") and (rest := stream.readline(MAX_BYTES)):
            pass
        yield line


def _read_lines(lines: Iterator[bytes], *, source: str) -> Iterator[Article | ReadError]:
    found = False
    for number, line in enumerate(lines, start=1):
        if line.removeprefix(BOM_UTF8).strip():
            found = True
            yield _read_content(line, ".json", source=f"{source}, line {number}")
    if not found:
        yield ReadError(f"{source}: the file is empty")


def _read_content(content: bytes, extension: str, *, source: str) -> Article | ReadError:
    try:
        return _article(content, extension, source=source)
    except ReadError as error:
        return error


def _article(content: bytes, extension: str, *, source: str) -> Article:
    if len(content) > MAX_BYTES:
        raise ReadError(f"{source}: longer than {MAX_BYTES:,} bytes, which is more than is read; split it")
    if not content.removeprefix(BOM_UTF8).strip():
        raise ReadError(f"{source}: the file is empty")
    if extension in {".htm", ".html"}:
        return article_from_html(content, source=source)
    text = _decode(content, source=source)
    if extension == ".json":
        return article_from_json(_parse_json(text, source=source), source=source)
    return article_from_text(text, source=source)


def _decode(content: bytes, *, source: str) -> str:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise ReadError(f"{source}: the text is in UTF-16; save it as UTF-8")
    if (zero := content.find(0)) >= 0:
        raise ReadError(f"{source}: byte {zero} is zero, so this is no text; give a text file in UTF-8")
    try:
        return content.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{source}: byte {error.start} (0x{error.object[error.start]:02x}) is not UTF-8; save it as UTF-8"
        ) from error


def _parse_json(text: str, *, source: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in text.strip() else ""
        raise ReadError(f"{source}: not valid JSON at {line}column {error.colno}: {error.msg}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets thousands deep
        raise ReadError(f"{source}: JSON too deep or with a number too long to be an article") from error


def _printable(path: str | Path) -> str:
    """Name a file on one line that can be printed, whatever bytes its name has."""
    name = os.fsencode(path).decode(errors="backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)
