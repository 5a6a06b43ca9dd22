"""`outsource-kit schema`: the JSON Schema of a kind of file, for editors."""

from __future__ import annotations

import click

_KINDS = ("brief", "tasks", "candidates")


@click.command("schema")
@click.argument("kind", type=click.Choice(_KINDS), default="brief")
def command(kind: str) -> None:
    """Print the JSON Schema of briefs, or of the KIND of file named.

    An editor that has it completes names and values, shows what each field means, and marks
    mistakes as you type. Name it in the first line of a brief:
    `# yaml-language-server: $schema=brief.schema.json`.

    \b
    outsource-kit schema > brief.schema.json
    outsource-kit schema candidates
    """
    import json

    from outsource_kit.schema import json_schema

    click.echo(json.dumps(json_schema(kind), indent=2, ensure_ascii=False))
