import { describe, expect, test } from "@jest/globals";
import { CARD, DISK, INFO, read, sheetOf, web, zip } from "./rvtools-export.ts";

const disk = "web,Hard disk 1,40960,False,persistent,sharingNone,vm-1\n";
const card = "web,Network adapter 1,dmz,dvs-1,vm-1\n";
const whole = { "vInfo.csv": INFO + web, "vDisk.csv": DISK + disk, "vNetwork.csv": CARD + card };

test("an export without a fault is complete, and nothing is said of it", async () => {
  const { estate, told } = await read(whole);
  expect([estate.complete, told]).toEqual([true, []]);
});

describe("a fault in an export leaves the rest, tells the row and makes what is read incomplete", () => {
  test.each<[title: string, change: Record<string, string | Uint8Array>, says: RegExp, vms: number]>([
    [
      "a row with a separator too many",
      { "vInfo.csv": `${INFO}old, first,poweredOn,False,1,1024,10,10,Debian,vm-9\n${web}` },
      /^EX0247 x\/vInfo\.csv:2 old has 10 cells under 9 titles: .* not counted\..* quote the cell/,
      1,
    ],
    [
      "a row without a name",
      { "vInfo.csv": `${INFO + web},poweredOn,False,1,1024,10,10,Debian,vm-9\n` },
      /^EX0240 x\/vInfo\.csv:3 VM \(vInfo\) is empty: the row is not counted/,
      1,
    ],
    [
      "a machine without processors",
      { "vInfo.csv": `${INFO + web}app,poweredOn,False,0,1024,10,10,Debian,vm-9\n` },
      /^EX0232 x\/vInfo\.csv:3 CPUs \(vInfo\) is "0"\. It counts as not known\. Write a number/,
      2,
    ],
    [
      "a disk without a size",
      { "vDisk.csv": `${DISK}web,Hard disk 1,,False,persistent,sharingNone,vm-1\n` },
      /^EX0232 x\/vDisk\.csv:2 Capacity MiB \(vDisk\) is empty/,
      1,
    ],
    [
      "a size with a unit in its cell",
      { "vDisk.csv": `${DISK}web,Hard disk 1,40 GB,False,persistent,sharingNone,vm-1\n` },
      /^EX0232 x\/vDisk\.csv:2 Capacity MiB \(vDisk\) is "40 GB"/,
      1,
    ],
    [
      "a size that is a fraction or thousands",
      { "vDisk.csv": `VM,Disk,Capacity GiB,VM ID\nweb,Hard disk 1,"39,063",vm-1\n` },
      /^EX0246 x\/vDisk\.csv:2 Capacity GiB \(vDisk\) is "39,063": a fraction, or thousands\?/,
      1,
    ],
    [
      "a disk of nobody",
      { "vDisk.csv": `${DISK + disk}gone,Hard disk 1,1024,False,persistent,,vm-8\n` },
      /^EX0235 x\/vDisk\.csv:3 1 disks belong to machines that are not in the list: gone \(line 3\)/,
      1,
    ],
    [
      "a table that ends in a row",
      { "vInfo.csv": `${INFO + web}app,poweredOn,False,1,10` },
      /^EX0248 x\/vInfo\.csv:3 The file ends in the middle of this row/,
      1,
    ],
    [
      "a quote that stays open",
      { "vInfo.csv": `${INFO}"app,poweredOn,False,1,1024,10,10,Debian,vm-9\n${web}` },
      /^EX0238 x\/vInfo\.csv:2 The quote that begins here is never closed/,
      1,
    ],
    ["another list of machines without disks", { "v.csv": INFO + web }, /^EX0236 x\/v\.csv: vDisk is not beside/, 2],
    [
      "a workbook of the old form",
      { "RVTools.xls": new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) },
      /^EX0245 x\/RVTools\.xls: x\/RVTools\.xls has a password, or is of the form before 2007.* Save it as \.xlsx/,
      1,
    ],
    [
      "a workbook that was cut off",
      { "RVTools_all.xlsx": zip({ "xl/worksheets/sheet1.xml": sheetOf([["VM"]]) }, true).subarray(0, 60) },
      /^EX0251 x\/RVTools_all\.xlsx: x\/RVTools_all\.xlsx: nothing in it can be opened.* Export again/,
      1,
    ],
  ])("%s", async (_title, change, says, vms) => {
    const { estate, told, vms: found } = await read({ ...whole, ...change });
    expect([estate.complete, found.length]).toEqual([false, vms]);
    expect(told).toContainEqual(expect.stringMatching(says));
  });

  test.each([
    ["vDisk.csv", /^EX0236 x\/vInfo\.csv: vDisk is not beside x\/vInfo\.csv: the sizes .* not known\. Export all tabs/],
    ["vNetwork.csv", /^EX0236 x\/vInfo\.csv: vNetwork is not beside x\/vInfo\.csv: the networks .* not known/],
    ["vInfo.csv", /^EX0237 x\/v(Disk|Network)\.csv: .* stands alone/],
  ])("the tab %s missing", async (tab, says) => {
    const { estate, told } = await read(Object.fromEntries(Object.entries(whole).filter(([name]) => name !== tab)));
    expect(estate.complete).toBe(false);
    expect(told).toContainEqual(expect.stringMatching(says));
  });
});

describe("a fault in a workbook", () => {
  const info = [
    ["VM", "CPUs", "Memory", "In Use MiB"],
    ["web", 2, 4096, 1024],
  ];
  const disks = [
    ["VM", "Disk", "Capacity MiB"],
    ["web", "Hard disk 1", 40_960],
  ];

  test("such as a sheet that cannot be unpacked leaves the others", async () => {
    const parts = { "xl/worksheets/sheet1.xml": sheetOf(info), "xl/worksheets/sheet2.xml": "<worksheet><sheetDa" };
    const { estate, told, vms } = await read({ "RVTools.xlsx": zip(parts, true) });
    expect([estate.complete, vms.length]).toEqual([false, 1]);
    expect(told).toContainEqual(
      expect.stringMatching(/^EX0251 .*xl\/worksheets\/sheet2\.xml cannot be opened\..*the rest of it was read/),
    );
  });

  test("such as a tab that is there twice is told, and the first counts", async () => {
    const parts = Object.fromEntries(
      [info, disks, info].map((t, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetOf(t)]),
    );
    const { estate, told, vms } = await read({ "book.xlsx": zip(parts, true) });
    expect([estate.complete, vms.length]).toEqual([false, 1]);
    expect(told).toContainEqual(expect.stringMatching(/^EX0249 x\/book\.xlsx: vInfo is there twice/));
  });

  test("that is none of an inventory is said where it was named, and is nobody's business in a folder", async () => {
    const document = zip({ "word/document.xml": "<w/>" }, true);
    const other = zip({ "xl/worksheets/sheet1.xml": sheetOf([["Price"], [3]]) }, true);
    const named = await read({ "other.xlsx": other }, "x/other.xlsx");
    expect(named.told).toContainEqual(expect.stringMatching(/^EX0243 x\/other\.xlsx/));
    const { estate, told } = await read({ ...whole, "other.xlsx": other, "letter.xlsx": document });
    expect([estate.complete, told]).toEqual([true, []]);
  });

  test("is no fraction of a number, no row without cells and no prefix before names", async () => {
    const parts = {
      "xl/worksheets/sheet1.xml": sheetOf([["VM", "CPUs", "Memory GiB", "In Use GiB"]]).replace(
        "</sheetData>",
        '<row r="2"/><row r="3"><c t="inlineStr"><is><t xml:space="preserve"/><t>web</t></is></c><c><v>2</v></c><c><v>1.125</v></c><c><v>39.0625</v></c></row></sheetData>',
      ),
      "xl/worksheets/sheet2.xml": sheetOf(disks).replaceAll(/<(\/?)(?=\w)/g, "<$1x:"),
    };
    const { vms } = await read({ "book.xlsx": zip(parts, true) });
    expect(vms.map((v) => [v.at.line, v.props["size"], v.props["rootDiskGiB"], v.natives[0]?.heldGiB])).toEqual([
      [3, { vcpu: 2, memoryGiB: 1.125 }, 40, 39.1],
    ]);
  });
});
