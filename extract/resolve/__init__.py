"""What is meant: symbols, treaties, short forms and notes, or the reason why it is not known."""
