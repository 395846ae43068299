UPDATE request SET reply = $3 WHERE account = $1 AND token = $2
