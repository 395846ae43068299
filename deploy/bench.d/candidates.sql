-- Organisations that may record a CDSMP workshop and a leader training on every day of the last 60:
-- with places of two leaders and two master trainers of their own, and people to be trained.
-- :first is the first of those days, :last the last, from 1970-01-01.
WITH period AS (
    SELECT date '1970-01-01' + :first AS first, date '1970-01-01' + :last AS last),
able AS (
    -- The states of standing change at most once a year: one period covers all of those days.
    SELECT s.person, s.role
    FROM standing s, period
    WHERE s.programme = 'CDSMP' AND s.state IN ('provisional', 'active')
        AND s.from_date <= period.first
        AND (s.until_date IS NULL OR s.until_date >= period.last)),
team AS (
    SELECT (person - 1) / 30 + 1 AS organisation, role, array_agg(person ORDER BY person) AS people
    FROM able
    GROUP BY 1, 2
    HAVING count(*) >= 2)
SELECT o.id, l.people[1], l.people[2], m.people[1], m.people[2]
FROM organisation o
CROSS JOIN period
JOIN team l ON l.organisation = o.id AND l.role = 'leader'
JOIN team m ON m.organisation = o.id AND m.role = 'master-trainer'
WHERE o.closed_on IS NULL
    AND EXISTS (
        SELECT FROM licence i JOIN licence_programme p ON p.licence = i.id
        WHERE i.holder = o.id AND p.programme = 'CDSMP' AND i.revoked_on IS NULL
            AND i.from_date <= period.first AND i.until_date >= period.last
            AND i.language IS NULL
            AND NOT EXISTS (SELECT FROM licence_suspension s WHERE s.licence = i.id))
    AND NOT EXISTS (
        SELECT FROM certification c
        WHERE c.person BETWEEN (o.id - 1) * 30 + 23 AND o.id * 30 AND c.programme = 'CDSMP'
            AND (c.revoked_on IS NOT NULL OR EXISTS (
                SELECT FROM award w
                WHERE w.certification = c.id AND w.trained_on >= period.first)))
    -- Nobody is trained twice on a day.
    AND NOT EXISTS (
        SELECT FROM training_attendee a JOIN training t ON t.id = a.training
        WHERE a.person BETWEEN (o.id - 1) * 30 + 23 AND o.id * 30
            AND t.until_date >= period.first)
ORDER BY o.id;
