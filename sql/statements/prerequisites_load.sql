SELECT id, programme::text, alternatives, must_be_current, from_date, until_date, source
FROM prerequisite
ORDER BY id
