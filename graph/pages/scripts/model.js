// The page's data: texts, citations between them, and how to name both. Everything from a document is treated as data.
import { bitsOf } from "./bits.js";
import { language } from "./language.js";

export const model = (() => {
  const read = (name) => JSON.parse(document.getElementById(name).textContent);
  const about = read("about");
  const documents = read("documents");
  const pairs = read("pairs"); // columns: from, to, bits (relations between the two); and series, [later, earlier]
  const numbers = new Map(documents.map((each, row) => [each.symbol, row]));
  const groups = about.groups.map(([name, relations]) => ({ name, bits: bitsOf(about.relations, relations) }));
  let near = null;
  let links = null; // parsed on first use: quotes are most of the page, and the drawing does not need them

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
    /** @param {[string, string]} title */
    const rank = ([code]) => (code === language.code() ? 0 : code === "" ? 1 : code === language.first ? 2 : 3);
    return all.sort((a, b) => rank(a) - rank(b) || (a[0] < b[0] ? -1 : 1));
  }

  // Words for the canvas, which has no bidi isolation: direction marks and control characters are removed.
  function short(words, most) {
    const plain = words.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
    let width = 0;
    let shown = "";
    for (const sign of plain.slice(0, 200)) {
      width += /[\u1100-\u11ff\u2e80-\uffef]/u.test(sign) ? 2 : 1;
      if (width > most) return shown.trimEnd() + "…";
      shown += sign;
    }
    return shown;
  }

  function shortName(row) {
    const each = documents[row];
    const own = each.kind === "treaty" && language.code() !== language.first && (each.titles || {})[language.code()];
    return short(own || each.label, 36);
  }

  // The title instead of the symbol, where there is one.
  const shortTitle = (row) => (titles(row)[0] ? short(titles(row)[0][1], 48) : shortName(row));

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

  return { about, documents, pairs, groups, numbers, around, connections, chain, titles, short, shortName, shortTitle, place, safeAddress, year, read };
})();
