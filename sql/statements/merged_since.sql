-- Who was merged into the other after this one was.
SELECT p.id
FROM person p JOIN person_merge m ON m.person = $1
WHERE p.merged_into = $2 AND p.id <> $1 AND NOT m.moved -> 'merged' @> to_jsonb(p.id)
ORDER BY p.id
