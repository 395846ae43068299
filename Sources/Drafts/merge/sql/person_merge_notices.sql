-- What both have had is theirs once.
UPDATE notice n
SET person = $2
WHERE person = $1 AND NOT EXISTS (
    SELECT FROM notice o
    WHERE o.person = $2 AND o.rule = n.rule AND o.programme IS NOT DISTINCT FROM n.programme
        AND o.role IS NOT DISTINCT FROM n.role
        AND o.organisation IS NOT DISTINCT FROM n.organisation
        AND o.threshold IS NOT DISTINCT FROM n.threshold
        AND o.until_date IS NOT DISTINCT FROM n.until_date)
