-- The other learns what was known of the one only; the one stays as a mark, with what was known.
WITH peer AS (
    INSERT INTO person_peer (person, programme)
    SELECT $2, programme FROM person_peer WHERE person = $1
    ON CONFLICT DO NOTHING),
mark AS (
    UPDATE person SET merged_into = $2, version = version + 1 WHERE id = $1),
stale AS (
    DELETE FROM standing WHERE person = $1)
UPDATE person other
SET email = coalesce(other.email, this.email),
    professions = ARRAY(SELECT unnest(other.professions || this.professions) GROUP BY 1 ORDER BY 1),
    version = other.version + 1
FROM person this
WHERE other.id = $2 AND this.id = $1
