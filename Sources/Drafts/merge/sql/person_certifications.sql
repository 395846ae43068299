SELECT c.id, c.person, c.programme::text, c.role, c.revoked_on, s.starts, s.ends
FROM certification c
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(from_date - date '1970-01-01' ORDER BY from_date), '{}'),
        coalesce(array_agg(until_date - date '1970-01-01' ORDER BY from_date), '{}')
    FROM certification_suspension WHERE certification = c.id) AS s (starts, ends)
WHERE c.person = ANY ($1)
ORDER BY c.id
