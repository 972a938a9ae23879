// The data of this page, read from its data blocks.
import { Ground } from "./ground.js";

export const ground = new Ground((name) => {
  const block = document.getElementById(name);
  return block ? JSON.parse(block.textContent) : null;
});
