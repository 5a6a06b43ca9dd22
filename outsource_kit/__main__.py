"""Start the command line, quickly: `outsource-kit`, or `python -m outsource_kit`."""

import gc
import os

_OBJECTS = 100_000
"""How many new objects are worth a search for garbage; a brief makes some 30,000, nearly none."""


def run() -> None:
    """Run the command line.

    Modules make no garbage while they load, so none is looked for. No plugin that the machine
    happens to have gets a say in what a brief may hold.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    from outsource_kit.cli import main  # noqa: PLC0415 - the loading is the point

    gc.freeze()
    gc.set_threshold(_OBJECTS)
    gc.enable()
    main(prog_name="outsource-kit")


if __name__ == "__main__":
    run()
