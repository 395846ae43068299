-- Spans that overlap and must not: belonging twice to one organisation, being covered twice by one
-- licence, being suspended twice at once.
WITH span AS (
    SELECT 'P-' || person AS about,
        'it belongs to O-' || organisation || ' twice at once' AS detail, 'affiliation' AS kind,
        person AS one, organisation AS other, id, daterange(from_date, until_date, '[]') AS days
    FROM affiliation
    UNION ALL
    SELECT 'L-' || licence, 'it covers O-' || organisation || ' twice at once', 'coverage', licence,
        organisation, id, daterange(from_date, until_date, '[]')
    FROM licence_coverage
    UNION ALL
    SELECT 'L-' || licence, 'it is suspended twice at once', 'licence', licence, 0, id,
        daterange(from_date, until_date, '[]')
    FROM licence_suspension
    UNION ALL
    SELECT 'C-' || certification, 'it is suspended twice at once', 'certification', certification,
        0, id, daterange(from_date, until_date, '[]')
    FROM certification_suspension)
SELECT DISTINCT a.about, a.detail
FROM span a
JOIN span b ON b.kind = a.kind AND b.one = a.one AND b.other = a.other AND b.id > a.id
    AND b.days && a.days
ORDER BY 1, 2
LIMIT $1
