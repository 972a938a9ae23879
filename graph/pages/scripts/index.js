// The overview uses its script only for the reader's language.
language.start();
