SELECT programme::text, alternatives, must_be_current, from_date, until_date
FROM prerequisite
ORDER BY programme, id
