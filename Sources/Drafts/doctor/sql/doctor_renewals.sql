-- Renewals that begin before the licence they renew has ended, or are of another holder.
SELECT 'L-' || r.id, 'renews L-' || l.id || CASE
    WHEN r.holder <> l.holder THEN ', which is another holder''s'
    ELSE ' before that has ended' END
FROM licence r JOIN licence l ON l.id = r.renewal_of
WHERE r.holder <> l.holder
    OR (r.from_date <= l.until_date AND r.revoked_on IS NULL AND l.revoked_on IS NULL)
ORDER BY r.id
LIMIT $1
