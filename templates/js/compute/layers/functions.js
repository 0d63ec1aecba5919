/** The functions that a formula may name. @type {Record<string, (a: number, b: number) => number>} */
export const FUNCTIONS = {
  "√": Math.sqrt,
  ceil: Math.ceil,
  exp: Math.exp,
  floor: Math.floor,
  ln: Math.log,
  sign: Math.sign,
  tanh: Math.tanh,
  trunc: Math.trunc,
  max: (a, b) => Math.max(a, b),
  min: (a, b) => Math.min(a, b),
  erf: errorFunction,
  round: roundToEven,
};

/** Of two whole numbers that are equally near, the even one. @param {number} x */
export function roundToEven(x) {
  const low = Math.floor(x);
  if (x - low !== 0.5) return Math.round(x);
  return low % 2 === 0 ? low : low + 1;
}

/** `2/√π · exp(-x²) · Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!`, whose terms all have the same sign and so don't cancel. @param {number} x */
export function errorFunction(x) {
  if (!(Math.abs(x) <= 6)) return Math.sign(x);
  let [term, sum] = [x, x];
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
