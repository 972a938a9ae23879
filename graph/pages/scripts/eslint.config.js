import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module", globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      complexity: ["error", 15],
      eqeqeq: "error",
      "max-lines": ["error", 300],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  { files: ["tools/**", "tests/**"], languageOptions: { globals: globals.node } },
];
