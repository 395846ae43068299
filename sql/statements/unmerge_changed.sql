-- Certifications that the merge moved or made, and that were suspended, reinstated, revoked,
-- restored or voided since: taking the merge back would lose that.
SELECT c.id
FROM person_merge m
CROSS JOIN jsonb_each(m.moved -> 'made' -> 'certification') AS made
JOIN certification c ON c.id = made.key::bigint
WHERE m.person = $1 AND NOT (
    certification_marks(c) - 'awards' = made.value - 'awards'
    AND certification_marks(c) -> 'awards' @> (made.value -> 'awards'))
ORDER BY c.id
