-- What the nightly run recorded: runs, notices, and the lease that lets one runner run.

CREATE TABLE expiry_run (
    on_date  date PRIMARY KEY,
    started  timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished timestamptz,
    items    integer,
    CHECK ((finished IS NULL) = (items IS NULL))
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

-- One row. The epoch grows with each holder: a write of an earlier holder finds another epoch
-- and is refused, even where that holder does not know that it was replaced.
CREATE TABLE nightly_lease (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch      bigint NOT NULL DEFAULT 0,
    holder     text,
    taken_at   timestamptz
);
INSERT INTO nightly_lease DEFAULT VALUES;
