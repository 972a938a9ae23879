// The page's own acts: choosing a text by click, search or address, and closing it again.
(() => {
  const { about, documents, numbers } = model;
  const tip = document.getElementById("tip");
  const narrow = matchMedia("(max-width: 760px)");

  // `#A/RES/62/37`; an address that is no valid escape is taken as it stands.
  function asked() {
    const raw = location.hash.slice(1);
    let symbol = raw;
    try {
      symbol = decodeURIComponent(raw);
    } catch (error) {
      if (!(error instanceof URIError)) throw error;
    }
    return numbers.get(symbol) ?? null;
  }

  function follow() {
    const row = asked();
    canvas.choose(row);
    tip.hidden = true;
    if (row === null) return panel.isOpen() && panel.close();
    panel.open(row);
    return canvas.show(row);
  }

  function choose(row) {
    const wanted = row === null ? "" : "#" + panel.address(documents[row].symbol);
    if (location.hash === wanted) follow();
    else if (row === null) {
      history.pushState(null, "", location.pathname + location.search);
      follow();
    } else location.hash = wanted;
  }

  function describe() {
    const shown = { texts: language.number(about.texts.shown), citations: language.number(about.citations.shown) };
    const extent = document.getElementById("extent");
    const words = language.say("extent", shown);
    const cut = { shown: shown.texts, texts: language.number(about.texts.all) };
    extent.textContent = about.texts.shown < about.texts.all ? words + " · " + language.say("extent.cut", cut) : words;
  }

  function point({ node, event }) {
    const [title] = model.titles(node);
    const each = documents[node];
    tip.replaceChildren(make("strong", { text: each.label, dir: "auto" }));
    if (title) tip.append(make("span", { text: title[1], lang: title[0] || null, dir: "auto" }));
    tip.append(make("span", { class: "quiet", text: [language.say("kind." + each.kind), each.date].filter(Boolean).join(" · ") }));
    tip.hidden = false;
    const frame = tip.parentElement.getBoundingClientRect();
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
    tip.style.left = Math.max(4, Math.min(x + 14, frame.width - tip.offsetWidth - 8)) + "px";
    tip.style.top = Math.max(4, y + 14 + tip.offsetHeight > frame.height ? y - tip.offsetHeight - 10 : y + 14) + "px";
  }

  function start() {
    if (narrow.matches) document.getElementById("legend").open = false;
    language.listen(describe);
    language.listen(() => legend.render(canvas.filter));
    language.start();
    const network = canvas.start(document.getElementById("mynetwork"));
    language.listen(canvas.redraw);
    network.on("click", ({ nodes }) => choose(nodes.length ? nodes[0] : null));
    network.on("hoverNode", point);
    for (const name of ["blurNode", "dragStart", "zoom"]) network.on(name, () => (tip.hidden = true));
    search.start(choose);
    document.getElementById("close").addEventListener("click", () => choose(null));
    document.getElementById("closer").addEventListener("click", () => canvas.zoom(1.4));
    document.getElementById("farther").addEventListener("click", () => canvas.zoom(1 / 1.4));
    document.getElementById("whole").addEventListener("click", canvas.fit);
    addEventListener("hashchange", follow);
    addEventListener("popstate", follow);
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && panel.isOpen()) choose(null);
      else if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
        event.preventDefault();
        search.focus();
      }
    });
    network.once("afterDrawing", () => {
      document.documentElement.dataset.ready = String(Math.round(performance.now()));
    });
    if (asked() !== null) follow();
    // For a page that embeds this one, and for tests: choose a text by symbol, ask where it stands in the window.
    globalThis.recalling = Object.freeze({
      choose: (symbol) => choose(numbers.get(symbol) ?? null),
      where: (symbol) => (numbers.has(symbol) ? canvas.where(numbers.get(symbol)) : null),
    });
  }

  start();
})();
