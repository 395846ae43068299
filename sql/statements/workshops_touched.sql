-- Workshops that stand, scheduled ones too, and end on the day $4 or later: those that one of the
-- people led, that one of the hosts held, or that the licence served.
WITH touched AS (
    SELECT workshop AS id FROM workshop_leader WHERE person = ANY ($1)
    UNION SELECT id FROM workshop WHERE organisation = ANY ($2) AND from_date >= $4
    UNION SELECT id FROM workshop WHERE licence = $3 AND from_date >= $4)
SELECT w.id
FROM touched JOIN workshop w ON w.id = touched.id
WHERE w.until_date >= $4 AND w.state <> 'void' AND NOT w.as_found
ORDER BY w.until_date, w.id
LIMIT $5
