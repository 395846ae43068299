SELECT id, version FROM certification WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE
