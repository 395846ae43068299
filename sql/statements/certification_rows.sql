SELECT c.id, c.person, c.programme::text, c.role, c.revoked_on, c.version,
    coalesce(s.state, 'untrained'), s.anchor, s.current_until
FROM certification c
LEFT JOIN standing s ON s.person = c.person AND s.programme = c.programme AND s.role = c.role
    AND s.from_date <= $2 AND (s.until_date IS NULL OR s.until_date >= $2)
WHERE c.id = ANY ($1)
ORDER BY c.id
