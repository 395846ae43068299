-- What two people both have: courses in which both were, whatever as, and certifications in one
-- programme and role, that of the first with that of the second.
WITH part AS (
    SELECT 'T' AS letter, training AS id, person FROM training_attendee WHERE person IN ($1, $2)
    UNION SELECT 'T', training, person FROM training_trainer WHERE person IN ($1, $2)
    UNION SELECT 'W', workshop, person FROM workshop_leader WHERE person IN ($1, $2))
SELECT 'C' AS letter, c.id, o.id AS other
FROM certification c
JOIN certification o ON o.person = $2 AND o.programme = c.programme AND o.role = c.role
WHERE c.person = $1
UNION ALL
SELECT letter, id, NULL FROM part GROUP BY letter, id HAVING count(DISTINCT person) = 2
ORDER BY letter, id
