"""Archives: every member a document, every fault a line, nothing on the disk."""

import bz2
import gzip
import io
import json
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from command import files, recalling
from hypothesis import given
from hypothesis import strategies as st

from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.containers.source import Source
from extract.reading.containers.tar import TarArchive
from extract.reading.readers import read_document, read_documents, read_source


def text(number: int) -> bytes:
    return f"""75/{number}. Safety of small harbours

The General Assembly,

Recalling its resolution 74/{number} of 12 December 2019,

1. Decides to consider the matter at its next session.
""".encode()


TEXTS = {"b/2.txt": text(902), "a.txt": text(901), "b/c/3.txt": text(903)}


def zipped(held: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return made.getvalue()


def tarred(held: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, data in held.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "tar": bytes,
    "tar.gz": gzip.compress,
    "tar.bz2": bz2.compress,
    "tar.xz": lzma.compress,
}


def read(path: Path) -> tuple[list[Document], list[str]]:
    """The documents at a path, and the lines of what could not be read, without the folder."""
    found = list(read_documents([path]))
    faults = [str(each).removeprefix(f"{path.parent}{os.sep}") for each in found if isinstance(each, UnreadableError)]
    return [each for each in found if isinstance(each, Document)], faults


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def numbers(documents: list[Document]) -> list[str]:
    return [str(document.record.symbol).removeprefix("A/RES/75/") for document in documents]


def test_a_zip_archive_is_read_member_by_member_in_order_of_names(tmp_path: Path) -> None:
    documents, faults = read(write(tmp_path / "any.name", zipped(TEXTS)))
    assert (numbers(documents), faults) == (["901", "902", "903"], [])
    assert [document.record.file for document in documents] == ["a.txt", "2.txt", "3.txt"]
    assert documents[0].text.encode() == TEXTS["a.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["any.name"]


@pytest.mark.parametrize("form", list(PACKERS))
def test_a_tar_archive_is_read_however_it_is_packed(form: str, tmp_path: Path) -> None:
    documents, faults = read(write(tmp_path / "any.name", PACKERS[form](tarred(TEXTS))))
    assert (sorted(numbers(documents)), faults) == (["901", "902", "903"], [])


@pytest.mark.parametrize("form", list(PACKERS))
def test_members_can_be_read_in_any_order(form: str, tmp_path: Path) -> None:
    source = Source(write(tmp_path / "x", PACKERS[form](tarred(TEXTS))))
    members = [each for each in read_source(source) if isinstance(each, Source)]
    assert len(members) == 3
    for member in (members[2], members[2], members[0], members[1], members[0]):
        (document,) = read_source(member)
        assert isinstance(document, Document)
        assert member.member is not None
        assert document.text.encode() == TEXTS[member.member.name]


@pytest.mark.parametrize("form", list(PACKERS))
def test_members_in_their_order_are_read_in_one_pass(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {f"{number}.txt": text(901) for number in range(30)}
    source = Source(write(tmp_path / "x", PACKERS[form](tarred(texts))))
    passes = 0
    begin = TarArchive._begin  # noqa: SLF001  # how often it goes back to the beginning

    def counting(archive: TarArchive) -> None:
        nonlocal passes
        passes += 1
        begin(archive)

    monkeypatch.setattr(TarArchive, "_begin", counting)
    members = [each for each in read_source(source) if isinstance(each, Source)]
    assert sum(isinstance(each, Document) for member in members for each in read_source(member)) == 30
    assert passes <= 3


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_one_packed_file_is_read_as_the_file(pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    documents, faults = read(write(tmp_path / "draft.txt.gz", pack(text(901))))
    assert (numbers(documents), faults) == (["901"], [])
    assert documents[0].record.file == "draft.txt"


def test_files_that_are_no_documents_and_hidden_ones_are_passed_over(tmp_path: Path) -> None:
    extra = {"logo.png": b"\x89PNG", "__MACOSX/._a.txt": b"x", ".git/b.txt": b"x", "README": b"x"}
    for archive in (zipped(TEXTS | extra), tarred(TEXTS | extra)):
        documents, faults = read(write(tmp_path / "x", archive))
        assert (len(documents), faults) == (3, [])


def test_an_archive_without_a_document_is_told(tmp_path: Path) -> None:
    for archive in (zipped({"a.png": b"x"}), zipped({}), tarred({"a.png": b"x"})):
        assert "holds no document" in read(write(tmp_path / "x.zip", archive))[1][0]


@pytest.mark.parametrize("make", [zipped, tarred])
def test_a_fault_names_archive_and_member_and_the_rest_is_read(
    make: Callable[[Mapping[str, bytes]], bytes], tmp_path: Path
) -> None:
    broken = {
        "../../etc/a.txt": text(901),
        "/root/b.txt": text(901),
        "c.txt": b"",
        "d.txt": b"\x00\x01\x02",
        "e.txt": b"\xd0\xcf\x11\xe0",
    }
    documents, faults = read(write(tmp_path / "x.zip", make(broken | TEXTS)))
    assert sorted(numbers(documents)) == ["901", "902", "903"]
    assert sorted(faults) == [
        "x.zip: ../../etc/a.txt: has a name that leads out of the archive; it was not read",
        "x.zip: /root/b.txt: has a name that leads out of the archive; it was not read",
        "x.zip: c.txt: is empty",
        "x.zip: d.txt: is binary, not text",
        "x.zip: e.txt: is an Office file, but no DOCX; save it as DOCX or PDF first",
    ]


def test_links_and_devices_are_not_read(tmp_path: Path) -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for kind, name in (
            (tarfile.SYMTYPE, "l"),
            (tarfile.LNKTYPE, "h"),
            (tarfile.CHRTYPE, "d"),
            (tarfile.FIFOTYPE, "p"),
        ):
            info = tarfile.TarInfo(f"{name}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    documents, faults = read(write(tmp_path / "x.tar", made.getvalue()))
    assert documents == []
    assert sorted(fault.split(": ", 1)[1] for fault in faults) == [
        "d.txt: is a device or a pipe, which is not read",
        "h.txt: is a link, which is not read",
        "l.txt: is a link, which is not read",
        "p.txt: is a device or a pipe, which is not read",
    ]
    link = zipfile.ZipInfo("l.txt")
    link.external_attr = 0o120777 << 16
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as held:
        held.writestr(link, "/etc/passwd")
    assert read(write(tmp_path / "x.zip", packed.getvalue()))[1] == ["x.zip: l.txt: is a link, which is not read"]


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": text(901)}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert read(write(tmp_path / "x.zip", bytes(data)))[1] == [
        "x.zip: a.txt: is encrypted; unpack it with its password first"
    ]


def test_a_member_that_breaks_its_checksum_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:  # stored as it is, so that a byte can be changed
        for name, held in TEXTS.items():
            archive.writestr(name, held)
    data = made.getvalue().replace(b"Decides to consider", b"Decides to Consider", 1)
    documents, faults = read(write(tmp_path / "x.zip", data))
    assert (numbers(documents), faults) == (["901", "903"], ["x.zip: b/2.txt: is broken in the archive"])


def test_a_cut_archive_gives_what_stands_before_the_cut_and_one_line(tmp_path: Path) -> None:
    whole = {f"{number}.txt": text(number) + os.urandom(3000).hex().encode() for number in range(901, 906)}
    for pack in PACKERS.values():
        packed = pack(tarred(whole))
        documents, faults = read(write(tmp_path / "x.tar", packed[: len(packed) * 2 // 3]))
        assert len(documents) < 5
        assert len(faults) == 1
        assert "broken" in faults[0]
    packed = tarred(whole)
    blocks = -(-len(packed.rstrip(b"\0")) // 512)
    documents, faults = read(write(tmp_path / "x.tar", packed[: blocks * 512]))
    assert (len(documents), len(faults)) == (5, 1), "the end mark is missing"
    assert "broken or cut" in read(write(tmp_path / "x.zip", zipped(whole)[:-30]))[1][0]


def test_a_broken_checksum_behind_the_last_member_is_told(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(tarred(TEXTS)))
    packed[-6] ^= 1
    documents, faults = read(write(tmp_path / "x.tgz", bytes(packed)))
    assert (len(documents), len(faults)) == (3, 1)


def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    bomb = b" " * (50 * 2**20)
    documents, faults = read(write(tmp_path / "x.zip", zipped({"bomb.txt": bomb, "a.txt": text(901)})))
    assert numbers(documents) == ["901"]
    assert faults == ["x.zip: bomb.txt: unpacks to more than 250 times its size, as bombs do"]
    large = b" " * (65 * 2**20)
    assert "larger than 64 MiB" in read(write(tmp_path / "x.zip", zipped({"large.txt": large})))[1][0]
    documents, faults = read(write(tmp_path / "x.tgz", gzip.compress(tarred({"a.txt": text(901), "b.txt": large}), 9)))
    assert numbers(documents) == ["901"]
    assert faults == ["x.tgz: b.txt: unpacks to more than 250 times its size or 2 GiB, as bombs do"]
    assert "as bombs do" in read(write(tmp_path / "x.txt.xz", lzma.compress(large)))[1][0]


def test_archives_in_archives_are_read_to_a_depth(tmp_path: Path) -> None:
    inner = zipped({"c.txt": text(901), "bad.txt": b""})
    middle = gzip.compress(tarred({"d/inner.zip": inner, "e.txt": text(902)}))
    documents, faults = read(write(tmp_path / "x.zip", zipped({"middle.tgz": middle})))
    assert (numbers(documents), faults) == (["901", "902"], ["x.zip: middle.tgz/d/inner.zip/bad.txt: is empty"])
    deep = zipped({"w.zip": zipped({"y.zip": zipped({"z.zip": inner})})})
    documents, faults = read(write(tmp_path / "x.zip", deep))
    assert (documents, faults) == (
        [],
        ["x.zip: w.zip/y.zip/z.zip: is an archive inside too many archives; unpack it first"],
    )


def test_a_docx_is_no_archive(tmp_path: Path) -> None:
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}
    found = list(read_documents([write(tmp_path / "x.zip", zipped(parts))]))
    assert len(found) == 1
    assert "DOCX" in str(found[0]) or isinstance(found[0], Document)


def test_one_document_cannot_be_read_off_an_archive() -> None:
    with pytest.raises(UnreadableError, match="archive"):
        read_document(zipped(TEXTS), file="x")


def test_the_command_gives_the_same_bytes_for_an_archive_as_for_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    for name, data in TEXTS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    done = recalling("build", folder, "-o", tmp_path / "plain")
    assert done.returncode == 0, done.stderr
    for name, data in {"x.zip": zipped(TEXTS), "x.tar.xz": lzma.compress(tarred(TEXTS))}.items():
        done = recalling("build", write(tmp_path / name, data), "-o", tmp_path / "packed", "--jobs", "2")
        assert done.returncode == 0, done.stderr
        assert files(tmp_path / "packed") == files(tmp_path / "plain")


def test_the_command_names_what_it_could_not_read_in_an_archive(tmp_path: Path) -> None:
    path = write(tmp_path / "x.zip", zipped(TEXTS | {"d/empty.txt": b""}))
    done = recalling("build", path, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == f"{path}: d/empty.txt: is empty"
    assert sum(str(path) in line for line in done.stderr.splitlines()) == 1
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["skipped"] == [{"file": "x.zip: d/empty.txt", "reason": "is empty"}]
    assert report["read"]["documents"] == 3


_WHOLE = [
    zipped(TEXTS),
    tarred(TEXTS),
    gzip.compress(tarred(TEXTS), mtime=0),
    lzma.compress(tarred(TEXTS)),
    gzip.compress(text(1), mtime=0),
]


@given(st.sampled_from(_WHOLE), st.integers(0, 10**6), st.binary(max_size=12), st.sampled_from(["cut", "change"]))
def test_a_damaged_archive_is_read_or_told_and_never_breaks_the_reader(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, at: int, damage: bytes, how: str
) -> None:
    at %= len(whole)
    data = whole[:at] + damage + (b"" if how == "cut" else whole[at + len(damage) :])
    path = write(tmp_path_factory.getbasetemp() / "damaged", data)
    found = list(read_documents([path]))
    assert found
    assert all(isinstance(each, Document | UnreadableError) for each in found)
