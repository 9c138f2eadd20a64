/** Below, one decimal would say 0. */
const LITTLE = 0.05;

/** Whole from ten on, one decimal below: a range of person-days has no more truth in it. What is little is not nothing. */
export function amount(n: number): string {
  if (n > 0 && n < LITTLE) return "< 0.1";
  const rounded = Math.abs(n) < 10 ? Math.round(n * 10) / 10 : Math.round(n);
  const [whole = "0", decimals] = String(rounded).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (decimals ? `.${decimals}` : "");
}
