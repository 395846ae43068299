SELECT id
FROM person p
WHERE id > $1
    AND ($2::bigint IS NULL OR EXISTS (
        SELECT FROM affiliation a
        WHERE a.person = p.id AND a.organisation = $2
            AND a.from_date <= $3 AND (a.until_date IS NULL OR a.until_date >= $3)))
    AND ($4::text IS NULL OR $4 = ANY (professions))
    AND ($6::text IS NULL OR id IN (SELECT people_seen($6, $7, $8)))
ORDER BY id
LIMIT $5
