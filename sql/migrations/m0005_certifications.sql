-- Who may act in which role, and the periods of standing derived from the facts.

CREATE TABLE certification (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person     bigint NOT NULL REFERENCES person,
    programme  code NOT NULL REFERENCES programme ON UPDATE CASCADE,
    role       text NOT NULL CHECK (role IN ('leader', 'master-trainer')),
    revoked_on date,
    version    integer NOT NULL DEFAULT 1,
    UNIQUE (person, programme, role)
);

-- Trainings given elsewhere and recognised with evidence.
CREATE TABLE award (
    certification bigint NOT NULL REFERENCES certification,
    trained_on    date NOT NULL,
    evidence      text NOT NULL CHECK (evidence <> ''),
    voided        boolean NOT NULL DEFAULT false,
    PRIMARY KEY (certification, trained_on)
);

CREATE TABLE certification_suspension (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    certification bigint NOT NULL REFERENCES certification,
    from_date     date NOT NULL,
    until_date    date,
    CHECK (until_date >= from_date),
    EXCLUDE USING gist (certification WITH =, daterange(from_date, until_date, '[]') WITH &&)
);

-- Derived, never edited: the pure function of the domain computes these rows from the facts, in
-- the transaction that changes a fact. A row says what holds from from_date to until_date.
CREATE TABLE standing (
    person        bigint NOT NULL REFERENCES person,
    programme     code NOT NULL REFERENCES programme ON UPDATE CASCADE,
    role          text NOT NULL CHECK (role IN ('leader', 'master-trainer')),
    from_date     date NOT NULL,
    until_date    date CHECK (until_date >= from_date),
    state         text NOT NULL
                  CHECK (state IN ('provisional', 'active', 'lapsed', 'suspended', 'revoked')),
    anchor        date NOT NULL,
    current_until date,
    PRIMARY KEY (person, programme, role, from_date)
);
CREATE INDEX ON standing (from_date);
CREATE INDEX ON standing (current_until) WHERE current_until IS NOT NULL;
