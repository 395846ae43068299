INSERT INTO organisation (name, country, sector, parent, timezone, contact, external_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)
RETURNING id
