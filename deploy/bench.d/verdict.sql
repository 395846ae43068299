-- May an organisation offer a programme, and train in it, on a day: the best single statement over
-- the facts as they were recorded, without what the daemon derives. The rules' numbers stand in it
-- as constants, and warnings are left out, both to its advantage. Subqueries that depend on the one
-- organisation did better than common table expressions, by a half.
-- The organisation and the day (from 1970-01-01) are variables, the programme is put in.
SELECT o.id,
    licensed.yes AND open.yes AND counted.leaders >= 2
        AND ('@programme@' <> 'CPSMP' OR counted.has_peer) AS may_offer,
    licensed.yes AND open.yes AND counted.master_trainers >= 2 AS may_train,
    counted.leaders, counted.master_trainers
FROM (SELECT date '1970-01-01' + :day::int AS day OFFSET 0) asked
JOIN organisation o ON o.id = :organisation
CROSS JOIN LATERAL (SELECT o.closed_on IS NULL OR o.closed_on > asked.day AS yes) open
CROSS JOIN LATERAL (
    SELECT EXISTS (
        SELECT FROM (
            SELECT l.* FROM licence l WHERE l.holder = o.id
            UNION ALL
            SELECT l.* FROM licence_coverage v JOIN licence l ON l.id = v.licence
            WHERE v.organisation = o.id AND l.type = 'umbrella' AND v.from_date <= asked.day
                AND (v.until_date IS NULL OR v.until_date >= asked.day)) l
        WHERE l.from_date <= asked.day AND l.until_date >= asked.day
            AND (l.revoked_on IS NULL OR l.revoked_on > asked.day)
            AND ('@programme@' <> 'CPSMP' OR l.type <> 'single')
            AND (l.any_programme OR EXISTS (
                SELECT FROM licence_programme p
                WHERE p.licence = l.id AND p.programme = '@programme@'))
            AND NOT EXISTS (
                SELECT FROM licence_suspension s
                WHERE s.licence = l.id AND s.from_date <= asked.day
                    AND (s.until_date IS NULL OR s.until_date >= asked.day))) AS yes) licensed
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE p.is_leader OR p.is_master) AS leaders,
        count(*) FILTER (WHERE p.is_master) AS master_trainers,
        coalesce(bool_or((p.is_leader OR p.is_master) AND EXISTS (
            SELECT FROM person_peer x
            WHERE x.person = p.person AND x.programme = '@programme@')), false) AS has_peer
    FROM (
        SELECT c.person, bool_or(c.role = 'leader') AS is_leader,
            bool_or(c.role = 'master-trainer') AS is_master
        FROM (
            SELECT c.person, c.role, greatest(
                (SELECT max(w.trained_on) FROM award w
                    WHERE w.certification = c.id AND NOT w.voided AND w.trained_on <= asked.day),
                (SELECT max(t.until_date)
                    FROM training_attendee r JOIN training t ON t.id = r.training
                    WHERE r.person = c.person AND r.passed AND t.programme = '@programme@'
                        AND t.counts AND t.until_date <= asked.day
                        AND CASE c.role WHEN 'leader'
                            THEN t.kind IN ('leader', 'cross', 'refresher')
                            ELSE t.kind = 'master' END)) AS anchor
            FROM affiliation a
            JOIN certification c ON c.person = a.person AND c.programme = '@programme@'
            WHERE a.organisation = o.id AND a.from_date <= asked.day
                AND (a.until_date IS NULL OR a.until_date >= asked.day)
                AND (c.revoked_on IS NULL OR c.revoked_on > asked.day)
                AND NOT EXISTS (
                    SELECT FROM certification_suspension s
                    WHERE s.certification = c.id AND s.from_date <= asked.day
                        AND (s.until_date IS NULL OR s.until_date >= asked.day))
            OFFSET 0) c
        WHERE c.anchor IS NOT NULL
            -- Each year that is over has its workshop (or, of a master trainer, a training given).
            AND (c.anchor + interval '12 months' >= asked.day OR NOT EXISTS (
                SELECT FROM generate_series(1, (asked.day - c.anchor) / 365) AS n
                WHERE (c.anchor + make_interval(months => 12 * n))::date < asked.day
                    AND NOT EXISTS (
                        SELECT FROM workshop_leader l JOIN workshop k ON k.id = l.workshop
                        WHERE l.person = c.person AND k.programme = '@programme@' AND k.counts
                            AND k.until_date
                                > (c.anchor + make_interval(months => 12 * n - 12))::date
                            AND k.until_date <= (c.anchor + make_interval(months => 12 * n))::date
                            AND (c.role <> 'leader' OR n > 1
                                OR k.mode IN ('in-person', 'virtual')))
                    AND (c.role = 'leader' OR NOT EXISTS (
                        SELECT FROM training_trainer g JOIN training t ON t.id = g.training
                        WHERE g.person = c.person AND t.programme = '@programme@' AND t.counts
                            AND t.kind IN ('leader', 'cross')
                            AND t.until_date
                                > (c.anchor + make_interval(months => 12 * n - 12))::date
                            AND t.until_date
                                <= (c.anchor + make_interval(months => 12 * n))::date))))
            -- A master trainer gave a leader training within 18 months, then within every 36.
            AND (c.role = 'leader' OR c.anchor + interval '18 months' >= asked.day OR NOT EXISTS (
                SELECT FROM generate_series(0, (asked.day - c.anchor) / 1000) AS n
                WHERE (c.anchor + make_interval(months => 36 * n + 18))::date < asked.day
                    AND NOT EXISTS (
                        SELECT FROM training_trainer g JOIN training t ON t.id = g.training
                        WHERE g.person = c.person AND t.programme = '@programme@' AND t.counts
                            AND (t.kind = 'leader'
                                OR ('@programme@' = 'CPSMP' AND t.kind = 'cross'))
                            AND t.until_date > (c.anchor + make_interval(
                                months => CASE n WHEN 0 THEN 0 ELSE 36 * n - 18 END))::date
                            AND t.until_date
                                <= (c.anchor + make_interval(months => 36 * n + 18))::date)))
        GROUP BY c.person) p) counted
