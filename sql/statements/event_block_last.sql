SELECT number, last_serial, hash FROM event_block ORDER BY number DESC LIMIT 1
