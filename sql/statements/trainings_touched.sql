-- Trainings that stand, scheduled ones too, and end on the day $4 or later: those in which one of
-- the people has a part, that one of the hosts held, or that the licence served.
WITH touched AS (
    SELECT training AS id FROM training_trainer WHERE person = ANY ($1)
    UNION SELECT training FROM training_attendee WHERE person = ANY ($1)
    UNION SELECT id FROM training WHERE organisation = ANY ($2) AND from_date >= $4
    UNION SELECT id FROM training WHERE licence = $3 AND from_date >= $4)
SELECT t.id
FROM touched JOIN training t ON t.id = touched.id
WHERE t.until_date >= $4 AND t.state <> 'void' AND NOT t.as_found
ORDER BY t.until_date, t.id
LIMIT $5
