-- What was taught: the facts from which every standing is derived.

CREATE TABLE training (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    programme    code NOT NULL REFERENCES programme ON UPDATE CASCADE,
    kind         text NOT NULL
                 CHECK (kind IN ('leader', 'cross', 'master', 'refresher', 'update')),
    format       text NOT NULL,
    half_days    integer NOT NULL CHECK (half_days > 0),
    from_date    date NOT NULL,
    until_date   date NOT NULL CHECK (until_date >= from_date),
    organisation bigint NOT NULL REFERENCES organisation,
    language     text,
    -- The licence that served on the first day, for allowances.
    licence      bigint REFERENCES licence,
    external_id  text UNIQUE,
    -- Stored with rules broken, as a record of the past: never counts toward standing.
    as_found     boolean NOT NULL DEFAULT false,
    voided       boolean NOT NULL DEFAULT false,
    version      integer NOT NULL DEFAULT 1
);
CREATE INDEX ON training (organisation, from_date);
CREATE INDEX ON training (licence, from_date) WHERE licence IS NOT NULL;

CREATE TABLE training_trainer (
    training bigint NOT NULL REFERENCES training,
    person   bigint NOT NULL REFERENCES person,
    PRIMARY KEY (training, person)
);
CREATE INDEX ON training_trainer (person);

CREATE TABLE training_attendee (
    training bigint NOT NULL REFERENCES training,
    person   bigint NOT NULL REFERENCES person,
    passed   boolean NOT NULL,
    PRIMARY KEY (training, person)
);
CREATE INDEX ON training_attendee (person);

CREATE TABLE workshop (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    programme    code NOT NULL REFERENCES programme ON UPDATE CASCADE,
    organisation bigint NOT NULL REFERENCES organisation,
    site         text,
    mode         text NOT NULL,
    language     text,
    from_date    date NOT NULL,
    until_date   date NOT NULL CHECK (until_date >= from_date),
    sessions     integer NOT NULL CHECK (sessions > 0),
    minutes      integer CHECK (minutes > 0),
    enrolled     integer CHECK (enrolled >= 0),
    completers   integer CHECK (completers >= 0),
    licence      bigint REFERENCES licence,
    external_id  text UNIQUE,
    as_found     boolean NOT NULL DEFAULT false,
    voided       boolean NOT NULL DEFAULT false,
    version      integer NOT NULL DEFAULT 1
);
CREATE INDEX ON workshop (organisation, from_date);
CREATE INDEX ON workshop (licence, from_date) WHERE licence IS NOT NULL;

CREATE TABLE workshop_leader (
    workshop bigint NOT NULL REFERENCES workshop,
    person   bigint NOT NULL REFERENCES person,
    PRIMARY KEY (workshop, person)
);
CREATE INDEX ON workshop_leader (person);
