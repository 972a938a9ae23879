"""`Spool`: readings on disk, in SQLite, by what they were read from; a later run takes from it what is unchanged."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from sys import intern
from typing import Final, Self

from extract.model.errors import RecallingError, UnreadableError
from extract.reading.containers.source import Source
from extract.reading.containers.zip import Member
from graph.pipeline.fingerprint import file_digest, fingerprint
from graph.pipeline.packed import Packed, pack
from graph.pipeline.reading import Reading
from graph.pipeline.stub import Stub
from graph.pipeline.workers import Finished

_APPLICATION: Final = 0x52636C67  # "Rclg", by which SQLite's header tells this program's files
_LAYOUT: Final = 1
_WAIT: Final = 60.0  # seconds for another process that shares the file
_RUNS: Final = 20  # after so many runs without it, a reading is forgotten
_NAMES: Final = ("sources", "readings", "runs", "written")
_TABLES: Final = (
    "CREATE TABLE sources (key BLOB PRIMARY KEY, used INTEGER NOT NULL, faults TEXT NOT NULL, members TEXT NOT NULL)",
    (
        "CREATE TABLE readings (id INTEGER PRIMARY KEY, key BLOB NOT NULL, checked INTEGER NOT NULL,"
        " record BLOB NOT NULL, lines BLOB NOT NULL, passages BLOB NOT NULL, text BLOB, identities TEXT NOT NULL,"
        " symbol TEXT, language TEXT, file TEXT NOT NULL, sha256 TEXT)"
    ),
    "CREATE INDEX by_key ON readings (key)",
    "CREATE TABLE runs (number INTEGER PRIMARY KEY AUTOINCREMENT)",
    "CREATE TABLE written (output TEXT PRIMARY KEY, inputs TEXT NOT NULL, manifest TEXT NOT NULL, told TEXT NOT NULL)",
)


class SpoolError(RecallingError):
    """Readings cannot be kept.

    Attributes:
        file: where.
        reason: what is wrong and what to do.
    """

    def __init__(self, file: str, reason: str) -> None:
        """Build the message: `file: reason`."""
        self.file = file
        self.reason = reason
        super().__init__(f"{file}: {reason}")


class Spool:
    """Readings on disk; use it as a context manager."""

    def __init__(self, path: Path | None = None, *, options: Iterable[object] = ()) -> None:
        """Open a spool.

        Args:
            path: its file, made if missing; None for one that nobody else sees and that ends with the process.
            options: what else changes how a file is read.

        Raises:
            SpoolError: the file is none, or cannot be opened.
        """
        self._path = path
        self._prefix = json.dumps([fingerprint(), *map(str, options)])
        self._digests: dict[Path, tuple[tuple[int, int, int], str]] = {}
        with self._told():
            self._database = sqlite3.connect(path or "", timeout=_WAIT, isolation_level=None)
            self._prepare()

    def __enter__(self) -> Self:
        """Return the spool."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file; everything read so far is in it, also when the run was interrupted."""
        self._database.close()

    def digest(self, path: Path) -> str | None:
        """Return the SHA-256 of a file's bytes; None where it cannot be read."""
        try:
            state = _state(path)
            if self._digests.get(path, (None, ""))[0] != state:
                self._digests[path] = state, file_digest(path)
        except OSError:
            return None
        return self._digests[path][1]

    def known(self, source: Source) -> Finished[Packed | Stub] | None:
        """Return what a source held when it was last read as it would be now; None if it must be read."""
        digest = self.digest(source.path)
        if digest is None:
            return None
        key = self._key(source, digest)
        with self._told():
            found = self._database.execute("SELECT faults, members FROM sources WHERE key = ?", (key,)).fetchone()
            stubs = self._stubs(key) if found else None
            if stubs is None:
                return None
            self._database.execute(
                "UPDATE sources SET used = ? WHERE key = ? AND used != ?", (self._run, key, self._run)
            )
        faults = [UnreadableError(str(source.path), reason, member) for reason, member in json.loads(found[0])]
        members = [Source(source.path, Member(place, name)) for place, name in json.loads(found[1])]
        return Finished(source, (*stubs, *faults), tuple(members), is_new=False)

    def keep(self, finished: Finished[Packed | Stub]) -> list[Stub]:
        """Keep what was read of a source, and return what stands for it, also where it was known.

        What was given up is read again by the next run.
        """
        if not finished.is_new:
            self._forget(finished)
            return [outcome for outcome in finished.outcomes if isinstance(outcome, Stub)]
        source = finished.source
        is_final = finished.is_final and self._is_unchanged(source.path)
        if is_final:
            key = self._key(source, self._digests[source.path][1])
        else:
            key = hashlib.sha256(f"{self._run} {source}".encode("utf-8", "replace")).digest()
        self._forget(finished)
        with self._told(), self._transaction():
            self._database.execute("DELETE FROM readings WHERE key = ?", (key,))
            stubs = [self._insert(key, each) for each in finished.outcomes if isinstance(each, Packed)]
            if is_final:
                row = (key, self._run, *_described(finished))
                self._database.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?)", row)
        return stubs

    def _forget(self, finished: Finished[Packed | Stub]) -> None:
        """Forget the digest of a file that nothing else is read from: twenty thousand would fill megabytes."""
        if not finished.source.member and not finished.members:
            self._digests.pop(finished.source.path, None)

    def hold(self, readings: Iterable[Reading]) -> list[Stub]:
        """Keep readings for this run alone, and return what stands for them; `tidy` removes them."""
        key = hashlib.sha256(f"{self._run}".encode()).digest()
        with self._told(), self._transaction():
            return [self._insert(key, pack(each)) for each in readings]

    def load(self, stub: Stub) -> Packed:
        """Return what a stub stands for.

        Raises:
            SpoolError: it is not there any more.
        """
        with self._told():
            row = self._database.execute(
                "SELECT record, lines, passages, identities, text FROM readings WHERE id = ?", (stub.number,)
            ).fetchone()
        if row is None:
            raise SpoolError(str(self._path), "another run has changed it; build again, or name another with --cache")
        return Packed(*row)

    def written(self, output: str, inputs: str, manifest: str) -> str | None:
        """Return what was told when a folder was written from the same inputs; None if it was not.

        Args:
            output: the folder.
            inputs: digest of what went into it.
            manifest: digest of its manifest.
        """
        with self._told():
            row = self._database.execute(
                "SELECT told FROM written WHERE output = ? AND inputs = ? AND manifest = ?",
                (output, self._inputs(inputs), manifest),
            ).fetchone()
        return str(row[0]) if row else None

    def note_written(self, output: str, inputs: str, manifest: str, told: str) -> None:
        """Note that a folder was written; see `written`."""
        with self._told():
            row = (output, self._inputs(inputs), manifest, told)
            self._database.execute("INSERT OR REPLACE INTO written VALUES (?, ?, ?, ?)", row)

    def tidy(self) -> None:
        """Forget what has not been used for long, and what was given up."""
        with self._told(), self._transaction():
            self._database.execute("DELETE FROM sources WHERE used <= ?", (self._run - _RUNS,))
            self._database.execute("DELETE FROM readings WHERE key NOT IN (SELECT key FROM sources)")
            self._database.execute("DELETE FROM runs WHERE number <= ?", (self._run - _RUNS,))
        with self._told():
            self._database.execute("PRAGMA incremental_vacuum").fetchall()

    def _prepare(self) -> None:
        """Make the tables of a new file; refuse one that is not this program's."""
        ours = self._database.execute("PRAGMA application_id").fetchone()[0]
        layout = self._database.execute("PRAGMA user_version").fetchone()[0]
        tables = self._database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and ours != _APPLICATION:
            raise SpoolError(str(self._path), "is no cache of this program; name another file with --cache")
        for setting in ("auto_vacuum = INCREMENTAL", "journal_mode = WAL", "synchronous = NORMAL"):
            self._database.execute(f"PRAGMA {setting}")
        with self._transaction():
            if tables and layout != _LAYOUT:
                for name in _NAMES:
                    self._database.execute(f"DROP TABLE IF EXISTS {name}")
            if not self._database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                for statement in _TABLES:
                    self._database.execute(statement)
                self._database.execute(f"PRAGMA application_id = {_APPLICATION}")
                self._database.execute(f"PRAGMA user_version = {_LAYOUT}")
            self._database.execute("INSERT INTO runs DEFAULT VALUES")
            self._run: int = self._database.execute("SELECT max(number) FROM runs").fetchone()[0]

    def _key(self, source: Source, digest: str) -> bytes:
        """Return the key of what a source holds: its bytes, its name, and who reads it."""
        member = (source.member.place, source.member.name) if source.member else None
        return hashlib.sha256(json.dumps([self._prefix, digest, source.path.name, member]).encode()).digest()

    def _is_unchanged(self, path: Path) -> bool:
        """Return whether a file is as it was when its digest was taken, so that what was read is what was hashed."""
        try:
            return path in self._digests and self._digests[path][0] == _state(path)
        except OSError:
            return False

    def _inputs(self, inputs: str) -> str:
        return hashlib.sha256(f"{self._prefix} {inputs}".encode("utf-8", "replace")).hexdigest()

    def _stubs(self, key: bytes) -> list[Stub] | None:
        """Return the readings of a source, in order; None if one of them is not as it was written."""
        rows = self._database.execute(
            "SELECT id, checked, record, lines, passages, text, identities, symbol, language, file, sha256"
            " FROM readings WHERE key = ? ORDER BY id", (key,),
        )  # fmt: skip
        stubs = []
        for number, checked, record, lines, passages, text, identities, *named in rows:
            if checked != _checked(Packed(record, lines, passages, identities, text)):
                return None
            symbol, language, file, sha256 = named
            stubs.append(Stub(number, symbol, language and intern(language), file, sha256, identities))
        return stubs

    def _insert(self, key: bytes, packed: Packed) -> Stub:
        row = json.loads(packed.record.decode("utf-8", "surrogatepass"))
        symbol, language, file, sha256 = (_storable(row.get(name)) for name in ("symbol", "language", "file", "sha256"))
        number = self._database.execute(
            "INSERT INTO readings (key, checked, record, lines, passages, text, identities, symbol, language, file,"
            " sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (key, _checked(packed), packed.record, packed.lines, packed.passages, packed.text, packed.identities,
             symbol, language, file, sha256),
        ).lastrowid  # fmt: skip
        return Stub(number or 0, symbol, language and intern(language), file or "", sha256, packed.identities)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Write all or nothing, at once: no other process that shares the file waits for the next document."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with suppress(sqlite3.Error):  # SQLite has rolled back already where the disk is full
                self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn errors of SQLite into one line."""
        try:
            yield
        except sqlite3.OperationalError as error:
            name = str(self._path or "the folder of temporary files")
            raise SpoolError(name, f"readings cannot be kept: {error}") from error
        except sqlite3.DatabaseError as error:
            raise SpoolError(str(self._path), "is damaged; delete it and build again") from error


def _state(path: Path) -> tuple[int, int, int]:
    """What changes when the file does."""
    status = path.stat()
    return status.st_size, status.st_mtime_ns, status.st_ino


def _described(finished: Finished[Packed | Stub]) -> tuple[str, str]:
    """Return the faults and the members of what was read, as text."""
    faults = [(each.reason, each.member) for each in finished.outcomes if isinstance(each, UnreadableError)]
    members = [(each.member.place, each.member.name) for each in finished.members if each.member]
    return json.dumps(faults), json.dumps(members)


def _checked(packed: Packed) -> int:
    """Return a checksum, by which a disk that lost bytes is noticed."""
    value = 0
    for part in (packed.record, packed.lines, packed.passages, packed.text or b""):
        value = zlib.crc32(part, value)
    return value


def _storable(value: str | None) -> str | None:
    """Return a text as SQLite can hold it."""
    return value and value.encode("utf-8", "replace").decode()
