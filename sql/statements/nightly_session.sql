-- Has the server look whether the holder is still there, while a statement runs (PostgreSQL 14
-- and newer) and while it waits for the next one: else a holder whose host vanished would keep
-- the lease for hours. The run's statements are short, and compiling them takes far longer; where
-- the registry is large they may run for $1 milliseconds, and wait for the locks of an import.
SELECT set_config(name, value, false)
FROM (VALUES ('client_connection_check_interval', '2000'), ('tcp_keepalives_idle', '5'),
    ('tcp_keepalives_interval', '2'), ('tcp_keepalives_count', '3'), ('jit', 'off'),
    ('statement_timeout', $1), ('lock_timeout', '60000'))
    AS wanted (name, value)
WHERE name IN (SELECT name FROM pg_settings)
