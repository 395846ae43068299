-- Who sees to a notice, and until when it may rest.

ALTER TABLE notice
    -- An account or a team, not a person's name.
    ADD COLUMN owner text CHECK (owner <> ''),
    -- The last day on which it rests.
    ADD COLUMN snoozed_until date,
    -- The business date whose run opened it again after it was withdrawn.
    ADD COLUMN rearmed_on date;

-- How a notice is on a day: the one place that says so.
CREATE FUNCTION notice_state(n notice, day date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN n.withdrawn_on IS NOT NULL THEN 'withdrawn'
        WHEN n.acknowledged IS NOT NULL THEN 'acknowledged'
        WHEN n.snoozed_until >= day THEN 'snoozed'
        ELSE 'open' END
$$;

-- Notices that announce an end which is not one by a day: renewed, revoked, moved to another day,
-- or a report filed since. Asked are those that are open, or, for opening them again, those that
-- were withdrawn; `some_of` names those that are meant, null for all. What was acknowledged is
-- never asked.
CREATE FUNCTION moot_notices(day date, of_withdrawn boolean, some_of bigint[])
RETURNS TABLE (id bigint) LANGUAGE sql STABLE AS $$
    WITH asked AS (
        SELECT n.id, n.rule, n.licence, n.person, n.programme, n.role, n.organisation,
            n.until_date
        FROM notice n
        WHERE n.acknowledged IS NULL AND NOT n.passed_over AND n.on_date <= day
            AND (n.withdrawn_on IS NOT NULL) = of_withdrawn
            AND (some_of IS NULL OR n.id = ANY (some_of)))
    SELECT a.id
    FROM asked a JOIN licence l ON l.id = a.licence
    WHERE a.rule IN ('expired', 'expiring')
        AND (l.revoked_on <= day OR l.until_date <> a.until_date)
    UNION SELECT a.id
    FROM asked a JOIN licence r ON r.renewal_of = a.licence
    WHERE a.rule IN ('expired', 'expiring') AND (r.revoked_on IS NULL OR r.revoked_on > day)
    UNION SELECT a.id
    FROM asked a
    WHERE a.rule IN ('lapsed', 'expiring') AND a.person IS NOT NULL AND NOT EXISTS (
        SELECT FROM standing s
        WHERE s.person = a.person AND s.programme = a.programme AND s.role = a.role
            AND s.from_date <= day AND (s.until_date IS NULL OR s.until_date >= day)
            AND s.state <> 'revoked' AND s.current_until = a.until_date)
    UNION SELECT a.id
    FROM asked a JOIN licence l ON l.id = a.licence
    WHERE a.rule = 'coverage-ended' AND l.revoked_on <= day
    UNION SELECT a.id
    FROM asked a
    WHERE a.rule = 'coverage-ended' AND NOT EXISTS (
        SELECT FROM licence_coverage c
        WHERE c.licence = a.licence AND c.organisation = a.organisation
            AND c.until_date = a.until_date)
    UNION SELECT a.id
    FROM asked a
    WHERE a.rule = 'affiliation-ended' AND NOT EXISTS (
        SELECT FROM affiliation f
        WHERE f.person = a.person AND f.organisation = a.organisation
            AND f.until_date = a.until_date)
    UNION SELECT a.id
    FROM asked a
    WHERE a.rule IN ('report-due', 'report-overdue') AND NOT EXISTS (
        SELECT FROM reports_owed(day) o WHERE o.licence = a.licence AND o.due = a.until_date)
$$;
