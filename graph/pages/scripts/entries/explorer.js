// The explorer. The citations are the last part of the page: it starts when they are there.
import { startExplorer } from "../explorer.js";

if (document.readyState === "loading") addEventListener("DOMContentLoaded", startExplorer, { once: true });
else startExplorer();
