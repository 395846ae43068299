SELECT id FROM account_token WHERE account = $1 AND id > $2 ORDER BY id LIMIT $3
