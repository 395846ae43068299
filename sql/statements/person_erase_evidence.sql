-- Evidence may quote a name. That there was some is left.
UPDATE award
SET evidence = 'erased'
FROM certification c
WHERE c.id = award.certification AND c.person = ANY ($1)
