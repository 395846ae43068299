-- What the identity column has handed out, without counting rows.
SELECT coalesce(max(serial), 0) FROM event
