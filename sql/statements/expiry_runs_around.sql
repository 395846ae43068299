-- How far the runs are at a business date: whether it is finished, the latest finished one before
-- it, the earliest one before it that was begun, which counts where none is finished, and whether
-- none after it is finished.
SELECT EXISTS (SELECT FROM expiry_run WHERE on_date = $1 AND finished IS NOT NULL),
    (SELECT max(on_date) FROM expiry_run WHERE on_date < $1 AND finished IS NOT NULL),
    (SELECT min(on_date) FROM expiry_run WHERE on_date < $1),
    NOT EXISTS (SELECT FROM expiry_run WHERE on_date > $1 AND finished IS NOT NULL)
