export interface Settings {
  /** Survive a power failure; off only where the data may be lost, as in tests. */
  readonly durable: boolean;
  readonly maxConnections: number;
}

export function serverArguments(cluster: string, port: number, settings: Settings): string[] {
  const values = {
    ...network(port, settings.maxConnections),
    ...(settings.durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    ...discretion,
    ...frugality,
  };
  return ["-D", cluster, ...Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

const network = (port: number, maxConnections: number) => ({
  listen_addresses: "127.0.0.1",
  port,
  // A path of a socket may have 107 bytes only; loopback serves everywhere.
  unix_socket_directories: "",
  max_connections: maxConnections,
  timezone: "UTC",
  log_timezone: "UTC",
});

/** Nothing on disk says when a row was written, or what was in a statement. */
const discretion = {
  track_commit_timestamp: "off",
  log_statement: "none",
  log_min_duration_statement: -1,
  log_min_error_statement: "panic",
  // The life of the server, and not the errors of statements, whose text can hold values.
  log_min_messages: "log",
  log_error_verbosity: "terse",
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_connections: "",
  log_disconnections: "off",
  log_checkpoints: "off",
  log_lock_waits: "off",
  log_autovacuum_min_duration: -1,
  log_temp_files: -1,
};

/** One bot on the smallest server: little memory, few processes, a small write-ahead log. */
const frugality = {
  shared_buffers: "32MB",
  work_mem: "2MB",
  maintenance_work_mem: "16MB",
  min_wal_size: "32MB",
  max_wal_size: "256MB",
  wal_level: "minimal",
  max_wal_senders: 0,
  max_replication_slots: 0,
  max_worker_processes: 0,
  max_parallel_workers: 0,
  max_parallel_workers_per_gather: 0,
  max_logical_replication_workers: 0,
  autovacuum_max_workers: 1,
  io_method: "sync",
  jit: "off",
};
