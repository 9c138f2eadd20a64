import type { Diagnostic, Location } from "../constructs/diagnostic.ts";
import { list } from "../constructs/list.ts";
import { clouds } from "../providers/index.ts";
import type { Estate, Native } from "../providers/native.ts";
import { ownProviders } from "../providers/own-providers.ts";
import type { Cloud } from "../providers/provider.ts";
import { isHostOf, isReadAt, standsAt } from "../providers/stands-at.ts";

type Roots = Pick<Estate, "roots">;

interface Called {
  readonly provider: string;
  readonly host: string | null;
  readonly at: Location;
  readonly addresses: readonly string[];
  readonly native: Native;
}

const all = Object.values(clouds);

/** What a provider counts as: the hosts of its cloud are not told apart, any other host is. */
export function providerAt(native: Pick<Native, "provider">): string {
  const { name, host } = native.provider;
  const own = cloudOf(name);
  return !host || !own || standsAt(native, own) === "own" ? name : `${name} at ${host.name ?? "?"}`;
}

/** What follows where a provider is told to call another host than its cloud's, seen from the cloud that is left. */
export function calledHosts({ roots }: Roots, source: Cloud): Diagnostic[] {
  const natives = roots.flatMap((root) => root.natives).filter((n) => n.mode === "managed" && n.provider.host);
  const alike = Map.groupBy(natives, ({ provider: { name, host } }) => JSON.stringify([name, host]));
  return [...alike.values()].flatMap((group) => {
    const [native] = group;
    const host = native?.provider.host;
    if (!native || !host) return [];
    const addresses = group.map((n) => n.address);
    const called = { provider: native.provider.name, host: host.name, at: host.at, addresses, native };
    return said(called, source).map((d) => ({ ...d, source: host.at }));
  });
}

function said({ provider, host, addresses, native }: Called, source: Cloud): Diagnostic[] {
  const own = cloudOf(provider);
  const resources = list(addresses);
  const stands = standsAt(native, source);
  if (host === null) return [notKnown(provider, resources, source, stands === "guessed")];
  if (stands === "foreign") return [standsHere(provider, host, resources, source)];
  return own && !isReadAt(native, own) ? [standsElsewhere(provider, host, resources, own)] : [];
}

function cloudOf(provider: string): Cloud | undefined {
  return all.find((cloud) => ownProviders(cloud).includes(provider));
}

function standsElsewhere(provider: string, host: string, resources: string, own: Cloud): Diagnostic {
  const cloud = all.find((c) => isHostOf(host, c));
  const rest = cloud
    ? `Assess what stands at ${cloud.title} with --from ${cloud.id}.`
    : "No cloud that is read has that host, and who controls it is not known: plan for what it holds apart.";
  return {
    severity: "warning",
    code: "EX0375",
    summary: "A provider is told to call a host that is not its cloud's",
    detail: `${provider} calls ${host}: what it makes there (${resources}) does not stand at ${own.title}, whose jurisdiction and prices do not hold for it. It is counted as elsewhere, and no figure is of it. ${rest}`,
  };
}

function standsHere(provider: string, host: string, resources: string, source: Cloud): Diagnostic {
  return {
    severity: "warning",
    code: "EX0376",
    summary: "Resources stand at the source by the provider of another cloud",
    detail: `${provider} calls ${host}: what it makes there (${resources}) stands at ${source.title}, which is left. It is not read there: it counts as of unknown type, and the plan has it moved by hand. Write it with a provider of ${source.title} to have it read.`,
  };
}

function notKnown(provider: string, resources: string, source: Cloud, isGuess: boolean): Diagnostic {
  const taken = isGuess
    ? `what it makes (${resources}) is taken for ${source.title}'s and may stand anywhere: then the jurisdiction and the prices of ${source.title} do not hold for it.`
    : `what it makes (${resources}) may stand at ${source.title}, which is left: it counts as of unknown type there, and the plan has it moved by hand.`;
  return {
    severity: "warning",
    code: "EX0377",
    summary: "The host that a provider is told to call is not known",
    detail: `${provider} is given an endpoint that is not known: ${taken} Give its value with --var-file, or a plan with --plan.`,
  };
}

/** A provider that serves several clouds, where nothing says that this one answers. */
export function guessedCloud({ roots }: Roots, source: Cloud): Diagnostic[] {
  const natives = roots.flatMap((root) => root.natives);
  const shared = source.providers.flatMap(({ name, sharedBy }) => (sharedBy ? [{ name, ...sharedBy }] : []));
  return shared.flatMap(({ name, ownRegions }): Diagnostic[] => {
    const guessed = natives.filter((n) => n.provider.name === name && n.mode === "managed" && !n.provider.host);
    const shows = natives.some(
      ({ provider: { name: by, host, region }, args }) =>
        (ownProviders(source).includes(by) && by !== name) ||
        (host?.name && isHostOf(host.name, source)) ||
        [region, args["region"]].some((r) => typeof r === "string" && ownRegions.test(r)),
    );
    const [first] = guessed;
    if (!first || shows) return [];
    return [
      {
        severity: "warning",
        code: "EX0378",
        summary: "A provider serves many clouds, and nothing says which one",
        detail: `${name} is taken for ${source.title}, which is a guess: no host, no region and no other provider of ${source.title} is named beside what it makes (${list(guessed.map((n) => n.address))}). If another cloud answers, no figure here is of it. Name the host in the provider's auth_url, or say --from ${source.id} if the guess is right.`,
        source: first.at,
      },
    ];
  });
}
