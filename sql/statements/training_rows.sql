SELECT t.id, t.programme::text, t.kind, t.format, t.half_days, t.from_date, t.until_date,
    t.organisation, t.language, t.licence, t.external_id, t.as_found, t.state, t.waived, t.version,
    ARRAY(SELECT person FROM training_trainer WHERE training = t.id ORDER BY 1),
    ARRAY(SELECT person FROM training_attendee WHERE training = t.id AND passed ORDER BY 1),
    ARRAY(SELECT person FROM training_attendee WHERE training = t.id AND NOT passed ORDER BY 1),
    ARRAY(SELECT person FROM training_attendee WHERE training = t.id AND passed IS NULL ORDER BY 1)
FROM training t
WHERE t.id = ANY ($1)
ORDER BY t.id
