-- Events that can be proved, and people who can be forgotten: what an event tells of a person
-- stands beside it and is only bound to it by a salted hash, every event carries a digest, and
-- blocks of events are sealed, each over the one before.

ALTER TABLE event
    -- By person, such as P-1: the SHA-256 in hex of what `event_personal` keeps of them.
    ADD COLUMN personal jsonb,
    -- SHA-256 over every other column (see `event_add.sql`). None: the daemon did not write it.
    ADD COLUMN digest bytea;

CREATE TABLE event_personal (
    event  bigint PRIMARY KEY REFERENCES event,
    person bigint NOT NULL REFERENCES person,
    -- Names are few and dates are fewer: without it a hash could be guessed back.
    salt   uuid NOT NULL,
    before jsonb,
    after  jsonb,
    reason text
);
CREATE INDEX ON event_personal (person);

-- What was recorded before this: the personal keys of a person's line move.
ALTER TABLE event DISABLE TRIGGER event_is_kept;

INSERT INTO event_personal (event, person, salt, before, after, reason)
SELECT serial, substr(thing, 3)::bigint, gen_random_uuid(),
    (SELECT jsonb_object_agg(key, value) FROM jsonb_each(before)
        WHERE key IN ('name', 'email', 'external-id', 'professions', 'peer-for')),
    (SELECT jsonb_object_agg(key, value) FROM jsonb_each(after)
        WHERE key IN ('name', 'email', 'external-id', 'professions', 'peer-for')),
    reason
FROM event
WHERE after ->> 'kind' = 'person';

UPDATE event e
SET reason = NULL,
    before = e.before - '{name,email,external-id,professions,peer-for}'::text[],
    after = e.after - '{name,email,external-id,professions,peer-for}'::text[],
    personal = jsonb_build_object('P-' || p.person, encode(sha256(convert_to(
        p.salt::text || jsonb_build_array(p.before, p.after, p.reason)::text, 'UTF8')), 'hex'))
FROM event_personal p
WHERE p.event = e.serial;

UPDATE event e
SET digest = sha256(convert_to((
    SELECT jsonb_object_agg(key, value)::text
    FROM jsonb_each((to_jsonb(e) - 'digest') || jsonb_build_object(
        'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
    WHERE value <> 'null'), 'UTF8'));

ALTER TABLE event ENABLE ALWAYS TRIGGER event_is_kept;

-- A transaction has its number before it takes a serial: whoever finds a serial missing knows
-- that the transaction which may still fill it is older than any that begins now.
CREATE FUNCTION event_has_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_current_xact_id();
    RETURN NULL;
END
$$;
CREATE TRIGGER event_has_transaction BEFORE INSERT ON event
    FOR EACH STATEMENT EXECUTE FUNCTION event_has_transaction();
ALTER TABLE event ENABLE ALWAYS TRIGGER event_has_transaction;

CREATE TRIGGER event_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON event_personal
    FOR EACH STATEMENT EXECUTE FUNCTION event_is_kept();
ALTER TABLE event_personal ENABLE ALWAYS TRIGGER event_is_kept;

CREATE TABLE event_block (
    number      bigint PRIMARY KEY CHECK (number > 0),
    -- The events that it seals, in order, and the digest of each, 32 bytes apiece.
    serials     bigint[] NOT NULL CHECK (cardinality(serials) > 0),
    digests     bytea NOT NULL CHECK (octet_length(digests) = 32 * cardinality(serials)),
    last_serial bigint NOT NULL UNIQUE,
    -- Over the hash of the block before, the number, the serials and the digests.
    hash        bytea NOT NULL CHECK (octet_length(hash) = 32)
);
CREATE TRIGGER event_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON event_block
    FOR EACH STATEMENT EXECUTE FUNCTION event_is_kept();
ALTER TABLE event_block ENABLE ALWAYS TRIGGER event_is_kept;
