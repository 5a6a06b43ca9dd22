"""The only hand in the output folder.

In: the files a kit should consist of, with what each is made from. Out: the folder holds them.
What is fresh is not made again; what this module made and is no longer planned goes; what it did
not make is never touched; and when anything fails, the old output stays whole. Absent: content.

A ledger in the folder keeps, for each file made, the hash of its bytes and of its source. Every
file is made before the first is written, and moved into place whole. The ledger is first widened
to old and new, then narrowed once all is done, so a crash between two writes loses nothing: a file
whose source is not known is made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from outsource_kit.mistakes import KitError, Mistake

try:
    import fcntl
except ImportError:  # Windows has no such lock
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

Told = Callable[[str, int, int], None]
"""Is told of each file before it is made: its path, its number from 1, and how many there are."""

LEDGER = ".outsource-kit.json"
_STAGING = ".outsource-kit.new"


@dataclass(frozen=True)
class File:
    """A file of the output, and how to make it."""

    path: str
    """Where it belongs, relative to the kit's folder, with `/`."""

    source: str
    """Hash of all it is made from: equal source, equal file."""

    make: Callable[[], bytes]
    """Makes its content; called only where the file on disk is not fresh."""

    wanted: bool = True
    """Whether to make it now; one that is not wanted stays if it is fresh, and goes if not."""


@dataclass(frozen=True)
class Published:
    """What became of the files."""

    written: tuple[str, ...]
    """Files that were made."""

    fresh: tuple[str, ...]
    """Files that were up to date."""

    removed: tuple[str, ...]
    """Files that were made earlier and are gone now."""


def digest(*parts: str | bytes) -> str:
    """Return a hash of `parts`, in hexadecimal."""
    state = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        state.update(len(data).to_bytes(8) + data)
    return state.hexdigest()


def published(folder: Path, path: str) -> str:
    """Return the text of a file of the output; empty where there is none."""
    try:
        return (folder / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def to_nobody(_path: str, _number: int, _of: int) -> None:
    """Tell nobody."""


def publish(
    folder: Path, files: Sequence[File], *, force: bool = False, told: Told = to_nobody
) -> Published:
    """Make `folder` hold `files`; with `force`, make every wanted one again.

    Raises `KitError` where a file that this module did not make, or that was changed since, is in
    the way (unless `force`), and where the disk refuses.
    """
    try:
        with _alone(folder):
            return _publish(folder, files, force=force, told=told)
    except OSError as error:
        where = str(error.filename or folder)
        why = error.strerror or str(error)
        raise KitError(Mistake(where, 0, 0, "", f"cannot be written: {why.lower()}")) from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other build is at work in `folder`, where the system can tell."""
    folder.mkdir(parents=True, exist_ok=True)
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _publish(folder: Path, files: Sequence[File], *, force: bool, told: Told) -> Published:
    ledger = _Ledger.read(folder)
    on_disk = {path: _hash(folder / path) for path in {f.path for f in files} | set(ledger.made)}
    fresh = {
        file.path
        for file in files
        if ledger.sources.get(file.path) == file.source
        and on_disk[file.path] is not None  # filled in or not, it is of the present source
        and not (force and file.wanted)
    }
    made = _make([f for f in files if f.wanted and f.path not in fresh], told)
    hashes = {path: _digest_bytes(content) for path, content in made.items()}
    if not force:
        _refuse_foreign(folder, ledger, on_disk, hashes)
    planned = fresh | set(made)
    gone = [p for p in ledger.made if p not in planned and on_disk[p] in ledger.made[p]]

    wider = {p: [*ledger.made.get(p, ()), *([hashes[p]] if p in hashes else ())] for p in planned}
    known = {p: s for p, s in ledger.sources.items() if p in fresh}
    _Ledger({**ledger.made, **wider}, known).write(folder)
    _move_in(folder, made)
    _remove(folder, gone)
    sources = {f.path: f.source for f in files if f.path in planned}
    final = {p: [hashes[p]] if p in hashes else ledger.made[p] for p in planned}
    _Ledger(final, sources).write(folder)
    return Published(tuple(sorted(made)), tuple(sorted(fresh)), tuple(sorted(gone)))


def _make(files: Sequence[File], told: Told) -> dict[str, bytes]:
    """Return each file's content by its path; raise `KitError` with all that cannot be made."""
    made, errors = {}, list[KitError]()
    for number, file in enumerate(files, 1):
        told(file.path, number, len(files))
        try:
            made[file.path] = file.make()
        except KitError as error:
            errors.append(error)
    if errors:
        raise KitError(*dict.fromkeys(mistake for e in errors for mistake in e.mistakes))
    return made


def _remove(folder: Path, paths: Sequence[str]) -> None:
    """Remove files, and the folders that are empty then."""
    for path in paths:
        (folder / path).unlink(missing_ok=True)
    for left in {(folder / path).parent for path in paths} - {folder}:
        if left.is_dir() and not any(left.iterdir()):
            left.rmdir()


@dataclass(frozen=True)
class _Ledger:
    """What was made: the hashes of each file's bytes, and the source of each finished file."""

    made: dict[str, list[str]]
    sources: dict[str, str]

    @classmethod
    def read(cls, folder: Path) -> _Ledger:
        try:
            data = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
            made = {path: list(map(str, hashes)) for path, hashes in data["made"].items()}
            sources = {path: str(source) for path, source in data["sources"].items()}
        except (FileNotFoundError, NotADirectoryError):
            return cls({}, {})
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls({}, {})
        made = {path: hashes for path, hashes in made.items() if _inside(path)}
        return cls(made, {path: source for path, source in sources.items() if path in made})

    def write(self, folder: Path) -> None:
        text = json.dumps(vars(self), indent=1, sort_keys=True) + "\n"
        _move_in(folder, {LEDGER: text.encode()})


def _move_in(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write all of `contents` aside, then move each into place; if one cannot be, move all back."""
    staging = folder / _STAGING
    shutil.rmtree(staging, ignore_errors=True)
    moved: list[str] = []
    try:
        for path, content in contents.items():
            new, old = staging / "new" / path, staging / "old" / path
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(content)
            if (folder / path).exists():
                old.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(folder / path, old)
        for path in contents:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / "new" / path).replace(folder / path)
            moved.append(path)
    except BaseException:
        _move_back(folder, staging / "old", moved)
        raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _move_back(folder: Path, old: Path, moved: Sequence[str]) -> None:
    for path in moved:
        if (old / path).exists():
            (old / path).replace(folder / path)
        else:
            (folder / path).unlink(missing_ok=True)


def _refuse_foreign(
    folder: Path,
    ledger: _Ledger,
    on_disk: dict[str, str | None],
    hashes: dict[str, str],
) -> None:
    mistakes = []
    for path, new in hashes.items():
        if on_disk[path] in (None, new, *ledger.made.get(path, ())):
            continue
        changed = path in ledger.made
        message = "was changed since it was built" if changed else "was not made by outsource-kit"
        hint = "move it away, or build with `--force` to replace it"
        mistakes.append(Mistake(str(folder / path), 0, 0, "", message, hint))
    if mistakes:
        raise KitError(*mistakes)


def _inside(path: str) -> bool:
    """Return whether a path of the ledger lies in its folder, as every one that was made does."""
    parts = PurePosixPath(path).parts
    return bool(parts) and parts[0] != "/" and ".." not in parts and "\0" not in path


def _hash(path: Path) -> str | None:
    try:
        return _digest_bytes(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def _digest_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
