SELECT number, serials, digests, last_serial, hash
FROM event_block
WHERE number > $1
ORDER BY number
LIMIT 1
