// What a reader may mean by the words of a search: an address, a symbol, a number with its body, or words.
import { fold, tight } from "./folding.js";

/** @typedef {object} Asking
 * @property {string} words folded
 * @property {string} tight folded, without blanks
 * @property {string} symbol that an address names, folded and without blanks; empty where it is none
 * @property {{number: string, year: string, body: string} | null} number "1540 (2004)", "75/76 GA" */

/** The words that name a body or mean only "resolution number", in every language of the pages.
 * @typedef {{bodies: Record<string, string[]>, plain: string[]}} Vocabulary */

const ADDRESS = /^(?:https?:\/\/)?(?:www\.)?(?:undocs\.org|docs\.un\.org|daccess-ods\.un\.org|documents\.un\.org)\/(.+)$/i;
const LANGUAGE = /^(?:ar|zh|en|fr|ru|es|de)\//i;

function symbolOf(query) {
  const found = ADDRESS.exec(query.trim());
  if (!found) return "";
  const asked = /[?&](?:symbol|DS|doc)=([^&#]+)/i.exec(found[1])?.[1] ?? found[1].split(/[?#]/)[0];
  let plain = asked;
  try {
    plain = decodeURIComponent(asked);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  return tight(plain.replace(LANGUAGE, "").replace(/\/+$/, ""));
}

// Take a word out of folded words: whole where letters are written apart, anywhere in scripts without blanks.
function without(words, word) {
  if (/[\u2e80-\u9fff]/u.test(word)) return words.includes(word) ? words.replaceAll(word, " ") : null;
  const padded = ` ${words} `;
  const place = padded.indexOf(` ${word} `);
  return place < 0 ? null : `${padded.slice(0, place)} ${padded.slice(place + word.length + 2)}`.trim();
}

function numberOf(words, { bodies, plain }) {
  let rest = words.replace(/[.,;:]/g, " ");
  let body = "";
  for (const [name, said] of Object.entries(bodies)) {
    for (const word of said) {
      const less = body ? null : without(rest, word);
      if (less !== null) [rest, body] = [less, name];
    }
  }
  for (const word of plain) rest = without(rest, word) ?? rest;
  const found = /^(\d+ ?(?:[a-z](?![a-z]))?(?: ?\/ ?\d+ ?[a-z]?)?) ?(?:\( ?([a-z0-9-]{1,9}) ?\))?$/u.exec(rest.trim());
  return found ? { number: found[1].replace(/ /g, ""), year: (found[2] ?? "").trim(), body } : null;
}

/** @param {string} query
 * @param {Vocabulary} vocabulary
 * @returns {Asking} */
export function interpret(query, vocabulary) {
  const words = fold(query.slice(0, 300));
  return { words, tight: words.replace(/ /g, "").replace(/^treaty:/, ""), symbol: symbolOf(query), number: numberOf(words, vocabulary) };
}

/** The numbers that a symbol can be called by: `S/RES/1540(2004)` is 1540 of 2004, `A/RES/75/76` is 75/76, `A/RES/217A(III)` is 217a.
 * @param {string} symbol folded, without blanks
 * @returns {{number: string, year: string} | null} */
export function numbered(symbol) {
  const found = /^(?:.*\/)?(?:res|dec|prst|pv)\/(?:(\d+|s-\d+|es-\d+)\/)?(\d+[a-z]?)(?:\(([^)]+)\))?$/.exec(symbol);
  if (!found) return null;
  return { number: found[1] ? `${found[1]}/${found[2]}` : found[2], year: found[3] ?? "" };
}
