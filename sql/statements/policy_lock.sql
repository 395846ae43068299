-- One change of policy at a time, and none while standing is being derived.
SELECT pg_advisory_xact_lock($1)
