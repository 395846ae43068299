UPDATE certification SET revoked_on = $2 WHERE id = $1
