INSERT INTO event_block (number, serials, digests, last_serial, hash) VALUES ($1, $2, $3, $4, $5)
