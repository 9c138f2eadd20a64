import { expect, test } from "@jest/globals";
import { Unknown } from "../../providers/native.ts";
import { nativeSettings as ovhSettings } from "../../providers/ovh/settings.ts";
import { engineSettings, nativeSettings } from "../../providers/scaleway/sql-database-settings.ts";

const postgresql = (parameters: Readonly<Record<string, string>>, version = "16") =>
  nativeSettings({ engine: "postgresql", version, parameters });
const mysql = (parameters: Readonly<Record<string, string>>) =>
  nativeSettings({ engine: "mysql", version: "8.0", parameters });

test("Scaleway is told memory in its own units, which are not the engine's", () => {
  expect(postgresql({ work_mem: "65536", effective_cache_size: "166400", temp_buffers: "1024" })).toEqual({
    work_mem: "64",
    effective_cache_size: "1300",
    temp_buffers: "8192",
  });
  expect(mysql({ max_allowed_packet: "67108864", thread_stack: "262144", sort_buffer_size: "262144" })).toEqual({
    max_allowed_packet: "64",
    thread_stack: "256",
    sort_buffer_size: "262144",
  });
  expect(postgresql({ work_mem: "64" })).toEqual({ work_mem: "1" });
  // No limit.
  expect(postgresql({ temp_file_limit: "-1", log_temp_files: "0" })).toEqual({
    temp_file_limit: "-1",
    log_temp_files: "0",
  });
});

test("Scaleway is told nothing that its API refuses: other names, versions, bounds and forms", () => {
  expect(postgresql({ log_statement: "ddl", shared_buffers: "{DBInstanceClassMemory/32768}" })).toEqual({});
  expect([postgresql({ jit: "off" }, "13"), postgresql({ jit: "off" }, "14")]).toEqual([{}, { jit: "off" }]);
  expect([postgresql({ statement_timeout: "29999" }), postgresql({ statement_timeout: "30000" })]).toEqual([
    {},
    { statement_timeout: "30000" },
  ]);
  expect([postgresql({ max_connections: "10001" }), postgresql({ max_connections: "1e3" })]).toEqual([{}, {}]);
  expect([postgresql({ work_mem: "16MB" }), postgresql({ random_page_cost: "1.1" })]).toEqual([
    {},
    { random_page_cost: "1.1" },
  ]);
  expect(mysql({ transaction_isolation: "SERIALIZABLE", sql_mode: "ANSI" })).toEqual({
    transaction_isolation: "SERIALIZABLE",
  });
  expect(nativeSettings({ engine: "postgresql", parameters: { sync_replication_slots: "on" } })).toEqual({
    sync_replication_slots: "on",
  });
});

test("switches are written in the words of each cloud and engine", () => {
  expect(postgresql({ log_lock_waits: "1", jit: "FALSE", log_checkpoints: "perhaps" })).toEqual({
    log_lock_waits: "on",
    jit: "off",
  });
  expect(mysql({ slow_query_log: "1" })).toEqual({ slow_query_log: "ON" });
  expect(ovhSettings("mysql", { slow_query_log: "1", sql_require_primary_key: "OFF" })).toEqual({
    "mysql.slow_query_log": "true",
    "mysql.sql_require_primary_key": "false",
  });
});

test("what Scaleway says is read as the engine counts it", () => {
  expect(
    engineSettings({ work_mem: "16", maintenance_work_mem: 150, temp_buffers: "8192", max_connections: "200" }),
  ).toEqual({ work_mem: "16384", maintenance_work_mem: "153600", temp_buffers: "1024", max_connections: "200" });
  const open = new Unknown("var.work_mem");
  expect(engineSettings({ work_mem: open, temp_file_limit: "-1" })).toEqual({ work_mem: open, temp_file_limit: "-1" });
  expect([engineSettings(open), engineSettings(undefined)]).toEqual([open, undefined]);
});

test("OVHcloud is told nothing that RDS alone understands", () => {
  expect(ovhSettings("postgresql", { deadlock_timeout: "{A}", wal_writer_delay: "200" })).toEqual({
    "pg.wal_writer_delay": "200",
  });
});
