// The worker that draws: it is told once what a drawing is made of, then of each change alone, and sends back finished pictures.
import { paintBase, paintFrame, paintNames, project } from "../drawing/picture.js";

/** @type {import("../drawing/types.js").Plate | null} */
let plate = null;
/** @type {import("../drawing/types.js").Left | null} */
let left = null;
/** @type {string[]} */
let names = [];
/** @type {string[]} */
let titles = [];

/** Draw on a canvas of its own.
 * @param {import("../drawing/types.js").Shot} shot
 * @param {number} ratio device pixels in a CSS pixel
 * @param {(context: CanvasRenderingContext2D) => void} paint
 * @returns {ImageBitmap} */
function picture({ size: { width, height } }, ratio, paint) {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio)));
  const context = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (canvas.getContext("2d")));
  context.scale(ratio, ratio);
  paint(context);
  return canvas.transferToImageBitmap();
}

addEventListener("message", ({ data }) => {
  if (data.plate) plate = data.plate;
  if (data.left) left = data.left;
  if (data.names) {
    if (!data.low) [names, titles] = [[], []];
    names.push(...data.names);
    titles.push(...data.titles);
  }
  if (!data.shot || !plate || !left) return;
  const { shot, ratio } = data;
  const [drawn, remains] = [plate, left];
  const at = project(drawn, remains, shot);
  const said = shot.titled ? titles : names;
  const pictures = [
    picture(shot, ratio, (context) => paintBase(context, drawn, remains, shot, at)),
    picture(shot, ratio, (context) => (shot.chosen ? undefined : paintNames(context, drawn, remains, shot, at, (row) => said[row] ?? ""))),
    picture(shot, ratio, (context) => paintFrame(context, drawn, shot)),
  ];
  postMessage({ pictures, view: shot.view }, { transfer: pictures });
});
