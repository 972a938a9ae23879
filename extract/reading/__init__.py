"""From files to documents; the format is detected from the content."""
