-- Another cursor may be opened.
CLOSE preview
