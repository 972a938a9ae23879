// A document needs its script for the reader's language only: the names of the versions are said in it.
language.listen(() => {
  for (const each of document.querySelectorAll("[data-tongue]")) each.textContent = language.tongue(each.dataset.tongue);
});
language.start();
