import Registry

extension WriteTransaction {
    /// Applies the change and recomputes the standing that it touches; gives the thing that was
    /// made or changed.
    package func apply(_ change: Change) async throws -> Thing {
        switch change {
        case .defineProgramme(let programme): return try await define(programme)
        case .amendProgramme(let programme): return try await amend(programme)
        case .addPolicy(let row): return try await add(row)
        case .endPolicy(let row, let last): return try await end(row.id, on: last)
        case .addOrganisation(let organisation):
            return .organisation(try await add(organisations: [organisation])[0])
        case .amendOrganisation(let organisation): return try await amend(organisation)
        case .closeOrganisation(let id, let date): return try await close(id, on: date)
        case .addPerson(let person): return .person(try await add(people: [person])[0])
        case .amendPerson(let person): return try await amend(person)
        case .join(let person, let organisation, let span):
            return try await join(person, organisation, span)
        case .leave(let person, let affiliation, let until):
            return try await leave(person, affiliation, until)
        case .erase(let people, let date): return try await erase(people, on: date)
        case .merge(let person, let other): return try await merge(person, into: other)
        case .unmerge(let person, let other): return try await unmerge(person, from: other)
        case .grantLicence(let licence): return try await grant(licence)
        case .amendLicence(let licence): return try await amend(licence)
        case .fileReport(let id, let report): return try await file(report, id)
        case .suspendLicence(let id, let span): return try await suspend(id, span)
        case .reinstateLicence(let id, let span, let from):
            return try await reinstate(id, span, from: from)
        case .revokeLicence(let id, let date): return try await revoke(id, on: date)
        case .coverOrganisation(let id, let coverage): return try await cover(id, coverage)
        case .uncoverOrganisation(let id, let coverage, let until):
            return try await uncover(id, coverage, until: until)
        case .recordTraining(let training): return try await record(training)
        case .completeTraining(let training): return try await complete(training)
        case .voidTraining(let training): return try await void(training)
        case .recordWorkshop(let workshop): return try await record(workshop)
        case .completeWorkshop(let workshop): return try await complete(workshop)
        case .voidWorkshop(let workshop): return try await void(workshop)
        case .award(let award): return try await self.award([award])[0]
        case .suspendCertification(let place, let span): return try await suspend(place, span)
        case .reinstateCertification(let place, let span, let from):
            return try await reinstate(place, span, from: from)
        case .revokeCertification(let place, let date): return try await revoke(place, on: date)
        case .voidAward(let place, let date): return try await void(place, trainedOn: date)
        case .acknowledgeNotice(let id, let account, let owner):
            return try await acknowledge(id, by: account, owner: owner)
        case .snoozeNotice(let id, let date, let owner):
            return try await snooze(id, until: date, owner: owner)
        case .addMember(let person, let organisation, let span):
            return try await join(try await add(people: [person])[0], organisation, span)
        case .addAccount(let account): return try await add(account)
        case .amendAccount(let account): return try await amend(account)
        case .setPassword(let id, let verifier): return try await set(verifier: verifier, of: id)
        case .addToken(let token, let hash): return try await add(token, hash: hash)
        case .revokeToken(let id): return try await revoke(id)
        }
    }
}
