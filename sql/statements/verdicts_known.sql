-- The verdicts of these organisations that were judged last.
SELECT organisation, programme::text, may_offer, may_train
FROM verdict_known
WHERE organisation = ANY ($1)
