SELECT id
FROM organisation
WHERE id > $1
    AND ($2::text IS NULL OR country = $2)
    AND ($3::text IS NULL OR sector = $3)
    AND ($4::bigint IS NULL OR parent = $4)
    AND ($6::text IS NULL OR id IN (SELECT organisations_seen($6, $7, $8)))
ORDER BY id
LIMIT $5
