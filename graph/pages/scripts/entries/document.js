// The document page uses its script only for the reader's language.
import { language } from "../language.js";

language.start();
