import { expect, test } from "@jest/globals";
import { fromMebibytes, inMebibytes, isOfRds } from "../../providers/database-settings.ts";
import { Unknown } from "../../providers/native.ts";
import { nativeSettings as ovhSettings } from "../../providers/ovh/settings.ts";
import { engineSettings, nativeSettings } from "../../providers/scaleway/sql-database-settings.ts";

test("RDS alone understands its own switches and what it computes of its machines", () => {
  expect(isOfRds("rds.force_ssl", "1")).toBe(true);
  expect(isOfRds("shared_buffers", "{DBInstanceClassMemory/32768}")).toBe(true);
  expect(isOfRds("log_line_prefix", "rds.")).toBe(false);
});

test("memory is counted in pages or in KiB by the engine, and in MiB by some clouds", () => {
  expect(inMebibytes("work_mem", "65536")).toBe("64");
  expect(inMebibytes("effective_cache_size", "166400")).toBe("1300");
  expect([inMebibytes("work_mem", "64"), inMebibytes("work_mem", "1600")]).toEqual(["1", "2"]);
  expect([inMebibytes("work_mem", "64MB"), inMebibytes("work_mem", "-1")]).toEqual([undefined, undefined]);
  expect(fromMebibytes("maintenance_work_mem", "150")).toBe("153600");
  expect(fromMebibytes("effective_cache_size", "1300")).toBe("166400");
  expect(fromMebibytes("work_mem", "64MB")).toBe("64MB");
});

test("Scaleway is told MB where it counts in MB, and nothing that RDS alone understands", () => {
  const wanted = { "rds.force_ssl": "1", work_mem: "16384", max_connections: "1024", maintenance_work_mem: "1GB" };
  expect(nativeSettings(wanted)).toEqual({ work_mem: "16", max_connections: "1024" });
  expect(engineSettings({ work_mem: "16", maintenance_work_mem: 150, max_connections: "200" })).toEqual({
    work_mem: "16384",
    maintenance_work_mem: "153600",
    max_connections: "200",
  });
  const open = new Unknown("var.work_mem");
  expect(engineSettings({ work_mem: open })).toEqual({ work_mem: open });
  expect([engineSettings(open), engineSettings(undefined)]).toEqual([open, undefined]);
});

test("OVHcloud is told nothing that RDS alone understands", () => {
  expect(ovhSettings("postgresql", { deadlock_timeout: "{A}", wal_writer_delay: "200" })).toEqual({
    "pg.wal_writer_delay": "200",
  });
});
