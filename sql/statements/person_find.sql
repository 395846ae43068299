SELECT id
FROM person
WHERE id > $1 AND (name ILIKE $2 OR email ILIKE $2 OR external_id ILIKE $2)
ORDER BY id
LIMIT $3
