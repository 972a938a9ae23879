// A drawing of all texts at fixed places, on a surface that can be moved and zoomed: what map and timeline share.
import { language } from "../language.js";
import { shortName, shortTitle } from "../naming.js";
import { lit, scene } from "../scene.js";
import { sketch } from "../sketch.js";
import { makeSurface } from "../surface.js";
import { Painter } from "./painter.js";
import { boxes } from "./picture.js";

/** @typedef {import("./types.js").Shot["view"]} View */

/** @param {import("../ground.js").Ground} ground
 * @param {object} given
 * @param {"map" | "timeline"} given.stage
 * @param {string} given.style of lines
 * @param {ArrayLike<number>} given.x per text
 * @param {ArrayLike<number>} given.y
 * @param {(cited: number) => number} given.sizeOf radius of a text, before it is scaled
 * @param {(view: View) => number} given.scale of radii
 * @param {number} given.least radius
 * @param {(view: View) => number} given.named how many texts are named
 * @param {(view: View) => boolean} [given.titled] whether by their titles
 * @param {(view: View) => boolean} [given.far] whether lines between clusters are left out
 * @param {(view: View) => number} [given.chains] width of the lines of series
 * @param {number[] | null} [given.clusters]
 * @param {((row: number) => boolean) | null} [given.quiet] whether lines of a text are only drawn when it is in focus
 * @param {any} given.data of the stage
 * @param {() => Record<string, any>} given.words of the stage in the reader's language
 * @param {any} given.surface options of the surface */
export function makeStage(ground, { stage, style, x, y, sizeOf, scale, least, named, titled, far, chains, clusters = null, quiet = null, data, words, surface: options }) {
  const { about, documents, pairs } = ground;
  let left = { shown: null, left: null };
  /** @type {import("./types.js").Box[]} */
  let covered = [];
  let over = ""; // what they were found for
  let spoken = { code: "", words: {} };

  function remains() {
    if (left.shown !== scene.shown) {
      const { visible, keeps, group, cited } = scene.shown;
      const sizes = new Float32Array(cited.length);
      for (let row = 0; row < sizes.length; row += 1) sizes[row] = sizeOf(cited[row]);
      left = { shown: scene.shown, left: { visible, keeps, group, sizes } };
    }
    return left.left;
  }

  function said() {
    if (spoken.code !== language.code()) spoken = { code: language.code(), words: words() };
    return spoken.words;
  }

  function shot() {
    const view = { ...surface.view };
    return {
      ...{ view, least, covered, size: surface.size(), scale: scale(view), theme: sketch.theme, code: language.code(), words: said() },
      ...{ named: named(view), titled: titled?.(view) ?? false, far: far?.(view) ?? false, chains: chains?.(view) ?? 2.5, chosen: scene.chosen !== null },
    };
  }

  function focus() {
    const row = lit();
    return row === null ? null : { row, chosen: scene.chosen !== null, chain: ground.chain(row), ...sketch.fan(row) };
  }

  const plate = () => ({
    ...{ stage, style, x, y, clusters, data, looks: sketch.looks, dress: sketch.dress, series: pairs.series },
    ...{ from: Int32Array.from(pairs.from), to: Int32Array.from(pairs.to), groups: about.groups.map(([name]) => name) },
    quiet: quiet && Uint8Array.from(documents, (_, row) => Number(quiet(row))),
  });

  const surface = makeSurface({
    ...{ x, y, ...options },
    radius: (row, view) => Math.max(least, remains().sizes[row] * scale(view)),
    paint: ({ painted }) => new Painter(plate(), { shot, left: remains, focus, nameOf: (row, long) => (long ? shortTitle(row) : shortName(row)), painted }),
  });
  const { refresh } = surface;
  return Object.assign(surface, {
    refresh: () => {
      const key = [surface.size().width, surface.size().height, scene.chosen === null].join();
      if (over !== key) covered = sketch.covered();
      over = key;
      refresh();
    },
    /** Texts stand elsewhere. */
    arrange: () => {
      surface.arranged();
      surface.painter().replace(plate());
    },
    boxes: () => boxes(document.createElement("canvas").getContext("2d"), plate(), shot()),
    picture: (context) => surface.painter().paint(context),
  });
}
