-- People who were merged or erased and of whom something is left that must not be, or whose mark is
-- not as the commands write it.
WITH RECURSIVE holding AS (
    SELECT person, 'an affiliation' AS what FROM affiliation
    UNION SELECT person, 'a part in a training' FROM training_trainer
    UNION SELECT person, 'a part in a training' FROM training_attendee
    UNION SELECT person, 'a workshop' FROM workshop_leader
    UNION SELECT person, 'a certification' FROM certification
    UNION SELECT person, 'a standing' FROM standing),
way AS (
    SELECT id AS person, merged_into AS next, ARRAY[id] AS seen
    FROM person
    WHERE merged_into IS NOT NULL
    UNION ALL
    SELECT way.person, p.merged_into, way.seen || p.id
    FROM way JOIN person p ON p.id = way.next
    WHERE p.merged_into IS NOT NULL AND NOT p.id = ANY (way.seen))
SELECT DISTINCT 'P-' || person, detail
FROM (
    SELECT h.person, 'it was merged into P-' || p.merged_into || ' and has ' || h.what AS detail
    FROM holding h JOIN person p ON p.id = h.person
    WHERE p.merged_into IS NOT NULL
    UNION ALL
    SELECT person, 'it was merged into itself in the end' FROM way WHERE next = person
    UNION ALL
    SELECT p.id, 'it was merged, and what was moved is not kept'
    FROM person p
    WHERE p.merged_into IS NOT NULL AND p.erased_on IS NULL
        AND NOT EXISTS (SELECT FROM person_merge m WHERE m.person = p.id)
        -- A mark that came with a file has moved nothing here.
        AND NOT EXISTS (
            SELECT FROM event e WHERE e.thing = 'P-' || p.id AND e.command = 'import')
    UNION ALL
    SELECT m.person, 'what a merge moved is kept, and it is not merged or was erased'
    FROM person_merge m JOIN person p ON p.id = m.person
    WHERE p.merged_into IS NULL OR p.erased_on IS NOT NULL
    UNION ALL
    SELECT p.id, 'P-' || o.id || ', into whom it was merged, was erased, and it was not'
    FROM person p JOIN person o ON o.id = p.merged_into
    WHERE o.erased_on IS NOT NULL AND p.erased_on IS NULL
    UNION ALL
    SELECT p.id, 'it was erased, and something personal is left'
    FROM person p
    WHERE p.erased_on IS NOT NULL
        AND (p.name <> '' OR p.email IS NOT NULL OR p.external_id IS NOT NULL
            OR p.professions <> '{}'
            OR EXISTS (SELECT FROM person_peer x WHERE x.person = p.id)
            -- A reason given since is whoever's choice.
            OR EXISTS (
                SELECT FROM event_personal x
                WHERE x.person = p.id AND NOT EXISTS (
                    SELECT FROM event e
                    WHERE e.thing = 'P-' || p.id AND e.command = 'person erase'
                        AND e.serial < x.event)))) AS found
ORDER BY 1, 2
LIMIT $1
