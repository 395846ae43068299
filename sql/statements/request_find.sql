SELECT line_hash = sha256(convert_to($3, 'UTF8')), reply::text
FROM request
WHERE account = $1 AND token = $2
