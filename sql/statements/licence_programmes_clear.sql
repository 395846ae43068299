DELETE FROM licence_programme WHERE licence = $1
