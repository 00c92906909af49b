"""process: a query process, as the service sees it."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import IO, Self, cast

from service.engine.allocator import allocator_environment
from service.engine.messages import Bounds, Frame, Task, take_frames

_HIGH, _LOW = 1 << 20, 1 << 18  # bytes not taken yet: above, the process has to wait; below, no more
_NICER = 15
_COMMAND = (sys.executable, "-P", "-m", "service.engine.worker")


class Stop(Enum):
    """Why a query was stopped."""

    TIME = "time"
    CROWD = "crowd"
    READER = "reader"
    LEFT = "left"
    MEMORY = "memory"
    CRASH = "crash"


class EndedError(Exception):
    """The process ended in the middle of a query, or before its first, and `said` why."""

    def __init__(self, stop: Stop, said: str = "") -> None:
        super().__init__(f"{stop.value}: {said}" if said else stop.value)
        self.stop = stop


class QueryProcess(asyncio.Protocol):
    """A process that answers one query after the other, and that may be killed at any time."""

    def __init__(self, child: subprocess.Popen[bytes], ended: Callable[[QueryProcess], None]) -> None:
        self._child = child
        self._ended = ended
        self._stop: Stop | None = None
        self._received = bytearray()
        self.inbox = Inbox(self)
        self.is_open = True
        self.is_paused = False
        self.client = ""
        self.begun = self.worked = 0.0
        self.is_long = False
        self._used_before: float | None = None

    @classmethod
    async def start(cls, bounds: Bounds, ended: Callable[[QueryProcess], None]) -> Self:
        """Start a process, and wait until it is ready; `ended` is called when it has ended, for any cause."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        try:
            with theirs:
                child = _start(theirs.fileno(), bounds)
        except BaseException:
            ours.close()
            raise
        with _errors_of(child):
            return await cls._connect(child, ours, ended)

    @classmethod
    async def _connect(
        cls, child: subprocess.Popen[bytes], ours: socket.socket, ended: Callable[[QueryProcess], None]
    ) -> Self:
        """Wait until a process is ready; nothing is left of one that does not get so far."""
        loop = asyncio.get_running_loop()
        try:
            _, protocol = await loop.create_unix_connection(lambda: cls(child, ended), sock=ours)
        except BaseException:
            ours.close()
            child.kill()
            child.wait()
            raise
        try:
            await protocol.inbox.receive()
        except EndedError as error:
            raise EndedError(error.stop, _last_words(child)) from None
        except BaseException:
            protocol.bury()
            raise
        return protocol

    # What the event loop calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Take what the process says."""
        self._received += data
        inbox = self.inbox  # with its last frame the process may be lent again, to another
        for kind, content in take_frames(self._received):
            inbox.add(kind, content)
        if len(self._received) > _HIGH:  # no frame of ours is so large: the process is not what it was
            self.kill(Stop.CRASH)
        else:
            self.regulate()
        inbox.wake()

    def connection_lost(self, error: Exception | None) -> None:
        """Note that the process has ended."""
        self.is_open = False
        # Waited for at once, whoever asks for the reason, so that nothing of it is left
        self._status = asyncio.get_running_loop().run_in_executor(None, self._child.wait)
        self.inbox.wake()
        self._ended(self)

    def regulate(self) -> None:
        """Let the process go on, or wait, by what has not been taken yet."""
        if self.is_paused and self.inbox.waiting < _LOW:
            self.is_paused = False
            self._transport.resume_reading()
        elif not self.is_paused and self.inbox.waiting > _HIGH and self.is_open:
            self.is_paused = True
            self._transport.pause_reading()

    # What the pool and the engine call

    def lend(self, client: str, now: float) -> None:
        """Begin to count the time of a client's query; its answer comes to a new `inbox`."""
        self.inbox = Inbox(self)
        self.regulate()
        self.client, self.begun, self.worked, self._used_before = client, now, 0.0, None

    def send(self, task: Task) -> None:
        """Give the process a query; its answer comes to the inbox."""
        self._transport.write(task.encode())

    @property
    def is_usable(self) -> bool:
        """Whether the process may be lent: one that has been killed may look open for a moment."""
        return self.is_open and self._stop is None

    def kill(self, stop: Stop) -> None:
        """End the process at once, and remember why."""
        if self._stop is None and self.is_open:
            self._stop = stop
        self._child.kill()
        self._transport.abort()

    def used(self) -> float:
        """How many seconds of a processor the query has used since this was first asked."""
        now = processor_seconds(self._child.pid)
        if now is None:
            return self.worked
        if self._used_before is None:
            self._used_before = now
        return now - self._used_before

    def yield_to_others(self) -> None:
        """Let every other process go first from now on."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._child.pid, _NICER)

    async def reason(self) -> Stop:
        """Tell why the process has ended."""
        status = await self._status
        if self._stop is not None:
            return self._stop
        if status == -signal.SIGPROF:
            return Stop.TIME
        # Where memory is refused, the engine aborts; where the machine has none left, the system kills
        return Stop.MEMORY if status in (-signal.SIGABRT, -signal.SIGKILL) else Stop.CRASH

    def bury(self) -> None:
        """Wait until the process has ended, so that nothing is left of it."""
        self.kill(Stop.LEFT)
        self._child.wait()


class Inbox:
    """What has come of one answer; it can be read when the process has long been lent to others."""

    def __init__(self, process: QueryProcess) -> None:
        self._process = process
        self._frames: deque[tuple[Frame, bytes]] = deque()
        self._waiter: asyncio.Future[None] | None = None
        self.waiting = 0
        self.taken = asyncio.get_running_loop().time()  # when something was last taken
        self.completed: Callable[[Frame], None] | None = None

    def add(self, kind: Frame, content: bytes) -> None:
        """Put a frame in; with the last one of an answer, `completed` is called."""
        self._frames.append((kind, content))
        self.waiting += len(content)
        if kind is not Frame.PIECE and self.completed is not None:
            self.completed(kind)

    async def receive(self) -> tuple[Frame, bytes]:
        """Wait for the next frame, or raise EndedError."""
        while not self._frames:
            if not self._process.is_open:
                raise EndedError(await self._process.reason())
            self._waiter = asyncio.get_running_loop().create_future()
            await self._waiter
        kind, content = self._frames.popleft()
        self.waiting -= len(content)
        self.taken = asyncio.get_running_loop().time()
        if self._process.inbox is self:
            self._process.regulate()
        return kind, content

    def wake(self) -> None:
        """Tell who waits that something has come, or that nothing will."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


def processor_seconds(process: int) -> float | None:
    """How many seconds of a processor a process has used, None where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _start(descriptor: int, bounds: Bounds) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module
        [*_COMMAND, str(descriptor), str(os.getpid()), bounds.encode()],
        pass_fds=[descriptor],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,  # until it is ready
        # Nothing of ours that a query could come by: no token, no password
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1", **allocator_environment()},
        cwd="/",
    )


def _last_words(child: subprocess.Popen[bytes]) -> str:
    """The last line that a process that has ended complained of, as it could not start."""
    lines = _errors_of(child).read().decode("utf-8", "replace").split("\n")
    return next((line for line in reversed(lines) if line.strip()), "")


def _errors_of(child: subprocess.Popen[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", child.stderr)
