"""What all pages share: the shell, escaping, strings, content."""
