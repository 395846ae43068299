-- Verdicts left by the last run that allow a closed organisation something.
SELECT 'O-' || o.id, v.programme || ' is allowed though it is closed since ' || o.closed_on
FROM verdict_known v JOIN organisation o ON o.id = v.organisation
WHERE (v.may_offer OR v.may_train)
    AND o.closed_on <= (SELECT max(on_date) FROM expiry_run WHERE finished IS NOT NULL)
    -- Closed with a date before that run only after it was made: the next run looks again.
    AND NOT EXISTS (
        SELECT FROM event e
        WHERE e.thing = 'O-' || o.id AND e.serial > (
            SELECT serial FROM expiry_run WHERE finished IS NOT NULL
            ORDER BY on_date DESC LIMIT 1))
ORDER BY o.id, v.programme
LIMIT $1
