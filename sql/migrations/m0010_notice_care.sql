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
