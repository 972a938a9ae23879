// The state of a page as the part of its address after `#`, and back: `A/RES/62/37&view=map&from=2010&verb=recalls`.

/** What an address says; texts by their names, as written.
 * @typedef {object} Asked
 * @property {string[]} names
 * @property {string} view empty where none is named
 * @property {import("./filtering.js").Filter} filter
 * @property {string} sort column of the list, `-` before it for the other direction; empty for the usual one
 * @property {string} quotes language of the quotes; empty for the reader's
 * @property {string} find words that the list is narrowed to
 * @property {Record<string, string>} options what a view keeps of its own */

const LISTS = { by: "by", verb: "verbs", act: "acts", kind: "kinds", body: "bodies" };
const WORDS = ["view", "sort", "quotes", "find"];
const NAME = /^[a-z][a-z0-9-]{0,30}$/;
const LONGEST = 4000; // code units of an address that are read

/** A part of an address; invalid escapes are taken literally.
 * @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return part;
  }
}

/** A value for the address line: `A/RES/62/37` stays readable.
 * @param {string} value */
export const encode = (value) => encodeURIComponent(value.toWellFormed()).replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%2C/g, ",");

const year = (words) => (/^\d{4}$/.test(words) ? Number(words) : null);

/** @param {string} hash with or without `#`
 * @returns {Asked} */
export function parse(hash) {
  /** @type {any} */
  const asked = { names: [], view: "", sort: "", quotes: "", find: "", options: {} };
  /** @type {any} */
  const filter = { from: null, to: null, by: [], verbs: [], acts: [], kinds: [], bodies: [] };
  for (const part of hash.replace(/^#/, "").slice(0, LONGEST).split("&")) {
    const [, key, value] = /^([a-z][a-z0-9-]{0,30})=(.*)$/s.exec(part) ?? [];
    if (!key) {
      if (part) asked.names.push(decode(part));
    } else if (key === "and") asked.names.push(decode(value));
    else if (key === "from" || key === "to") filter[key] = year(value);
    else if (Object.hasOwn(LISTS, key)) filter[LISTS[key]] = decode(value).split(",").filter((each) => NAME.test(each));
    else if (WORDS.includes(key)) asked[key] = decode(value);
    else asked.options[key] = decode(value);
  }
  return { ...asked, filter };
}

/** @param {Asked} asked
 * @returns {string} without `#`; empty where nothing is asked */
export function format({ names, view, filter, sort, quotes, find, options }) {
  const [first, ...others] = names;
  const lists = Object.entries(LISTS).map(([key, list]) => [key, filter[list].join(",")]);
  const years = [["from", filter.from], ["to", filter.to]].map(([key, value]) => [key, value === null ? "" : String(value)]);
  const said = [["view", view], ...years, ...lists, ["sort", sort], ["quotes", quotes], ["find", find], ...Object.entries(options).sort()];
  return [
    ...(first === undefined ? [] : [encode(first)]),
    ...others.map((name) => `and=${encode(name)}`),
    ...said.filter(([, value]) => value !== "").map(([key, value]) => `${key}=${encode(String(value))}`),
  ].join("&");
}
