"""Versions of the format: a newer one is refused in a line, an older one brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner
from conftest import run

from outsource_kit import migrate
from outsource_kit.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

OLD = """\
# Ours.
project:
  title: Load price lists   # the name that people search for
  what: Load them all.
"""

SHOWN = """\
--- acme/brief.yaml
+++ acme/brief.yaml
@@ -1,4 +1,5 @@
+brief_version: 2
 # Ours.
 project:
-  title: Load price lists   # the name that people search for
+  name: Load price lists   # the name that people search for
   what: Load them all.
"""


def renamed(text: str) -> str:
    """Return the text of a format in which titles are called names."""
    return text.replace("\n  title:", "\n  name:")


def test_a_newer_version_is_refused_in_one_line(brief: Path) -> None:
    """Whatever else the file says that is not known here."""
    text = brief.read_text(encoding="utf-8")
    brief.write_text(f"brief_version: 2\nprojekt: 1\n{text}", encoding="utf-8")
    said = (
        "acme/brief.yaml:1:16: error: brief_version: version 2 is newer than this program, which"
        " knows 1\n  1 | brief_version: 2\n    |                ^\n"
        "  hint: install a newer outsource-kit, then try again\n\n1 mistake\n"
    )

    for command in ("check", "build", "migrate"):
        assert run(brief.parent.parent, command, "acme/brief.yaml") == (1, "", said)


def test_the_newest_version_has_nothing_to_change(brief: Path) -> None:
    """With its number written or not; the file stays as it is."""
    before = brief.read_bytes()
    said = "acme/brief.yaml: version 1 is the newest; nothing to change\n"

    assert run(brief.parent.parent, "migrate", "acme/brief.yaml", "--write") == (0, said, "")
    assert brief.read_bytes() == before


def test_each_migration_that_is_missing_is_made_in_turn() -> None:
    """Comments stay, and so does the place of the version."""
    steps = (renamed, lambda text: text.replace("\n  name:", "\n  label:"))

    two = migrate.migrated(f"kind: brief\nbrief_version: 1 # first\n{OLD}", 1, steps[:1])
    three = migrate.migrated(OLD, 1, steps)

    assert two == f"kind: brief\nbrief_version: 2 # first\n{renamed(OLD)}"
    assert three == f"brief_version: 3\n{OLD.replace('title', 'label')}"
    assert migrate.migrated(two, 2, steps) == two.replace("2 #", "3 #").replace(
        "  name:", "  label:"
    )
    assert migrate.migrated(three, 3, steps) == three


def test_a_migration_is_shown_and_written_only_when_asked(
    brief: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A diff first; `--write` changes the file."""
    brief.write_text(OLD, encoding="utf-8")
    monkeypatch.chdir(brief.parent.parent)
    monkeypatch.setattr(migrate, "MIGRATIONS", (renamed,))

    shown = CliRunner().invoke(main, ["migrate", "acme/brief.yaml"])
    assert (shown.exit_code, shown.output) == (
        0,
        SHOWN + "nothing is written; add --write to change the file\n",
    )
    assert brief.read_text(encoding="utf-8") == OLD

    done = CliRunner().invoke(main, ["migrate", "acme/brief.yaml", "--write"])
    assert (done.exit_code, done.output) == (0, SHOWN + "acme/brief.yaml is written\n")
    assert brief.read_text(encoding="utf-8") == "brief_version: 2\n" + renamed(OLD)
