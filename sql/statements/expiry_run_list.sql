-- Runs, the latest first, after the one last seen.
SELECT on_date, items,
    to_char(started AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(finished AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM expiry_run
WHERE $1::date IS NULL OR on_date < $1
ORDER BY on_date DESC
LIMIT $2
