import js from "@eslint/js";

/** A module does nothing when it is loaded: what happens on a page, an entry starts. */
const sideEffects = {
  selector: "Program > ExpressionStatement",
  message: "Only an entry does something when it is loaded: export a function.",
};

/** The forms that the joiner knows. */
const forms = [
  { selector: "ExportDefaultDeclaration", message: "Export by name." },
  { selector: "ExportAllDeclaration", message: "Export by name." },
  { selector: "ExportNamedDeclaration[specifiers.length>0]", message: "Export where it is declared." },
  { selector: "ExportNamedDeclaration > VariableDeclaration[kind!='const']", message: "What is exported never changes." },
  { selector: "ImportDefaultSpecifier", message: "Import by name." },
  { selector: "ImportExpression", message: "A page opened from a file can import nothing." },
];

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    rules: {
      // The compiler knows the names of the browser.
      "no-undef": "off",
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "no-shadow": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "max-lines": ["error", 250],
    },
  },
  { files: ["templates/**/*.js"], rules: { "no-restricted-syntax": ["error", ...forms, sideEffects] } },
  { files: ["templates/js/*.js"], rules: { "no-restricted-syntax": ["error", ...forms] } },
  {
    // Arithmetic knows no document, so that it runs anywhere.
    files: ["templates/js/compute/**/*.js", "templates/widgets/*/forward.js"],
    rules: { "no-restricted-globals": ["error", "document", "window", "location", "navigator", "self", "globalThis"] },
  },
];
