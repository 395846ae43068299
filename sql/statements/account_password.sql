UPDATE account SET verifier = $2, version = version + 1 WHERE id = $1
