// The overview needs its script for one thing: the reader's language.
language.listen(() => {
  for (const each of document.querySelectorAll(".titled")) each.hidden = each.dataset.for !== language.code();
});
language.start();
