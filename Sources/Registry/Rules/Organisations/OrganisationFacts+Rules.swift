extension OrganisationFacts {
    /// `organisation-closed`.
    func closedReasons(on date: CivilDate) -> [Reason] {
        guard isClosed(on: date), let closedOn else { return [] }
        return [
            Reason(
                .organisationClosed,
                details: [
                    Reason.Detail("organisation", .word(id.description)),
                    Reason.Detail("closed-on", .date(closedOn)),
                ],
                advice: "\(id) is closed since \(closedOn): name an organisation that is open on "
                    + "\(date)")
        ]
    }

    /// `no-licence`, with the nearest miss.
    func licenceReasons(
        _ match: LicenceMatch, for programme: Programme, on date: CivilDate, language: String?
    ) -> [Reason] {
        var details: [Reason.Detail] = .programme(programme)
        let spoken = language.map { " in the language \($0)" } ?? ""
        var advice = "\(id) needs a licence in force on \(date) for \(programme.code)\(spoken)"
        switch match {
        case .notNeeded, .inForce: return []
        case .none: break
        case .missed(let miss, let licence):
            details.append(Reason.Detail("nearest", .word(miss.rawValue)))
            details.append(Reason.Detail("licence", .word(licence.description)))
            advice += ": \(licence) \(miss.sentence)"
        }
        return [Reason(.noLicence, details: details, advice: advice)]
    }
}

extension LicenceMiss {
    fileprivate var sentence: String {
        switch self {
        case .suspended: "is suspended on that day"
        case .revoked: "is revoked"
        case .languageNotCovered: "is bound to another language"
        case .typeNotAccepted: "is of a type that the programme does not accept"
        case .programmeNotCovered: "does not name the programme"
        case .expired: "has ended"
        case .notYet: "has not begun"
        }
    }
}

extension Licence {
    /// `report-overdue`: once, for the oldest report that is overdue with its grace.
    func overdueReasons(on date: CivilDate, policy: Policy) -> [Reason] {
        let grace = policy.number(.reportGraceDays, on: date)
        let overdue = annualReports(dueBy: date).first { $0.isOverdue(on: date, grace: grace) }
        guard let overdue else { return [] }
        return [
            Reason(
                .reportOverdue,
                details: [
                    Reason.Detail("licence", .word(id.description)),
                    Reason.Detail("year", .date(overdue.year.from)),
                    Reason.Detail("due", .date(overdue.dueOn)),
                ],
                advice: "file the annual report of \(id) for the licence year that began on "
                    + "\(overdue.year.from)")
        ]
    }
}
