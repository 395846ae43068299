-- Workshops led and trainings given, in every programme: `workshop` and the mode, or `training` and
-- the kind.
SELECT l.person, w.programme::text, 'workshop', w.id, w.mode, w.until_date
FROM workshop_leader l
JOIN workshop w ON w.id = l.workshop
WHERE l.person = ANY ($1) AND w.counts
UNION ALL
SELECT r.person, t.programme::text, 'training', t.id, t.kind, t.until_date
FROM training_trainer r
JOIN training t ON t.id = r.training
WHERE r.person = ANY ($1) AND t.counts
