"""Documents at addresses: the same graph as from files, and a clear word where one cannot be fetched."""

from __future__ import annotations

import http.server
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from delibgraph.build import build
from delibgraph.cli.main import group
from delibgraph.reading import ReadingError, Remote, file_name, remote, remote_sources

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def texts(examples: list[Path]) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in examples[:3]}


@pytest.fixture
def web(tmp_path: Path, texts: dict[str, bytes]) -> Iterator[str]:
    """A server with the files of a folder."""
    pytest.importorskip("aiohttp")
    for name, data in texts.items():
        (tmp_path / name).write_bytes(data)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def in_memory(texts: dict[str, bytes], _: Path) -> str:
    for name, data in texts.items():
        fsspec.filesystem("memory").pipe_file(f"/acts/2023/{name}", data)
    fsspec.filesystem("memory").pipe_file("/acts/index.csv", b"name\n")
    return "memory://acts"


def as_file(texts: dict[str, bytes], folder: Path) -> str:
    for name, data in texts.items():
        (folder / name).write_bytes(data)
    return f"file://{folder}/*.txt"


def zipped(texts: dict[str, bytes], folder: Path) -> str:
    with zipfile.ZipFile(folder / "acts.zip", "w") as archive:
        for name, data in texts.items():
            archive.writestr(f"2023/{name}", data)
    return f"zip://2023::file://{folder}/acts.zip"


@pytest.mark.parametrize("put", [in_memory, as_file, zipped])
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_graph_is_that_of_the_files(
    put: Callable[[dict[str, bytes], Path], str],
    jobs: int,
    texts: dict[str, bytes],
    examples: list[Path],
    tmp_path: Path,
) -> None:
    found = remote_sources(put(texts, tmp_path))
    assert [one.name for one in found] == sorted(texts)
    far = build(found, tmp_path / "far", jobs)
    assert sorted(built.document for built in far.built) == sorted(map(str, found))
    build(examples[:3], tmp_path / "near")
    graphs = [(tmp_path / name / "graph.nq.gz").read_bytes() for name in ("far", "near")]
    assert graphs[0] == graphs[1]
    assert build(found, tmp_path / "far").recalled == 3


def test_a_web_address_is_a_document(web: str, texts: dict[str, bytes], tmp_path: Path) -> None:
    found = [one for name in texts for one in remote_sources(f"{web}/{name}?download=1")]
    assert sorted(one.name for one in found) == sorted(texts)
    assert len(build(found, tmp_path / "out").built) == 3


@pytest.mark.parametrize(
    ("address", "problem", "way_out"),
    [
        ("memory://nowhere/act.txt", "no such file", "check the address"),
        ("nothing://bucket/act.txt", "nothing", "check the address and the credentials"),
        ("http://127.0.0.1:9/act.txt", "cannot be fetched", "check the address and the credentials"),
    ],
)
def test_what_cannot_be_fetched_is_told_and_the_rest_is_built(
    address: str, problem: str, way_out: str, texts: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "_PAUSES", ())
    [first, *_] = remote_sources(in_memory(texts, tmp_path))
    report = build([first, Remote(address)], tmp_path / "out")
    assert [built.document for built in report.built] == [str(first)]
    [failure] = report.failures
    assert failure.path == address
    assert problem in failure.problem
    assert failure.way_out == way_out


def test_a_fetch_that_fails_is_tried_again(
    texts: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [first, *_] = remote_sources(in_memory(texts, tmp_path))
    real, asked = fsspec.open, []

    def fail_once(address: str, mode: str) -> object:
        asked.append(address)
        if len(asked) == 1:
            raise ConnectionResetError
        return real(address, mode)

    monkeypatch.setattr(remote, "_PAUSES", (0.0,))
    monkeypatch.setattr(fsspec, "open", fail_once)
    with first.fetched() as path:
        assert path.read_bytes() == texts[first.name]
    assert len(asked) == 2


def test_what_is_too_large_is_refused(texts: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "LARGEST_FILE", 100)
    [first, *_] = remote_sources(in_memory(texts, tmp_path))
    with pytest.raises(ReadingError, match="is too large"), first.fetched():
        pass


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("acts/2023.txt", "2023.txt"),
        ("s3://bucket/acts/acte #3?.pdf", "acte #3?.pdf"),
        ("https://example.org/a/act%201.pdf?version=2#page", "act 1.pdf"),
        ("zip://1.txt::https://example.org/acts.zip", "1.txt"),
        ("zip://a/b/1.txt::s3://bucket/acts.zip", "1.txt"),
    ],
)
def test_the_name_of_a_file(path: str, name: str) -> None:
    assert file_name(path) == name


def test_the_command_takes_addresses(texts: dict[str, bytes], tmp_path: Path) -> None:
    done = CliRunner().invoke(
        group, ["build", in_memory(texts, tmp_path), "--out", str(tmp_path / "out"), "--jobs", "1"]
    )
    assert done.exit_code == 0, done.output
    assert "3 documents" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["nothing://bucket/acts"], "cannot be listed"),
        (["memory://empty"], "memory://empty"),
        (["x.txt", "--engine", "dask"], "go together"),
        (["x.txt", "--scheduler", "tcp://127.0.0.1:9"], "go together"),
    ],
)
def test_a_wrong_address_is_a_wrong_use(arguments: list[str], word: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(group, ["build", *arguments, "--out", str(tmp_path / "out")])
    assert done.exit_code == 2
    assert word in done.stderr
