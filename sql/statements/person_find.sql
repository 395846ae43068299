SELECT id
FROM person
WHERE id > $1 AND folded($2) <> '%%'
    AND (folded(name) LIKE folded($2) OR folded(email) LIKE folded($2)
        OR folded(external_id) LIKE folded($2))
ORDER BY id
LIMIT $3
