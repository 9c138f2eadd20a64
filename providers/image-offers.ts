import type { Offer } from "./provider.ts";

export type Image = readonly [os: string, version: string];

/** Offers of a catalogue of images: what is sold by its native name, what only estates still name, and what each comes nearest to. */
export function imageOffersOf(
  sold: Readonly<Record<string, Image>>,
  older: Readonly<Record<string, Image>>,
  related: Readonly<Record<string, readonly Image[]>>,
): Offer[] {
  const image = ([os, version]: Image) => ({ os, version });
  return [
    ...Object.entries(sold).map(([native, value]): Offer => {
      const nearestTo = related[native]?.map(image);
      return { native, value: image(value), ...(nearestTo ? { nearestTo } : {}) };
    }),
    ...Object.entries(older).map(([native, value]): Offer => ({ native, value: image(value), legacy: true })),
  ];
}
