"""PDF: characters with coordinates become lines, columns, notes and paragraphs."""
