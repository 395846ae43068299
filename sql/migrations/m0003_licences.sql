-- What permits an organisation to offer and to teach.

CREATE TABLE licence (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    holder      bigint NOT NULL REFERENCES organisation,
    type        text NOT NULL CHECK (type IN ('single', 'multiple', 'umbrella')),
    -- Any programme that accepts the type; else licence_programme names them.
    any_programme boolean NOT NULL,
    language    text CHECK (language <> ''),
    from_date   date NOT NULL,
    until_date  date NOT NULL CHECK (until_date >= from_date),
    workshops_per_year integer CHECK (workshops_per_year >= 0),
    trainings_per_year integer CHECK (trainings_per_year >= 0),
    renewal_of  bigint REFERENCES licence,
    revoked_on  date,
    external_id text UNIQUE,
    version     integer NOT NULL DEFAULT 1,
    CHECK (type <> 'single' OR (language IS NOT NULL AND NOT any_programme))
);
CREATE INDEX ON licence (holder);
CREATE INDEX ON licence (until_date);
CREATE INDEX ON licence (from_date);
CREATE INDEX ON licence (revoked_on) WHERE revoked_on IS NOT NULL;
CREATE INDEX ON licence (renewal_of) WHERE renewal_of IS NOT NULL;

CREATE TABLE licence_programme (
    licence   bigint NOT NULL REFERENCES licence,
    programme code NOT NULL REFERENCES programme ON UPDATE CASCADE,
    PRIMARY KEY (licence, programme)
);

-- What a licence takes for itself, one row a programme: no two licences of one holder may hold
-- the same programme in the same language on the same day, whoever writes them and however many
-- do at once. `any` takes the whole range of programme numbers; no language is '' here. Written
-- by the trigger below and by nobody else.
CREATE TABLE licence_claim (
    licence    bigint NOT NULL REFERENCES licence,
    holder     bigint NOT NULL REFERENCES organisation,
    programmes int4range NOT NULL,
    language   text NOT NULL,
    days       daterange NOT NULL,
    revoked_on date,
    PRIMARY KEY (licence, programmes),
    CONSTRAINT licence_overlap EXCLUDE USING gist (
        holder WITH =, language WITH =, programmes WITH &&, days WITH &&)
        WHERE (revoked_on IS NULL)
);

-- The claims follow their licence, so that a licence written by hand is held to them too.
CREATE FUNCTION licence_claims_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed bigint[];
BEGIN
    IF TG_TABLE_NAME = 'licence' THEN
        changed := ARRAY[NEW.id];
    ELSE
        changed := ARRAY[OLD.licence, NEW.licence];
    END IF;
    DELETE FROM licence_claim WHERE licence = ANY (changed);
    INSERT INTO licence_claim (licence, holder, programmes, language, days, revoked_on)
    SELECT l.id, l.holder, named.numbers, lower(coalesce(l.language, '')),
        daterange(l.from_date, l.until_date, '[]'), l.revoked_on
    FROM licence l
    CROSS JOIN LATERAL (
        SELECT int4range(1, NULL) WHERE l.any_programme
        UNION ALL
        SELECT int4range(p.number, p.number, '[]')
        FROM licence_programme lp JOIN programme p ON p.code = lp.programme
        WHERE lp.licence = l.id AND NOT l.any_programme) AS named (numbers)
    WHERE l.id = ANY (changed);
    RETURN NULL;
END
$$;

CREATE TRIGGER licence_claims_follow
    AFTER INSERT OR UPDATE OF holder, any_programme, language, from_date, until_date, revoked_on
    ON licence FOR EACH ROW EXECUTE FUNCTION licence_claims_follow();
CREATE TRIGGER licence_claims_follow AFTER INSERT OR UPDATE OR DELETE ON licence_programme
    FOR EACH ROW EXECUTE FUNCTION licence_claims_follow();

CREATE TABLE licence_suspension (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    licence    bigint NOT NULL REFERENCES licence,
    from_date  date NOT NULL,
    -- The day before the reinstatement; none while suspended.
    until_date date,
    CHECK (until_date >= from_date),
    EXCLUDE USING gist (licence WITH =, daterange(from_date, until_date, '[]') WITH &&)
);
CREATE INDEX ON licence_suspension (from_date);
CREATE INDEX ON licence_suspension (until_date) WHERE until_date IS NOT NULL;

CREATE TABLE licence_coverage (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    licence      bigint NOT NULL REFERENCES licence,
    organisation bigint NOT NULL REFERENCES organisation,
    from_date    date NOT NULL,
    until_date   date,
    CHECK (until_date >= from_date),
    EXCLUDE USING gist (
        licence WITH =, organisation WITH =, daterange(from_date, until_date, '[]') WITH &&)
);
CREATE INDEX ON licence_coverage (organisation);
CREATE INDEX ON licence_coverage (from_date);
CREATE INDEX ON licence_coverage (until_date) WHERE until_date IS NOT NULL;

CREATE TABLE licence_report (
    licence      bigint NOT NULL REFERENCES licence,
    -- The first day of the licence year that it reports on.
    year         date NOT NULL,
    workshops    integer NOT NULL CHECK (workshops >= 0),
    participants integer NOT NULL CHECK (participants >= 0),
    trainings    integer NOT NULL CHECK (trainings >= 0),
    filed_on     date NOT NULL,
    PRIMARY KEY (licence, year)
);
