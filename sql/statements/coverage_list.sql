SELECT id, licence, organisation, from_date, until_date
FROM licence_coverage
WHERE id > $1
ORDER BY id
LIMIT $2
