-- Renewals of a licence of another holder, or of themselves.
SELECT 'L-' || r.id, CASE WHEN r.id = l.id THEN 'it renews itself'
    ELSE 'it renews L-' || l.id || ', which is another holder''s' END
FROM licence r JOIN licence l ON l.id = r.renewal_of
WHERE r.holder <> l.holder OR r.id = l.id
ORDER BY r.id
LIMIT $1
