// The stage of the atlas: every text and every citation, at places computed when the page was made.
import { startExplorer } from "../explorer.js";
import { model } from "../model.js";
import { makeSurface } from "../surface.js";

const stage = (() => {
  const places = model.read("places"); // columns: x, y, r
  const order = [...model.documents.keys()];
  // In portrait orientation the atlas is rotated.
  if (innerHeight > innerWidth) [places.x, places.y] = [places.y.map((each) => -each), places.x];
  return makeSurface({
    style: model.pairs.from.length > 6000 ? "thin" : "taper",
    x: places.x,
    y: places.y,
    radius: (row, { kx }) => Math.max(0.9, places.r[row] * Math.min(1.6, kx)),
    margin: { left: 24, right: 24, top: 24, bottom: 24 },
    widest: 4,
    naming: () => order,
    names: ({ kx }) => 28 + 60 * Math.max(0, kx - 0.3),
  });
})();

startExplorer(stage);
