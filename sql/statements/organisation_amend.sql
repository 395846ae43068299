UPDATE organisation
SET name = $2, country = $3, sector = $4, parent = $5, timezone = $6, contact = $7,
    external_id = $8, version = version + 1
WHERE id = $1
