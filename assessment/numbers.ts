/**
 * Arithmetic that gives the same bits on every machine: only + − × ÷ and √, which IEEE 754 fixes.
 * (`Math.exp`, `Math.log` and `**` are left to the implementation by the language.)
 */

const LN2 = Math.LN2;

/** e to the x, for |x| below 700. */
export function exp(x: number): number {
  const k = Math.round(x / LN2);
  const r = x - k * LN2;
  let term = 1;
  let sum = 1;
  for (let i = 1; i < 15; i++) {
    term *= r / i;
    sum += term;
  }
  for (let i = 0; i < Math.abs(k); i++) sum *= k > 0 ? 2 : 0.5;
  return sum;
}

/** Natural logarithm of a positive number. */
export function ln(x: number): number {
  let m = x;
  let k = 0;
  for (; m > 1.5; k++) m /= 2;
  for (; m < 0.75; k--) m *= 2;
  const y = (m - 1) / (m + 1);
  let term = y;
  let sum = 0;
  for (let i = 1; i < 30; i += 2) {
    sum += term / i;
    term *= y * y;
  }
  return 2 * sum + k * LN2;
}

/** base to the power of an exponent, for base ≥ 0. */
export function power(base: number, exponent: number): number {
  return base === 0 ? 0 : base === 1 ? 1 : exp(exponent * ln(base));
}

/** A number strictly between 0 and 1 for a seed and an index: the finaliser of MurmurHash3. */
export function uniform(seed: number, index: number): number {
  let h = seed ^ Math.imul(index + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h ^= h >>> 16;
  return ((h >>> 0) + 0.5) / 4_294_967_296;
}

// P. J. Acklam's rational approximation of the inverse normal distribution, relative error below 1.15e-9.
const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
];
const B = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1];
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

/** The standard normal quantile of p, 0 < p < 1. */
export function normal(p: number): number {
  if (p > 1 - 0.02425) return -normal(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * ln(p));
    return horner(C, q) / horner(D, q);
  }
  const q = p - 0.5;
  return (horner(A, q * q) * q) / horner(B, q * q);
}

function horner(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
}

/** Rounded to one decimal: what results show. */
export function tenth(x: number): number {
  return Math.round(x * 10) / 10;
}

/** A factor, rounded to two decimals and below a tenth to two digits: none becomes 0. */
export function factor(x: number): number {
  return x < 0.1 ? Number(x.toPrecision(2)) : hundredth(x);
}

/** Rounded to two decimals: hours of a single item. */
export function hundredth(x: number): number {
  return Math.round(x * 100) / 100;
}
