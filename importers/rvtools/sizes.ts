const GIB_PER: Readonly<Record<string, number>> = { k: 1 / 1024 ** 2, m: 1 / 1024, g: 1, t: 1024 };

/** Units by their first letter: vSphere and its tools count in powers of two whatever they call them. Default: MiB. */
export function inGiB(value: number, unit: string | undefined): number {
  return value * (GIB_PER[(unit ?? "m").slice(0, 1).toLowerCase()] ?? Number.NaN);
}

/** Separators of thousands: comma, full stop, apostrophes, spaces of every width. */
const GROUPED = /^\d{1,3}(?:([.,'’\u0020\u00a0\u202f\u2009])\d{3})(?:\1\d{3})*$/;

/** `16384`, `16,384`, `16.384`, `16 384`, `16384.5`; undefined for what is no number. Groups of three digits are thousands: sizes here are whole. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim();
  if (/^\d+$/.test(plain)) return Number(plain);
  if (GROUPED.test(plain)) return Number(plain.replaceAll(/\D/g, ""));
  const [, whole, fraction] = /^([\d.,'’\u0020\u00a0\u202f\u2009]*\d)[.,](\d+)$/.exec(plain) ?? [];
  if (whole === undefined || !(/^\d+$/.test(whole) || GROUPED.test(whole))) return undefined;
  return Number(`${whole.replaceAll(/\D/g, "")}.${fraction}`);
}

/** Whether digits may be one number or another: `39.063` of a unit that people reckon in is a fraction or thousands. What counts in MiB or less is whole. */
export function mayBeFraction(text: string, unit: string | undefined): boolean {
  return /^[gt]/i.test(unit ?? "") && /^\d{1,3}[.,]\d{3}$/.test(text.trim());
}
