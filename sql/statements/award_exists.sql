SELECT EXISTS (
    SELECT FROM award WHERE certification = $1 AND trained_on = $2 AND NOT voided)
