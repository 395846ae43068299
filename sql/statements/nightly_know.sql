-- Keeps verdicts as they were judged now, if the lease is still of epoch $1. Gives whether it is.
WITH lease AS (
    SELECT FROM nightly_lease WHERE epoch = $1 FOR SHARE),
kept AS (
    INSERT INTO verdict_known AS k (organisation, programme, may_offer, may_train)
    SELECT organisation, programme, may_offer, may_train
    FROM unnest($2::bigint[], $3::text[], $4::boolean[], $5::boolean[])
        AS v (organisation, programme, may_offer, may_train)
    WHERE EXISTS (SELECT FROM lease)
    ON CONFLICT (organisation, programme) DO UPDATE
        SET may_offer = excluded.may_offer, may_train = excluded.may_train
        WHERE (k.may_offer, k.may_train) <> (excluded.may_offer, excluded.may_train))
SELECT EXISTS (SELECT FROM lease), 0::bigint
