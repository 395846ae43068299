-- Takes away what the one has, and what the other has with the same organisations; the days of both
-- come back by merge_join.sql, from what was kept.
DELETE FROM affiliation
WHERE person = $1 OR (person = $2 AND organisation IN (
    SELECT organisation FROM affiliation WHERE person = $1))
