SELECT version FROM programme WHERE code = $1 FOR NO KEY UPDATE
