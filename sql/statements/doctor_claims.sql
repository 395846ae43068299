-- Licences whose claims, by which the database keeps terms apart, are not those of the licence.
WITH meant AS (
    SELECT l.id AS licence, l.holder, int4range(1, NULL) AS programmes,
        lower(coalesce(l.language, '')) AS language,
        daterange(l.from_date, l.until_date, '[]') AS days, l.revoked_on
    FROM licence l WHERE l.any_programme
    UNION ALL
    SELECT l.id, l.holder, int4range(p.number, p.number, '[]'),
        lower(coalesce(l.language, '')), daterange(l.from_date, l.until_date, '[]'),
        l.revoked_on
    FROM licence l
    JOIN licence_programme lp ON lp.licence = l.id
    JOIN programme p ON p.code = lp.programme
    WHERE NOT l.any_programme),
kept AS (
    SELECT licence, holder, programmes, language, days, revoked_on FROM licence_claim),
differing AS (
    SELECT licence FROM (SELECT * FROM meant EXCEPT SELECT * FROM kept) missing
    UNION SELECT licence FROM (SELECT * FROM kept EXCEPT SELECT * FROM meant) surplus)
SELECT 'L-' || licence, 'its claims are not those of the licence'
FROM differing
ORDER BY licence
LIMIT $1
