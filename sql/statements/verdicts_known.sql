-- The verdicts that the latest run left of these organisations.
SELECT organisation, programme::text, may_offer, may_train
FROM verdict_known
WHERE organisation = ANY ($1)
