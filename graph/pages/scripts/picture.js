// What a view shows as a file: PNG at double size, or SVG.
import { make } from "./dom.js";
import { Recorder } from "./recorder.js";

/** @typedef {import("./views/protocol.js").Figure} Figure */

/** @param {Figure} figure */
export function svgOf(figure) {
  const recorder = new Recorder(figure);
  figure.paint(/** @type {any} */ (recorder));
  return new Blob([new XMLSerializer().serializeToString(recorder.root)], { type: "image/svg+xml" });
}

/** @param {Figure} figure
 * @returns {Promise<Blob>} */
export function pngOf({ width, height, paint }) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  paint(context);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** Offer a file to the reader.
 * @param {Blob} blob
 * @param {string} name */
export function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
