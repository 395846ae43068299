UPDATE certification SET revoked_on = $2, version = version + 1 WHERE id = $1
