"""Working on many files over all cores."""

from __future__ import annotations

import concurrent.futures
import contextlib
import functools
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import resource_tracker
from typing import TypeVar

import click

from cchc.cli._frame import Stop
from cchc.cli._speech import Say
from cchc.plugins import Registry

__all__ = ["installed", "over_cores"]

T = TypeVar("T")

# Starting processes costs as much as reading some twenty documents.
_FEW = 24


@functools.cache
def installed() -> Registry:
    """Return the registry of this process, which each of several makes for itself."""
    return Registry.discover()


@contextlib.contextmanager
def over_cores(
    one: Callable[[str], T], files: Sequence[str], label: str, say: Say
) -> Iterator[Iterator[tuple[str, T]]]:
    """Give the files with what became of them, in their order, over all cores where there are many.

    Raises:
        Stop: the system ended one of the processes.
    """
    with contextlib.ExitStack() as stack:
        read: Iterator[T] = map(one, files)
        if len(files) > _FEW and (cores := os.cpu_count() or 1) > 1:
            # Fresh processes: a fork would take along whatever locks the threads of this one hold.
            pool = concurrent.futures.ProcessPoolExecutor(
                max_workers=min(cores, 8),
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_begin,
            )
            stack.callback(pool.shutdown, cancel_futures=True)
            with _held_back():
                read = pool.map(one, files, chunksize=4)
        pairs = zip(files, read, strict=True)
        try:
            if len(files) > 1 and sys.stderr.isatty():
                bar = click.progressbar(pairs, length=len(files), label=label, file=sys.stderr)
                yield iter(stack.enter_context(bar))
            else:
                yield pairs
        except BrokenProcessPool as error:
            raise Stop(
                4,
                say(
                    "Lỗi: Một tiến trình bị hệ thống dừng, có thể do thiếu bộ nhớ. Hãy chạy lại với ít tệp hơn.",
                    "Error: A process was ended by the system, perhaps for want of memory. Try again with fewer files.",
                ),
            ) from error


@contextlib.contextmanager
def _held_back() -> Iterator[None]:
    """Hold Ctrl-C back while processes start: what comes to one that is still importing would end it with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Started within, the tracker would let signals through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    # Ctrl-C reaches these processes too. One that it ended would break the pool while it is being closed, so they finish
    # the few files that they hold, and get no more.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
