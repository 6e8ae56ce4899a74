"""The ``delibgraph`` command and its subcommands by name."""

from __future__ import annotations

import importlib
import sys

import click

from delibgraph import __version__

_COMMANDS = {
    "build": "delibgraph.cli.building:build",
    "extract": "delibgraph.cli.building:extract",
    "validate": "delibgraph.cli.checking:validate",
    "evaluate": "delibgraph.cli.evaluating:evaluate",
    "query": "delibgraph.cli.asking:query",
    "proxies": "delibgraph.cli.asking:proxies",
    "funding": "delibgraph.cli.asking:funding",
    "explain": "delibgraph.cli.asking:explain",
    "review": "delibgraph.cli.reviewing:review",
    "view": "delibgraph.cli.viewing:view",
    "serve": "delibgraph.cli.serving:serve",
    "load": "delibgraph.cli.loading:load_command",
    "export": "delibgraph.cli.exporting:export",
}


class Commands(click.Group):
    """A group that imports a command's module only when the command is used, so that help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The commands, in the order in which a newcomer meets them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        """The command of that name."""
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)  # noqa: S101 (the table above)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="delibgraph")
def group() -> None:
    """French local deliberations as a checked knowledge graph.

    Start with: delibgraph build FILES… --out graph, then delibgraph proxies graph.
    Data goes to standard output, everything else to standard error.
    Exit codes: 0 done, 1 findings or failures that you asked to fail on, 2 wrong usage, 130 interrupted.
    """


def main() -> None:
    """Run the command line; an interrupted command leaves what was there before."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = group.main(standalone_mode=False, prog_name="delibgraph")
    except click.Abort:
        click.echo("interrupted; what was built before is untouched", err=True)
        sys.exit(130)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(code or 0)
