package import Registry
import Schema

/// A licence as the registry keeps it: what the rules ask, and what only people do.
package struct LicenceRow: Sendable, Equatable {
    package var licence: Licence
    package var renewalOf: LicenceID?
    package var externalID: String?
    /// The annual reports filed, by licence year.
    package var reports: [FiledReport] = []
    package var version: Int

    package init(
        licence: Licence, renewalOf: LicenceID? = nil, externalID: String? = nil, version: Int = 1
    ) {
        self.licence = licence
        self.renewalOf = renewalOf
        self.externalID = externalID
        self.version = version
    }
}

/// An annual report as it was filed.
package struct FiledReport: Sendable, Equatable {
    /// The first day of the licence year that it reports on.
    package var year: CivilDate
    package var workshops: Int
    package var participants: Int
    package var trainings: Int
    package var filedOn: CivilDate

    package init(
        year: CivilDate, workshops: Int, participants: Int, trainings: Int, filedOn: CivilDate
    ) {
        self.year = year
        self.workshops = workshops
        self.participants = participants
        self.trainings = trainings
        self.filedOn = filedOn
    }
}

extension Snapshot {
    /// Those of the licences that exist, by number.
    package func licences(_ ids: [LicenceID]) async throws -> [LicenceRow] {
        try await rows(SQL.licenceRows, ids.map(\.number)).map { row in
            var columns = Columns(row)
            return try columns.licence()
        }
    }

    /// Licences after `page.after`: held by or covering an organisation, for a programme, of a
    /// type, with a term that holds a day.
    package func licences(
        organisation: OrganisationID?, programme: ProgrammeCode?, type: LicenceType?,
        on date: CivilDate?, page: Page
    ) async throws -> [LicenceRow] {
        let found: [LicenceID] = try await ids(
            SQL.licenceList, page.after, organisation?.number, programme?.text, type?.rawValue,
            date.postgres, page.limit, sight.kind, sight.number, sight.day.postgres)
        return try await licences(found)
    }
}

extension Columns {
    fileprivate mutating func licence() throws -> LicenceRow {
        let id: LicenceID = try id()
        let holder: OrganisationID = try self.id()
        let type: LicenceType = try word()
        let isAny = try value(Bool.self)
        let programmes = try codes()
        let language = try value(String?.self)
        let term = try span()
        let workshops = try value(Int?.self)
        let trainings = try value(Int?.self)
        let renewalOf: LicenceID? = try optionalID()
        let revokedOn = try optionalDate()
        let externalID = try value(String?.self)
        let version = try value(Int.self)
        let suspensions = try spans()
        let covered: [OrganisationID] = try ids()
        let coverage = zip(covered, try spans()).map { Coverage(organisation: $0, span: $1) }
        let reports = try filedReports()
        let licence = Licence(
            id: id, holder: holder, type: type, scope: isAny ? .any : .programmes(Set(programmes)),
            language: language, term: term, suspensions: suspensions, revokedOn: revokedOn,
            coverage: coverage, reportsFiled: Set(reports.map(\.year)), workshopsPerYear: workshops,
            trainingsPerYear: trainings)
        var row = LicenceRow(
            licence: licence, renewalOf: renewalOf, externalID: externalID, version: version)
        row.reports = reports
        return row
    }

    private mutating func filedReports() throws -> [FiledReport] {
        let years = try value([Int32].self).map { CivilDate(dayNumber: $0) }
        let workshops = try value([Int32].self).map(Int.init)
        let participants = try value([Int32].self).map(Int.init)
        let trainings = try value([Int32].self).map(Int.init)
        let filed = try value([Int32].self).map { CivilDate(dayNumber: $0) }
        return years.indices.map { index in
            FiledReport(
                year: years[index], workshops: workshops[index],
                participants: participants[index], trainings: trainings[index],
                filedOn: filed[index])
        }
    }
}
