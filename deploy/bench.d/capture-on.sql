-- Every statement goes into the log, with its values.
ALTER SYSTEM SET log_statement = 'all';
ALTER SYSTEM SET log_error_verbosity = 'default';
SELECT pg_reload_conf();
