ALTER SYSTEM RESET log_statement;
ALTER SYSTEM RESET log_error_verbosity;
SELECT pg_reload_conf();
