UPDATE workshop
SET organisation = $2, site = $3, mode = $4, language = $5, from_date = $6, until_date = $7,
    sessions = $8, minutes = $9, enrolled = $10, completers = $11, licence = $12,
    scheduled = false, version = version + 1
WHERE id = $1
