// A table of thousands of rows: only those in sight are in the page. Rows are made once and given other contents, and nothing is
// measured before the page is laid out anyway, so that scrolling and filtering stay quick.
import { make } from "./dom.js";

const PRINTED = 2000; // rows on paper at most
const SPARE = 8; // rows beyond either edge

/** A row, and what fills it with an item.
 * @typedef {{element: HTMLTableRowElement, fill: (item: number, place: number) => void}} Row */

/** Make a table whose rows all have one height.
 * @param {object} given
 * @param {HTMLElement} given.scroller what scrolls; the table stands in it
 * @param {HTMLTableSectionElement} given.body
 * @param {number} given.height of a row, in CSS pixels
 * @param {() => Row} given.row makes an empty row
 * @param {(place: number) => void} given.moved called when the focus has come to another place by a key */
export function makeTable({ scroller, body, height, row, moved }) {
  /** @type {ArrayLike<number>} */
  let items = [];
  let range = [0, 0];
  let asked = 0;
  let printing = false;
  /** @type {Row[]} */
  const rows = [];
  const before = make("tr", { "aria-hidden": "true", class: "spare" }, make("td"));
  const after = make("tr", { "aria-hidden": "true", class: "spare" }, make("td"));
  body.replaceChildren(before, after);
  let [top, tall, above] = [0, 0, 0]; // of what scrolls, as last laid out; `above`: how far down in it the rows begin

  function measure() {
    [top, tall] = [scroller.scrollTop, scroller.clientHeight];
    above = body.getBoundingClientRect().top - scroller.getBoundingClientRect().top + top;
  }

  function wanted() {
    if (printing) return [0, Math.min(items.length, PRINTED)];
    const from = Math.min(top - above, Math.max(0, items.length * height - tall)); // a shorter list is scrolled back
    const first = Math.max(0, Math.floor(from / height) - SPARE);
    return [first, Math.min(items.length, Math.ceil((from + tall) / height) + SPARE)];
  }

  const focused = () => (body.contains(document.activeElement) ? document.activeElement.closest("tr")?.dataset.row : undefined);

  function draw() {
    const held = focused();
    range = wanted();
    const count = range[1] - range[0];
    while (rows.length < count) {
      rows.push(row());
      after.before(rows.at(-1).element);
    }
    for (const { element } of rows.splice(count)) element.remove();
    rows.forEach(({ fill }, at) => fill(items[range[0] + at], range[0] + at));
    before.style.height = `${range[0] * height}px`;
    after.style.height = `${Math.max(0, items.length - range[1]) * height}px`;
    // The text that had the focus may stand in another row now.
    if (held !== undefined && focused() !== held) rows.find(({ element }) => element.dataset.row === held)?.element.querySelector("a").focus({ preventScroll: true });
  }

  // The layout is looked at in the next frame, when the browser has made it; what came into sight is drawn then.
  function look() {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      measure();
      const [first, end] = wanted();
      const seen = SPARE / 2;
      if ((first + seen < range[0] && range[0] > 0) || (end - seen > range[1] && range[1] < items.length)) draw();
    });
  }

  // Move the focus to the link of a row, near which it may have to scroll.
  function focus(place) {
    const at = Math.min(items.length - 1, Math.max(0, place));
    measure();
    const up = above + at * height;
    if (up < top + 2 * height) scroller.scrollTop = up - 2 * height;
    else if (up + height > top + tall) scroller.scrollTop = up + 2 * height - tall;
    measure();
    if (at < range[0] || at >= range[1]) draw();
    rows[at - range[0]]?.element.querySelector("a").focus({ preventScroll: true });
    return at;
  }

  body.addEventListener("keydown", (event) => {
    const inside = /** @type {HTMLElement} */ (event.target).closest("tr");
    const page = Math.max(1, Math.floor(scroller.clientHeight / height) - 2);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -items.length, End: items.length }[event.key];
    if (!step || !inside) return;
    event.preventDefault();
    event.stopPropagation();
    const at = focus(range[0] + inside.sectionRowIndex - 1 + step);
    if (event.shiftKey) moved(at);
  });
  // Paper does not scroll: the rows are all there.
  for (const [event, on] of /** @type {[string, boolean][]} */ ([["beforeprint", true], ["afterprint", false]])) {
    addEventListener(event, () => {
      printing = on;
      draw();
    });
  }
  scroller.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(scroller);

  return {
    /** @param {ArrayLike<number>} next */
    show(next) {
      items = next;
      if (!tall) measure();
      draw();
      look();
    },
    draw,
  };
}
