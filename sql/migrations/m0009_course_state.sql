-- Trainings and workshops that are planned: they give nothing to anybody until they are completed.

ALTER TABLE training ADD scheduled boolean NOT NULL DEFAULT false;
ALTER TABLE workshop ADD scheduled boolean NOT NULL DEFAULT false;

-- Whether it counts toward standing: said here once for all that read it.
ALTER TABLE training ADD counts boolean NOT NULL
    GENERATED ALWAYS AS (NOT voided AND NOT as_found AND NOT scheduled) STORED;
ALTER TABLE workshop ADD counts boolean NOT NULL
    GENERATED ALWAYS AS (NOT voided AND NOT as_found AND NOT scheduled) STORED;

-- In one word; what was void stays so, whatever it was before.
ALTER TABLE training ADD state text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN voided THEN 'void' WHEN scheduled THEN 'scheduled' ELSE 'recorded' END) STORED;
ALTER TABLE workshop ADD state text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN voided THEN 'void' WHEN scheduled THEN 'scheduled' ELSE 'recorded' END) STORED;

-- Who is expected at a scheduled training has no outcome yet.
ALTER TABLE training_attendee ALTER passed DROP NOT NULL;

CREATE INDEX ON training (until_date) WHERE scheduled AND NOT voided;
CREATE INDEX ON workshop (until_date) WHERE scheduled AND NOT voided;
