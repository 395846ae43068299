SELECT id, version FROM account WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE
