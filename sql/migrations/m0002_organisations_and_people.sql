-- Who offers and who teaches.

CREATE TABLE organisation (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text NOT NULL CHECK (name <> ''),
    country     text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    sector      text CHECK (sector IN ('nonprofit', 'public', 'company')),
    parent      bigint REFERENCES organisation CHECK (parent <> id),
    timezone    text,
    contact     text,
    external_id text UNIQUE,
    closed_on   date,
    version     integer NOT NULL DEFAULT 1
);
CREATE INDEX ON organisation (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX ON organisation (parent) WHERE parent IS NOT NULL;

CREATE TABLE person (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text NOT NULL CHECK (name <> ''),
    email       text,
    external_id text UNIQUE,
    professions text[] NOT NULL DEFAULT '{}',
    version     integer NOT NULL DEFAULT 1
);

-- That a person lives with a condition is health data: a table of its own, so that it can be
-- granted, read and erased by itself.
CREATE TABLE person_peer (
    person    bigint NOT NULL REFERENCES person,
    programme code NOT NULL REFERENCES programme ON UPDATE CASCADE,
    PRIMARY KEY (person, programme)
);

CREATE TABLE affiliation (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person       bigint NOT NULL REFERENCES person,
    organisation bigint NOT NULL REFERENCES organisation,
    from_date    date NOT NULL,
    until_date   date,
    CHECK (until_date >= from_date),
    EXCLUDE USING gist (
        person WITH =, organisation WITH =, daterange(from_date, until_date, '[]') WITH &&)
);
CREATE INDEX ON affiliation (organisation, from_date);
CREATE INDEX ON affiliation (from_date);
CREATE INDEX ON affiliation (until_date) WHERE until_date IS NOT NULL;
