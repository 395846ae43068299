-- People who were erased, of whom only the number is left, and people who turned out to be
-- somebody that the registry knew already.

ALTER TABLE person
    DROP CONSTRAINT person_name_check,
    ADD COLUMN erased_on   date,
    -- Who they are. What was recorded of them is that person's since.
    ADD COLUMN merged_into bigint REFERENCES person CHECK (merged_into <> id),
    ADD CHECK ((name = '') = (erased_on IS NOT NULL)),
    ADD CHECK (erased_on IS NULL
        OR (email IS NULL AND external_id IS NULL AND professions = '{}'));
CREATE INDEX ON person (merged_into) WHERE merged_into IS NOT NULL;

-- What a merge moved, so that it can be taken back: rows as they were, by table.
CREATE TABLE person_merge (
    person bigint PRIMARY KEY REFERENCES person,
    moved  jsonb NOT NULL
);

-- What events keep of a person goes with the person, and in no other way.
DROP TRIGGER event_is_kept ON event_personal;
CREATE TRIGGER event_is_kept BEFORE UPDATE OR TRUNCATE ON event_personal
    FOR EACH STATEMENT EXECUTE FUNCTION event_is_kept();
ALTER TABLE event_personal ENABLE ALWAYS TRIGGER event_is_kept;

CREATE FUNCTION event_personal_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM person WHERE id = OLD.person AND erased_on IS NOT NULL) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'what events keep of a person goes with the person: % refused', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER event_personal_is_kept BEFORE DELETE ON event_personal
    FOR EACH ROW EXECUTE FUNCTION event_personal_is_kept();
ALTER TABLE event_personal ENABLE ALWAYS TRIGGER event_personal_is_kept;
