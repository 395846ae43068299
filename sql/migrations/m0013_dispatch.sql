-- What is told to whom outside: intents are made by the nightly run, in the transaction that
-- finishes a business date; daemons send them, at least once.

CREATE TABLE dispatch (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel      text NOT NULL CHECK (channel IN ('mail', 'hook')),
    -- Whose contact gets the mail; none: the administrators.
    organisation bigint REFERENCES organisation,
    -- The notice that the hook gets.
    notice       bigint REFERENCES notice,
    -- The business date whose run made it.
    on_date      date NOT NULL REFERENCES expiry_run,
    -- Names the message, however often it is sent.
    message      uuid NOT NULL DEFAULT gen_random_uuid(),
    made         timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts     integer NOT NULL DEFAULT 0,
    -- When it may be taken, or taken again: whoever takes it puts this off for longer than sending
    -- can last, and nobody else takes it meanwhile.
    due          timestamptz NOT NULL DEFAULT clock_timestamp(),
    settled      timestamptz,
    outcome      text CHECK (outcome IN ('delivered', 'moot', 'undeliverable')),
    -- What the last attempt that failed came to, such as exit-75. Never what a program said.
    fault        text,
    CHECK ((settled IS NULL) = (outcome IS NULL)),
    CHECK ((channel = 'hook') = (notice IS NOT NULL))
);
CREATE UNIQUE INDEX dispatch_once ON dispatch (
    on_date, channel, coalesce(organisation, 0), coalesce(notice, 0));
CREATE INDEX dispatch_waiting ON dispatch (due, id) WHERE settled IS NULL;

CREATE TABLE dispatch_notice (
    dispatch bigint NOT NULL REFERENCES dispatch,
    notice   bigint NOT NULL REFERENCES notice,
    PRIMARY KEY (dispatch, notice)
);
CREATE INDEX ON dispatch_notice (notice);

-- How the telling of a notice went: the worst that is still to be said of it.
CREATE FUNCTION notice_delivery(notice bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN bool_or(d.settled IS NULL) THEN 'waiting'
        WHEN bool_or(d.outcome = 'undeliverable') THEN 'undeliverable'
        WHEN bool_or(d.outcome = 'delivered') THEN 'delivered' END
    FROM dispatch_notice n JOIN dispatch d ON d.id = n.dispatch
    WHERE n.notice = $1
$$;
