SELECT id
FROM account
WHERE id > $1
    AND ($2::text IS NULL OR $2 = ANY (roles))
    AND ($3::bigint IS NULL OR person = $3)
    AND ($4::bigint IS NULL OR organisation = $4)
    AND ($5::boolean IS NULL OR disabled = $5)
ORDER BY id
LIMIT $6
