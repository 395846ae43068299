-- Organisations after one of a depth, each after the one that it is part of.
WITH RECURSIVE tree AS (
    SELECT id, 0 AS depth FROM organisation WHERE parent IS NULL
    UNION ALL
    SELECT o.id, t.depth + 1 FROM tree t JOIN organisation o ON o.parent = t.id)
SELECT id, depth
FROM tree
WHERE (depth, id) > ($1::integer, $2::bigint)
ORDER BY depth, id
LIMIT $3
