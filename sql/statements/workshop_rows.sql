SELECT w.id, w.programme::text, w.organisation, w.site, w.mode, w.language, w.from_date,
    w.until_date, w.sessions, w.minutes, w.enrolled, w.completers, w.licence, w.external_id,
    w.as_found, w.state, w.waived, w.version,
    ARRAY(SELECT person FROM workshop_leader WHERE workshop = w.id ORDER BY 1)
FROM workshop w
WHERE w.id = ANY ($1)
ORDER BY w.id
