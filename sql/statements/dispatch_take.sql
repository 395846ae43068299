-- Takes at most $3 of what is due over the channels $1 for $2 seconds: nobody else takes it
-- meanwhile, and where the taker dies it is due again after them.
WITH taken AS MATERIALIZED (
    SELECT id FROM dispatch
    WHERE settled IS NULL AND due <= clock_timestamp() AND channel = ANY ($1)
    ORDER BY due, id
    LIMIT $3
    FOR UPDATE SKIP LOCKED)
UPDATE dispatch d
SET attempts = d.attempts + 1, due = clock_timestamp() + make_interval(secs => $2)
FROM taken t
WHERE d.id = t.id
RETURNING d.id, d.channel, d.organisation, d.on_date, d.message::text,
    extract(epoch FROM d.made)::bigint, d.attempts
