-- The moment that this statement sees, and whether anything was recorded since another one: by a
-- transaction that had not begun then, or by one that was under way. The newest is looked up by the
-- index, which a mere comparison would not use: it finds nothing most of the time, and would read
-- the whole log for it.
SELECT pg_current_snapshot()::text,
    coalesce((SELECT transaction FROM event ORDER BY transaction DESC LIMIT 1)
        >= pg_snapshot_xmax($1::pg_snapshot), false)
    OR EXISTS (
        SELECT FROM pg_snapshot_xip($1::pg_snapshot) AS ended (transaction)
        JOIN event USING (transaction))
