SELECT id, version FROM account_token WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE
