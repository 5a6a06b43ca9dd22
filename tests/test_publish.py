"""The output folder: atomic, pruned, never touching what others made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outsource_kit import publish as module
from outsource_kit.mistakes import KitError
from outsource_kit.publish import LEDGER, File, publish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def file(path: str, content: str, *, wanted: bool = True) -> File:
    """Return a file that is made from its own content."""
    return File(path, f"source of {content}", content.encode, wanted=wanted)


def tree(folder: Path) -> dict[str, str]:
    """Return every file below `folder` with its text, the ledger left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != LEDGER
    }


def fails() -> bytes:
    """Fail as a document does that cannot be made."""
    raise KitError


def test_writes_what_is_planned(tmp_path: Path) -> None:
    """Every file is there with its content, and nothing else but the ledger."""
    done = publish(tmp_path, [file("a/x.md", "x"), file("b/y.md", "y")])

    assert tree(tmp_path) == {"a/x.md": "x", "b/y.md": "y"}
    assert done.written == ("a/x.md", "b/y.md")
    assert {p.name for p in tmp_path.iterdir()} == {"a", "b", LEDGER}


def test_makes_nothing_twice(tmp_path: Path) -> None:
    """A file whose source did not change is not even made."""
    publish(tmp_path, [file("x.pdf", "x")])

    done = publish(tmp_path, [File("x.pdf", "source of x", fails)])

    assert done.fresh == ("x.pdf",)
    assert done.written == ()


def test_force_makes_all_again(tmp_path: Path) -> None:
    """With `force` a fresh file is made all the same."""
    publish(tmp_path, [file("x.pdf", "x")])

    done = publish(tmp_path, [File("x.pdf", "source of x", b"again".__bytes__)], force=True)

    assert done.written == ("x.pdf",)
    assert tree(tmp_path) == {"x.pdf": "again"}


def test_prunes_what_it_no_longer_plans(tmp_path: Path) -> None:
    """What it made and is no longer planned goes, with the folder that held it."""
    publish(tmp_path, [file("old/x.md", "x"), file("y.md", "y")])

    done = publish(tmp_path, [file("y.md", "y")])

    assert done.removed == ("old/x.md",)
    assert {p.name for p in tmp_path.iterdir()} == {"y.md", LEDGER}


def test_leaves_files_of_others_alone(tmp_path: Path) -> None:
    """A file it did not make stays, also in a folder that is pruned."""
    publish(tmp_path, [file("a/x.md", "x")])
    (tmp_path / "a" / "notes.txt").write_text("mine", encoding="utf-8")

    publish(tmp_path, [file("b/y.md", "y")])

    assert tree(tmp_path) == {"a/notes.txt": "mine", "b/y.md": "y"}


def test_refuses_to_replace_files_of_others(tmp_path: Path) -> None:
    """A file in the way that it did not make stops everything before the first write."""
    (tmp_path / "x.md").write_text("mine", encoding="utf-8")

    with pytest.raises(KitError, match="was not made by outsource-kit"):
        publish(tmp_path, [file("a.md", "a"), file("x.md", "x")])

    assert tree(tmp_path) == {"x.md": "mine"}


def test_refuses_to_replace_what_was_changed_since(tmp_path: Path) -> None:
    """A form filled in and saved in place is not lost, unless forced."""
    publish(tmp_path, [file("form.pdf", "empty")])
    (tmp_path / "form.pdf").write_text("filled in", encoding="utf-8")

    assert publish(tmp_path, [file("form.pdf", "empty")]).fresh == ("form.pdf",)

    with pytest.raises(KitError, match="was changed since it was built"):
        publish(tmp_path, [file("form.pdf", "new")])

    assert tree(tmp_path) == {"form.pdf": "filled in"}

    publish(tmp_path, [file("form.pdf", "new")], force=True)

    assert tree(tmp_path) == {"form.pdf": "new"}


def test_keeps_a_changed_file_that_is_no_longer_planned(tmp_path: Path) -> None:
    """Pruning takes only what is still as it was made."""
    publish(tmp_path, [file("form.pdf", "empty"), file("x.md", "x")])
    (tmp_path / "form.pdf").write_text("filled in", encoding="utf-8")

    publish(tmp_path, [file("x.md", "x")])

    assert tree(tmp_path) == {"form.pdf": "filled in", "x.md": "x"}


def test_a_failure_leaves_the_old_output_whole(tmp_path: Path) -> None:
    """When one file cannot be made, none is written and none removed."""
    publish(tmp_path, [file("x.md", "x"), file("y.md", "y")])
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}

    with pytest.raises(KitError):
        publish(tmp_path, [file("x.md", "new"), File("z.pdf", "z", fails)])

    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_disk_that_refuses_half_way_leaves_the_old_output_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was already moved into place is moved back."""
    publish(tmp_path, [file("a.md", "a"), file("b.md", "b")])
    path_type = type(tmp_path)
    real = path_type.replace

    def refuse_b(self: Path, target: Path) -> Path:
        if target == tmp_path / "b.md":
            raise PermissionError(13, "permission denied", str(target))
        return real(self, target)

    monkeypatch.setattr(path_type, "replace", refuse_b)
    with pytest.raises(KitError, match=r"b\.md: error: cannot be written: permission denied"):
        publish(tmp_path, [file("a.md", "new a"), file("b.md", "new b"), file("c.md", "c")])

    assert tree(tmp_path) == {"a.md": "a", "b.md": "b"}
    assert {p.name for p in tmp_path.iterdir()} == {"a.md", "b.md", LEDGER}


@pytest.mark.parametrize("writes", range(6))
def test_survives_a_crash_between_any_two_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    """However far it came, the next build ends as if nothing had happened."""
    publish(tmp_path, [file("a.md", "a"), file("b.pdf", "b"), file("old.md", "old")])
    count = iter(range(writes))
    path_type = type(tmp_path)
    real_replace, real_unlink = path_type.replace, path_type.unlink

    def crash_or(real: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **kwargs: object) -> object:
            if next(count, None) is None:
                raise KeyboardInterrupt
            return real(*args, **kwargs)

        return step

    new = [file("a.md", "new a"), file("b.pdf", "new b"), file("c.md", "c")]
    with monkeypatch.context() as patch:
        patch.setattr(path_type, "replace", crash_or(real_replace))
        patch.setattr(path_type, "unlink", crash_or(real_unlink))
        with pytest.raises(KeyboardInterrupt):
            publish(tmp_path, new)

    publish(tmp_path, new)

    assert tree(tmp_path) == {"a.md": "new a", "b.pdf": "new b", "c.md": "c"}
    assert publish(tmp_path, new).written == ()


def test_what_is_not_wanted_stays_while_fresh_and_goes_when_stale(tmp_path: Path) -> None:
    """Making one document only never leaves another behind that says something else."""
    publish(tmp_path, [file("a.md", "a"), file("b.md", "b"), file("c.md", "c")])

    done = publish(
        tmp_path,
        [file("a.md", "new a"), file("b.md", "b", wanted=False), file("c.md", "new", wanted=False)],
    )

    assert tree(tmp_path) == {"a.md": "new a", "b.md": "b"}
    assert done.removed == ("c.md",)


def test_a_ledger_cannot_reach_outside_its_folder(tmp_path: Path) -> None:
    """A path that leads out of the folder is not pruned, whatever the ledger says."""
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    folder = tmp_path / "kit"
    folder.mkdir()
    hashed = module._digest_bytes(b"mine")  # noqa: SLF001
    (folder / LEDGER).write_text(
        f'{{"made": {{"../outside.txt": ["{hashed}"]}}, "sources": {{}}}}', encoding="utf-8"
    )

    publish(folder, [file("a.md", "a")])

    assert outside.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "ledger",
    [
        "",
        "[]",
        "{}",
        "\x00",
        '{"made": 1, "sources": 2}',
        '{"made": {"a.md": 5}, "sources": {}}',
        '{"made": {}, "sources": {"a.md": "source of a"}}',
        '{"made": {"a\\u0000.md": ["x"]}, "sources": {"a.md": 1}}',
    ],
)
def test_a_broken_ledger_counts_as_none(tmp_path: Path, ledger: str) -> None:
    """What the ledger no longer tells is not claimed; equal bytes are no conflict."""
    publish(tmp_path, [file("a.md", "a")])
    (tmp_path / LEDGER).write_text(ledger, encoding="utf-8")

    publish(tmp_path, [file("a.md", "a")])

    assert tree(tmp_path) == {"a.md": "a"}


def test_a_disk_that_refuses_is_a_mistake_with_its_place(tmp_path: Path) -> None:
    """A file where a folder should be is said in one line, not in a traceback."""
    (tmp_path / "a").write_text("mine", encoding="utf-8")

    with pytest.raises(KitError, match="cannot be written"):
        publish(tmp_path, [file("a/x.md", "x")])

    assert tree(tmp_path) == {"a": "mine"}
