"""The files of a folder that `recalling build` wrote, to be read and nothing else."""

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
    """Give a file of the folder, or of a folder in it.

    Args:
        request: for its conditions and ranges.
        folder: what is served.
        name: the path as asked for, percent signs resolved.

    Raises:
        RefusedError: there is no such file, or it lies elsewhere.
    """
    if request.method not in ("GET", "HEAD"):
        raise RefusedError(405, "only GET and HEAD are understood here")
    joined = safe_join(str(folder), name) if "\x00" not in name else None
    if joined is None or any(part.startswith(".") for part in Path(name).parts):
        raise RefusedError(404, "no file of this folder")
    real = Path(os.path.realpath(joined))
    if not real.is_relative_to(os.path.realpath(folder)):  # a link that leads out
        raise RefusedError(404, "no file of this folder")
    media = MEDIA.get(real.suffix.lower())
    if media is None or not real.is_file():
        raise RefusedError(404, "no file of this folder")
    return send_file(real, request.environ, mimetype=media, max_age=0)
