-- Nobody changed them since the merge: all go, and those that were kept come back.
DELETE FROM certification_suspension s
USING person_merge m
WHERE m.person = $1 AND m.moved -> 'certification' @> jsonb_build_array(
    jsonb_build_object('id', s.certification))
