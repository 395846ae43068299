/// Facts as SQL, for tests that need a few.
enum Facts {
    /// O-1 to O-3 and P-1 to P-4.
    static let base = """
        INSERT INTO organisation (name, country)
        VALUES ('One', 'IE'), ('Two', 'IE'), ('Three', 'IE');
        INSERT INTO person (name) VALUES ('A'), ('B'), ('C'), ('D');

        """

    static func licence(
        holder: Int = 1, type: String = "multiple", from: String, until: String,
        revoked: String? = nil, renewalOf: Int? = nil, language: String? = nil
    ) -> String {
        """
        INSERT INTO licence (holder, type, any_programme, from_date, until_date, revoked_on,
            renewal_of, language)
        VALUES (\(holder), '\(type)', true, '\(from)', '\(until)',
            \(revoked.map { "'\($0)'" } ?? "NULL"), \(renewalOf.map(String.init) ?? "NULL"),
            \(language.map { "'\($0)'" } ?? "NULL"));

        """
    }

    static func report(licence: Int, year: String, filedOn: String = "2026-01-01") -> String {
        """
        INSERT INTO licence_report (licence, year, workshops, participants, trainings, filed_on)
        VALUES (\(licence), '\(year)', 1, 10, 0, '\(filedOn)');

        """
    }

    static func standing(
        person: Int = 1, programme: String = "CDSMP", role: String = "leader", from: String,
        until: String? = nil, state: String = "active", current: String?
    ) -> String {
        """
        INSERT INTO standing (person, programme, role, from_date, until_date, state, anchor,
            current_until)
        VALUES (\(person), '\(programme)', '\(role)', '\(from)',
            \(until.map { "'\($0)'" } ?? "NULL"), '\(state)', '\(from)',
            \(current.map { "'\($0)'" } ?? "NULL"));

        """
    }

    static func affiliation(
        person: Int, organisation: Int, from: String, until: String? = nil
    ) -> String {
        """
        INSERT INTO affiliation (person, organisation, from_date, until_date)
        VALUES (\(person), \(organisation), '\(from)', \(until.map { "'\($0)'" } ?? "NULL"));

        """
    }

    static func coverage(
        licence: Int, organisation: Int, from: String, until: String? = nil
    ) -> String {
        """
        INSERT INTO licence_coverage (licence, organisation, from_date, until_date)
        VALUES (\(licence), \(organisation), '\(from)', \(until.map { "'\($0)'" } ?? "NULL"));

        """
    }
}
