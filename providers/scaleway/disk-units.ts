/** Scaleway counts disks in decimal gigabytes, in steps of 5: scaleway/terraform-provider-scaleway@b2d45ed:internal/services/rdb/instance.go, 2026-08-21. */
const GB_PER_GIB = 1.073741824;
const STEP = 5;

/** The smallest disk on offer that holds as much. */
export function gigabytesFrom(gib: number): number {
  // What a division left over asks for no further step.
  const gigabytes = Number((gib * GB_PER_GIB).toFixed(3));
  return Math.ceil(gigabytes / STEP) * STEP;
}

/** Rounded down to hundredths: never more than there is. */
export function gibibytesFrom(gigabytes: number): number {
  return Math.floor((gigabytes / GB_PER_GIB) * 100) / 100;
}
