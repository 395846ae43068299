-- What stands on a certification by somebody's decision, as JSON: so that a merge of people that is
-- taken back sees what was decided since.
CREATE FUNCTION certification_marks(c certification) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object(
        'revoked', c.revoked_on,
        'suspended', ARRAY(
            SELECT jsonb_build_array(from_date, until_date) FROM certification_suspension
            WHERE certification = c.id ORDER BY from_date),
        'awards', (
            SELECT coalesce(jsonb_object_agg(trained_on, voided), '{}') FROM award
            WHERE certification = c.id))
$$;
