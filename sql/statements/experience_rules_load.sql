SELECT id, organisation, programme::text, role, name, needs, counts, from_date, until_date, source
FROM experience_rule
ORDER BY id
