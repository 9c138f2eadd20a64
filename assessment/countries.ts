import { z } from "zod";

/** Officially assigned codes of ISO 3166-1 alpha-2: `iso3166.tab` of the tz database, current as of ISO/TC 46 N1108 of 2023-04-05, read 2026-11-28. */
const CODES: ReadonlySet<string> = new Set(
  `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ
  BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ
  DE DJ DK DM DO DZ
  EC EE EG EH ER ES ET
  FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY
  HK HM HN HR HT HU
  ID IE IL IM IN IO IQ IR IS IT
  JE JM JO JP
  KE KG KH KI KM KN KP KR KW KY KZ
  LA LB LC LI LK LR LS LT LU LV LY
  MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ
  NA NC NE NF NG NI NL NO NP NR NU NZ
  OM
  PA PE PF PG PH PK PL PM PN PR PS PT PW PY
  QA
  RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ
  TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
  UA UG UM US UY UZ
  VA VC VE VG VI VN VU
  WF WS
  YE YT
  ZA ZM ZW
`
    .trim()
    .split(/\s+/),
);

/** Codes of other lists that people write: of the Union's style guide, of no country. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  EL: "`GR`: in ISO 3166 that is Greece",
  UK: "`GB`: in ISO 3166 that is the United Kingdom",
  EU: "the country in which the customer is established, as `FR`: the Union is none",
};

/** Parts of a member state with a code of their own in which the law of the Union holds: TFEU art. 349 and 355, Decision 2012/419/EU for Mayotte; read 2026-11-28. */
const PARTS: Readonly<Record<string, string>> = {
  AX: "FI",
  ...{ GF: "FR", GP: "FR", MF: "FR", MQ: "FR", RE: "FR", YT: "FR" },
};

/** A country by its two letters. Any other text would silently stand for a country outside of the Union. */
export const CountryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: "two capital letters, as `FR`", abort: true })
  .superRefine((code, context) => {
    const whole = PARTS[code];
    if (CODES.has(code) && whole === undefined) return;
    const message =
      whole === undefined ? ELSEWHERE[code] : `\`${whole}\`: the law of the Union holds there as a part of it`;
    context.addIssue({ code: "custom", message: message ?? "a country of ISO 3166, as `FR`" });
  });
