-- What `export people` gives, column by column.
SELECT 'P-' || p.id AS id, coalesce(p.external_id, 'P-' || p.id) AS "external-id", p.name, p.email,
    array_to_string(p.professions, ',') AS professions,
    (SELECT string_agg(programme, ',' ORDER BY programme) FROM person_peer
        WHERE person = p.id) AS "peer-for",
    p.erased_on AS "erased-on", p.merged_into AS "merged-into"
FROM person p
ORDER BY p.merged_into IS NOT NULL, p.id
