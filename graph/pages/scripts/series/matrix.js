// What several texts cite, side by side: a column a text, a line a cited text, followed from column to column.
// Where a later column cites a later text of the same series instead, the line goes on with it: it was brought up to
// date, not dropped. Nothing here touches the page.

/** @typedef {"cited" | "new" | "kept" | "changed" | "updated" | "dropped" | "absent" | "unread"} State
 * Against the read column before: `cited` in the first one; `changed`: by other verbs; `updated`: a later text. */
/** @typedef {{ relation: string, paragraph: string, language?: string, verb?: string, quote?: string }} Citation */
/** @typedef {Map<number, Citation[]>} Cited cited text → its citations, in reading order */
/** @typedef {{ state: State, text: number | null, citations: Citation[] }} Cell */
/** @typedef {{ cells: Cell[] }} Line */

const ORDER = ["title", "head", "lead", "pp", "op", "p", "art", "fn"];

/** Where a paragraph stands in a text, as numbers to compare one after the other; annexes come last.
 * @param {string} label such as `pp3`, `op13(a)`, `annex/op2`
 * @returns {number[]} */
export function readingOrder(label) {
  const parts = label.split("/");
  const name = parts[parts.length - 1];
  const kind = ORDER.indexOf(/^[a-z]*?(?=\d|\W|$)/.exec(name)?.[0] ?? "");
  const annex = /^annex(\d*)/.exec(parts[0]);
  const numbers = (name.match(/\d+/g) ?? []).map(Number);
  return [annex ? Number(annex[1] || 1) : 0, kind < 0 ? ORDER.length : kind, ...numbers];
}

/** @param {readonly number[]} one
 * @param {readonly number[]} other
 * @returns {number} below zero where the first comes first */
function inOrder(one, other) {
  for (let place = 0; place < Math.max(one.length, other.length); place++) {
    const apart = (one[place] ?? -1) - (other[place] ?? -1);
    if (apart) return apart;
  }
  return 0;
}

/** The languages in which each of the texts has citations: the preferred one first, then those with most in the text
 * that has fewest.
 * @param {readonly Cited[]} texts
 * @param {string} preferred
 * @returns {string[]} */
export function sharedLanguages(texts, preferred) {
  const counts = texts.map((cited) => {
    /** @type {Map<string, number>} */
    const count = new Map();
    for (const each of [...cited.values()].flat()) count.set(each.language ?? "", (count.get(each.language ?? "") ?? 0) + 1);
    return count;
  });
  const least = (/** @type {string} */ code) => Math.min(...counts.map((count) => count.get(code) ?? 0));
  const rank = (/** @type {string} */ code) => (code === preferred ? Infinity : least(code));
  const shared = [...(counts[0]?.keys() ?? [])].filter((code) => code && least(code) > 0);
  return shared.sort((one, other) => rank(other) - rank(one) || (one < other ? -1 : 1));
}

/** What a text cites in one of its languages.
 * @param {Cited} cited
 * @param {string} language
 * @returns {Cited} */
export function inLanguage(cited, language) {
  const found = [...cited].map(([text, all]) => /** @type {const} */ ([text, all.filter((each) => each.language === language)]));
  return new Map(found.filter(([, some]) => some.length));
}

/** What each of the texts cites in one language: the preferred one, else one that all have, else each in the one that
 * it has most of.
 * @param {readonly (Cited | null)[]} texts null for one that was not read
 * @param {string} preferred
 * @returns {{ texts: (Cited | null)[], language: string | null, shared: string[] }} */
export function inOneLanguage(texts, preferred) {
  const read = texts.filter((each) => each !== null);
  const shared = sharedLanguages(read, preferred);
  const own = (/** @type {Cited} */ cited) => shared[0] ?? sharedLanguages([cited], preferred)[0];
  const chosen = texts.map((cited) => (cited && own(cited) ? inLanguage(cited, own(cited)) : cited));
  return { texts: chosen, language: shared[0] ?? null, shared };
}

/** The relations of citations in paragraphs; those in notes only where there are no others.
 * @param {readonly Citation[]} citations
 * @returns {string} */
function relations(citations) {
  const said = citations.filter((each) => readingOrder(each.paragraph)[1] !== ORDER.indexOf("fn"));
  return [...new Set((said.length ? said : citations).map((each) => each.relation))].sort().join(" ");
}

/** Follow what is cited from column to column.
 * @param {readonly (Cited | null)[]} columns what each text cites; null for one that was not read
 * @param {(text: number) => number | undefined} before the text that one continues
 * @returns {Line[]} those that the last columns cite first, in their reading order */
export function matrix(columns, before) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {Map<number, Line>} */
  let open = new Map(); // of the read column before: cited text → its line
  /** @type {Map<number, Line>} */
  const closed = new Map(); // lines that an earlier column left: last cited text → the line
  let first = true;
  columns.forEach((cited, column) => {
    for (const line of lines) line.cells.push({ state: cited ? "absent" : "unread", text: null, citations: [] });
    if (!cited) return;
    const successors = updates(cited, open, before);
    /** @type {Map<number, Line>} */
    const next = new Map();
    for (const [text, citations] of cited) {
      const old = open.has(text) ? text : successors.get(text);
      const line = (old === undefined ? closed.get(text) : open.get(old)) ?? began(lines, columns, column);
      line.cells[column] = { state: first ? "cited" : stateOf(line, column, old, text, citations), text, citations };
      next.set(text, line);
      closed.delete(text);
      if (old !== undefined) open.delete(old);
    }
    for (const [text, line] of open) {
      line.cells[column].state = "dropped";
      closed.set(text, line);
    }
    open = next;
    first = false;
  });
  return sorted(lines);
}

/** A new line, empty up to a column.
 * @param {Line[]} lines
 * @param {readonly (Cited | null)[]} columns
 * @param {number} column
 * @returns {Line} */
function began(lines, columns, column) {
  /** @type {Line} */
  const line = { cells: columns.slice(0, column + 1).map((cited) => ({ state: cited ? "absent" : "unread", text: null, citations: [] })) };
  lines.push(line);
  return line;
}

/** @param {Line} line
 * @param {number} column
 * @param {number | undefined} old the text of this line in the read column before
 * @param {number} text
 * @param {readonly Citation[]} citations
 * @returns {State} */
function stateOf(line, column, old, text, citations) {
  if (old === undefined) return "new";
  if (old !== text) return "updated";
  const last = line.cells.slice(0, column).findLast((cell) => cell.text !== null);
  return last && relations(last.citations) !== relations(citations) ? "changed" : "kept";
}

/** Pair what is newly cited with the text of its series that was cited before; each old text is taken once.
 * @param {Cited} cited
 * @param {Map<number, Line>} open
 * @param {(text: number) => number | undefined} before
 * @returns {Map<number, number>} new text → old text */
function updates(cited, open, before) {
  const found = new Map();
  const taken = new Set();
  for (const text of cited.keys()) {
    if (open.has(text)) continue;
    const seen = new Set([text]);
    for (let old = before(text); old !== undefined && !seen.has(old); old = before(old)) {
      seen.add(old);
      if (!open.has(old) || cited.has(old) || taken.has(old)) continue;
      found.set(text, old);
      taken.add(old);
      break;
    }
  }
  return found;
}

/** @param {Line[]} lines
 * @returns {Line[]} */
function sorted(lines) {
  const keys = new Map(
    lines.map((line) => {
      const last = line.cells.findLastIndex((cell) => cell.text !== null);
      return [line, [-last, ...readingOrder(line.cells[last].citations[0]?.paragraph ?? "")]];
    }),
  );
  return lines.sort((one, other) => inOrder(keys.get(one) ?? [], keys.get(other) ?? []));
}

/** Join neighbouring texts that were not read, so that a table shows them as one gap.
 * @template {{ read: boolean }} T
 * @param {readonly T[]} texts
 * @returns {T[][]} each either one read text or some unread ones */
export function withGaps(texts) {
  /** @type {T[][]} */
  const columns = [];
  for (const text of texts) {
    const last = columns[columns.length - 1];
    if (last && !text.read && !last[0].read) last.push(text);
    else columns.push([text]);
  }
  return columns;
}
