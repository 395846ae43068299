WITH gone AS (
    DELETE FROM certification WHERE id = $1)
UPDATE certification SET revoked_on = $3, version = version + 1 WHERE id = $2
