-- Organisations that are above themselves.
WITH RECURSIVE above AS (
    SELECT id AS organisation, parent, ARRAY[id] AS seen
    FROM organisation
    WHERE parent IS NOT NULL
    UNION ALL
    SELECT a.organisation, o.parent, a.seen || o.id
    FROM above a JOIN organisation o ON o.id = a.parent
    WHERE o.parent IS NOT NULL AND NOT o.id = ANY (a.seen))
SELECT 'O-' || organisation, 'it is above itself'
FROM above
WHERE parent = organisation
ORDER BY organisation
LIMIT $1
