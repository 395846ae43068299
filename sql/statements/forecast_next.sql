-- The next rows of the cursor that forecast_open.sql opened; a page, so that none holds too many.
FETCH FORWARD 1000 FROM forecast
