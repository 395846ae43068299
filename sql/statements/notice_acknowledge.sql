UPDATE notice
SET acknowledged = now(), acknowledged_by = $2, owner = $3, version = version + 1
WHERE id = $1 AND acknowledged IS NULL
