"""``delibgraph serve``: the graph in a browser, and SPARQL over HTTP."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import click

from delibgraph.cli.common import fail, graph_argument, opened
from delibgraph.decisions import Book
from delibgraph.store import StoreError
from delibgraph.store.writing import prepare

_SHORTEST = 16
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@graph_argument
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for everybody.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name that the server goes by, with --host.")
@click.option(
    "--cors", "origins", multiple=True, metavar="ORIGIN", help="A site whose scripts may ask; none by default."
)
@click.option("--timeout", type=click.FloatRange(0.1), default=30, show_default=True, help="Seconds for one query.")
@click.option("--workers", type=click.IntRange(1), default=4, show_default=True, help="Queries answered at once.")
@click.option("--writable", is_flag=True, help="Let who has DELIBGRAPH_TOKEN write; in a folder of its own.")
@click.option("--review", is_flag=True, help="Let who has DELIBGRAPH_TOKEN decide at /review which names are one.")
@click.option("--longest", type=click.IntRange(1), default=256, show_default=True, help="Megabytes of one answer.")
def serve(
    graph: Path,
    port: int,
    host: str,
    names: tuple[str, ...],
    origins: tuple[str, ...],
    timeout: float,
    workers: int,
    longest: int,
    writable: bool,
    review: bool,
) -> None:
    """Show the graph in a browser, and answer SPARQL over HTTP at /sparql.

    It only reads, unless it is --writable. Everything that the documents speak of has a page, and a description for
    programs at the same address (Turtle, JSON-LD by Accept). A query that takes too long is ended; a new build is seen
    without a restart.

    Pairs of names that nothing decides stand at /review. With --review, who brings the token decides them there, as in
    delibgraph review.

    A writable store has a folder of its own: a build's is refused, since the next build would replace what was written.

    \b
    Examples:
      delibgraph serve out
      delibgraph serve out --port 8080 --timeout 10
      DELIBGRAPH_TOKEN=… delibgraph serve shared --writable
      curl -H 'Accept: text/csv' 'http://127.0.0.1:8000/sparql' --data-urlencode 'query=SELECT * { ?s ?p ?o } LIMIT 5'
    """
    token = _token(graph) if writable else None
    book = Book(graph)
    if review and not book.path.is_file():
        raise click.UsageError(f"--review: no decisions in {graph} (delibgraph build SOURCES… --out {graph})")
    decider = _secret("--review") if review else None
    opened(graph)
    try:
        import uvicorn

        from delibgraph.explorer.app import application
        from delibgraph.explorer.session import Gate
        from delibgraph.explorer.workers import Limits
        from delibgraph.library import Library
    except ImportError as error:
        raise click.UsageError("serving needs starlette and uvicorn (pip install 'delibgraph[serve]')") from error
    hosts = [*_LOOPBACK, "[::1]", *names] if host in _LOOPBACK or names else ["*"]
    limits = Limits(seconds=timeout, at_once=workers, answer=longest << 20)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, proto=socket.IPPROTO_TCP)  # told, else asyncio leaves Nagle’s 40 ms in each answer
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)  # who comes before the server runs waits
    except OSError as error:
        listener.close()
        fail(f"{host}:{port}: {error.strerror} (choose another --port)")
    at = f"[{host}]" if ":" in host else host
    click.echo(f"http://{at}:{listener.getsockname()[1]}/ shows {graph}; Ctrl-C ends it", err=True)
    app = application(
        graph,
        limits,
        library=Library(graph),
        hosts=hosts,
        origins=origins,
        token=token,
        book=book if book.path.is_file() else None,
        gate=Gate(decider) if decider else None,
    )
    with listener:
        uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[listener])


def _secret(option: str) -> str:
    """The token of whoever may change something."""
    token = os.environ.get("DELIBGRAPH_TOKEN", "")
    if len(token) < _SHORTEST:
        raise click.UsageError(
            f"{option} needs a token of at least {_SHORTEST} characters in DELIBGRAPH_TOKEN "
            "(as: openssl rand -hex 24; it is never taken from the command line)"
        )
    return token


def _token(graph: Path) -> str:
    """The token that lets a client write, once the folder is one that clients may write."""
    token = _secret("--writable")
    try:
        prepare(graph)
    except StoreError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        fail(f"{error.filename or graph}: {error.strerror or error}")
    return token
