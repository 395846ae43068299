SELECT l.id, l.holder, l.type, l.any_programme,
    ARRAY(SELECT programme::text FROM licence_programme WHERE licence = l.id ORDER BY 1),
    l.language, l.from_date, l.until_date, l.workshops_per_year, l.trainings_per_year,
    l.renewal_of, l.revoked_on, l.external_id, l.version,
    s.starts, s.ends, c.organisations, c.starts, c.ends,
    r.years, r.workshops, r.participants, r.trainings, r.filed
FROM licence l
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(from_date - date '1970-01-01' ORDER BY from_date), '{}'),
        coalesce(array_agg(until_date - date '1970-01-01' ORDER BY from_date), '{}')
    FROM licence_suspension WHERE licence = l.id) AS s (starts, ends)
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(organisation ORDER BY from_date, id), '{}'),
        coalesce(array_agg(from_date - date '1970-01-01' ORDER BY from_date, id), '{}'),
        coalesce(array_agg(until_date - date '1970-01-01' ORDER BY from_date, id), '{}')
    FROM licence_coverage WHERE licence = l.id) AS c (organisations, starts, ends)
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(year - date '1970-01-01' ORDER BY year), '{}'),
        coalesce(array_agg(workshops ORDER BY year), '{}'),
        coalesce(array_agg(participants ORDER BY year), '{}'),
        coalesce(array_agg(trainings ORDER BY year), '{}'),
        coalesce(array_agg(filed_on - date '1970-01-01' ORDER BY year), '{}')
    FROM licence_report WHERE licence = l.id)
    AS r (years, workshops, participants, trainings, filed)
WHERE l.id = ANY ($1)
ORDER BY l.id
