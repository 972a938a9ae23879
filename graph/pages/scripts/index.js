// The overview uses its script only for the reader's language.
language.listen(() => {
  for (const each of document.querySelectorAll(".titled")) each.hidden = each.dataset.for !== language.code();
});
language.start();
