SET client_min_messages = error;
DROP DATABASE IF EXISTS :"name" WITH (FORCE);
