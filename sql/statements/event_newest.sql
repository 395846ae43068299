SELECT coalesce(max(serial), 0) FROM event
