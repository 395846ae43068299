-- Kept replies show the person; their tokens stay used.
UPDATE request r
SET reply = NULL, line_hash = ''
FROM event_personal p
JOIN event e ON e.serial = p.event
WHERE p.person = ANY ($1) AND r.account = e.account AND r.token = e.request
