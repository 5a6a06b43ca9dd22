"""The real command: full output, exit codes, and what is on disk afterwards."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from conftest import ROOT, run

if TYPE_CHECKING:
    from pathlib import Path


BAD = """\
project:
  title: Load price lists
  what: Load them all.
trial:
  pay: free
  time_bix: 2 hours
"""

BAD_SAID = """\
acme/brief.yaml:5:8: error: trial.pay: expected an amount, got `free`
  5 |   pay: free
    |        ^^^^
  hint: write an amount and a currency, such as `60 USD`

acme/brief.yaml:6:3: error: trial.time_bix: unknown field
  6 |   time_bix: 2 hours
    |   ^^^^^^^^
  hint: did you mean `time_box`?

2 mistakes
"""


def test_a_build_says_where_the_kit_is(brief: Path) -> None:
    """One line a kit; a second build finds all unchanged."""
    folder = brief.parent.parent
    words = ("build", "acme/brief.yaml", "--format", "md,html")

    code, out, err = run(folder, *words)
    said = re.match(r"build/acme: (\d+) files \((\d+) written, 0 unchanged\); .+ hints?, see", out)
    assert (code, err) == (0, "")
    assert said
    assert said[1] == said[2]
    assert out.splitlines()[1:] == [
        "  candidate: 4 documents; fit to be sent",
        "  agency: 9 documents; fit to be sent",
        "  internal: 12 documents; for you alone",
        "next: open build/acme/index.html",
    ]
    assert run(folder, *words)[1] == out.replace(
        f"{said[2]} written, 0 un", f"0 written, {said[2]} un"
    )


def test_a_bad_brief_says_everything_that_is_wrong_and_writes_nothing(brief: Path) -> None:
    """Exit code 1, all mistakes with their places, no folder."""
    brief.write_text(BAD, encoding="utf-8")
    folder = brief.parent.parent

    assert run(folder, "build", "acme/brief.yaml") == (1, "", BAD_SAID)
    assert run(folder, "check", "acme/brief.yaml") == (1, "", BAD_SAID)
    assert not (folder / "build").exists()


def test_check_gives_the_same_as_data(brief: Path) -> None:
    """JSON for programs, on standard output, with the same exit code."""
    brief.write_text(BAD, encoding="utf-8")

    code, out, err = run(brief.parent.parent, "check", "acme/brief.yaml", "--format", "json")

    data = json.loads(out)
    assert (code, err, data["version"]) == (1, "", 1)
    assert data["mistakes"][0] == {
        "path": "acme/brief.yaml",
        "line": 5,
        "column": 8,
        "field": "trial.pay",
        "message": "expected an amount, got `free`",
        "hint": "write an amount and a currency, such as `60 USD`",
        "source": "  pay: free",
        "width": 4,
        "severity": "error",
        "rule": "",
        "ignored": "",
        "until": "",
    }


def test_check_of_a_good_brief(brief: Path) -> None:
    """It renders nothing and says so in a line."""
    brief.write_bytes((ROOT / "kits" / "personal-assistant" / "brief.yaml").read_bytes())
    folder = brief.parent.parent

    assert run(folder, "check", "acme/brief.yaml") == (0, "1 brief checked, no mistakes\n", "")
    assert not (folder / "build").exists()


def test_a_file_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    """The kit is wrong, not the command line."""
    code, out, err = run(tmp_path, "build", "none.yaml")

    assert (code, out) == (1, "")
    assert err.startswith("none.yaml: error: ")
    assert "Traceback" not in err


def test_a_wrong_command_line_has_its_own_exit_code(brief: Path) -> None:
    """Unknown options, formats and missing arguments end with 2."""
    folder = brief.parent.parent

    for words in (
        ("build",),
        ("build", "acme/brief.yaml", "--colour"),
        ("build", "acme/brief.yaml", "--format", "docx"),
        ("build", "acme/brief.yaml", "--format", ""),
        ("bild", "acme/brief.yaml"),
        ("check", "acme/brief.yaml", "--format", "xml"),
    ):
        code, out, err = run(folder, *words)
        assert (code, out) == (2, ""), words
        assert "Error: " in err, words


def test_two_briefs_of_one_name_are_refused(brief: Path) -> None:
    """They would be built into the same folder."""
    folder = brief.parent.parent
    (folder / "acme.yaml").write_bytes(brief.read_bytes())

    code, _, err = run(folder, "build", "acme/brief.yaml", "acme.yaml", "--format", "md")

    assert code == 2
    assert "two briefs would both be built into build/acme; give one a `kit.id`" in err
    assert not (folder / "build").exists()


def test_several_briefs_are_built_and_one_that_is_wrong_stops_no_other(brief: Path) -> None:
    """The good ones are built, the bad one is reported, the exit code is 1."""
    folder = brief.parent.parent
    (folder / "good.yaml").write_bytes(brief.read_bytes())
    brief.write_text(BAD, encoding="utf-8")

    words = ("build", "acme/brief.yaml", "good.yaml", "-o", "out dir", "--format", "md")
    code, out, err = run(folder, *words)

    assert (code, err) == (1, BAD_SAID)
    assert out.startswith("out dir/good: 30 files (30 written, 0 unchanged); ")
    assert not (folder / "out dir" / "acme").exists()


def test_only_makes_one_document(brief: Path) -> None:
    """In every edition that has it, beside the indexes; and knows which documents there are."""
    folder = brief.parent.parent

    code, _, _ = run(
        folder, "build", "acme/brief.yaml", "--only", "nda-checklist", "--format", "md"
    )

    made = {p.relative_to(folder / "build/acme").as_posix() for p in folder.rglob("*.md")}
    assert code == 0
    assert made == {"agency/nda-checklist.md", "internal/nda-checklist.md"}

    code, _, err = run(folder, "build", "acme/brief.yaml", "--only", "nda")

    assert code == 2
    assert "there is no document `nda`; this kit has job-post, " in err


def test_a_pdf_is_not_made_again_while_its_page_is_the_same(brief: Path) -> None:
    """A changed agency fact leaves the candidates' PDFs as they are."""
    folder = brief.parent.parent
    words = ("build", "acme/brief.yaml")
    assert run(folder, *words)[0] == 0
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*.pdf")}
    with brief.open("a", encoding="utf-8") as text:
        text.write("legal:\n  insurance: Indemnity for the time of the work\n")

    code, _, _ = run(folder, *words)

    changed = {
        p.relative_to(folder / "build/acme").as_posix()
        for p, t in before.items()
        if p.stat().st_mtime_ns != t
    }
    assert code == 0
    assert changed
    assert not [path for path in changed if path.startswith("candidate/")]
    assert "agency/job-post.pdf" not in changed
    assert "agency/nda-checklist.pdf" in changed
    assert "agency/kit.pdf" in changed


def test_a_kits_own_templates_shadow_and_add(brief: Path) -> None:
    """A file of the same name wins, a new one is a new document; no Python needed."""
    folder = brief.parent.parent
    own = brief.parent / "templates" / "documents"
    own.mkdir(parents=True)
    (own / "house-rules.md").write_text(
        "---\ntitle: House rules\naudience: candidate\norder: 15\nsummary: How we work.\n---\n\n"
        "## Rules\n\nBe kind to {{ project.title }}.\n",
        encoding="utf-8",
    )

    assert run(folder, "build", "acme/brief.yaml", "--format", "md")[0] == 0

    text = (folder / "build/acme/candidate/house-rules.md").read_text(encoding="utf-8")
    assert "Be kind to Load price lists." in text


def test_a_leak_in_a_template_fails_the_build(brief: Path) -> None:
    """A field above the document's audience: template, line, reason; nothing is written."""
    folder = brief.parent.parent
    own = brief.parent / "templates" / "documents"
    own.mkdir(parents=True)
    (own / "leak.md").write_text(
        "---\ntitle: Leak\naudience: candidate\norder: 15\nsummary: Not good.\n---\n\n"
        "{{ pay.walk_away }}\n",
        encoding="utf-8",
    )

    code, out, err = run(folder, "build", "acme/brief.yaml")

    assert (code, out) == (1, "")
    assert err == (
        "acme/templates/documents/leak.md:8:1: error: document `leak`: `walk_away` is not among"
        " the facts of this document's audience\n\n1 mistake\n"
    )
    assert not (folder / "build").exists()


def test_version_and_help(tmp_path: Path) -> None:
    """Both are there, and the help names the commands."""
    code, out, _ = run(tmp_path, "--version")
    assert code == 0
    assert out.startswith("outsource-kit, version 0.")

    code, out, _ = run(tmp_path, "--help")
    assert code == 0
    assert "build" in out
    assert "check" in out
