-- What the nightly run recorded: runs, notices, and the lease that lets one runner run.

CREATE TABLE expiry_run (
    on_date  date PRIMARY KEY,
    started  timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished timestamptz,
    items    integer,
    -- What it saw when it began; the next run looks at what was written since: events above the
    -- serial, and those below it whose transactions were still running then.
    serial   bigint NOT NULL DEFAULT 0,
    horizon  xid8 NOT NULL DEFAULT pg_snapshot_xmin(pg_current_snapshot()),
    CHECK ((finished IS NULL) = (items IS NULL))
);

-- The verdicts that were judged last: what a later run compares with, so that a change dated back
-- before the last run is still told. A pair that no run had to judge has none. Derived, never
-- edited.
CREATE TABLE verdict_known (
    organisation bigint NOT NULL REFERENCES organisation,
    programme    code NOT NULL REFERENCES programme ON UPDATE CASCADE,
    may_offer    boolean NOT NULL,
    may_train    boolean NOT NULL,
    PRIMARY KEY (organisation, programme)
);

CREATE TABLE notice (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule         text NOT NULL CHECK (rule IN (
        'expired', 'lapsed', 'coverage-ended', 'affiliation-ended', 'expiring',
        'offer-lost', 'offer-gained', 'train-lost', 'train-gained',
        'report-due', 'report-overdue')),
    -- What it is about: the licence, the person (with programme and role), or the organisation
    -- (with programme on verdicts).
    licence      bigint REFERENCES licence,
    person       bigint REFERENCES person,
    programme    code REFERENCES programme ON UPDATE CASCADE,
    role         text CHECK (role IN ('leader', 'master-trainer')),
    organisation bigint REFERENCES organisation,
    until_date   date,
    threshold    integer,
    -- The business date of the run that made it.
    on_date      date NOT NULL REFERENCES expiry_run,
    reasons      text[] NOT NULL DEFAULT '{}',
    -- A looser threshold that fell due together with a tighter one: recorded, never announced.
    passed_over  boolean NOT NULL DEFAULT false,
    withdrawn_on date,
    acknowledged timestamptz,
    acknowledged_by text,
    version      integer NOT NULL DEFAULT 1
);
-- A notice is made once: by its thing, the thing's until, rule and threshold; a verdict's by
-- organisation, programme, rule and date.
CREATE UNIQUE INDEX notice_once ON notice (
    rule, coalesce(licence, 0), coalesce(person, 0), coalesce(programme::text, ''),
    coalesce(role, ''), coalesce(organisation, 0), coalesce(threshold, 0),
    (CASE WHEN rule IN ('offer-lost', 'offer-gained', 'train-lost', 'train-gained')
        THEN on_date ELSE until_date END));
CREATE INDEX ON notice (on_date);
CREATE INDEX ON notice (licence) WHERE licence IS NOT NULL;
CREATE INDEX ON notice (person) WHERE person IS NOT NULL;
CREATE INDEX ON notice (organisation) WHERE organisation IS NOT NULL;
-- Those that may still become moot.
CREATE INDEX notice_open ON notice (id)
    WHERE acknowledged IS NULL AND withdrawn_on IS NULL AND NOT passed_over;

-- One row. The epoch grows with each holder: a write of an earlier holder finds another epoch
-- and is refused, even where that holder does not know that it was replaced.
CREATE TABLE nightly_lease (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch      bigint NOT NULL DEFAULT 0,
    holder     text,
    taken_at   timestamptz
);
INSERT INTO nightly_lease DEFAULT VALUES;

-- The numbers of policy by the days on which they are in effect: of rows that overlap the latest
-- counts. For the two that the nightly run asks every day stands here, without numbers where no
-- row holds it.
CREATE VIEW policy_in_effect AS
WITH turn AS (
    SELECT name, from_date AS day FROM policy_number
    UNION SELECT name, until_date + 1 FROM policy_number WHERE until_date IS NOT NULL
    UNION VALUES ('report-grace-days', date '0001-01-01'),
        ('expiry-ladder-days', date '0001-01-01')),
segment AS (
    SELECT name, day AS from_date,
        lead(day) OVER (PARTITION BY name ORDER BY day) - 1 AS until_date
    FROM turn)
SELECT s.name, s.from_date, s.until_date, n.numbers
FROM segment s
LEFT JOIN LATERAL (
    SELECT p.numbers FROM policy_number p
    WHERE p.name = s.name AND p.from_date <= s.from_date
        AND (p.until_date IS NULL OR p.until_date >= s.from_date)
    ORDER BY p.from_date DESC LIMIT 1) n ON true;

-- The annual reports that are due on or before a day and were not filed: one for each licence
-- year that ended. Years run from the licence's first day, twelve calendar months each; the last
-- one ends with the term. A licence that is revoked by the day owes none.
CREATE FUNCTION reports_owed(day date)
RETURNS TABLE (licence bigint, year date, due date) LANGUAGE sql STABLE AS $$
    SELECT l.id, y.first, y.due
    FROM licence l
    CROSS JOIN LATERAL generate_series(0, greatest(0,
        extract(year FROM least(l.until_date, day))::integer
            - extract(year FROM l.from_date)::integer)) AS n
    CROSS JOIN LATERAL (
        SELECT (l.from_date + make_interval(months => 12 * n))::date AS first,
            least((l.from_date + make_interval(months => 12 * n + 12))::date,
                l.until_date + 1) AS due) AS y
    WHERE l.from_date < day AND (l.revoked_on IS NULL OR l.revoked_on > day)
        AND y.first <= l.until_date AND y.due <= day
        AND NOT EXISTS (
            SELECT FROM licence_report r WHERE r.licence = l.id AND r.year = y.first)
$$;
