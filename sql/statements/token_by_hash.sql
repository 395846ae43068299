SELECT id FROM account_token WHERE hash = $1
