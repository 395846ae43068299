UPDATE account_token SET revoked = true, version = version + 1 WHERE id = $1
