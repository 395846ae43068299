UPDATE account
SET roles = $2, person = $3, organisation = $4, disabled = $5, version = version + 1
WHERE id = $1
