UPDATE training
SET format = $2, half_days = $3, from_date = $4, until_date = $5, organisation = $6, language = $7,
    licence = $8, scheduled = false, version = version + 1
WHERE id = $1
