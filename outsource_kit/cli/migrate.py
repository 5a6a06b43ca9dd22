"""`outsource-kit migrate`: a brief of an older version of the format, in the newest."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("migrate")
@click.argument("brief", type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Change the file; without it, only show what changes.")
def command(brief: Path, *, write: bool) -> None:
    """Show what has to change in BRIEF for the newest version of the format.

    Comments stay. There has been one version so far, so nothing has to change yet.

    \b
    outsource-kit migrate brief.yaml
    outsource-kit migrate brief.yaml --write
    """
    from difflib import unified_diff

    from outsource_kit.load import versioned
    from outsource_kit.migrate import migrated

    source, version = versioned(brief)
    text = migrated(source.text, version)
    if text == source.text:
        click.echo(f"{brief}: version {version} is the newest; nothing to change")
        return
    before, after = (part.splitlines(keepends=True) for part in (source.text, text))
    click.echo("".join(unified_diff(before, after, str(brief), str(brief))), nl=False)
    if write:
        brief.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"{brief} is written")
    else:
        click.echo("nothing is written; add --write to change the file")
