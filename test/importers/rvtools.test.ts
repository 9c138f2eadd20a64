import { describe, expect, test } from "@jest/globals";
import { parseCsv } from "../../importers/csv.ts";
import { numberIn } from "../../importers/rvtools/sizes.ts";
import { CARD, DISK, INFO, read, web, zip } from "./rvtools-export.ts";

describe("a table of comma-separated values", () => {
  test.each([
    ["commas", 'a,b\n1,"2,5"\n', [["1", "2,5"]]],
    ["semicolons", "a;b\r\n1;2,5\r\n", [["1", "2,5"]]],
    ["tabs", "a\tb\n1\t2\n", [["1", "2"]]],
    ["a separator that a spreadsheet names", "sep=;\na;b,c\n1;2\n", [["1", "2"]]],
    ["quotes and line breaks in a cell", 'a,b\n"x ""y""\nz",2\n', [['x "y"\nz', "2"]]],
    ["empty lines and no line break at the end", "a,b\n\n1,2", [["1", "2"]]],
  ])("with %s", (_, text, cells) => {
    expect(parseCsv(text).rows.map((r) => r.cells)).toEqual(cells);
  });

  test("knows the line each row begins on", () => {
    const { rows } = parseCsv('sep=,\na,b\n"x\ny",1\n\nz,2\n');
    expect(rows.map((r) => r.line)).toEqual([3, 6]);
  });

  test("says where a quote begins that is never closed, and keeps what is whole before and after it", () => {
    const { openQuote, rows } = parseCsv('a,b\n1,2\n3,"4\n5,6\nrest\n');
    expect([openQuote, rows.map((r) => [r.line, ...r.cells])]).toEqual([
      3,
      [
        [2, "1", "2"],
        [4, "5", "6"],
      ],
    ]);
  });

  test("says of which row the end is missing, but not of one whose last cells are empty", () => {
    expect(parseCsv("a,b,c\n1,2,3\n4,5")).toMatchObject({ cutOff: 3, rows: [{ cells: ["1", "2", "3"] }] });
    expect(parseCsv("a,b,c\n1,2,3\n4,5\n").cutOff).toBeUndefined();
  });
});

test.each([
  ["16384", 16_384],
  ["16,384", 16_384],
  ["16.384", 16_384],
  ["1.048.576", 1_048_576],
  ["16 384", 16_384],
  ["16\u202f384", 16_384],
  ["16'384", 16_384],
  ["16384.5", 16_384.5],
  ["16.384,25", 16_384.25],
  ["0", 0],
  ["1,2,3", undefined],
  ["12 GB", undefined],
  ["-5", undefined],
  ["", undefined],
])("the number in %j is %p", (text, value) => {
  expect(numberIn(text)).toBe(value);
});

describe("an export of machines", () => {
  test("becomes machines with their disks, networks and what they hold", async () => {
    const { estate, survey, vms, told } = await read({
      "RVTools_tabvInfo.csv": INFO + web,
      "RVTools_tabvDisk.csv": `${DISK}web,Hard disk 1,40960,False,persistent,sharingNone,vm-1\nweb,Hard disk 2,122880,False,persistent,sharingNone,vm-1\n`,
      "RVTools_tabvNetwork.csv": `${CARD}web,Network adapter 1,dmz,dvs-1,vm-1\n`,
      "RVTools_tabvHost.csv": "Host,Datacenter\nesx-1,dc\n",
    });
    expect([estate.complete, estate.source.kind, estate.roots.map((r) => r.name)]).toEqual([true, "rvtools", ["."]]);
    expect(vms[0]).toMatchObject({
      id: ".:vsphere_virtual_machine.web",
      at: { file: "x/RVTools_tabvInfo.csv", line: 2 },
      props: {
        size: { vcpu: 2, memoryGiB: 4 },
        image: { os: "debian", version: "12" },
        rootDiskGiB: 40,
        volumes: [{ component: ".:vsphere_virtual_disk.web_hard_disk_2", output: "id" }],
        subnet: { component: ".:vsphere_distributed_virtual_switch.dvs_1", output: "subnet", item: "dmz" },
      },
    });
    const held = survey.components.flatMap((c) => c.natives.map((n) => [c.kind, n.heldGiB] as const));
    expect(held.filter(([, gib]) => gib !== undefined)).toEqual([
      ["volume", 15],
      ["vm", 5],
    ]);
    expect(told).toEqual([expect.stringMatching(/^EX0241 .*1 machines have several disks/)]);
  });

  test("is read with semicolons, marks of UTF-16, thousands and titles in MB", async () => {
    const text = "VM;Template;CPUs;Memory;In Use MB\r\ngroß;Falsch;4;16.384;102.400\r\n";
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    const ansi = new Uint8Array(Buffer.from(text, "latin1"));
    for (const bytes of [utf16, ansi]) {
      const { vms } = await read({ "info.csv": bytes });
      expect(vms.map((v) => [v.natives[0]?.args["name"], v.props["size"], v.natives[0]?.heldGiB])).toEqual([
        ["groß", { vcpu: 4, memoryGiB: 16 }, 100],
      ]);
    }
  });

  test("counts machines that are switched off and leaves out what is no machine", async () => {
    const rows = [
      web,
      "old,poweredOff,False,1,1024,10,10,,vm-2",
      "asleep,suspended,False,1,1024,10,10,,vm-3",
      "base,poweredOff,TRUE,1,1024,10,10,,vm-4",
      "vCLS-1,poweredOn,False,1,128,10,10,,vm-5",
      ",poweredOn,False,1,128,10,10,,vm-6",
    ];
    const { vms, told } = await read({ "v.csv": INFO + rows.join("\n").replace("\n\n", "\n") });
    expect(vms.map((v) => [v.natives[0]?.name, v.off])).toEqual([
      ["asleep", true],
      ["old", true],
      ["web", undefined],
    ]);
    expect(told.filter((t) => /EX023[01]|EX0240/.test(t))).toEqual([
      expect.stringMatching(/^EX0230 x\/v\.csv:3 old \(line 3\), asleep \(line 4\): 2 in all/),
      expect.stringMatching(/^EX0231 x\/v\.csv:5 Templates \(1\): base \(line 5\)/),
      expect.stringMatching(/^EX0231 x\/v\.csv:6 Machines of vSphere itself \(1\)/),
      expect.stringMatching(/^EX0240 x\/v\.csv:7 /),
    ]);
  });

  test.each([
    ["Microsoft Windows Server 2008 R2 (64-bit)", { os: "windows-server", version: "2008 R2" }],
    ["Microsoft Windows Server 2003 Standard (32-bit)", { os: "windows-server", version: "2003" }],
    ["Microsoft Windows Server 2016 or later (64-bit)", { os: "windows-server" }],
    ["Microsoft Windows 7 (64-bit)", { os: "windows", version: "7" }],
    ["Microsoft Windows XP Professional (32-bit)", { os: "windows", version: "XP" }],
    ["Oracle Linux 8 (64-bit)", { os: "oracle-linux", version: "8" }],
    ["Oracle Linux 4/5 or later (64-bit)", { os: "oracle-linux" }],
    ["Oracle Solaris 10 (64-bit)", undefined],
    ["FreeBSD (64-bit)", { os: "freebsd" }],
    ["CentOS 4/5/6/7 (64-bit)", { os: "centos" }],
  ])("runs %s", async (system, image) => {
    const { vms } = await read({ "v.csv": `${INFO}web,poweredOn,False,2,4096,10,10,${system},vm-1\n` });
    expect(vms[0]?.props["image"]).toEqual(image);
    const isWhole = image !== undefined && "version" in image;
    expect(vms[0]?.holes.some((h) => h.path === "image")).toBe(!isWhole);
  });

  test.each([
    [
      "of the years before 4",
      "VM,Powerstate,Template,CPUs,Memory,Disks,Provisioned MB,In Use MB,OS according to the configuration file,UUID\nweb,poweredOn,False,2,4096,1,45056,20480,Debian GNU/Linux 12 (64-bit),u-1\n",
      "VM,Disk,Capacity MB,Raw,UUID\nweb,Hard disk 1,40960,False,u-1\n",
      "VM,Adapter,Network,Switch,Connected\nweb,Vmxnet3,dmz,dvs-1,True\n",
    ],
    [
      "with the words of the database",
      "vInfoVMName,vInfoPowerstate,vInfoTemplate,vInfoSRMPlaceHolder,vInfoCPUs,vInfoMemory,vInfoInUse,vInfoOS,vInfoOSTools,vInfoObjectID\nweb,poweredOn,False,False,2,4096,20480,Other Linux,Debian GNU/Linux 12 (64-bit),vm-1\nbase,poweredOff,True,False,1,1024,10,,,vm-2\n",
      "vDiskVMName,vDiskName,vDiskKey,vDiskCapacityMiB,vDiskRaw,vDiskUUID\nweb,Hard disk 1,2000,40960,False,6000c290\n",
      "vNetworkVMName,vNetworkNic,vNetworkAdapter,vNetworkName,vNetworkSwitch\nweb,Network adapter 1,Vmxnet3,dmz,dvs-1\n",
    ],
  ])("has titles %s", async (_, info, disk, card) => {
    const { estate, vms } = await read({ "vInfo.csv": info, "vDisk.csv": disk, "vNetwork.csv": card });
    expect([estate.complete, vms.length]).toEqual([true, 1]);
    expect([vms[0]?.props, vms[0]?.natives[0]?.heldGiB]).toMatchObject([
      {
        size: { vcpu: 2, memoryGiB: 4 },
        image: { os: "debian", version: "12" },
        rootDiskGiB: 40,
        subnet: { item: "dmz" },
      },
      20,
    ]);
  });

  test("keeps switches of one name apart where they stand in two datacenters", async () => {
    const { survey } = await read({
      "vInfo.csv": `${INFO + web}far,poweredOn,False,1,1024,10,10,Debian GNU/Linux 12,vm-2\n`,
      "vNetwork.csv":
        "VM,NIC label,Network,Switch,Datacenter,VM ID\nweb,NIC 1,VM Network,vSwitch0,Main,vm-1\nfar,NIC 1,VM Network,vSwitch0,Branch,vm-2\nfar,NIC 2,dmz,dvs-1,Branch,vm-2\n",
    });
    expect(survey.components.filter((c) => c.kind === "network").map((c) => c.id)).toEqual([
      ".:vsphere_distributed_virtual_switch.dvs_1",
      ".:vsphere_host_virtual_switch.vswitch0_branch",
      ".:vsphere_host_virtual_switch.vswitch0_main",
    ]);
  });

  test("keeps switches of two vCenters apart whatever their datacenters are called", async () => {
    const info = "VM,CPUs,Memory,VM ID,VI SDK Server\nweb,1,1024,vm-1,a.example\nweb,1,1024,vm-1,b.example\n";
    const rows = ["a", "b"].map((vcenter) => `web,NIC 1,VM Network,vSwitch0,Main,vm-1,${vcenter}.example\n`).join("");
    const { survey, vms } = await read({
      "vInfo.csv": info,
      "vNetwork.csv": `VM,NIC label,Network,Switch,Datacenter,VM ID,VI SDK Server\n${rows}`,
    });
    expect(vms.map((v) => (v.props["subnet"] as { component: string }).component)).toEqual(
      survey.components.filter((c) => c.kind === "network").map((c) => c.id),
    );
    expect(vms).toHaveLength(2);
  });

  test("names machines that their vCenter has lost, and counts them", async () => {
    const { vms, told } = await read({
      "v.csv":
        "VM,Connection state,CPUs,Memory\nweb,connected,1,1024\ngone,orphaned,1,1024\naway,disconnected,1,1024\n",
    });
    expect(vms).toHaveLength(3);
    expect(told).toContainEqual(
      expect.stringMatching(/^EX0244 x\/v\.csv:3 gone \(line 3\), away \(line 4\): 2 in all/),
    );
  });

  test("tells machines of one name apart by their ids, and machines listed twice", async () => {
    const { vms, told } = await read({
      "RVTools_tabvInfo.csv": `${INFO + web}web,poweredOn,False,8,8192,1024,1024,,vm-2\n${web}`,
      "RVTools_tabvDisk.csv": `${DISK}web,Hard disk 1,81920,False,persistent,,vm-2\nweb,Hard disk 1,40960,False,persistent,,vm-1\n`,
    });
    expect(vms.map((v) => [v.id, v.props["rootDiskGiB"]])).toEqual([
      [".:vsphere_virtual_machine.web", 40],
      [".:vsphere_virtual_machine.web_2", 80],
    ]);
    expect(told).toContainEqual(expect.stringMatching(/^EX0234 x\/RVTools_tabvInfo.csv:2 2 machines are called web/));
    expect(told).toContainEqual(expect.stringMatching(/^EX0239 x\/RVTools_tabvInfo.csv:4 1 rows/));
  });

  test("gives disks to nobody where names alone cannot tell to whom, or nobody is there", async () => {
    const plain = "VM,CPUs,Memory\nweb,1,1024\nweb,1,1024\n";
    const { vms, told } = await read({
      "vInfo.csv": plain,
      "vDisk.csv": "VM,Disk,Capacity MiB\nweb,Hard disk 1,1024\ngone,Hard disk 1,1024\n",
    });
    expect(vms.map((v) => v.props["rootDiskGiB"])).toEqual([undefined, undefined]);
    expect(told.filter((t) => t.startsWith("EX0235"))).toEqual([
      expect.stringMatching(/vDisk\.csv:2 1 disks belong to one of several machines .*web \(line 2\)/),
      expect.stringMatching(/vDisk\.csv:3 1 disks belong to machines that are not in the list: gone/),
    ]);
  });

  test("takes memory that cannot be MiB, and what is no number, for unknown; a title with a unit is believed", async () => {
    const { vms, told } = await read({ "v.csv": "VM,CPUs,Memory\na,2,16\nb,two,2048\n" });
    expect(vms.map((v) => v.props["size"])).toEqual([{ vcpu: 2 }, { memoryGiB: 2 }]);
    expect(vms.map((v) => v.holes.map((h) => `${h.path}: ${h.expression}`))).toEqual([
      expect.arrayContaining(["size: the memory of a", "image: the operating system of a"]),
      expect.arrayContaining(["size: the processors of b", "rootDiskGiB: the size of Hard disk 1 of b"]),
    ]);
    expect(told).toContainEqual(expect.stringMatching(/^EX0233 x\/v\.csv:2 Memory \(vInfo\) is "16"/));
    expect(told).toContainEqual(expect.stringMatching(/^EX0232 x\/v\.csv:3 CPUs \(vInfo\) is "two"/));
    const { vms: inGiB } = await read({ "v.csv": "VM,CPUs,Memory GiB\na,2,16\n" });
    expect(inGiB[0]?.props["size"]).toEqual({ vcpu: 2, memoryGiB: 16 });
  });

  test("knows the size of a single disk without the list of disks, and says which tabs are missing", async () => {
    const { vms, told } = await read({
      "v.csv":
        "VM,CPUs,Memory,Disks,Total disk capacity MiB,In Use MiB\none,1,1024,1,20480,40960\ntwo,1,1024,2,20480,10240\n",
    });
    expect(vms.map((v) => [v.props["rootDiskGiB"], v.natives[0]?.heldGiB])).toEqual([
      [20, 20],
      [undefined, 10],
    ]);
    expect(told.filter((t) => t.startsWith("EX0236"))).toHaveLength(2);
  });

  test("keeps shared disks, raw devices, second cards and networks without a switch in sight", async () => {
    const { vms, survey, told } = await read({
      "RVTools_tabvInfo.csv": INFO + web,
      "RVTools_tabvDisk.csv": `${DISK}web,Hard disk 1,40960,True,persistent,sharingMultiWriter,vm-1\n`,
      "RVTools_tabvNetwork.csv": `${CARD}web,NIC 1,seg-7,,vm-1\nweb,NIC 2,VM Network,vSwitch0,vm-1\n`,
    });
    expect(vms[0]?.props["subnet"]).toEqual({ external: "seg-7", literal: true });
    expect(vms[0]?.residue.map((l) => [l.path, l.class])).toEqual([
      ["disk.0.disk_sharing", "redesign"],
      ["network_interface.1.network_id", "workaround"],
    ]);
    expect(survey.components.map((c) => c.id)).toContain(".:vsphere_host_virtual_switch.vswitch0");
    expect(told).toContainEqual(
      expect.stringMatching(/^EX0242 x\/RVTools_tabvDisk\.csv:2 web, Hard disk 1 \(line 2\)/),
    );
  });

  test("is one root for each vCenter, in folders or in one", async () => {
    const { estate } = await read({
      "paris/RVTools_tabvInfo.csv": INFO + web,
      "both/a_RVTools_tabvInfo.csv": INFO + web,
      "both/b_RVTools_tabvInfo.csv": INFO + web,
    });
    expect(estate.roots.map((r) => r.name)).toEqual([
      "both/a_RVTools_tabvInfo.csv",
      "both/b_RVTools_tabvInfo.csv",
      "paris",
    ]);
  });

  test("is left alone beside code, and other tables are nobody's business", async () => {
    const { estate, told } = await read({
      "main.tf": 'resource "vsphere_virtual_machine" "web" {\n  name = "web"\n}\n',
      "RVTools_tabvInfo.csv": INFO + web,
      "prices.csv": "VM,Price\nweb,3\n",
    });
    expect(estate.roots.map((r) => r.form)).toEqual(["hcl"]);
    expect(told).toEqual([expect.stringMatching(/^EX0213 x\/RVTools_tabvInfo\.csv/)]);
    const alone = await read({ "prices.csv": "VM,Price\nweb,3\n" });
    expect(alone.told).toEqual([expect.stringMatching(/^EX0201/)]);
    const named = await read({ "prices.csv": "VM,Price\nweb,3\n" }, "x/prices.csv");
    expect(named.told).toContainEqual(expect.stringMatching(/^EX0243 x\/prices\.csv/));
  });

  test("is incomplete where a quote stays open, and where the list of machines is missing", async () => {
    const open = await read({ "v.csv": `${INFO}${web}"bad,poweredOn\n` });
    expect([open.estate.complete, open.vms.length]).toEqual([false, 1]);
    expect(open.told).toContainEqual(expect.stringMatching(/^EX0238 x\/v\.csv:3/));
    const { estate, told } = await read({ "RVTools_tabvDisk.csv": `${DISK}web,Hard disk 1,1,False,,,vm-1\n` });
    expect(estate.complete).toBe(false);
    expect(told).toContainEqual(expect.stringMatching(/^EX0237 x\/RVTools_tabvDisk\.csv/));
  });
});

describe("a workbook", () => {
  const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const inline = (cell: string, text: string) => `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const parts = {
    "xl/sharedStrings.xml":
      '<sst><si><t>VM</t></si><si><r><t>In Use </t></r><r><t xml:space="preserve">MiB</t></r></si><si><t>R&amp;D &#x2013; web</t></si></sst>',
    "xl/worksheets/sheet1.xml": sheet(
      `<row r="1"><c r="A1" t="s"><v>0</v></c>${inline("B1", "Template")}${inline("C1", "CPUs")}${inline("D1", "Memory")}<c r="E1" t="s"><v>1</v></c></row>` +
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="b"><v>0</v></c><c r="C2"><v>4</v></c><c r="D2"><v>8192</v></c><c r="E2"><v>1.048576E6</v></c></row>' +
        '<row r="4"><c r="A4" t="str"><v>small</v></c><c r="D4"><v>2048</v></c></row>',
    ),
    "xl/worksheets/sheet2.xml": sheet(`<row r="1">${inline("A1", "Host")}</row>`),
  };

  test.each([
    ["packed", true],
    ["stored", false],
  ])("is read like tables, cell by cell, when its parts are %s", async (_, packed) => {
    const { estate, vms, told } = await read({ "RVTools_export_all.xlsx": zip(parts, packed) });
    expect(vms.map((v) => [v.natives[0]?.args["name"], v.props["size"], v.natives[0]?.heldGiB, v.at.line])).toEqual([
      ["R&D – web", { vcpu: 4, memoryGiB: 8 }, 1024, 2],
      ["small", { memoryGiB: 2 }, undefined, 4],
    ]);
    expect(estate.complete).toBe(false);
    expect(told.filter((t) => !t.startsWith("EX0236"))).toEqual([
      expect.stringMatching(/^EX0232 x\/RVTools_export_all\.xlsx:4 CPUs \(vInfo\) is empty/),
      expect.stringMatching(/^EX0232 x\/RVTools_export_all\.xlsx:4 In Use MiB \(vInfo\) is empty/),
    ]);
  });
});
