import type { Props } from "../constructs/kinds.ts";
import { pick } from "./catalogue.ts";
import type { Tree } from "./native.ts";
import type { Catalogue, LowerContext } from "./provider.ts";

/**
 * Id of an image of one's own: the one that is named, or one that somebody has to bring, where nothing offered is near the system asked for (another
 * system would start without a word). Undefined where the cloud's own is meant.
 */
export function ownImage(
  { image, customImage }: Pick<Props<"vm">, "image" | "customImage">,
  offers: Catalogue,
  ctx: LowerContext,
): Tree | undefined {
  if (!image) return customImage && ctx.output(customImage);
  if (!pick(offers, image).standsIn) return undefined;
  return ctx.variable({
    name: `image_${image.os}_${image.version}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_"),
    type: "string",
    description: `Id of an image of your own with ${image.os} ${image.version}: nothing like it is offered.`,
  });
}
