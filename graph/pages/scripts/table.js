// A table of thousands of rows: only those in sight are in the page, so that scrolling and filtering stay quick.
import { make } from "./dom.js";

const PRINTED = 2000; // rows on paper at most
const SPARE = 12; // rows beyond either edge

/** Make a table whose rows all have one height.
 * @param {object} given
 * @param {HTMLElement} given.scroller what scrolls; the table stands in it
 * @param {HTMLTableSectionElement} given.body
 * @param {number} given.height of a row, in CSS pixels
 * @param {(item: number, place: number) => HTMLTableRowElement} given.row makes the row of an item */
export function makeTable({ scroller, body, height, row }) {
  /** @type {ArrayLike<number>} */
  let items = [];
  let range = [0, 0];
  let asked = 0;
  let printing = false;
  const before = make("tr", { "aria-hidden": "true", class: "spare" }, make("td"));
  const after = make("tr", { "aria-hidden": "true", class: "spare" }, make("td"));

  // How far below the top of what scrolls the rows begin.
  const above = () => body.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;

  function wanted() {
    const top = scroller.scrollTop - above();
    const first = Math.max(0, Math.floor(top / height) - SPARE);
    return [first, Math.min(items.length, Math.ceil((top + scroller.clientHeight) / height) + SPARE)];
  }

  function draw() {
    range = printing ? [0, Math.min(items.length, PRINTED)] : wanted();
    const rows = [];
    for (let place = range[0]; place < range[1]; place += 1) rows.push(row(items[place], place));
    before.style.height = `${range[0] * height}px`;
    after.style.height = `${Math.max(0, items.length - range[1]) * height}px`;
    // A row that is removed while it has the focus makes the browser lay out what is left, which is too short to be scrolled.
    const [top, focused] = [scroller.scrollTop, body.contains(document.activeElement) ? document.activeElement.closest("tr").dataset.row : undefined];
    body.replaceChildren(before, ...rows, after);
    scroller.scrollTop = top;
    if (focused !== undefined) rows.find((each) => each.dataset.row === focused)?.querySelector("a").focus({ preventScroll: true });
  }

  function scrolled() {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      const [first, end] = wanted();
      const seen = SPARE / 2;
      if (first + seen < range[0] || end - seen > range[1]) draw();
    });
  }

  // Move the focus to the link of a row, near which it may have to scroll.
  function focus(place) {
    const at = Math.min(items.length - 1, Math.max(0, place));
    const top = above() + at * height;
    if (top < scroller.scrollTop + 2 * height) scroller.scrollTop = top - 2 * height;
    else if (top + height > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + 2 * height - scroller.clientHeight;
    if (at < range[0] || at >= range[1]) draw();
    const link = body.rows[at - range[0] + 1]?.querySelector("a");
    link?.focus({ preventScroll: true });
  }

  body.addEventListener("keydown", (event) => {
    const inside = /** @type {HTMLElement} */ (event.target).closest("tr");
    const page = Math.max(1, Math.floor(scroller.clientHeight / height) - 2);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -items.length, End: items.length }[event.key];
    if (!step || !inside) return;
    event.preventDefault();
    event.stopPropagation();
    focus(range[0] + inside.sectionRowIndex - 1 + step);
  });
  // Paper does not scroll: the rows are all there.
  for (const [event, on] of /** @type {[string, boolean][]} */ ([["beforeprint", true], ["afterprint", false]])) {
    addEventListener(event, () => {
      printing = on;
      draw();
    });
  }
  scroller.addEventListener("scroll", scrolled, { passive: true });
  new ResizeObserver(scrolled).observe(scroller);

  return {
    /** @param {ArrayLike<number>} next */
    show(next) {
      items = next;
      draw();
    },
    draw,
  };
}
