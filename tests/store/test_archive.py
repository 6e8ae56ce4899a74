from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from delibgraph.store import MANIFEST, NQUADS, Archive, nquads, pack
from delibgraph.store.archive import ArchiveWriter
from tests.store.publishing import publish, quads


def test_equal_quads_give_equal_bytes_without_the_hour() -> None:
    one, two = pack(quads()), pack([*reversed(quads()), quads()[0]])
    assert one == two
    assert one.quads == 3
    assert one.member[4:8] == bytes(4)
    assert gzip.decompress(one.member) == b"".join(nquads(quads()))


def test_the_file_is_whole_and_each_part_is_read_alone(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path / NQUADS)
    writer.add("one", pack(quads("one")))
    writer.add("none", pack([]))
    writer.add("two", pack(quads("two")))
    archive = writer.archive()
    assert gzip.decompress((tmp_path / NQUADS).read_bytes()) == b"".join(nquads(quads("one")) + nquads(quads("two")))
    assert [archive.lines(name) for name in archive.parts] == [nquads(quads("one")), [], nquads(quads("two"))]
    writer.close()
    (tmp_path / MANIFEST).write_bytes(writer.manifest())
    assert Archive.under(tmp_path) == archive
    with pytest.raises(ValueError, match="two is in the archive already"):
        writer.add("two", pack([]))


@pytest.mark.parametrize("manifest", [None, b"", b"no json", b"{}", b'{"size": 3, "parts": {}}'])
def test_a_manifest_that_does_not_fit_is_none(manifest: bytes | None, tmp_path: Path) -> None:
    publish(tmp_path, quads())
    assert list(Archive.under(tmp_path).parts) == ["all"]
    (tmp_path / MANIFEST).unlink()
    if manifest is not None:
        (tmp_path / MANIFEST).write_bytes(manifest)
    assert Archive.under(tmp_path).parts == {}
