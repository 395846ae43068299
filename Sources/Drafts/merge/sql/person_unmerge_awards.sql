-- Of certifications that were folded: each award goes back to where it was.
WITH award_was AS (
    SELECT k.*, c.person, c.programme, c.role
    FROM person_merge m
    CROSS JOIN jsonb_to_recordset(m.moved -> 'award')
        AS k (certification bigint, trained_on date, evidence text, voided boolean)
    JOIN jsonb_to_recordset(m.moved -> 'certification')
        AS c (id bigint, person bigint, programme text, role text) ON c.id = k.certification
    WHERE m.person = $1),
own AS (
    SELECT this.*, held.id AS holder, other.voided AS other_voided
    FROM award_was this
    JOIN certification held ON held.person = $2 AND held.programme = this.programme
        AND held.role = this.role
    LEFT JOIN award_was other ON other.certification = held.id
        AND other.trained_on = this.trained_on
    WHERE this.certification = ANY ($3)),
back AS (
    UPDATE award a SET certification = own.certification
    FROM own
    WHERE a.certification = own.holder AND a.trained_on = own.trained_on
        AND own.other_voided IS NULL),
other AS (
    UPDATE award a SET voided = own.other_voided
    FROM own
    WHERE a.certification = own.holder AND a.trained_on = own.trained_on
        AND own.other_voided IS NOT NULL)
INSERT INTO award (certification, trained_on, evidence, voided)
SELECT certification, trained_on, evidence, voided FROM own WHERE other_voided IS NOT NULL
