-- Who may log in, by what, and what they see.

CREATE TABLE account (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9][a-z0-9._@+-]{0,63}$'),
    roles        text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY[
                 'trainer', 'coordinator', 'auditor', 'administrator', 'operator']),
    -- Whom a trainer, and which organisation a coordinator is bound to.
    person       bigint REFERENCES person,
    organisation bigint REFERENCES organisation,
    disabled     boolean NOT NULL DEFAULT false,
    -- What is kept of the password, as PostgreSQL writes it; none: no password lets in.
    verifier     text CHECK (verifier LIKE 'SCRAM-SHA-256$%'),
    version      integer NOT NULL DEFAULT 1,
    CHECK ((roles = ARRAY['trainer']) = (person IS NOT NULL)),
    CHECK ((roles = ARRAY['coordinator']) = (organisation IS NOT NULL))
);
CREATE INDEX ON account (person) WHERE person IS NOT NULL;
CREATE INDEX ON account (organisation) WHERE organisation IS NOT NULL;

CREATE TABLE account_token (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account      bigint NOT NULL REFERENCES account,
    -- SHA-256 of the token: the token itself was shown once.
    hash         bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
    label        text,
    -- What it is narrowed to; no roles: all that the account may.
    roles        text[] CHECK (cardinality(roles) > 0),
    person       bigint REFERENCES person,
    organisation bigint REFERENCES organisation,
    -- The last day on which it lets in.
    until_date   date NOT NULL,
    revoked      boolean NOT NULL DEFAULT false,
    version      integer NOT NULL DEFAULT 1
);
CREATE INDEX ON account_token (account);

-- Of which salts for names without an account are made: the same for all daemons and for ever.
-- Two random UUIDs hold 244 random bits, without an extension.
CREATE TABLE login_secret (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    secret bytea NOT NULL
);
INSERT INTO login_secret (secret) VALUES (decode(
    replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- What a scope shows on a day: said here once, for lists and for single things. An organisation
-- shows its own: those who belong to it on that day or later, what it holds and delivers. A person
-- shows what they gave and led, and the people in it.

CREATE FUNCTION people_seen(scope text, number bigint, day date)
RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT a.person FROM affiliation a
    WHERE scope = 'organisation' AND a.organisation = number
        AND (a.until_date IS NULL OR a.until_date >= day)
    UNION ALL SELECT number WHERE scope = 'person'
    UNION ALL SELECT p.person
    FROM training_trainer own
    JOIN training t ON t.id = own.training AND NOT t.voided
    CROSS JOIN LATERAL (
        SELECT r.person FROM training_trainer r WHERE r.training = t.id
        UNION ALL SELECT r.person FROM training_attendee r WHERE r.training = t.id) p
    WHERE scope = 'person' AND own.person = number
    UNION ALL SELECT r.person
    FROM workshop_leader own
    JOIN workshop w ON w.id = own.workshop AND NOT w.voided
    JOIN workshop_leader r ON r.workshop = w.id
    WHERE scope = 'person' AND own.person = number
$$;

CREATE FUNCTION trainings_seen(scope text, number bigint, day date)
RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT id FROM training WHERE scope = 'organisation' AND organisation = number
    UNION ALL SELECT training FROM training_trainer WHERE scope = 'person' AND person = number
$$;

CREATE FUNCTION workshops_seen(scope text, number bigint, day date)
RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT id FROM workshop WHERE scope = 'organisation' AND organisation = number
    UNION ALL SELECT workshop FROM workshop_leader WHERE scope = 'person' AND person = number
$$;

CREATE FUNCTION organisations_seen(scope text, number bigint, day date)
RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT number WHERE scope = 'organisation'
    UNION ALL SELECT organisation FROM affiliation
    WHERE scope = 'person' AND person = number AND (until_date IS NULL OR until_date >= day)
    UNION ALL SELECT t.organisation
    FROM training_trainer r JOIN training t ON t.id = r.training
    WHERE scope = 'person' AND r.person = number AND NOT t.voided
    UNION ALL SELECT w.organisation
    FROM workshop_leader r JOIN workshop w ON w.id = r.workshop
    WHERE scope = 'person' AND r.person = number AND NOT w.voided
$$;

CREATE FUNCTION licences_seen(scope text, number bigint, day date)
RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT id FROM licence WHERE scope = 'organisation' AND holder = number
    UNION ALL SELECT licence FROM licence_coverage
    WHERE scope = 'organisation' AND organisation = number
$$;

-- About the organisation, its licences, its coverage, and the people who belong to it.
CREATE FUNCTION notices_seen(scope text, number bigint, day date)
RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT id FROM notice WHERE scope = 'organisation' AND organisation = number
    UNION ALL SELECT n.id FROM notice n JOIN licence l ON l.id = n.licence
    WHERE scope = 'organisation' AND l.holder = number AND n.organisation IS NULL
    UNION ALL SELECT n.id FROM notice n
    WHERE scope = 'organisation' AND n.organisation IS NULL
        AND n.person IN (SELECT people_seen(scope, number, day))
$$;
