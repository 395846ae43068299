-- The next rows of the cursor that a statement ending in preview_order.sql opened.
FETCH FORWARD 1000 FROM preview
