-- Standing is derived by rules that must not change until it is committed.
SELECT pg_advisory_xact_lock_shared($1)
