"""The `recalling` command."""
