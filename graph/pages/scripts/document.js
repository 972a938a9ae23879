// A document needs its script for the reader's language only: names of versions and titles are said in it.
language.listen(() => {
  for (const each of document.querySelectorAll(".titled[data-for]")) each.hidden = each.dataset.for !== language.code();
  for (const each of document.querySelectorAll("[data-tongue]")) each.textContent = language.tongue(each.dataset.tongue);
});
language.start();
