import { z } from "zod";

/** Numbers that people state, each up to a bound beyond which it is in another unit or a slip of a finger. Bounds are judgement, 2026-11-28. */

function upTo(most: number, of: string) {
  return z.number().nonnegative().max(most, `at most ${most}: ${of}`);
}

/** An exbibyte, and nobody holds one in a component. */
export const GiB = upTo(1e9, "it is in GiB, not in bytes");
/** Ten trillion, and nobody keeps as many in a bucket. */
export const Objects = upTo(1e13, "it is a number of objects");
/** Ten years. */
export const Hours = upTo(87_600, "it is in hours");
/** A hundred years. */
export const Days = upTo(36_500, "it is in days");
/** Routines, call sites, projects, groups of people. */
export const Count = upTo(1e6, "it is a number of things that people made");
/** A month's bill in a currency of small units. */
export const Money = upTo(1e12, "it is an amount of money");
/** Those who work on an exit; a tenth is one day in two weeks. */
export const People = z
  .number()
  .min(0.1, "at least 0.1: it is a number of people")
  .max(1e5, "at most 100000: it is a number of people");
/** A hundredth is one person's half-hour in a week. */
export const Availability = z
  .number()
  .min(0.01, "at least 0.01: it is a share of people's time, 0.01 to 1")
  .max(1, "at most 1: it is a share of people's time, 0.01 to 1");
export const Environments = z.int().positive().max(1000, "at most 1000: it is a number of environments");
/** How far a model is off: a hundred times either way it is another model's unit. */
export const Factor = z
  .number()
  .min(0.01, "at least 0.01: it is a factor on the effort, 0.01 to 100")
  .max(100, "at most 100: it is a factor on the effort, 0.01 to 100");
/** Of a logarithm: with 3 the tenth and the ninetieth percentile are two thousand times apart. */
export const Spread = upTo(3, "it is the standard deviation of a logarithm");
/** What one unit of a currency is worth in another. */
export const Rate = z
  .number()
  .min(1e-9, "at least 1e-9: it is what one unit of the currency is worth")
  .max(1e9, "at most 1e9: it is what one unit of the currency is worth");
