UPDATE award SET voided = true WHERE certification = $1 AND trained_on = $2
