// Names of bodies and words for "resolution" in all languages: a reader may paste what another language writes.
import { fold } from "./folding.js";
import { language } from "./language.js";

const listed = (key) => language.every(key).flatMap((words) => words.split(/[,،、;؛]/u)).map(fold).filter(Boolean).sort((a, b) => b.length - a.length);

/** @returns {import("./asking.js").Vocabulary} */
export function vocabulary() {
  const bodies = Object.fromEntries(["council", "assembly", "economic", "rights"].map((name) => [name, listed("search.words." + name)]));
  return { bodies, plain: listed("search.words.plain") };
}
