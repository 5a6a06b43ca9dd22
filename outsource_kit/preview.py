"""The preview of one brief: built in memory, shown in a browser, made anew at every save.

In: the path of a brief. Out: a web server on this machine alone, whose pages are those that a
build would write. A brief that cannot be built shows its mistakes beside the last version that
could; a PDF is made when someone asks for it. It is the door to Starlette, Uvicorn and watchfiles.
Absent: the output folder.
"""

from __future__ import annotations

import asyncio
import json
import signal
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

from outsource_kit import templates
from outsource_kit.check import mistakes_in
from outsource_kit.line import make
from outsource_kit.mistakes import KitError

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator, Mapping, Sequence

    from starlette.requests import Request

    from outsource_kit.mistakes import Mistake
    from outsource_kit.publish import File

_HOSTS = ["127.0.0.1", "localhost"]
"""Names under which the preview answers: a page of another site cannot read it."""

_BURST = 60
"""Milliseconds without a further save after which a burst of saves is over."""

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".pdf": "application/pdf",
    ".md": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True)
class Shown:
    """What the preview shows now."""

    files: Mapping[str, File]
    """Every file of the last kit that could be built, by its path in the kit's folder."""

    version: int = 0
    """How often the kit was built."""

    broken: bool = False
    """Whether the brief can no longer be built."""

    mistakes: tuple[Mistake, ...] = ()
    """What is wrong with the brief as it is now."""

    @property
    def state(self) -> str:
        """What the page in the browser is told, as JSON."""
        said = "\n\n".join(map(str, self.mistakes))
        return json.dumps({"version": self.version, "broken": self.broken, "said": said})


def built(path: Path, before: Shown) -> Shown:
    """Return what to show of the brief at `path`; `before` is kept where it cannot be built.

    Where a rule finds an error, the kit is a draft, and every page says so.
    """
    mistakes = mistakes_in(path)
    try:
        stopped = any(mistake.severity == "error" for mistake in mistakes)
        kit = make(path, Path(), draft=stopped)
    except KitError as error:
        return replace(before, broken=True, mistakes=error.mistakes)
    return Shown({file.path: file for file in kit.files}, before.version + 1, mistakes=mistakes)


class Preview:
    """The preview of the brief at `path`: the server, and what it shows."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._shell = Template(templates.read().sources["page/preview.html"])
        self._shown = built(path, Shown({}))
        self._changed = asyncio.Event()

    def serve(self, bound: socket.socket) -> None:
        """Answer browsers at the socket `bound`, until the process is interrupted."""
        routes = [
            Route("/", self._frame),
            Route("/changes", self._changes),
            Route("/kit/{path:path}", self._file),
        ]
        only_here = Middleware(TrustedHostMiddleware, allowed_hosts=_HOSTS)
        app = Starlette(routes=routes, middleware=[only_here], lifespan=self._watching)
        config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        self._server.run(sockets=[bound])

    @asynccontextmanager
    async def _watching(self, _app: Starlette) -> AsyncIterator[None]:
        watch = asyncio.create_task(self._watch())
        watch.add_done_callback(lambda _: self._server.handle_exit(signal.SIGINT, None))
        yield
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch

    async def _watch(self) -> None:
        """Build anew after every burst of saves, until the task is cancelled."""
        while True:
            folders = watched(self._path)
            async for _ in awatch(*folders, recursive=False, debounce=400, step=_BURST):
                self._shown = await run_in_threadpool(built, self._path, self._shown)
                self._changed.set()
                self._changed = asyncio.Event()
                if watched(self._path) != folders:
                    break

    async def _frame(self, _request: Request) -> Response:
        return HTMLResponse(self._shell.substitute(name=escape(str(self._path))))

    async def _changes(self, _request: Request) -> Response:
        async def told() -> AsyncIterator[str]:
            while True:
                yield f"data: {self._shown.state}\n\n"
                await self._changed.wait()

        return StreamingResponse(told(), media_type="text/event-stream")

    async def _file(self, request: Request) -> Response:
        file = self._shown.files.get(request.path_params["path"])
        if file is None:
            return PlainTextResponse("There is no such file in this kit.", 404)
        try:
            content = await run_in_threadpool(file.make)
        except KitError as error:
            return PlainTextResponse(str(error), 500)
        return Response(content, media_type=_TYPES[Path(file.path).suffix])


def watched(path: Path) -> Sequence[Path]:
    """Return the folders whose files a kit is made from: the brief's own, and its templates'."""
    own = path.parent.resolve()
    inner = sorted(folder for folder in own.glob("templates/**/") if folder.is_dir())
    return [own, *dict.fromkeys(inner)]
