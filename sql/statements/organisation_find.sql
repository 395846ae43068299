SELECT id
FROM organisation
WHERE id > $1 AND (name ILIKE $2 OR contact ILIKE $2 OR external_id ILIKE $2)
ORDER BY id
LIMIT $3
