SELECT id
FROM person
WHERE id > $1 AND folded($2) <> '%%'
    AND (folded(name) LIKE folded($2) OR folded(email) LIKE folded($2)
        OR folded(external_id) LIKE folded($2))
    AND ($4::text IS NULL OR id IN (SELECT people_seen($4, $5, $6)))
ORDER BY id
LIMIT $3
