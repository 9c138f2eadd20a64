import { type Settings, sameSettings, switchOf } from "../../constructs/settings.ts";

type Engine = "postgresql" | "mysql";

/**
 * Server settings that Managed Databases let customers change, by the engine's own names. Settings whose unit
 * differs from the engine's (`max_stack_depth`, `bgwriter_flush_after`, `work_mem`) are left out: they are set by hand.
 * ovh/docs pages/public_cloud/public_cloud_databases: postgresql_10_advanced_parameters_references (2024-01-30) and
 * mysql_08_advanced_parameters_references (2023-02-06), read 2026-11-25.
 */
const settings: Readonly<Record<Engine, ReadonlySet<string>>> = {
  postgresql: new Set([
    "autovacuum_analyze_scale_factor",
    "autovacuum_analyze_threshold",
    "autovacuum_freeze_max_age",
    "autovacuum_max_workers",
    "autovacuum_naptime",
    "autovacuum_vacuum_cost_delay",
    "autovacuum_vacuum_cost_limit",
    "autovacuum_vacuum_scale_factor",
    "autovacuum_vacuum_threshold",
    "bgwriter_delay",
    "bgwriter_lru_maxpages",
    "bgwriter_lru_multiplier",
    "deadlock_timeout",
    "default_toast_compression",
    "idle_in_transaction_session_timeout",
    "log_autovacuum_min_duration",
    "log_error_verbosity",
    "log_line_prefix",
    "log_min_duration_statement",
    "log_temp_files",
    "max_files_per_process",
    "max_locks_per_transaction",
    "max_logical_replication_workers",
    "max_parallel_workers",
    "max_parallel_workers_per_gather",
    "max_pred_locks_per_transaction",
    "max_prepared_transactions",
    "max_replication_slots",
    "max_slot_wal_keep_size",
    "max_standby_archive_delay",
    "max_standby_streaming_delay",
    "max_wal_senders",
    "max_worker_processes",
    "temp_file_limit",
    "timezone",
    "track_activity_query_size",
    "track_commit_timestamp",
    "track_functions",
    "track_io_timing",
    "wal_sender_timeout",
    "wal_writer_delay",
  ]),
  mysql: new Set([
    "connect_timeout",
    "default_time_zone",
    "group_concat_max_len",
    "information_schema_stats_expiry",
    "innodb_change_buffer_max_size",
    "innodb_flush_neighbors",
    "innodb_ft_min_token_size",
    "innodb_lock_wait_timeout",
    "innodb_log_buffer_size",
    "innodb_online_alter_log_max_size",
    "innodb_read_io_threads",
    "innodb_thread_concurrency",
    "innodb_write_io_threads",
    "interactive_timeout",
    "internal_tmp_mem_storage_engine",
    "long_query_time",
    "max_allowed_packet",
    "max_heap_table_size",
    "net_buffer_length",
    "net_read_timeout",
    "net_write_timeout",
    "sort_buffer_size",
    "sql_mode",
    "tmp_table_size",
    "wait_timeout",
  ]),
};

/** Switches: OVHcloud takes `true` and `false` where the engines say on and off. */
const switches: Readonly<Record<Engine, ReadonlySet<string>>> = {
  postgresql: new Set(["jit"]),
  mysql: new Set([
    "innodb_print_all_deadlocks",
    "innodb_rollback_on_timeout",
    "slow_query_log",
    "sql_require_primary_key",
  ]),
};
const words: Readonly<Record<Engine, { readonly true: string; readonly false: string }>> = {
  postgresql: { true: "on", false: "off" },
  mysql: { true: "ON", false: "OFF" },
};
const prefixes: Readonly<Record<Engine, string>> = { postgresql: "pg.", mysql: "mysql." };

/** The settings that OVHcloud takes, as it writes them; the others are left out. */
export function nativeSettings(engine: Engine, wanted: Settings): Settings {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => {
      const native = prefixes[engine] + name;
      if (settings[engine].has(name) && !isComputed(value)) return [[native, value]];
      const isOn = switches[engine].has(name) ? switchOf(value) : undefined;
      return isOn === undefined ? [] : [[native, String(isOn)]];
    }),
  );
}

/** A setting by the engine's own name and words; undefined for what stands around the server (PgBouncer, extensions). */
export function engineSetting(native: string, value: string): readonly [name: string, value: string] | undefined {
  for (const engine of ["postgresql", "mysql"] as const) {
    if (!native.startsWith(prefixes[engine])) continue;
    const name = native.slice(prefixes[engine].length);
    const isWord = switches[engine].has(name) && (value === "true" || value === "false");
    return [name, isWord ? words[engine][value] : value];
  }
  return undefined;
}

/** What RDS computes of its machine, as `{DBInstanceClassMemory/32768}`: nobody else understands it. */
function isComputed(value: string): boolean {
  return value.includes("{");
}

/** Whether every setting comes back as it was asked for. */
export function carriesAll(engine: Engine, wanted: Settings): boolean {
  const back = Object.entries(nativeSettings(engine, wanted)).flatMap(([native, value]) => {
    const setting = engineSetting(native, value);
    return setting ? [setting] : [];
  });
  return sameSettings(wanted, Object.fromEntries(back));
}
