"""Files to documents: `from extract.reading import read_document, read_documents, read_source, list_files`.

The names are imported on first use, so that importing one module of the package does not load every reader.
"""

from typing import TYPE_CHECKING

from extract.lazy import offer

if TYPE_CHECKING:
    from extract.reading.containers.files import SUFFIXES, list_files
    from extract.reading.containers.form import Form, tell_form
    from extract.reading.containers.source import Source
    from extract.reading.readers import read_document, read_documents, read_source
else:
    __getattr__ = offer(
        __name__,
        {
            "SUFFIXES": "extract.reading.containers.files",
            "Form": "extract.reading.containers.form",
            "Source": "extract.reading.containers.source",
            "list_files": "extract.reading.containers.files",
            "read_document": "extract.reading.readers",
            "read_documents": "extract.reading.readers",
            "read_source": "extract.reading.readers",
            "tell_form": "extract.reading.containers.form",
        },
    )

__all__ = [
    "SUFFIXES", "Form", "Source", "list_files", "read_document", "read_documents", "read_source", "tell_form",
]  # fmt: skip
