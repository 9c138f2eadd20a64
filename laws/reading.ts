import { type Group, group } from "../providers/group.ts";
import type { Native } from "../providers/native.ts";
import { normalise } from "../providers/normalise.ts";
import type { Cloud } from "../providers/provider.ts";
import { type RaisedGroup, raiseGroup } from "../providers/raise.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import type { Survey } from "../providers/survey.ts";
import { takeSurvey } from "../providers/take-survey.ts";
import type { Subject } from "./law.ts";

/** Natives somebody wrote, read as a cloud's. Of one root each. */
export class Reading implements Subject {
  readonly title: string;
  readonly cloud: Cloud;
  readonly natives: readonly Native[];
  private made: { survey?: Survey; groups?: readonly RaisedAlone[] } = {};

  constructor(title: string, cloud: Cloud, natives: readonly Native[]) {
    this.title = title;
    this.cloud = cloud;
    this.natives = natives;
  }

  get survey(): Survey {
    this.made.survey ??= surveyOf(this.natives, this.cloud);
    return this.made.survey;
  }

  /** Each group raised without knowing the others. */
  get groups(): readonly RaisedAlone[] {
    this.made.groups ??= raisedAlone(
      this.natives.map((n) => normalise(n, resourceSchema(this.cloud, n))),
      this.cloud,
    );
    return this.made.groups;
  }
}

export interface RaisedAlone {
  readonly group: Group;
  readonly raised: RaisedGroup;
}

export function surveyOf(natives: readonly Native[], cloud: Cloud): Survey {
  const names = [...new Set(natives.map((n) => n.root))];
  const roots = names.map((name) => ({
    name,
    form: "hcl" as const,
    natives: natives.filter((n) => n.root === name),
    holes: [],
    empty: [],
    unreadable: [],
  }));
  return takeSurvey({ roots }, cloud);
}

/** Groups normalised natives and raises each group. */
export function raisedAlone(natives: readonly Native[], cloud: Cloud): readonly RaisedAlone[] {
  return group(natives, cloud).groups.map((g) => ({ group: g, raised: raiseGroup(g, cloud) }));
}
