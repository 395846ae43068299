-- An award since the merge, of a certification that moved whole, stays with the other.
UPDATE award a
SET certification = o.id
FROM person_merge m, certification c, certification o
WHERE m.person = $1 AND c.person = $1 AND a.certification = c.id
    AND o.person = $2 AND o.programme = c.programme AND o.role = c.role
    AND NOT m.moved -> 'award' @> jsonb_build_array(jsonb_build_object(
        'certification', c.id, 'trained_on', a.trained_on))
