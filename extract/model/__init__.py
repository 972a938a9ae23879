"""The records that every stage shares: documents, citations, labels, spans, errors."""
