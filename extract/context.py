"""What stands around a quote, so that it can be found again in a text whose positions have moved."""

from dataclasses import replace
from typing import Final

from extract.model.citation import Reference

LENGTH: Final = 32
"""Code points of context that are kept on either side of a quote."""


def with_context(reference: Reference, text: str) -> Reference:
    """Give a reference with the text before and after its quote, as the Web Annotation model asks for it.

    Args:
        reference: as found in the text.
        text: the document's text as read, which the reference's positions point into.
    """
    start, end = reference.evidence.start, reference.evidence.end
    evidence = replace(
        reference.evidence, prefix=text[max(0, start - LENGTH) : start] or None, suffix=text[end : end + LENGTH] or None
    )
    return replace(reference, evidence=evidence)
