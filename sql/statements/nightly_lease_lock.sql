-- Whether this session now holds the lease; the lock goes with the session.
SELECT pg_try_advisory_lock($1)
