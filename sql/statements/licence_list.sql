SELECT l.id
FROM licence l
WHERE l.id > $1
    AND ($2::bigint IS NULL OR l.holder = $2 OR EXISTS (
        SELECT FROM licence_coverage c WHERE c.licence = l.id AND c.organisation = $2))
    AND ($3::text IS NULL OR l.any_programme OR EXISTS (
        SELECT FROM licence_programme p WHERE p.licence = l.id AND p.programme = $3))
    AND ($4::text IS NULL OR l.type = $4)
    AND ($5::date IS NULL OR l.from_date <= $5 AND l.until_date >= $5)
    AND ($7::text IS NULL OR l.id IN (SELECT licences_seen($7, $8, $9)))
ORDER BY l.id
LIMIT $6
