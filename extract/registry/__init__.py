"""Treaties and named instruments, and how their titles are found."""
