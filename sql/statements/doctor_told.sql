-- Things of which no event tells: written past the commands.
SELECT letter || '-' || id, 'no event tells of it'
FROM (
    SELECT 'O' AS letter, id FROM organisation
    UNION ALL SELECT 'P', id FROM person
    UNION ALL SELECT 'L', id FROM licence
    UNION ALL SELECT 'T', id FROM training
    UNION ALL SELECT 'W', id FROM workshop
    UNION ALL SELECT 'N', id FROM notice
    UNION ALL SELECT 'A', id FROM account
    UNION ALL SELECT 'K', id FROM account_token) AS t
WHERE NOT EXISTS (SELECT FROM event e WHERE e.thing = t.letter || '-' || t.id)
ORDER BY letter, id
LIMIT $1
