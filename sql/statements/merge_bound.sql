-- Who logs in as the one is the other. What both were told of is told of the other once.
WITH token AS (
    UPDATE account_token SET person = $2, version = version + 1 WHERE person = $1),
login AS (
    UPDATE account SET person = $2, version = version + 1 WHERE person = $1)
UPDATE notice n
SET person = $2
WHERE person = $1 AND NOT EXISTS (
    SELECT FROM notice o
    WHERE o.person = $2 AND o.rule = n.rule AND o.licence IS NOT DISTINCT FROM n.licence
        AND o.programme IS NOT DISTINCT FROM n.programme
        AND o.role IS NOT DISTINCT FROM n.role
        AND o.organisation IS NOT DISTINCT FROM n.organisation
        AND o.threshold IS NOT DISTINCT FROM n.threshold
        AND o.until_date IS NOT DISTINCT FROM n.until_date)
