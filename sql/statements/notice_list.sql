-- Announced notices after a number. An organisation's are those about it, about its licences and
-- those in which it is named.
SELECT n.id
FROM notice n
WHERE n.id > $1 AND NOT n.passed_over
    AND ($2::text IS NULL OR n.rule = $2)
    AND ($3::bigint IS NULL OR n.organisation = $3
        OR n.licence IN (SELECT id FROM licence WHERE holder = $3))
    AND ($4::bigint IS NULL OR n.person = $4)
    AND ($5::bigint IS NULL OR n.licence = $5)
    AND (NOT $6::boolean OR (n.acknowledged IS NULL AND n.withdrawn_on IS NULL))
ORDER BY n.id
LIMIT $7
