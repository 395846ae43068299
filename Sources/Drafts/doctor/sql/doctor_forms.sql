-- Trainings and workshops of a form that their programme does not have, those taken over as they
-- were found left out.
SELECT thing, detail
FROM (
    SELECT 'T' AS letter, t.id, 'T-' || t.id AS thing,
        t.programme || ' has no ' || t.kind || ' training ' || t.format AS detail
    FROM training t
    WHERE NOT t.as_found AND NOT EXISTS (
        SELECT FROM training_format f
        WHERE f.programme = t.programme AND f.kind = t.kind AND f.name = t.format)
    UNION ALL
    SELECT 'W', w.id, 'W-' || w.id, w.programme || ' has no mode ' || w.mode
    FROM workshop w
    WHERE NOT w.as_found AND NOT EXISTS (
        SELECT FROM programme_mode m WHERE m.programme = w.programme AND m.name = w.mode)) x
ORDER BY letter, id
LIMIT $1
