"""`outsource-kit completion`: what makes a shell complete commands, options and roles."""

from __future__ import annotations

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print what makes SHELL complete commands, options and roles.

    Save it, and let the shell read it when it starts: `. ~/.outsource-kit.bash` in ~/.bashrc,
    `. ~/.outsource-kit.zsh` in ~/.zshrc; fish reads its folder by itself.

    \b
    outsource-kit completion bash > ~/.outsource-kit.bash
    outsource-kit completion zsh > ~/.outsource-kit.zsh
    outsource-kit completion fish > ~/.config/fish/completions/outsource-kit.fish
    """
    from click.shell_completion import get_completion_class

    root = click.get_current_context().find_root()
    name = "outsource-kit"
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"there is no completion for {shell}")
    click.echo(kind(root.command, {}, name, "_OUTSOURCE_KIT_COMPLETE").source())
