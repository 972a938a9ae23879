// What a reader has asked for: kept in the address alone, so that a view can be shared and going back works.
import { format, parse } from "./address.js";
import { EVERYTHING } from "./filtering.js";

/** The state of the page.
 * @typedef {object} State
 * @property {string} view empty for the one that suits the collection
 * @property {number[]} chosen texts, by number
 * @property {string[]} missing names in the address that no text answers to
 * @property {import("./filtering.js").Filter} filter
 * @property {string} sort
 * @property {string} quotes
 * @property {string} find
 * @property {Record<string, string>} options */

export class Store {
  /** @param {import("./ground.js").Ground} ground
   * @param {(name: string) => number | null} resolve finds a text by what an address calls it */
  constructor(ground, resolve) {
    this.ground = ground;
    this.resolve = resolve;
    /** @type {((state: State) => void)[]} */
    this.listeners = [];
    this.state = this.asked();
    for (const event of ["hashchange", "popstate"]) addEventListener(event, () => this.follow());
  }

  /** @param {(state: State) => void} listener called after every change */
  listen(listener) {
    this.listeners.push(listener);
  }

  /** @returns {State} what the address asks for */
  asked() {
    const { names, ...asked } = parse(location.hash);
    const found = names.map((name) => ({ name, row: this.ground.numbers.get(name) ?? this.resolve(name) }));
    const chosen = [...new Set(found.filter(({ row }) => row !== null).map(({ row }) => row))];
    return { ...asked, chosen, missing: found.filter(({ row }) => row === null).map(({ name }) => name) };
  }

  /** The address of a state, after `#`; to share it, or as a link.
   * @param {Partial<State>} patch */
  address(patch = {}) {
    const { chosen, ...asked } = { ...this.state, ...patch };
    return format({ ...asked, names: chosen.map((row) => this.ground.documents[row].symbol) });
  }

  /** Change the state and the address.
   * @param {Partial<State>} patch
   * @param {{replace?: boolean}} how `replace` for steps that going back should pass over, such as those of a slider */
  set(patch, { replace = false } = {}) {
    const wanted = this.address(patch);
    this.state = { ...this.state, ...patch, missing: [] };
    if (wanted !== location.hash.slice(1)) {
      const address = location.href.split("#")[0] + (wanted && "#" + wanted);
      if (replace) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    this.tell();
  }

  /** @param {Partial<import("./filtering.js").Filter>} patch
   * @param {{replace?: boolean}} [how] */
  filter(patch, how) {
    this.set({ filter: { ...this.state.filter, ...patch } }, how);
  }

  /** Forget all but the view and the texts. */
  reset() {
    this.set({ filter: EVERYTHING, sort: "", quotes: "", find: "", options: {} });
  }

  follow() {
    const before = this.address();
    const next = this.asked();
    const same = !next.missing.length && !this.state.missing.length && before === this.address(next);
    this.state = next;
    if (!same) this.tell();
  }

  tell() {
    for (const listener of this.listeners) listener(this.state);
  }
}
