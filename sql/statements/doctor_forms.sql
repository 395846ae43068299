-- Trainings and workshops of a form that their programme neither has nor ever had. Those taken over
-- as they were found are left out, and all where the rule was set aside or only warns.
WITH told AS (
    SELECT e.thing AS programme, line.modes, line.formats
    FROM event e
    CROSS JOIN LATERAL (VALUES (e.before -> 'modes', e.before -> 'formats'),
        (e.after -> 'modes', e.after -> 'formats')) AS line (modes, formats)
    WHERE e.thing IN (SELECT code FROM programme)),
mode AS (
    SELECT programme::text, name FROM programme_mode
    UNION SELECT programme, split_part(form, ':', 1)
    FROM told CROSS JOIN jsonb_array_elements_text(coalesce(modes, '[]')) AS form),
format AS (
    SELECT programme::text, kind || '/' || name AS name FROM training_format
    UNION SELECT programme, split_part(form, ':', 1)
    FROM told CROSS JOIN jsonb_array_elements_text(coalesce(formats, '[]')) AS form)
SELECT about, detail
FROM (
    SELECT 'T-' || t.id AS about, t.programme || ' never had a ' || t.kind || ' training '
        || t.format AS detail, t.id
    FROM training t
    WHERE NOT t.as_found AND NOT 'training-not-offered' = ANY (t.waived)
        AND NOT EXISTS (SELECT FROM severity s
            WHERE s.code = 'training-not-offered' AND s.severity = 'warn')
        AND (t.programme::text, t.kind || '/' || t.format)
            NOT IN (SELECT programme, name FROM format)
    UNION ALL
    SELECT 'W-' || w.id, w.programme || ' never had the mode ' || w.mode, w.id
    FROM workshop w
    WHERE NOT w.as_found AND NOT 'mode-not-offered' = ANY (w.waived)
        AND NOT EXISTS (SELECT FROM severity s
            WHERE s.code = 'mode-not-offered' AND s.severity = 'warn')
        AND (w.programme::text, w.mode) NOT IN (SELECT programme, name FROM mode)) AS found
ORDER BY left(about, 1), id
LIMIT $1
