SELECT id, person, organisation, from_date, until_date
FROM affiliation
WHERE id > $1
ORDER BY id
LIMIT $2
