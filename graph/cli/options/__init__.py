"""The options of each subcommand."""
