-- Revoked certifications after one of a person, a programme and a role.
SELECT person, programme::text, role, revoked_on, NULL::date
FROM certification
WHERE revoked_on IS NOT NULL
    AND (person, programme, role) > ($1::bigint, $2::text, $3::text)
ORDER BY person, programme, role
LIMIT $4
