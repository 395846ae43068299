-- May an organisation offer a programme, and train in it, on a day: the best single statement over
-- the facts as they were recorded, without what the daemon derives. The rules' numbers stand in it
-- as constants, which is to its advantage.
-- :organisation and :day (from 1970-01-01) are given, @programme@ is put in.
WITH asked AS (
    SELECT (date '1970-01-01' + :day::int) AS day),
staff AS MATERIALIZED (
    SELECT DISTINCT a.person
    FROM affiliation a, asked
    WHERE a.organisation = :organisation AND a.from_date <= asked.day
        AND (a.until_date IS NULL OR a.until_date >= asked.day)),
certified AS MATERIALIZED (
    SELECT c.person, c.role, x.anchor, asked.day
    FROM asked, staff
    JOIN certification c ON c.person = staff.person AND c.programme = '@programme@'
    CROSS JOIN LATERAL (
        SELECT greatest(
            (SELECT max(w.trained_on) FROM award w
                WHERE w.certification = c.id AND NOT w.voided AND w.trained_on <= asked.day),
            (SELECT max(t.until_date) FROM training_attendee p JOIN training t ON t.id = p.training
                WHERE p.person = c.person AND p.passed AND t.programme = '@programme@' AND t.counts
                    AND t.until_date <= asked.day
                    AND CASE c.role WHEN 'leader' THEN t.kind IN ('leader', 'cross', 'refresher')
                        ELSE t.kind = 'master' END)) AS anchor) x
    WHERE (c.revoked_on IS NULL OR c.revoked_on > asked.day) AND x.anchor IS NOT NULL
        AND NOT EXISTS (
            SELECT FROM certification_suspension s
            WHERE s.certification = c.id AND s.from_date <= asked.day
                AND (s.until_date IS NULL OR s.until_date >= asked.day))),
authorised AS MATERIALIZED (
    SELECT c.person, c.role
    FROM certified c
    WHERE
        -- Each year that is over has its workshop (or, of a master trainer, a training given).
        NOT EXISTS (
            SELECT FROM generate_series(1, (c.day - c.anchor) / 365) AS n
            CROSS JOIN LATERAL (
                SELECT (c.anchor + make_interval(months => 12 * n - 12))::date AS first,
                    (c.anchor + make_interval(months => 12 * n))::date AS last) w
            WHERE w.last < c.day
                AND NOT EXISTS (
                    SELECT FROM workshop_leader l JOIN workshop k ON k.id = l.workshop
                    WHERE l.person = c.person AND k.programme = '@programme@' AND k.counts
                        AND k.until_date > w.first AND k.until_date <= w.last
                        AND (c.role <> 'leader' OR n > 1 OR k.mode IN ('in-person', 'virtual')))
                AND (c.role = 'leader' OR NOT EXISTS (
                    SELECT FROM training_trainer g JOIN training t ON t.id = g.training
                    WHERE g.person = c.person AND t.programme = '@programme@' AND t.counts
                        AND t.kind IN ('leader', 'cross')
                        AND t.until_date > w.first AND t.until_date <= w.last)))
        -- A master trainer gave a leader training within 18 months, and within 36 from then on.
        AND (c.role = 'leader' OR NOT EXISTS (
            SELECT FROM generate_series(0, (c.day - c.anchor) / 1000) AS n
            CROSS JOIN LATERAL (
                SELECT (c.anchor + make_interval(
                        months => CASE n WHEN 0 THEN 0 ELSE 36 * n - 18 END))::date AS first,
                    (c.anchor + make_interval(months => 36 * n + 18))::date AS last) w
            WHERE w.last < c.day
                AND NOT EXISTS (
                    SELECT FROM training_trainer g JOIN training t ON t.id = g.training
                    WHERE g.person = c.person AND t.programme = '@programme@' AND t.counts
                        AND (t.kind = 'leader' OR ('@programme@' = 'CPSMP' AND t.kind = 'cross'))
                        AND t.until_date > w.first AND t.until_date <= w.last)))),
counted AS (
    SELECT count(DISTINCT person) AS leaders,
        count(*) FILTER (WHERE role = 'master-trainer') AS master_trainers,
        coalesce(bool_or(EXISTS (
            SELECT FROM person_peer p
            WHERE p.person = authorised.person AND p.programme = '@programme@')), false) AS has_peer
    FROM authorised),
licensed AS (
    SELECT EXISTS (
        SELECT FROM asked, licence l
        WHERE l.from_date <= asked.day AND l.until_date >= asked.day
            AND (l.revoked_on IS NULL OR l.revoked_on > asked.day)
            AND (l.holder = :organisation OR EXISTS (
                SELECT FROM licence_coverage c
                WHERE c.licence = l.id AND c.organisation = :organisation
                    AND l.type = 'umbrella' AND c.from_date <= asked.day
                    AND (c.until_date IS NULL OR c.until_date >= asked.day)))
            AND l.id IN (
                SELECT o.id FROM licence o WHERE o.holder = :organisation
                UNION ALL
                SELECT c.licence FROM licence_coverage c WHERE c.organisation = :organisation)
            AND ('@programme@' <> 'CPSMP' OR l.type IN ('multiple', 'umbrella'))
            AND (l.any_programme OR EXISTS (
                SELECT FROM licence_programme p
                WHERE p.licence = l.id AND p.programme = '@programme@'))
            AND NOT EXISTS (
                SELECT FROM licence_suspension s
                WHERE s.licence = l.id AND s.from_date <= asked.day
                    AND (s.until_date IS NULL OR s.until_date >= asked.day))) AS is_licensed)
SELECT o.id, licensed.is_licensed AND open.is_open AND counted.leaders >= 2
        AND ('@programme@' <> 'CPSMP' OR counted.has_peer) AS may_offer,
    licensed.is_licensed AND open.is_open AND counted.master_trainers >= 2 AS may_train,
    counted.leaders, counted.master_trainers
FROM asked, organisation o
CROSS JOIN LATERAL (
    SELECT o.closed_on IS NULL OR o.closed_on > (SELECT day FROM asked) AS is_open) open
CROSS JOIN counted CROSS JOIN licensed
WHERE o.id = :organisation
