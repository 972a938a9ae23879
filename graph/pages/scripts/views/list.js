// The list alone: it stands beside every drawing, and fills the page in this view.

/** @type {import("./protocol.js").View} */
export const list = { name: "list", start: () => {}, show: () => {}, place: () => null };
