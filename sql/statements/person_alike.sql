-- People and who they may be: called alike, or with one e-mail address. Of a pair the later added
-- tells the earlier; a person who is named tells all.
SELECT p.id, other.called, other.reached
FROM person p
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT q.id) FILTER (WHERE by_name), '{}') AS called,
        coalesce(array_agg(DISTINCT q.id) FILTER (WHERE NOT by_name), '{}') AS reached
    FROM (
        SELECT called AS id, true AS by_name FROM people_called(p.name) AS called
        UNION ALL
        SELECT e.id, false FROM person e WHERE lower(e.email) = lower(p.email)) AS found
    JOIN person q ON q.id = found.id
    WHERE q.merged_into IS NULL AND q.erased_on IS NULL AND q.id <> p.id
        AND ($2::bigint IS NOT NULL OR q.id < p.id)) AS other
WHERE p.id > $1 AND ($2::bigint IS NULL OR p.id = $2) AND p.merged_into IS NULL
    AND p.erased_on IS NULL AND cardinality(other.called || other.reached) > 0
ORDER BY p.id
LIMIT $3
