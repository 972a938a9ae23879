"""`WholeFolder`: a folder whose files change together, whatever ends the program; files of the user's own stay.

All is written in a hidden folder inside it. When that is complete, a mark says so; then the files of the run before are
taken out, the new ones are put in, and the manifest, which names every file with its digest, comes last. Whoever is
killed before the mark has changed nothing; after it, the next run finishes the moves. Old files never stand beside new
ones.
"""

import json
import logging
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from graph import files
from graph.defaults import CITATIONS, MANIFEST
from graph.pipeline.fingerprint import file_digest

try:
    import fcntl
except ImportError:  # Windows: two builds into one folder are not told from each other there
    fcntl = None  # type: ignore[assignment]  # a module or nothing

_LOG: Final = logging.getLogger(__name__)
_HIDDEN: Final = ".recalling"
_NEW: Final = "new"
_OLD: Final = "old"
_MARK: Final = "complete"  # names what is taken out, so that the moves can be finished
_MOVED: Final = "moved"  # says that all of it is out
_LEFT: Final = (".recalling-*.tmp", "documents/.recalling-*.tmp")  # temporary files of versions without a hidden folder


class FolderInUseError(files.UnwritableError):
    """Another run writes the folder."""

    def __init__(self, folder: str) -> None:
        """Say what to do."""
        super().__init__(folder, "another run is writing this folder; wait until it ends, or name another with -o")

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Pickle by the folder."""
        return type(self), (self.file,)


@contextmanager
def whole_folder(folder: Path) -> Iterator["WholeFolder"]:
    """Take a folder for this run alone, finishing or clearing what an interrupted run has left in it.

    Args:
        folder: made if missing.

    Raises:
        FolderInUseError: another run has it.
        UnwritableError: it cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder, os.O_RDONLY) if fcntl else None  # Windows opens no folders
    except OSError as error:
        raise files.UnwritableError(str(folder), error.strerror or str(error)) from error
    try:
        if descriptor is not None:
            _lock(descriptor, folder)
        whole = WholeFolder(folder)
        with _told(folder):
            whole.recover()
        try:
            yield whole
        except files.UnwritableError as error:
            raise whole.shown(error) from error
        finally:
            with _told(folder):
                whole.clear()
    finally:
        if descriptor is not None:
            os.close(descriptor)


class WholeFolder:
    """A folder that this process has for itself; made by `whole_folder`."""

    def __init__(self, folder: Path) -> None:
        """Keep the place."""
        self._folder = folder
        self._hidden = folder / _HIDDEN

    @property
    def new(self) -> Path:
        """The hidden folder in which the files are written, empty at first."""
        path = self._hidden / _NEW
        with _told(self._folder):
            path.mkdir(parents=True, exist_ok=True)
        return path

    def shown(self, error: files.UnwritableError) -> files.UnwritableError:
        """Return an error of a file in the hidden folder as one of the place that the file was for."""
        try:
            return files.UnwritableError(
                str(self._folder / Path(error.file).relative_to(self._hidden / _NEW)), error.reason
            )
        except ValueError:  # it is of another file
            return error

    def manifest_digest(self) -> str | None:
        """Return the digest of the manifest where every file that it names is as it was written, else None."""
        named = _manifest(self._folder)
        try:
            same = all(_is_same(self._folder / name, said) for name, said in named.items())
            return file_digest(self._folder / MANIFEST) if named and same else None
        except OSError:
            return None

    def publish(self) -> str:
        """Put what was written in `new` in the place of what the last run wrote; return the digest of the manifest.

        Raises:
            UnwritableError: the disk is full, or the folder cannot be written.
        """
        with _told(self._folder):
            new = self.new
            manifest = _described(new)
            files.write_text(self._hidden / MANIFEST, manifest)
            taken = self._taken({path.relative_to(new).parts[0] for path in new.iterdir()})
            files.write_text(self._hidden / _MARK, json.dumps(taken))
            self._finish(taken)
            _LOG.info("%s: published, %d names replaced", self._folder, len(taken))
            return file_digest(self._folder / MANIFEST)

    def recover(self) -> None:
        """Finish the moves of a run that was killed between them; clear what one killed before has left."""
        mark = self._hidden / _MARK
        if mark.is_file():
            _LOG.info("%s: finishing what an interrupted run began to move", self._folder)
            self._finish(json.loads(mark.read_text(encoding="utf-8")))
        self.clear()

    def clear(self) -> None:
        """Remove the hidden folder, unless it holds what is still to be moved, and temporary files."""
        if (self._hidden / _MARK).is_file():
            return
        if self._hidden.is_dir() and not self._hidden.is_symlink():
            self._give_back()
            shutil.rmtree(self._hidden)
        for pattern in _LEFT:
            for path in self._folder.glob(pattern):
                path.unlink(missing_ok=True)

    def _taken(self, fresh: Iterable[str]) -> list[str]:
        """Return the names in the folder that are to be taken out: what is written anew, and what the last run wrote.

        A file that the user has changed since, and that is not written anew, is the user's own.
        """
        named = _manifest(self._folder)
        stale = {
            name for name, said in named.items() if "/" not in name and _is_same(self._folder / name, said)
        } | {name.partition("/")[0] for name in named if "/" in name}  # fmt: skip
        return sorted({MANIFEST, *fresh} | stale)

    def _finish(self, taken: Iterable[str]) -> None:
        """Take out the old, put in the new; each step may have been done before. The mark goes when all is done."""
        old, new, moved = (self._hidden / name for name in (_OLD, _NEW, _MOVED))
        if not moved.exists():
            old.mkdir(exist_ok=True)
            for name in taken:
                if os.path.lexists(self._folder / name):
                    (self._folder / name).replace(old / name)
            moved.touch()
        for path in sorted(new.iterdir()) if new.is_dir() else ():
            path.replace(self._folder / path.name)
        with suppress(FileNotFoundError):  # it was moved before
            (self._hidden / MANIFEST).replace(self._folder / MANIFEST)
        (self._hidden / _MARK).unlink()

    def _give_back(self) -> None:
        """Put back into folders that were replaced what the user had put there."""
        old = self._hidden / _OLD
        if not old.is_dir():
            return
        named = _manifest(old)
        for path in sorted(old.rglob("*")):
            name = path.relative_to(old).as_posix()
            place = self._folder / name
            if "/" not in name or os.path.lexists(place) or (path.is_dir() and not path.is_symlink()):
                continue
            if not (name in named and _is_same(path, named[name])):
                place.parent.mkdir(parents=True, exist_ok=True)
                path.replace(place)


def collections(folder: Path) -> list[str]:
    """Return the names of subfolders with the output of an earlier run, such as `out/specimens`; pages link to them."""
    return sorted(each.parent.name for each in folder.glob("*/index.html") if (each.parent / CITATIONS).is_file())


def _lock(descriptor: int, folder: Path) -> None:
    """Lock an open folder; the system unlocks it when the process ends, however it ends."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise FolderInUseError(str(folder)) from error
    except OSError:  # some network drives lock no folders; there as on Windows
        return


def _described(folder: Path) -> str:
    """Return the manifest of what is in a folder."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    named = {
        path.relative_to(folder).as_posix(): {"bytes": path.stat().st_size, "sha256": file_digest(path)}
        for path in found
    }
    return json.dumps({"files": named}, ensure_ascii=False, indent=1) + "\n"


def _manifest(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return what a manifest names; nothing where there is none, or none of this program."""
    try:
        said = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        named = said["files"]
        honest = all(isinstance(each, dict) and not Path(name).is_absolute() and ".." not in Path(name).parts
                     for name, each in named.items())  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return named if honest and CITATIONS in named else {}


def _is_same(path: Path, said: Mapping[str, Any]) -> bool:
    """Return whether a file is as a manifest describes it."""
    try:
        return path.stat().st_size == said.get("bytes") and file_digest(path) == said.get("sha256")
    except OSError:
        return False


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turn errors of the system into one line."""
    try:
        yield
    except OSError as error:
        raise files.UnwritableError(str(folder), error.strerror or str(error)) from error
