// The panel: everything known of the selected text, and every citation with its quote.
import { make } from "./dom.js";
import { language } from "./language.js";
import { badgeOf, signOf } from "./marks.js";
import { model } from "./model.js";

export const panel = (() => {
  const FIRST = 30; // texts shown at once; the others on demand
  const element = document.getElementById("panel");
  const content = document.getElementById("content");
  let shown = null;
  let before = null; // the element that had focus when the panel opened

  const text = (value) => (value ? value : null);

  function describe(row) {
    const each = model.documents[row];
    const facts = [
      language.say("kind." + each.kind),
      text(language.turn(each.organ, "body.")),
      text(each.date),
      each.unts ? language.say("panel.unts", { number: each.unts }) : null,
      language.say(each.read ? "panel.read" : "panel.not-read"),
      each.titles && each.nameFrom === "catalogue" ? language.say("name.catalogue") : null,
      text(each.impossible),
      each.cited ? language.say("panel.times", { count: language.number(each.cited) }) : null,
    ].filter(Boolean);
    const [main, ...others] = model.titles(row);
    const heading = make("h2", { id: "name", dir: "auto" });
    heading.append(...[signOf(row), make("span", { text: each.label, dir: "auto" }), badgeOf(row)].filter(Boolean));
    const chain = model.chain(row);
    const note = (key) => (each[key] ? noted(language.say("panel." + key) + " ", each[key].split("; ")) : null);
    const address = model.safeAddress(each.url);
    return [
      heading,
      main ? make("p", { class: "title", text: main[1], lang: main[0] || null, dir: "auto" }) : null,
      ...others.map(([code, words]) => make("p", { class: "title other", text: words, lang: code || null, dir: "auto" })),
      make("ul", { class: "facts" }, ...facts.map((fact) => make("li", { text: fact, dir: "auto" }))),
      each.vote ? make("p", { class: "quiet", text: vote(each.vote), dir: "auto" }) : null,
      ...["subjects", "sponsors", "agenda_item", "draft"].map(note),
      chain.length ? make("p", { class: "chain", text: language.say("panel.series") + " " }, ...chain.map((other) => (other === row ? make("strong", { text: each.label, dir: "auto" }) : named(other)))) : null,
      make(
        "p",
        { class: "ways" },
        each.page ? make("a", { class: "open", href: language.way(each.page), text: language.say("panel.text") }) : null,
        address ? make("a", { class: "open", href: address, target: "_blank", rel: "noopener noreferrer", text: language.say("panel.open") + " ↗" }) : null,
      ),
    ];
  }

  // A list of words; those beyond the first few are shown on demand.
  function noted(title, words) {
    const few = words.length > 7 ? 6 : words.length;
    const line = [title, make("span", { text: words.slice(0, few).join("; "), dir: "auto" })];
    if (few === words.length) return make("p", { class: "quiet" }, ...line);
    const summary = make("summary", {}, ...line, " · " + language.say("panel.more", { count: language.number(words.length - few) }));
    return make("details", { class: "quiet" }, summary, make("span", { text: words.slice(few).join("; "), dir: "auto" }));
  }

  // `120-50-3` → in favour, against, abstaining; anything else unchanged.
  function vote(words) {
    const found = /^(\d+)-(\d+)-(\d+)$/.exec(words);
    return found ? language.say("panel.vote", { yes: found[1], no: found[2], abstaining: found[3] }) : words;
  }

  // The paragraph, as a link if the citing text has a page.
  function where({ citing, paragraph, language: code }) {
    const { page } = model.documents[citing];
    const words = model.place(paragraph);
    return page && code ? make("a", { href: language.way(`${page}#${address(code)}/${address(paragraph)}`), text: words }) : words;
  }

  function evidence(citation) {
    const facts = [
      where(citation),
      citation.basis && citation.basis !== "object" ? language.say("basis." + citation.basis) : "",
      citation.pinpoint,
      citation.date,
      citation.page ? language.say("panel.page", { number: citation.page }) : "",
      citation.certainty && citation.certainty !== "explicit" ? language.say("certainty." + citation.certainty) : "",
      citation.role ? language.say("role." + citation.role) : "",
      citation.via ? language.say("panel.via", { place: model.place(citation.via) }) : "",
      citation.language ? language.tongue(citation.language) : "",
      citation.note,
    ].filter(Boolean);
    const what = make("p", { class: "what" }, make("strong", { text: language.say("relation." + citation.relation) }));
    if (citation.verb) what.append(" ", make("q", { text: citation.verb, lang: citation.language || null, dir: "auto" }));
    // The ellipses are outside: inside a right-to-left text they would change sides with it.
    for (const fact of facts) what.append(" · ", typeof fact === "string" ? make("span", { text: fact, dir: "auto" }) : make("span", {}, fact));
    return make("li", {}, what, citation.quote ? make("blockquote", { text: citation.quote, lang: citation.language || null, dir: "auto" }) : null);
  }

  function entry([row, citations]) {
    const [title] = model.titles(row);
    const link = named(row);
    link.classList.add("text");
    link.prepend(signOf(row));
    link.append(badgeOf(row) ?? "");
    return make(
      "li",
      { class: "entry" },
      link,
      title ? make("p", { class: "title", text: title[1], lang: title[0] || null, dir: "auto" }) : null,
      make("ul", { class: "evidence" }, ...citations.map(evidence)),
    );
  }

  function section(key, map, elsewhere) {
    const entries = [...map.entries()].sort((a, b) => a[0] - b[0]);
    const list = make("ul", { class: "texts" }, ...entries.slice(0, FIRST).map(entry));
    const part = make("section", { class: key }, make("h3", {}, make("span", { text: language.say("panel." + key) }), make("span", { class: "count", text: language.number(entries.length) })), list);
    if (!entries.length && !elsewhere) part.append(make("p", { class: "quiet", text: language.say("panel.none") }));
    const rest = entries.slice(FIRST);
    if (rest.length) {
      const button = make("button", { type: "button", class: "more", text: language.say("panel.more", { count: language.number(rest.length) }) });
      button.addEventListener("click", () => {
        list.append(...rest.map(entry));
        button.remove();
      });
      part.append(button);
    }
    if (elsewhere) part.append(make("p", { class: "quiet", text: language.say("panel.elsewhere", { count: language.number(elsewhere) }) }));
    return part;
  }

  const named = (row) => make("a", { href: "#" + address(model.documents[row].symbol) }, make("span", { text: model.documents[row].label, dir: "auto" }));

  // A symbol for the address line: `A/RES/62/37` stays readable.
  const address = (symbol) => encodeURIComponent(symbol.toWellFormed()).replace(/%2F/g, "/").replace(/%3A/g, ":");

  function render() {
    const { cites, citedBy } = model.connections()[shown];
    const each = model.documents[shown];
    content.replaceChildren(
      ...describe(shown).filter(Boolean),
      section("cites", cites, each.citesElsewhere),
      section("cited-by", citedBy, each.citedElsewhere),
    );
  }

  function open(row) {
    if (shown === null) before = document.activeElement;
    shown = row;
    element.hidden = false;
    render();
    element.scrollTop = 0;
    element.focus({ preventScroll: true });
  }

  function close() {
    shown = null;
    element.hidden = true;
    content.replaceChildren();
    if (before && before.isConnected) before.focus();
  }

  language.listen(() => {
    if (shown !== null) render();
  });

  return { open, close, address, isOpen: () => shown !== null };
})();
