UPDATE workshop SET voided = true, version = version + 1 WHERE id = $1
