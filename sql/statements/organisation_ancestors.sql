-- The organisations that this one is part of, itself first.
WITH RECURSIVE above AS (
    SELECT id, parent FROM organisation WHERE id = $1
    UNION SELECT o.id, o.parent FROM above a JOIN organisation o ON o.id = a.parent)
SELECT id FROM above
