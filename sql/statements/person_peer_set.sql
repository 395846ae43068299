-- One statement for both ways: what is no longer named goes, what is new comes.
WITH gone AS (
    DELETE FROM person_peer WHERE person = $1 AND NOT programme::text = ANY ($2))
INSERT INTO person_peer (person, programme)
SELECT $1, code FROM unnest($2::text[]) AS named (code)
ON CONFLICT DO NOTHING
