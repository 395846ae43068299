INSERT INTO workshop_leader (workshop, person) SELECT $1, unnest($2::bigint[])
