import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    files: ["visualise/browser/*.js"],
    languageOptions: { globals: { ...globals.browser, vis: "readonly" } },
    rules: {
      eqeqeq: "error",
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln"].map((property) => ({ property, message: "Text is only ever text: use elements.js." })),
      ],
      "no-restricted-globals": ["error", "eval", "fetch", "XMLHttpRequest", "WebSocket", "EventSource"],
      "no-new-func": "error",
      "prefer-const": "error",
      "no-var": "error",
    },
  },
  { files: ["tests/visualise/browser/*.js"], languageOptions: { globals: globals.node } },
];
