package import Registry

extension TrainingRow {
    /// The training as it was, or is to be, judged.
    package func request(
        _ programme: Programme, at organisation: OrganisationFacts
    ) -> TrainingRequest {
        var request = TrainingRequest(
            programme: programme, kind: kind, format: format, first: span.from,
            last: span.until ?? span.from, days: days, organisation: organisation,
            language: language, trainers: trainers, passed: passed + expected, failed: failed)
        request.waiving = Set(waived)
        return request
    }

    /// Everyone who gave or attended it, or is to.
    package var people: [PersonID] { trainers + passed + failed + expected }
}

extension WorkshopRow {
    /// The workshop as it was, or is to be, judged.
    package func request(
        _ programme: Programme, at organisation: OrganisationFacts
    ) -> WorkshopRequest {
        var request = WorkshopRequest(
            programme: programme, organisation: organisation, mode: mode, language: language,
            first: span.from, last: span.until ?? span.from, sessions: sessions,
            minutes: minutes, leaders: leaders, enrolled: enrolled, completers: completers)
        request.waiving = Set(waived)
        return request
    }
}
