import type { Cloud } from "../providers/provider.ts";
import { claims, claimsOnEstates, claimsSideBySide, claimsStandingAlone } from "./claims.ts";
import { catalogueIsExact, guaranteesBite, nothingOutsideTheCatalogue } from "./data-bites.ts";
import type { Evidence } from "./evidence.ts";
import { factsAreCited, factsNameWhatExists } from "./facts.ts";
import { homeAgain, homeAgainFromEstates } from "./home-again.ts";
import type { Failure, Law, Subject } from "./law.ts";
import { everyReadCounts, everyReadOfEstatesCounts, noResidue } from "./leaves-read.ts";
import { lossesExplained, lossesSeen } from "./losses.ts";
import { noDangling, noDanglingOnEstates } from "./no-dangling.ts";
import { noSmuggling, noSmugglingOnEstates } from "./no-smuggling.ts";
import type { Reading } from "./reading.ts";
import { roundTrip } from "./round-trip.ts";
import { sameBytes, sameBytesInAnyOrder } from "./same-bytes.ts";
import { dataIsProtected, noSecret, providersHoldTheRegion, secretsStay } from "./secrets.ts";
import type { Specimen } from "./specimen.ts";
import { stateForm, stateTies } from "./state-form.ts";
import { type Proof, subjectsOf } from "./subjects.ts";
import { total, totalReading, totalWithHoles } from "./total.ts";
import { valid, validWorkload } from "./valid.ts";
import type { Workload } from "./workload.ts";

/** Laws of one component, written alone: named or generated. */
export const componentLaws: readonly Law<Specimen>[] = [
  total,
  claims,
  roundTrip,
  sameBytes,
  valid,
  lossesExplained,
  noResidue,
  noSmuggling,
  stateForm,
  homeAgain,
  noSecret,
  dataIsProtected,
];

/** Laws of one component that take longer: named cases only. */
export const caseLaws: readonly Law<Specimen>[] = [everyReadCounts, totalWithHoles, nothingOutsideTheCatalogue];

/** Laws of several components side by side. */
export const workloadLaws: readonly Law<Workload>[] = [
  claimsSideBySide,
  sameBytesInAnyOrder,
  validWorkload,
  noDangling,
  stateTies,
];

/** Laws of natives that `lower` did not write. */
export const readingLaws: readonly Law<Reading>[] = [
  totalReading,
  claimsOnEstates,
  everyReadOfEstatesCounts,
  noSmugglingOnEstates,
  noDanglingOnEstates,
  homeAgainFromEstates,
  secretsStay,
];

/** Laws of a cloud as a whole. */
export const cloudLaws: readonly Law<Evidence>[] = [
  claimsStandingAlone,
  lossesSeen,
  factsAreCited,
  factsNameWhatExists,
  guaranteesBite,
  catalogueIsExact,
  providersHoldTheRegion,
];

const OF_WRITING = [3, 5, 6, 7, 8, 10, 14];

/** Laws of what is written do not concern a cloud that one only leaves. */
export function concerns({ sourceOnly }: Cloud, { number }: Law<never>): boolean {
  return !sourceOnly || !OF_WRITING.includes(number);
}

/** Where a cloud breaks the laws that need no engine; empty when it keeps them all. */
export function proveCloud(cloud: Cloud, proof: Proof): readonly Failure[] {
  const { cases, generated, workloads, readings, evidence } = subjectsOf(cloud, proof);
  const applies = (law: Law<never>) => concerns(cloud, law);
  return [
    ...judged(componentLaws, cases),
    ...judged(readingLaws.filter(applies), readings),
    ...judged(workloadLaws, workloads),
    ...judged(caseLaws, cases),
    ...judged(cloudLaws.filter(applies), [evidence]),
    ...judged(componentLaws, generated),
  ];
}

function* judged<S extends Subject>(laws: readonly Law<S>[], subjects: readonly S[]): Generator<Failure> {
  for (const subject of subjects) for (const law of laws) yield* law.check(subject);
}
