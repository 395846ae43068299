UPDATE notice n
SET person = $1
FROM person_merge m
WHERE m.person = $1 AND n.person = $2 AND m.moved -> 'notice' @> to_jsonb(n.id)
