"""From text to labelled blocks: lines, notes, paragraphs, and what the masthead says of the document."""
