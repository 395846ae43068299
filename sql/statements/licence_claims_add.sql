INSERT INTO licence_claim (licence, holder, programmes, language, days)
SELECT l.id, l.holder,
    CASE WHEN l.any_programme THEN int4range(1, NULL) ELSE int4range(p.number, p.number, '[]') END,
    coalesce(l.language, ''), daterange(l.from_date, l.until_date, '[]')
FROM licence l
LEFT JOIN licence_programme lp ON lp.licence = l.id
LEFT JOIN programme p ON p.code = lp.programme
WHERE l.id = $1
