WITH twice AS (
    DELETE FROM training_trainer a
    WHERE person = $1 AND EXISTS (
        SELECT FROM training_trainer b WHERE b.training = a.training AND b.person = $2))
UPDATE training_trainer a
SET person = $2
WHERE person = $1 AND NOT EXISTS (
    SELECT FROM training_trainer b WHERE b.training = a.training AND b.person = $2)
