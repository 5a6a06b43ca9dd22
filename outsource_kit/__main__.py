"""Run the command line as `python -m outsource_kit`."""

from outsource_kit.cli import main

main(prog_name="outsource-kit")
