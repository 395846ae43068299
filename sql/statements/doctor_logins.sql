-- Accounts and tokens that are bound to nobody who is there.
WITH bound AS (
    SELECT 'A' AS letter, id, person, organisation FROM account
    UNION ALL SELECT 'K', id, person, organisation FROM account_token)
SELECT b.letter || '-' || b.id, CASE
    WHEN b.organisation IS NOT NULL THEN 'O-' || b.organisation || ' is not there'
    WHEN p.id IS NULL THEN 'P-' || b.person || ' is not there'
    ELSE 'P-' || b.person || ' was merged into P-' || p.merged_into END
FROM bound b
LEFT JOIN person p ON p.id = b.person
WHERE (b.person IS NOT NULL AND (p.id IS NULL OR p.merged_into IS NOT NULL))
    OR (b.organisation IS NOT NULL
        AND NOT EXISTS (SELECT FROM organisation o WHERE o.id = b.organisation))
ORDER BY b.letter, b.id
LIMIT $1
