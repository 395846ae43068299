-- What the database watches over by itself and was switched off: triggers, and constraints that
-- were added without a look at the rows.
SELECT t.tgrelid::regclass::text, 'the trigger ' || t.tgname || ' is switched off'
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid AND c.relnamespace = 'public'::regnamespace
WHERE NOT t.tgisinternal
    AND (t.tgenabled = 'D' OR (t.tgname = 'event_is_kept' AND t.tgenabled <> 'A'))
UNION ALL
SELECT c.conrelid::regclass::text, 'the constraint ' || c.conname || ' was never checked'
FROM pg_constraint c
WHERE NOT c.convalidated AND c.connamespace = 'public'::regnamespace
ORDER BY 1, 2
LIMIT $1
