-- One change of policy at a time, and none while standing is being derived: key 1.
SELECT pg_advisory_xact_lock($1)
