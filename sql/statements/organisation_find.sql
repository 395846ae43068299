SELECT id
FROM organisation
WHERE id > $1 AND (name ILIKE $2 OR contact ILIKE $2 OR external_id ILIKE $2)
    AND ($4::text IS NULL OR id IN (SELECT organisations_seen($4, $5, $6)))
ORDER BY id
LIMIT $3
