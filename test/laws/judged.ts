import { type Subjects, subjectsOf } from "../../laws/subjects.ts";
import { clouds } from "../../providers/index.ts";
import type { Cloud } from "../../providers/provider.ts";
import { proofOf } from "./proof.ts";

/** Every cloud with its subjects. */
export const judged: readonly { readonly cloud: Cloud; readonly subjects: Subjects }[] = Object.values(clouds).map(
  (cloud) => ({ cloud, subjects: subjectsOf(cloud, proofOf(cloud)) }),
);
