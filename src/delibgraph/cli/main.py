"""The ``delibgraph`` command and its subcommands by name."""

from __future__ import annotations

import ast
import importlib
import sys
import textwrap
from pathlib import Path

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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (click's)
        """The list of commands, each with the first sentence of its docstring, read from its source unimported."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _summary(told)) for name, told in _COMMANDS.items()])


def _summary(command: str) -> str:
    module, _, function = command.partition(":")
    source = Path(__file__).with_name(f"{module.rpartition('.')[2]}.py").read_text(encoding="utf-8")
    found = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == function)
    told = " ".join((ast.get_docstring(found) or "").partition("\n\n")[0].split())
    return textwrap.shorten(told.partition(". ")[0].rstrip("."), 90, placeholder=" …")


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
