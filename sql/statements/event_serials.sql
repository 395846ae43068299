-- What is there after a serial, and how far transactions have surely ended at that moment.
SELECT serial, pg_snapshot_xmin(pg_current_snapshot())::text::bigint
FROM event
WHERE serial > $1
ORDER BY serial
LIMIT $2
