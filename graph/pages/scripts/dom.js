// Finding and making elements. Nothing here ever parses markup.

/** The element with an id, of the given class; an error where the page has none such.
 * @template {typeof HTMLElement} T
 * @param {string} id
 * @param {T} kind
 * @returns {InstanceType<T>} */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`#${id} is no ${kind.name}`);
  return /** @type {InstanceType<T>} */ (found);
}

/** All elements that match a selector.
 * @param {string} selector
 * @param {ParentNode} inside
 * @returns {HTMLElement[]} */
export const every = (selector, inside = document) => [.../** @type {NodeListOf<HTMLElement>} */ (inside.querySelectorAll(selector))];

/** Make an element. Elements are only created here, from our own tag names; text is inserted as text nodes.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} properties attributes; `text` is the text inside; null and undefined are left out
 * @param {(Node | string | null)[]} children null is left out
 * @returns {HTMLElementTagNameMap[T]} */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (name === "text") element.textContent = String(value);
    else element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

// The symbol of a text: the shape shows its kind, the colour its body; it is filled if the text itself was read.
export function makeSign(shape, { filled = true, color = "currentColor" } = {}) {
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
