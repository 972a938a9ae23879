// Offers a file to the reader.
import { make } from "./dom.js";

/** @param {Blob} blob
 * @param {string} name */
export function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
