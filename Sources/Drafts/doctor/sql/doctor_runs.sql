-- Dates that were passed over by the runs, and notices of a date without a finished run before a
-- finished one.
SELECT 'run', 'the run of ' || r.on_date || ' was begun and never finished, and a later one was'
FROM expiry_run r
WHERE r.finished IS NULL
    AND EXISTS (SELECT FROM expiry_run l WHERE l.on_date > r.on_date AND l.finished IS NOT NULL)
ORDER BY r.on_date
LIMIT $1
