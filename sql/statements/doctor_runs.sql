-- Runs that were begun and never finished though a later one was, and notices of a date whose run
-- is not there.
SELECT about, detail
FROM (
    SELECT 'run-' || r.on_date AS about, 'it was never finished, and a later one was' AS detail,
        r.on_date
    FROM expiry_run r
    WHERE r.finished IS NULL
        AND EXISTS (SELECT FROM expiry_run l WHERE l.on_date > r.on_date AND l.finished IS NOT NULL)
    UNION ALL
    SELECT DISTINCT 'run-' || n.on_date, 'it made notices, and it is not there', n.on_date
    FROM notice n
    WHERE NOT EXISTS (SELECT FROM expiry_run r WHERE r.on_date = n.on_date)) AS found
ORDER BY on_date, detail
LIMIT $1
