"""`outsource-kit new`: a first brief in a file of its own, never over another."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from re import fullmatch
from shlex import quote
from typing import Any

import click
from click.shell_completion import CompletionItem

_ASKED = {
    "role": "Whom do you hire",
    "title": "What is the work called, in a line that someone would search for",
    "pay": "What does it pay: `12-18 USD/hour`, `800 EUR`, or `ask` for quotes",
    "client": "Under which name do you hire",
    "decides": "Who decides whom to hire",
}
"""The five questions; each is an option as well."""


class _Answer(click.ParamType[str]):
    """An answer that a brief can hold."""

    def __init__(self, name: str) -> None:
        self.name = name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return `value`; fail where no brief can hold it."""
        from outsource_kit.scaffold.first import READERS

        try:
            READERS[self.name](str(value))
        except ValueError as error:
            self.fail(str(error) or f"`{value}` is no {self.name}", param, ctx)
        return str(value)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - as click calls it
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the roles that begin so, for a shell; other answers are anyone's own."""
        if self.name != "role":
            return []
        from outsource_kit.guidance.roles import known

        return [CompletionItem(name) for name in known() if name.startswith(incomplete)]


@click.command("new")
@click.argument("name")
@click.option("--role", type=_Answer("role"), help="Whom you hire, such as `designer`.")
@click.option("--title", type=_Answer("title"), help="What the work is called.")
@click.option("--pay", type=_Answer("pay"), help="`12-18 USD/hour`, `800 EUR`, or `ask`.")
@click.option("--client", type=_Answer("client"), help="Under which name you hire.")
@click.option("--decides", type=_Answer("decides"), help="Who decides whom to hire.")
@click.option("--from-task", metavar="LOG:TASK", help="Begin with a task of a task log.")
@click.option(
    "--from-csv",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Write a task log instead, from the export of a time tracker.",
)
@click.option(
    "--weeks",
    type=click.IntRange(1, 520),
    default=1,
    help="How many weeks an export without days covers; left out, one.",
)
@click.option("--yes", is_flag=True, help="Ask nothing; take what is usual for the role.")
@click.option("--full", is_flag=True, help="Show every field, with its meaning.")
@click.option("--short", is_flag=True, help="Write some ten lines, without comments.")
@click.option("--issued", type=_Answer("issued"), help="Date of the brief; left out, today.")
@click.option(
    "--timezone", type=_Answer("timezone"), help="Such as `Europe/London`; left out, the machine's."
)
def command(name: str, *, full: bool, short: bool, **given: Any) -> None:
    """Write a first brief that checks and builds, NAME/brief.yaml.

    In a folder with `kits` in it, that is kits/NAME/brief.yaml. A NAME with a slash, or one that
    ends with .yaml, is a path. Five questions are asked, unless options answer them. No file is
    ever written over.

    An export of Toggl, Clockify or Harvest, or a file of `task,minutes`, becomes a task log,
    NAME/tasks.yaml, whose audit says which task to hand over.

    \b
    outsource-kit new night-shift
    outsource-kit new logo --role designer --pay "800 EUR" --yes
    outsource-kit new drafts/logo.yaml --role designer --yes --full
    outsource-kit new my-week --from-csv toggl.csv
    outsource-kit new inbox --from-task "tasks.yaml:Sorting the inbox" --yes
    """
    from outsource_kit.scaffold.first import first_brief
    from outsource_kit.scaffold.text import brief_text, short_brief

    if full and short:
        raise click.UsageError("--full and --short are two ways to write it; choose one")
    if given["from_csv"]:
        _write_log(_path(name, "tasks.yaml"), given)
        return
    path = _path(name, "brief.yaml")
    known, more = _task(given["from_task"])
    brief = first_brief(_answers(given, known), more)
    schema = _schema(path, "brief")
    if short:
        _write(path, short_brief(brief, path, schema))
    else:
        _write(path, brief_text(brief, path, schema, full=full))


def _write_log(path: Path, given: dict[str, Any]) -> None:
    """Write the task log that an export gives; no option that is about a brief goes with it."""
    from outsource_kit.scaffold.text import log_text
    from outsource_kit.scaffold.time_log import task_log

    if over := [name for name in (*_ASKED, "from_task") if given[name]]:
        raise click.UsageError(f"--from-csv writes a task log, which takes no --{over[0]}")
    log = task_log(given["from_csv"], given["weeks"])
    _write(path, log_text(log, path, _schema(path, "tasks")))


def _task(named: str | None) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the answers and the further fields that `LOG:TASK` gives; none where none is named."""
    from outsource_kit.scaffold.from_task import answers_of, fields_of, read_log, task_of

    if named is None:
        return {}, {}
    found = fullmatch(r"(.+?\.ya?ml):(.+)", named)
    if not found:
        raise click.UsageError("write --from-task as LOG:TASK, such as `tasks.yaml:Sorting mail`")
    log = read_log(Path(found[1]))
    try:
        task = task_of(log, found[2])
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from None
    return answers_of(log, task), fields_of(log, task)


def _path(name: str, file: str) -> Path:
    """Return the path of the new file that `name` stands for; fail where it is taken."""
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        plain = len(path.parts) == 1 and not name.endswith(("/", os.sep))
        path = (Path("kits") if plain and Path("kits").is_dir() else Path()) / path / file
    if path.exists():
        raise click.UsageError(f"{path} is there already and stays as it is; give another name")
    return path


def _answers(given: dict[str, Any], known: dict[str, str]) -> Any:
    """Return what the options say and what is answered on the terminal."""
    from outsource_kit.scaffold.first import Answers, usual

    said = {name: given[name] for name in _ASKED if given[name]}
    terminal = sys.stdin is not None and sys.stdin.isatty()
    ask = terminal and not given["yes"] and len(said) < len(_ASKED)
    if not (ask or said or known or given["yes"]):
        options = ", ".join(f"--{name}" for name in _ASKED)
        raise click.UsageError(f"no terminal to ask on: give --yes, or some of {options}")
    if ask and "role" not in said:
        said["role"] = _prompt("role", usual()["role"])
    answers = usual(said.get("role")) | known
    for name in _ASKED if ask else ():
        if name not in said:
            said[name] = _prompt(name, answers[name])
    today = datetime.now().astimezone().date().isoformat()
    days = {"issued": given["issued"] or today}
    zone = {"timezone": given["timezone"] or known.get("timezone") or _zone()}
    return Answers(**(answers | said | {"role": answers["role"]} | days | zone))


def _prompt(name: str, default: str) -> str:
    if name == "role":
        from outsource_kit.guidance.roles import known

        click.echo(f"Roles: {', '.join(known())}")
    answer: str = click.prompt(_ASKED[name], default=default, type=_Answer(name))
    return answer


def _zone() -> str:
    """Return the time zone of the machine where it names one, else UTC."""
    from outsource_kit.brief.times import Zone

    link = Path("/etc/localtime")
    named = os.environ.get("TZ") or (str(link.resolve()) if link.is_symlink() else "")
    name = named.partition("zoneinfo/")[2] or named
    try:
        return str(Zone.parse(name))
    except ValueError:
        return "UTC"


def _schema(path: Path, kind: str) -> str:
    """Return where an editor finds the fields of a new file at `path`, seen from there.

    A checkout has them in docs/schema; anywhere else they are put beside the file.
    """
    from outsource_kit.schema import json_schema

    shipped = Path("docs/schema") / f"{kind}.json"
    if shipped.is_file():
        return Path(os.path.relpath(shipped, path.parent)).as_posix()
    beside = path.with_name(f"{kind}.schema.json")
    if not beside.exists():
        _create(beside, json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n")
    return beside.name


def _create(path: Path, text: str) -> None:
    """Write `text` to a file that is not there yet, in a folder that need not be there either."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise click.UsageError(f"{path} cannot be written: {error.strerror}") from None


def _write(path: Path, text: str) -> None:
    """Write `text` to the new file at `path`, and say what to do next."""
    _create(path, text)
    click.echo(f"{path} is written. Next:")
    click.echo("  1. open it, and change what is not true for you")
    click.echo(f"  2. outsource-kit check {quote(str(path))}")
    click.echo(f"  3. outsource-kit build {quote(str(path))}")
