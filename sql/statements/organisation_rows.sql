SELECT id, name, country, sector, parent, timezone, contact, external_id, closed_on, version
FROM organisation
WHERE id = ANY ($1)
ORDER BY id
