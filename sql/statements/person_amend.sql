UPDATE person
SET name = $2, email = $3, external_id = $4, professions = $5, version = version + 1
WHERE id = $1
