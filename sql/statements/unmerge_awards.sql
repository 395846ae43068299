-- Of certifications that went up in the other's, each award goes back to where it was.
WITH kept AS (
    SELECT k.*, c.person, c.programme, c.role
    FROM person_merge m
    CROSS JOIN jsonb_to_recordset(m.moved -> 'award')
        AS k (certification bigint, trained_on date, evidence text, voided boolean)
    JOIN jsonb_to_recordset(m.moved -> 'certification')
        AS c (id bigint, person bigint, programme text, role text) ON c.id = k.certification
    WHERE m.person = $1),
own AS (
    SELECT this.*, holder.id AS holder, other.voided AS other_voided
    FROM kept this
    JOIN person_merge m ON m.person = $1
    JOIN jsonb_to_recordset(m.moved -> 'certification')
        AS holder (id bigint, person bigint, programme text, role text)
        ON holder.person = $2 AND holder.programme = this.programme AND holder.role = this.role
    LEFT JOIN kept other ON other.certification = holder.id
        AND other.trained_on = this.trained_on
    WHERE this.person = $1),
back AS (
    UPDATE award a
    SET certification = own.certification
    FROM own
    WHERE a.certification = own.holder AND a.trained_on = own.trained_on
        AND own.other_voided IS NULL),
other AS (
    UPDATE award a
    SET voided = own.other_voided
    FROM own
    WHERE a.certification = own.holder AND a.trained_on = own.trained_on
        AND own.other_voided IS NOT NULL)
INSERT INTO award (certification, trained_on, evidence, voided)
SELECT certification, trained_on, evidence, voided FROM own WHERE other_voided IS NOT NULL
