-- Licences of one holder for the same programme and language whose days overlap, none revoked.
SELECT 'L-' || a.id, 'it overlaps L-' || b.id
FROM licence a
JOIN licence b ON b.holder = a.holder AND b.id > a.id
    AND lower(coalesce(b.language, '')) = lower(coalesce(a.language, ''))
    AND b.from_date <= a.until_date AND b.until_date >= a.from_date
WHERE a.revoked_on IS NULL AND b.revoked_on IS NULL
    AND (a.any_programme OR b.any_programme OR EXISTS (
        SELECT FROM licence_programme p JOIN licence_programme q ON q.programme = p.programme
        WHERE p.licence = a.id AND q.licence = b.id))
ORDER BY a.id, b.id
LIMIT $1
