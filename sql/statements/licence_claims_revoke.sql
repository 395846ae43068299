UPDATE licence_claim SET revoked_on = $2 WHERE licence = $1
