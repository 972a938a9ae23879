"""Plain text, whatever its line breaks."""
