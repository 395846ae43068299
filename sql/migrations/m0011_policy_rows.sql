-- Rows of policy that can be set: one numbering for all kinds, so that each row has an id; later
-- rows beside earlier ones; overlays of single organisations.

CREATE SEQUENCE policy_row_number;

-- Two rows may begin on one day: the one recorded last governs. A row whose end lies on the day
-- before its first was taken back and never governs.
ALTER TABLE policy_number
    DROP CONSTRAINT policy_number_pkey,
    DROP CONSTRAINT policy_number_check,
    ADD CHECK (until_date >= from_date - 1),
    ADD COLUMN id bigint NOT NULL DEFAULT nextval('policy_row_number') PRIMARY KEY,
    ADD COLUMN version integer NOT NULL DEFAULT 1;
CREATE INDEX ON policy_number (name, from_date);

ALTER TABLE severity
    DROP CONSTRAINT severity_pkey,
    DROP CONSTRAINT severity_check,
    ADD CHECK (until_date >= from_date - 1),
    ADD COLUMN id bigint NOT NULL DEFAULT nextval('policy_row_number') PRIMARY KEY,
    ADD COLUMN version integer NOT NULL DEFAULT 1;
CREATE INDEX ON severity (code, from_date);

ALTER TABLE prerequisite
    DROP CONSTRAINT prerequisite_check,
    ADD CHECK (until_date >= from_date - 1),
    DROP COLUMN id,
    ADD COLUMN id bigint NOT NULL DEFAULT nextval('policy_row_number') PRIMARY KEY,
    ADD COLUMN version integer NOT NULL DEFAULT 1;

-- A row of an organisation is an overlay: it holds for that organisation, beside those for
-- everyone. What counts may lie in any programme, and a row may concern only people who are trained
-- in one programme, or in several.
ALTER TABLE retention_rule
    DROP CONSTRAINT retention_rule_check,
    ADD CHECK (until_date >= from_date - 1),
    DROP COLUMN id,
    ADD COLUMN id bigint NOT NULL DEFAULT nextval('policy_row_number') PRIMARY KEY,
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN organisation bigint REFERENCES organisation,
    ADD COLUMN counts_in text NOT NULL DEFAULT 'same' CHECK (counts_in IN ('same', 'any')),
    ADD COLUMN trained_in text CHECK (trained_in IN ('one', 'several'));
CREATE INDEX ON retention_rule (organisation) WHERE organisation IS NOT NULL;

-- What an organisation asks a person to have done in another programme before counting for it.
CREATE TABLE experience_rule (
    id           bigint NOT NULL DEFAULT nextval('policy_row_number') PRIMARY KEY,
    organisation bigint NOT NULL REFERENCES organisation,
    programme    code NOT NULL REFERENCES programme ON UPDATE CASCADE,
    role         text NOT NULL CHECK (role IN ('leader', 'master-trainer')),
    name         text NOT NULL,
    needs        text[] NOT NULL CHECK (cardinality(needs) > 0),
    counts       text[] NOT NULL CHECK (cardinality(counts) > 0),
    from_date    date NOT NULL,
    until_date   date CHECK (until_date >= from_date - 1),
    source       text NOT NULL,
    version      integer NOT NULL DEFAULT 1
);
CREATE INDEX ON experience_rule (organisation);

-- The same view as before, with the row recorded last where two began on one day.
CREATE OR REPLACE VIEW policy_in_effect AS
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
    ORDER BY p.from_date DESC, p.id DESC LIMIT 1) n ON true;
