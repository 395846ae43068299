SELECT c.id
FROM certification c
WHERE c.id > $1
    AND ($2::bigint IS NULL OR c.person = $2)
    AND ($3::text IS NULL OR c.programme = $3)
    AND ($4::text IS NULL OR c.role = $4)
    AND ($5::bigint IS NULL OR EXISTS (
        SELECT FROM affiliation a
        WHERE a.person = c.person AND a.organisation = $5
            AND a.from_date <= $7 AND (a.until_date IS NULL OR a.until_date >= $7)))
    AND ($6::text IS NULL OR $6 = coalesce((
        SELECT s.state FROM standing s
        WHERE s.person = c.person AND s.programme = c.programme AND s.role = c.role
            AND s.from_date <= $7 AND (s.until_date IS NULL OR s.until_date >= $7)), 'untrained'))
    AND ($9::text IS NULL OR c.person IN (SELECT people_seen($9, $10, $11)))
ORDER BY c.id
LIMIT $8
