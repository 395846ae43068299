-- What happened: one row a change, never altered, and the replies that `request=` repeats.

CREATE TABLE event (
    serial  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    account text NOT NULL,
    command text NOT NULL,
    thing   text NOT NULL,
    request text,
    reason  text,
    before  jsonb,
    after   jsonb,
    -- Serials commit out of order: a follower must not pass one that a transaction still running
    -- may fill, and tells by this.
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX ON event (thing, serial);
CREATE INDEX ON event (transaction);

CREATE FUNCTION event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are kept as they are: % refused', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER event_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION event_is_kept();
-- Also where a replication role has switched ordinary triggers off.
ALTER TABLE event ENABLE ALWAYS TRIGGER event_is_kept;

CREATE TABLE request (
    account   text NOT NULL,
    token     text NOT NULL CHECK (char_length(token) BETWEEN 1 AND 64),
    line_hash bytea NOT NULL,
    -- The reply's lines; absent only inside the transaction that claims the token.
    reply     jsonb,
    at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account, token)
);
