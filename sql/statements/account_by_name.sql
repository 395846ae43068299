SELECT id FROM account WHERE name = $1
