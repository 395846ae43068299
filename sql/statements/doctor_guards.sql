-- What the database watches over by itself: that it is there, switched on, and was held against all
-- rows. Named is what the other invariants, the audit and the writes rest on.
WITH wanted (relation, guard) AS (VALUES
    ('licence', 'licence_claims_follow'), ('licence_programme', 'licence_claims_follow'),
    ('licence_claim', 'licence_overlap'),
    ('licence_suspension', 'licence_suspension_licence_daterange_excl'),
    ('licence_coverage', 'licence_coverage_licence_organisation_daterange_excl'),
    ('affiliation', 'affiliation_person_organisation_daterange_excl'),
    ('certification', 'certification_person_programme_role_key'),
    ('certification_suspension', 'certification_suspension_certification_daterange_excl'),
    ('notice', 'notice_once'), ('dispatch', 'dispatch_once'), ('request', 'request_pkey'),
    ('event', 'event_is_kept'), ('event', 'event_has_transaction'),
    ('event_personal', 'event_is_kept'), ('event_personal', 'event_personal_is_kept'),
    ('event_block', 'event_is_kept')),
relation AS (
    SELECT oid, relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace),
there AS (
    SELECT r.relname, t.tgname AS guard FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid
    UNION ALL
    SELECT r.relname, c.conname FROM pg_constraint c JOIN relation r ON r.oid = c.conrelid
    UNION ALL
    SELECT r.relname, i.relname
    FROM pg_index x JOIN relation r ON r.oid = x.indrelid JOIN relation i ON i.oid = x.indexrelid
    WHERE x.indisunique)
SELECT about, detail
FROM (
    SELECT relation AS about, guard || ' is not there' AS detail
    FROM wanted w
    WHERE NOT EXISTS (SELECT FROM there t WHERE t.relname = w.relation AND t.guard = w.guard)
    UNION ALL
    SELECT r.relname, t.tgname || ' is switched off'
    FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid
    WHERE t.tgenabled IN ('D', 'R') OR (t.tgname LIKE 'event\_%' AND t.tgenabled <> 'A')
    UNION ALL
    SELECT r.relname, c.conname || ' was never held against all rows'
    FROM pg_constraint c JOIN relation r ON r.oid = c.conrelid
    WHERE NOT c.convalidated
    UNION ALL
    SELECT r.relname, i.relname || ' is no whole index'
    FROM pg_index x JOIN relation r ON r.oid = x.indrelid JOIN relation i ON i.oid = x.indexrelid
    WHERE NOT x.indisvalid) AS found
ORDER BY 1, 2
LIMIT $1
