import { type Tree, Unknown } from "../native.ts";
import { compact, known } from "../values.ts";

/** A system that machines run, by vSphere's id and by how its tools and inventories write it. */
interface Guest {
  /** Absent: its ids follow no rule. */
  readonly id?: RegExp;
  readonly name: RegExp;
  readonly os: string;
}

/**
 * Ids are those of `VirtualMachineGuestOsIdentifier` (govmomi 0.54.1, vim25/types/enum.go, read 2026-11-26); names are those
 * vSphere shows beside them, as public inventories have them (judgement, 2026-11-26). The first group is the version; several systems have one id for all of theirs, and their version stays unknown.
 */
const GUESTS: readonly Guest[] = [
  { id: /^ubuntu(?:64)?Guest$()/, name: /^Ubuntu(?: Linux)?(?: (\d\d\.\d\d))?/, os: "ubuntu" },
  { id: /^debian(\d+)(?:_64)?Guest$/, name: /^Debian GNU\/Linux(?: (\d+))?/, os: "debian" },
  { id: /^rhel(\d+)(?:_64)?Guest$/, name: /^Red Hat Enterprise Linux(?: (\d+))?/, os: "rhel" },
  // `CentOS 4/5 or later` is one of several.
  { id: /^centos(\d*)(?:_64|64)?Guest$/, name: /^CentOS(?: (\d+)(?![\d/]))?/, os: "centos" },
  { id: /^rockylinux_64Guest$()/, name: /^Rocky Linux(?: (\d+))?/, os: "rocky" },
  { id: /^almalinux_64Guest$()/, name: /^AlmaLinux(?: (\d+))?/, os: "almalinux" },
  { id: /^sles(\d*)(?:_64|64)?Guest$/, name: /^SUSE Linux Enterprise(?: Server)?(?: (\d+)(?![\d/]))?/, os: "sles" },
  { id: /^amazonlinux(2)_64Guest$/, name: /^Amazon Linux (2)(?!\d)/, os: "amazon-linux" },
  { id: /^oracleLinux(\d*)(?:_64|64)?Guest$/, name: /^Oracle Linux(?: (\d+)(?![\d/]))?/, os: "oracle-linux" },
  { id: /^freebsd(\d*)(?:_64|64)?Guest$/, name: /^FreeBSD(?: (\d+))?/, os: "freebsd" },
  // `2016 or later` is one of several.
  { name: /^Microsoft Windows Server(?: (\d{4}(?: R2)?)(?! R2| or later))?/, os: "windows-server" },
  { name: /^Microsoft Windows(?: (XP|Vista|\d+))?/, os: "windows" },
  { id: /^fedora(?:64)?Guest$()/, name: /^(?:Red Hat )?Fedora(?: (\d+))?/, os: "fedora" },
];

/** Ids of Windows follow no rule: `Next` is the release after the one it names, and from 10 on they count on. */
const WINDOWS: Readonly<Record<string, { readonly os: string; readonly version: string }>> = {
  windows2022srvNext_64Guest: { os: "windows-server", version: "2025" },
  windows2019srvNext_64Guest: { os: "windows-server", version: "2022" },
  windows2019srv_64Guest: { os: "windows-server", version: "2019" },
  windows9Server64Guest: { os: "windows-server", version: "2016" },
  windows8Server64Guest: { os: "windows-server", version: "2012" },
  windows7Server64Guest: { os: "windows-server", version: "2008 R2" },
  windows11_64Guest: { os: "windows", version: "11" },
  windows9_64Guest: { os: "windows", version: "10" },
  windows9Guest: { os: "windows", version: "10" },
  windows7_64Guest: { os: "windows", version: "7" },
  windows7Guest: { os: "windows", version: "7" },
};

/** The image behind the id of a guest, or behind the name of one; a version or a system that it does not tell is a hole. */
export function imageOf(guest: Tree | undefined): Tree | undefined {
  return known(guest, (value) => {
    const text = String(value);
    if (Object.hasOwn(WINDOWS, text)) return WINDOWS[text];
    for (const { id, name, os } of GUESTS) {
      const found = id?.exec(text) ?? name.exec(text);
      if (found) return compact({ os, version: found[1] || new Unknown(`the version behind ${JSON.stringify(text)}`) });
    }
    return new Unknown(`the system behind ${JSON.stringify(text)}`);
  });
}
