/** Words of the tables behind the tabs, and the titles that the tabs have for them (public readers of exports, 2026-11-26). */
const TITLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Info: {
    VMName: "VM",
    SRMPlaceHolder: "SRM Placeholder",
    ConnectionState: "Connection state",
    InUse: "In Use MiB",
    NumVirtualDisks: "Disks",
    TotalDiskCapacityMiB: "Total disk capacity MiB",
    OS: "OS according to the configuration file",
    OSTools: "OS according to the VMware Tools",
    DataCenter: "Datacenter",
    ObjectID: "VM ID",
    InstanceUUID: "VM UUID",
    VISDKServer: "VI SDK Server",
    VISDKUUID: "VI SDK UUID",
  },
  Disk: {
    VMName: "VM",
    Name: "Disk",
    CapacityMiB: "Capacity MiB",
    SharingMode: "Sharing mode",
    VISDKServer: "VI SDK Server",
    VISDKUUID: "VI SDK UUID",
  },
  Network: {
    VMName: "VM",
    Name: "Network",
    Nic: "NIC label",
    MacAddress: "Mac Address",
    VISDKServer: "VI SDK Server",
    VISDKUUID: "VI SDK UUID",
  },
};

/** Titles as the tabs have them: exports with the words of the database behind them say `vInfoVMName` for `VM`. */
export function titlesOf(columns: readonly string[]): string[] {
  return columns.map((column) => {
    const title = column.trim();
    const [, tab = "", word] = /^v(Info|Disk|Network)([A-Z].*)$/.exec(title) ?? [];
    if (word === undefined) return title;
    const found = Object.entries(TITLES[tab] ?? {}).find(([name]) => name.toLowerCase() === word.toLowerCase());
    return found?.[1] ?? word;
  });
}
