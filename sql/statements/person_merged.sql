-- Everybody who turned out to be this person, however often.
WITH RECURSIVE merged AS (
    SELECT id FROM person WHERE merged_into = $1
    UNION
    SELECT p.id FROM merged JOIN person p ON p.merged_into = merged.id)
SELECT id FROM merged ORDER BY id
