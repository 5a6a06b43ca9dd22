"""Start the command line, quickly: `outsource-kit`, or `python -m outsource_kit`."""

import gc
import os

_OBJECTS = 100_000
"""How many new objects are worth a look for garbage: modules and briefs make next to none."""


def run() -> None:
    """Run the command line; no plugin that the machine happens to have has a say in the model."""
    gc.set_threshold(_OBJECTS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from outsource_kit.cli import main  # noqa: PLC0415 - what comes before must hold for it

    main(prog_name="outsource-kit")


if __name__ == "__main__":
    run()
