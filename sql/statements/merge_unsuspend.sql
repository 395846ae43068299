-- The suspensions of certifications that both have go; merge_fold.sql makes those of
-- the one that is left, from what was kept.
DELETE FROM certification_suspension s
USING certification c, certification o
WHERE c.person = $1 AND o.person = $2 AND o.programme = c.programme AND o.role = c.role
    AND s.certification IN (c.id, o.id)
