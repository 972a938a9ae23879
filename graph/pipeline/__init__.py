"""One call of the command: inputs to rows, in worker processes."""
