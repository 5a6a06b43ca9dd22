"""The schema in a real editor service: it completes, explains and marks as you type.

The service is yaml-language-server, which editors start and speak to over its standard input.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SERVICE = ROOT / ".venv" / "editor" / "node_modules" / ".bin" / "yaml-language-server"
HEAD = "# yaml-language-server: $schema=brief.schema.json\n"

BRIEF = f"""\
{HEAD}project:
  title: Load price lists
  what: Load them all.
  exampels: []
trial:
  pay: free
  
"""  # noqa: W293 - where the cursor stands
WITHIN_TRIAL = {"line": 7, "character": 2}
ON_TITLE = {"line": 2, "character": 4}


class Editor:
    """An editor that has one file open."""

    def __init__(self, path: Path) -> None:
        """Start the service, and open the file at `path`."""
        self._service = subprocess.Popen(
            [str(SERVICE), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=path.parent,
        )
        self._asked = 0
        self._said: list[dict[str, Any]] = []
        self._file = {"uri": path.as_uri()}
        self.ask("initialize", processId=None, rootUri=path.parent.as_uri(), capabilities={})
        self._tell("initialized")
        text = path.read_text(encoding="utf-8")
        opened = {**self._file, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=opened)

    def ask(self, method: str, **params: Any) -> Any:
        """Return the answer to a request."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        return self._until(lambda said: said.get("id") == self._asked and "method" not in said)[
            "result"
        ]

    def ask_at(self, method: str, position: Mapping[str, int]) -> Any:
        """Return the answer to a request about a place in the file."""
        return self.ask(method, textDocument=self._file, position=position)

    def marks(self) -> list[str]:
        """Return what the service marks in the file."""
        told = self._until(lambda said: said.get("method") == "textDocument/publishDiagnostics")
        return [mark["message"] for mark in told["params"]["diagnostics"]]

    def close(self) -> None:
        """End the service."""
        self._service.kill()
        self._service.communicate()

    def _until(self, wanted: Any) -> dict[str, Any]:
        while not (found := [said for said in self._said if wanted(said)]):
            self._receive()
        self._said.remove(found[0])
        return found[0]

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._service.stdin
        self._service.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._service.stdin.flush()

    def _receive(self) -> None:
        """Read one message; what the service asks of an editor is answered with nothing."""
        output = self._service.stdout
        assert output
        length = 0
        while (line := output.readline().strip()) or not length:
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        said = json.loads(output.read(length))
        if "method" in said and "id" in said:
            self._send({"id": said["id"], "result": None})
        self._said.append(said)


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """Yield an editor with a brief, whose schema lies beside it as the README says."""
    if not shutil.which("node") or not SERVICE.exists():
        pytest.skip("not on this machine: node, or yaml-language-server")
    folder = tmp_path_factory.mktemp("editor")
    shutil.copy(ROOT / "docs" / "schema" / "brief.json", folder / "brief.schema.json")
    (folder / "brief.yaml").write_text(BRIEF, encoding="utf-8")
    editor = Editor(folder / "brief.yaml")
    yield editor
    editor.close()


def test_an_editor_marks_wrong_names_and_values(editor: Editor) -> None:
    """The same two that `check` refuses."""
    marks = editor.marks()

    assert len(marks) == 2
    assert any("exampels" in mark for mark in marks)
    assert any("does not match the pattern" in mark for mark in marks)


def test_an_editor_completes_the_names_of_a_section(editor: Editor) -> None:
    """Those that are not written yet, with what they mean."""
    found = editor.ask_at("textDocument/completion", WITHIN_TRIAL)["items"]
    names = {item["label"]: item for item in found}

    assert {"task", "time_box", "due_after", "max_candidates"} <= set(names)
    assert "pay" not in names
    assert "walk_away" not in names
    assert "The most time to spend." in str(names["time_box"]["documentation"])


def test_an_editor_explains_a_name(editor: Editor) -> None:
    """With its meaning and its readers."""
    said = editor.ask_at("textDocument/hover", ON_TITLE)["contents"]["value"].replace("\\", "")

    assert "The role or the result, in a line that someone would search for." in said
    assert "Known to everyone." in said


def test_every_pattern_is_one_that_editors_can_read() -> None:
    """They are written in Python, and run in JavaScript, which wants no needless escapes."""
    if not shutil.which("node"):
        pytest.skip("not on this machine: node")
    text = (ROOT / "docs" / "schema" / "brief.json").read_text(encoding="utf-8")
    patterns = sorted(set(_patterns(json.loads(text))))
    program = "for (const p of JSON.parse(process.argv[1])) new RegExp(p, 'u')"
    done = subprocess.run(
        ["node", "-e", program, json.dumps(patterns)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )

    assert len(patterns) > 10
    assert (done.returncode, done.stderr) == (0, "")


def _patterns(shape: Any) -> Iterator[str]:
    if isinstance(shape, dict):
        if isinstance(shape.get("pattern"), str):
            yield shape["pattern"]
        for inner in shape.values():
            yield from _patterns(inner)
    elif isinstance(shape, list):
        for inner in shape:
            yield from _patterns(inner)
