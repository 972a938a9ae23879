// The marks of a text: the sign of its kind and body, and the badge of one that is invented or cannot exist.
import { make, makeSign } from "./dom.js";
import { language } from "./language.js";
import { ground } from "./page.js";

// The badge of a text that is invented or whose number cannot exist; null for any other.
export function badgeOf(row) {
  const { invented, impossible } = ground.documents[row];
  const mark = invented ? "invented" : impossible ? "impossible" : null;
  return mark ? make("span", { class: "badge", text: language.say(mark), title: impossible || null }) : null;
}

export function signOf(row) {
  const each = ground.documents[row];
  return makeSign(ground.about.shapes[each.kind], { filled: Boolean(each.read), color: `var(--${each.body})` });
}
