/// Facts as a hand at `psql` would write them.
enum HandWritten {
    /// O-1, O-2 and P-1, P-2.
    static let base = """
        INSERT INTO organisation (name, country) VALUES ('One', 'IE'), ('Two', 'IE');
        INSERT INTO person (name) VALUES ('A'), ('B');

        """

    /// A licence of O-1 for CDSMP in 2026, unless said otherwise.
    ///
    /// - Parameter programme: nil for any.
    static func licence(
        holder: Int = 1, programme: String? = "CDSMP", language: String? = nil,
        from: String = "2026-01-01", until: String = "2026-12-31", revoked: String? = nil
    ) -> String {
        let licence = """
            INSERT INTO licence (holder, type, any_programme, language, from_date, until_date,
                revoked_on)
            VALUES (\(holder), 'multiple', \(programme == nil), \(quoted(language)), '\(from)',
                '\(until)', \(quoted(revoked)));

            """
        guard let programme else { return licence }
        return licence + """
            INSERT INTO licence_programme SELECT max(id), '\(programme)' FROM licence;

            """
    }

    private static func quoted(_ text: String?) -> String {
        text.map { "'\($0)'" } ?? "NULL"
    }
}
