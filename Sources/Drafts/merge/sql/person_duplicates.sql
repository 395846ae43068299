-- Where both of two people were, whatever as.
WITH was AS (
    SELECT person, training, NULL::bigint AS workshop FROM training_attendee
    WHERE person IN ($1, $2)
    UNION
    SELECT person, training, NULL FROM training_trainer WHERE person IN ($1, $2)
    UNION
    SELECT person, NULL, workshop FROM workshop_leader WHERE person IN ($1, $2))
SELECT training, workshop
FROM was
GROUP BY training, workshop
HAVING count(DISTINCT person) = 2
ORDER BY training, workshop
