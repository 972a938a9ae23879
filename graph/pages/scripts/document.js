// The document page uses its script only for the reader's language, in which version names and titles are shown.
language.listen(() => {
  for (const each of document.querySelectorAll(".titled[data-for]")) each.hidden = each.dataset.for !== language.code();
  for (const each of document.querySelectorAll("[data-tongue]")) each.textContent = language.tongue(each.dataset.tongue);
});
language.start();
