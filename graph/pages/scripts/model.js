// The page's data: texts, citations between them, and how to name both. Everything from a document is treated as data.
const model = (() => {
  const read = (name) => JSON.parse(document.getElementById(name).textContent);
  const about = read("about");
  const documents = read("documents");
  const pairs = read("pairs"); // columns: from, to, bits (relations between the two); and series, [later, earlier]
  const numbers = new Map(documents.map((each, row) => [each.symbol, row]));
  const groups = about.groups.map(([name, relations]) => ({ name, bits: bitsOf(relations) }));
  let near = null;
  let links = null; // parsed on first use: quotes are most of the page, and the drawing does not need them

  // A set of relations is a number with a bit for each: more than the 32 that `&` takes at once.
  function bitsOf(relations) {
    return relations.reduce((bits, relation) => bits + 2 ** about.relations.indexOf(relation), 0);
  }

  function meet(one, other) {
    return ((one & other) | ((one / 2 ** 32) & (other / 2 ** 32))) !== 0;
  }

  // The pairs of a text, by number: `cites` has the outgoing ones, `citedBy` the incoming ones.
  function around(row) {
    if (!near) {
      near = documents.map(() => ({ cites: [], citedBy: [] }));
      pairs.from.forEach((from, pair) => {
        near[from].cites.push(pair);
        near[pairs.to[pair]].citedBy.push(pair);
      });
    }
    return near[row];
  }

  function connections() {
    if (links) return links;
    links = documents.map(() => ({ cites: new Map(), citedBy: new Map() }));
    const add = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
    const { texts, rows } = read("citations"); // rows refer to strings in `texts`; trailing empty values are left out
    for (const row of rows) {
      const citation = Object.fromEntries(about.evidence.map((name, column) => [name, column < 2 ? row[column] : texts[row[column] ?? 0]]));
      add(links[citation.citing].cites, citation.cited, citation);
      add(links[citation.cited].citedBy, citation.citing, citation);
    }
    return links;
  }

  // The texts that continue each other, the earliest first, the given one among them; empty where there are no others.
  function chain(row) {
    const earlier = new Map(pairs.series);
    const later = new Map(pairs.series.map(([one, other]) => [other, one]));
    const line = [row];
    for (let at = earlier.get(row); at !== undefined && !line.includes(at); at = earlier.get(at)) line.unshift(at);
    for (let at = later.get(row); at !== undefined && !line.includes(at); at = later.get(at)) line.push(at);
    return line.length > 1 ? line : [];
  }

  // Titles as [language, words], the reader's language first; the empty code marks a title of unknown language.
  // A text without titles has what stands for one, with a word that says what it is: the agenda item, subjects.
  function titles(row) {
    const { name, names, nameFrom } = documents[row];
    const all = Object.entries(documents[row].titles || {});
    if (!all.length && name) {
      const own = names && names[language.code()];
      return [[own ? language.code() : "", `${language.say("name." + nameFrom)} ${own || name}`]];
    }
    const rank = ([code]) => (code === language.code() ? 0 : code === "" ? 1 : code === language.first ? 2 : 3);
    return all.sort((a, b) => rank(a) - rank(b) || (a[0] < b[0] ? -1 : 1));
  }

  // A name for the canvas, which has no bidi isolation: direction marks and control characters are removed.
  function shortName(row) {
    const each = documents[row];
    const own = each.kind === "treaty" && language.code() !== language.first && (each.titles || {})[language.code()];
    const plain = (own || each.label).replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
    let width = 0;
    let shown = "";
    for (const sign of plain.slice(0, 200)) {
      width += /[\u1100-\u11ff\u2e80-\uffef]/u.test(sign) ? 2 : 1;
      if (width > 36) return shown.trimEnd() + "…";
      shown += sign;
    }
    return shown;
  }

  // `annex/op13(a)` → "annex, operative paragraph 13 (a)"
  function place(label) {
    const part = (piece) => {
      const found = /^(pp|op|fn)(\d.*)$/s.exec(piece);
      if (found) return language.say("paragraph." + found[1], { number: found[2].replace(/(?=\()/g, " ").trim() });
      return language.say("paragraph." + piece);
    };
    return label.split("/").map(part).join(language.say("paragraph.join"));
  }

  const safeAddress = (address) => {
    if (!address || !URL.canParse(address)) return null;
    return new URL(address).protocol === "https:" ? address : null;
  };

  const year = (row) => Number(/^\d{4}/.exec(documents[row].date || documents[row].year || "")?.[0] ?? NaN);

  return { about, documents, pairs, groups, bitsOf, meet, numbers, around, connections, chain, titles, shortName, place, safeAddress, year, read };
})();

// Elements are only created here, from our own tag names; text is inserted as text nodes.
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (name === "text") element.textContent = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

// The symbol of a text: the shape shows its kind, the colour its body; it is filled if the text itself was read.
function makeSign(shape, { filled = true, color = "currentColor" } = {}) {
  const paths = {
    dot: "M8 2a6 6 0 1 0 .01 0z",
    hexagon: "M4.9 2.6h6.2L14.2 8l-3.1 5.4H4.9L1.8 8z",
    triangle: "M8 2l6.4 11.2H1.6z",
    triangleDown: "M8 14L1.6 2.8h12.8z",
    diamond: "M8 1l7 7-7 7-7-7z",
    square: "M2.5 2.5h11v11h-11z",
  };
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [name, value] of Object.entries({ viewBox: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true" })) {
    svg.setAttribute(name, value);
  }
  path.setAttribute("d", paths[shape]);
  path.setAttribute("fill", filled ? color : "none");
  path.setAttribute("stroke", color);
  path.setAttribute("stroke-width", "1.6");
  svg.append(path);
  return svg;
}

// The badge of a text that is invented or whose number cannot exist; null for any other.
function badgeOf(row) {
  const { invented, impossible } = model.documents[row];
  const mark = invented ? "invented" : impossible ? "impossible" : null;
  return mark ? make("span", { class: "badge", text: language.say(mark), title: impossible || null }) : null;
}

function signOf(row) {
  const each = model.documents[row];
  return makeSign(model.about.shapes[each.kind], { filled: Boolean(each.read), color: `var(--${each.body})` });
}
