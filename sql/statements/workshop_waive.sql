UPDATE workshop SET waived = $2 WHERE id = $1
