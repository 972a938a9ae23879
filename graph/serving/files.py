"""The files of a folder that `recalling build` wrote, served read-only."""

import os
from pathlib import Path
from typing import Final

from werkzeug.security import safe_join
from werkzeug.utils import send_file
from werkzeug.wrappers import Request, Response

from graph.serving.question import RefusedError

MEDIA: Final = {
    ".html": "text/html",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
    ".nq": "application/n-quads",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv",
    ".graphml": "application/graphml+xml",
    ".gexf": "application/gexf+xml",
    ".parquet": "application/vnd.apache.parquet",
    ".bib": "application/x-bibtex",
    ".txt": "text/plain",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
"""What is served, by extension; any other file in the folder is nobody's business."""


def serve_file(request: Request, folder: Path, name: str) -> Response:
    """Return a file of the folder, or of a folder in it, as a response.

    Args:
        request: for its conditional and range headers.
        folder: what is served.
        name: the path as requested, percent-decoded.

    Raises:
        RefusedError: there is no such file, or it is outside the folder.
    """
    if request.method not in ("GET", "HEAD"):
        raise RefusedError(405, "only GET and HEAD are understood here")
    joined = safe_join(str(folder), name) if "\x00" not in name else None
    if joined is None or any(part.startswith(".") for part in Path(name).parts):
        raise RefusedError(404, "no file of this folder")
    real = Path(os.path.realpath(joined))
    if not real.is_relative_to(os.path.realpath(folder)):  # a symbolic link that leads out of the folder
        raise RefusedError(404, "no file of this folder")
    media = MEDIA.get(real.suffix.lower())
    if media is None or not real.is_file():
        raise RefusedError(404, "no file of this folder")
    return send_file(real, request.environ, mimetype=media, max_age=0)
