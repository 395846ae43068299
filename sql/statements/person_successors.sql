-- Who somebody is, of those who were merged, however often.
WITH RECURSIVE way AS (
    SELECT id AS person, merged_into AS successor
    FROM person
    WHERE id = ANY ($1) AND merged_into IS NOT NULL
    UNION
    SELECT way.person, p.merged_into
    FROM way JOIN person p ON p.id = way.successor
    WHERE p.merged_into IS NOT NULL)
SELECT way.person, way.successor
FROM way JOIN person p ON p.id = way.successor
WHERE p.merged_into IS NULL
