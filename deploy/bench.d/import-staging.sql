CREATE UNLOGGED TABLE staging (
    line        bigint GENERATED ALWAYS AS IDENTITY,
    external_id text, name text, email text, professions text);
