// The interaction of a page with a drawing: selecting a text by click, search, key or address, hovering, saving a picture.
import { byId, make } from "./dom.js";
import { filter } from "./filter.js";
import { language } from "./language.js";
import { model } from "./model.js";
import { panel } from "./panel.js";
import { makePicture } from "./picture.js";
import { search } from "./search.js";
import { sketch } from "./sketch.js";

export function startExplorer(stage) {
  const { about, documents, numbers } = model;
  const main = document.querySelector("main");
  const ground = document.getElementById("stage");
  const tip = document.getElementById("tip");
  const picture = makePicture(stage);
  const narrow = matchMedia("(max-width: 760px)");

  // `#A/RES/62/37`; an address with invalid escapes is taken literally.
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

  // The part of the drawing that the panel leaves free, and the offset of its centre from that of the whole.
  function free() {
    const box = document.getElementById("panel").getBoundingClientRect();
    const frame = ground.getBoundingClientRect();
    if (box.width > frame.width * 0.8) return { width: frame.width, height: Math.max(80, box.top - frame.top), offset: { x: 0, y: -box.height / 2 } };
    const before = box.left < frame.left + frame.width / 2; // the panel is on the left in right-to-left languages
    return { width: frame.width - box.width, height: frame.height, offset: { x: (before ? box.width : -box.width) / 2, y: 0 } };
  }

  function follow() {
    // The citations are the last part of the page: a text selected before they are parsed waits for them.
    if (document.readyState === "loading") return addEventListener("DOMContentLoaded", follow, { once: true });
    const row = asked();
    sketch.focus.chosen = row;
    point(null);
    // Links to the other pages open them at the same text.
    for (const link of document.querySelectorAll("nav a")) link.setAttribute("href", link.getAttribute("href").split("#")[0] + location.hash);
    if (row === null) {
      if (panel.isOpen()) panel.close();
      return stage.light();
    }
    panel.open(row);
    const { cites, citedBy } = sketch.fan(row);
    stage.show(row, [...cites, ...citedBy], free());
    return stage.light();
  }

  function choose(row) {
    const wanted = row === null ? "" : "#" + panel.address(documents[row].symbol);
    if (location.hash === wanted) follow();
    else if (row === null) {
      history.pushState(null, "", location.href.split("#")[0]);
      follow();
    } else location.hash = wanted;
  }

  // The next text that is shown, in the order of how often texts are cited.
  function step(by) {
    const shown = [...documents.keys()].filter(filter.visible);
    if (!shown.length) return;
    const place = shown.indexOf(sketch.focus.chosen);
    choose(shown[place < 0 ? 0 : (place + by + shown.length) % shown.length]);
  }

  function describe() {
    const shown = { texts: language.number(about.texts.shown), citations: language.number(about.citations.shown) };
    const cut = { shown: shown.texts, texts: language.number(about.texts.all) };
    const words = [language.say("extent", shown)];
    if (about.texts.shown < about.texts.all) words.push(language.say("extent.cut", cut));
    if (!about.texts.shown) words.push(language.say("extent.none"));
    document.getElementById("extent").textContent = words.join(" · ");
  }

  function point(row, event) {
    tip.hidden = row === null;
    const lit = row !== null && sketch.focus.chosen === null ? row : null;
    if (sketch.focus.pointed !== lit) {
      sketch.focus.pointed = lit;
      stage.light();
    }
    ground.classList.toggle("over", row !== null);
    if (row === null) return;
    const [title] = model.titles(row);
    const each = documents[row];
    tip.replaceChildren(make("strong", { text: each.label, dir: "auto" }));
    if (title) tip.append(make("span", { text: title[1], lang: title[0] || null, dir: "auto" }));
    tip.append(make("span", { class: "quiet", text: [language.say("kind." + each.kind), language.turn(each.organ, "body."), each.date].filter(Boolean).join(" · "), dir: "auto" }));
    if (each.cited) tip.append(make("span", { class: "quiet", text: language.say("panel.times", { count: language.number(each.cited) }) }));
    const frame = main.getBoundingClientRect();
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
    tip.style.left = Math.max(4, Math.min(x + 14, frame.width - tip.offsetWidth - 8)) + "px";
    tip.style.top = Math.max(4, y + 14 + tip.offsetHeight > frame.height ? y - tip.offsetHeight - 10 : y + 14) + "px";
  }

  function press(event) {
    const writing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && panel.isOpen()) choose(null);
    else if (event.key === "/" && !writing) {
      event.preventDefault();
      search.focus();
    } else if ((event.key === "n" || event.key === "p") && !writing) step(event.key === "n" ? 1 : -1);
  }

  function steer(event) {
    const moves = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (moves) stage.pan(...moves);
    else if (event.key === "+" || event.key === "=") stage.zoom(1.4);
    else if (event.key === "-") stage.zoom(1 / 1.4);
    else if (event.key === "0") stage.fit();
    else return;
    event.preventDefault();
    point(null);
  }

  function start() {
    const on = (id, act) => document.getElementById(id).addEventListener("click", act);
    if (narrow.matches) byId("legend", HTMLDetailsElement).open = false;
    sketch.readTheme();
    language.listen(describe);
    language.listen(filter.render);
    language.start();
    stage.start(ground, { choose, point });
    stage.drawn(() => (document.documentElement.dataset.ready = String(Math.round(performance.now()))));
    language.listen(stage.light);
    filter.listen(stage.refresh);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      sketch.readTheme();
      stage.refresh();
    });
    search.start(choose);
    on("close", () => choose(null));
    on("closer", () => stage.zoom(1.4));
    on("farther", () => stage.zoom(1 / 1.4));
    on("whole", () => stage.fit());
    on("png", () => picture.save("png"));
    on("svg", () => picture.save("svg"));
    addEventListener("hashchange", follow);
    addEventListener("popstate", follow);
    addEventListener("keydown", press);
    ground.addEventListener("keydown", steer);
    if (asked() !== null) follow();
    // For tests and for pages that embed this one: select a text by symbol, get its position in the window.
    globalThis.recalling = Object.freeze({
      choose: (symbol) => choose(numbers.get(symbol) ?? null),
      where: (symbol) => {
        const at = sketch.places(stage);
        const frame = ground.getBoundingClientRect();
        return numbers.has(symbol) ? { x: frame.left + at.x[numbers.get(symbol)], y: frame.top + at.y[numbers.get(symbol)] } : null;
      },
      svg: () => picture.svg().text(),
    });
  }

  start();
}
