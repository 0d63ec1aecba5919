import { FUNCTIONS } from "./functions.js";

// A function of one number as its page writes it: `max(0, {x}) + {alpha} × min(0, {x})`. Each part becomes a function of x and the constants.

/** @typedef {(x: number, constants: Record<string, number>) => number} Compiled */

const TOKENS = /\{\w+\}|\d+(?:\.\d+)?|[a-z]+|\S/g;

/** @param {string} formula @returns {Compiled} */
export function compileFormula(formula) {
  const tokens = formula.match(TOKENS) ?? [];
  const result = sum(tokens);
  if (tokens.length > 0) throw new Error(`can't read '${tokens.join(" ")}' of '${formula}'`);
  return result;
}

/** @param {string[]} tokens @returns {Compiled} */
function sum(tokens) {
  let left = product(tokens);
  while (tokens[0] === "+" || tokens[0] === "−") {
    const [first, isPlus] = [left, tokens.shift() === "+"];
    const second = product(tokens);
    left = isPlus ? (x, c) => first(x, c) + second(x, c) : (x, c) => first(x, c) - second(x, c);
  }
  return left;
}

/** @param {string[]} tokens @returns {Compiled} */
function product(tokens) {
  let left = factor(tokens);
  while (tokens[0] === "×" || tokens[0] === "/") {
    const [first, isTimes] = [left, tokens.shift() === "×"];
    const second = factor(tokens);
    left = isTimes ? (x, c) => first(x, c) * second(x, c) : (x, c) => first(x, c) / second(x, c);
  }
  return left;
}

/** @param {string[]} tokens @returns {Compiled} */
function factor(tokens) {
  const inner = operand(tokens);
  if (tokens[0] !== "³") return inner;
  tokens.shift();
  return (x, c) => inner(x, c) ** 3;
}

/** @param {string[]} tokens @returns {Compiled} */
function operand(tokens) {
  const token = tokens.shift() ?? "";
  if (token === "{x}") return (x) => x;
  if (token.startsWith("{")) return (_, c) => c[token.slice(1, -1)];
  if (token === "π") return () => Math.PI;
  if (/^\d/.test(token)) return () => Number(token);
  if (token === "−") return negated(factor(tokens));
  if (token === "|") return absolute(enclosed(tokens, "|"));
  if (token === "(") return enclosed(tokens, ")");
  return called(token, tokens);
}

/** @param {Compiled} inner @returns {Compiled} */
function negated(inner) {
  return (x, c) => -inner(x, c);
}

/** @param {Compiled} inner @returns {Compiled} */
function absolute(inner) {
  return (x, c) => Math.abs(inner(x, c));
}

/** @param {string[]} tokens @param {string} end @returns {Compiled} */
function enclosed(tokens, end) {
  const inner = sum(tokens);
  take(tokens, end);
  return inner;
}

/** A function of one number, or of two. @param {string} name @param {string[]} tokens @returns {Compiled} */
function called(name, tokens) {
  const apply = FUNCTIONS[name];
  if (!apply) throw new Error(`no function is called '${name}'`);
  if (tokens[0] !== "(") {
    const alone = factor(tokens);
    return (x, c) => apply(alone(x, c), NaN);
  }
  take(tokens, "(");
  const first = sum(tokens);
  const end = tokens.shift();
  if (end === ")") return (x, c) => apply(first(x, c), NaN);
  if (end !== ",") throw new Error(`'${name}(' has no end`);
  const second = enclosed(tokens, ")");
  return (x, c) => apply(first(x, c), second(x, c));
}

/** @param {string[]} tokens @param {string} expected */
function take(tokens, expected) {
  if (tokens.shift() !== expected) throw new Error(`'${expected}' is missing`);
}
