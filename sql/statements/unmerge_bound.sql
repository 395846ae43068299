-- Notices about the one, and accounts and tokens that log in as them, are theirs again.
WITH kept AS (
    SELECT moved FROM person_merge WHERE person = $1),
told AS (
    UPDATE notice n
    SET person = $1
    FROM kept
    WHERE n.person = $2 AND kept.moved -> 'notice' @> to_jsonb(n.id)),
token AS (
    UPDATE account_token t
    SET person = $1, version = version + 1
    FROM kept
    WHERE t.person = $2 AND kept.moved -> 'token' @> to_jsonb(t.id))
UPDATE account a
SET person = $1, version = version + 1
FROM kept
WHERE a.person = $2 AND kept.moved -> 'account' @> to_jsonb(a.id)
